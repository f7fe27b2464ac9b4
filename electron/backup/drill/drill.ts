// SPDX-License-Identifier: GPL-3.0-or-later
import { calledPlace } from '../../../shared/names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { DrillReportView } from '../../../shared/view-drill.ts';
import { createWallet } from '../../wallet/wallet.ts';
import { headOf } from '../copies/head.ts';
import type { CycleParts } from '../cycle/round.ts';
import type { BackupFailure } from '../failure/failure.ts';
import type { Answers } from '../providers/kind.ts';
import { activeProviders, waysTo } from '../providers/known.ts';
import type { Recovery } from '../paper/text.ts';
import { PATIENCE_MS } from '../recover/patience.ts';
import type { Progress } from '../recover/progress.ts';
import { ownSheet } from '../recover/sheet.ts';
import type { Source } from '../recover/source.ts';
import { askForCopies, type Pointers } from '../recover/sources.ts';
import { isSheetOf, testSheet } from '../safety/paper.ts';
import { sheetTestView } from '../safety/sheet-test.ts';
import { noteDrill } from '../safety/last-drill.ts';
import { untilEnded } from '../until-ended.ts';
import { compareEntries, compareMoney } from './compare.ts';
import { heldNow, placeViews } from './places.ts';
import { sampleOf } from './sample.ts';
import { saidOfDrill, verdictOf } from './said.ts';
import { restoredInMemory } from './scratch.ts';
import { stopping } from '../stopping.ts';

export type DrillParts = CycleParts & { readonly progress: Pick<Progress, 'asking' | 'answered' | 'issuer'> };

/**
 * Restores for a try (DD009 "Wallet Backup"): asks every place that the paper leads to, opens what they give, joins it in memory, asks
 * the issuers about some of the coins, and compares with this wallet. Nothing is uploaded and no entry changes here; noted is that
 * the sheet was read, and what came of it. Without `shown` it goes by what a sheet of today would say. Fails for a paper that cannot be
 * read or is another wallet's, and when `signal` stops it.
 */
export const drill = async (
  parts: DrillParts,
  shown: string | undefined,
  signal: AbortSignal,
): Promise<Result<DrillReportView, BackupFailure>> => {
  const { store } = parts;
  const world = untilEnded(parts.world, signal);
  const sheet = shown === undefined ? ownSheet(world, store) : testSheet(store, shown, world.now());
  if (!sheet.ok) return sheet;
  const held = heldNow(store);
  const pointers = pointersTo(parts, sheet.value);
  const answers = await stopping(askForCopies({ ...parts, world }, sheet.value, pointers), signal);
  if (answers === undefined) return err({ kind: 'drill-stopped' });
  const sources = asPlaces(parts, answers);
  const restored = restoredInMemory(world, store, sources);
  try {
    const looked = await stopping(
      createWallet({ world, store: restored }).auditCoins({}, 'leave', {
        watch: { patienceMs: PATIENCE_MS, noted: parts.progress.issuer },
        turn: sampleOf(store, world),
      }),
      signal,
    );
    if (looked === undefined) return err({ kind: 'drill-stopped' });
    const asked = new Set(sources.map(({ url }) => url));
    const found = {
      sums: compareMoney(store, restored),
      differences: compareEntries(store, restored, headsOf(sources)),
      places: await placeViews(parts, sources, held),
      unled: activeProviders(store)
        .filter(({ id }) => !asked.has(id))
        .map(({ id, value }) => calledPlace(id, value.name, waysTo(store, id).access?.address)),
      audit: looked,
    };
    // It may have been left meanwhile, and be another wallet's device by now.
    if (!isSheetOf(store, sheet.value.root)) return err({ kind: 'drill-stopped' });
    const verdict = verdictOf(found);
    const { sheetNumber, split } = sheet.value;
    // Of shares it is not the sheet's number that stands on the paper.
    const paper = split === undefined ? { sheetNumber } : { sheetNumber: '', split };
    const at = world.now();
    noteDrill(store, {
      at,
      verdict,
      sums: found.sums,
      places: found.places,
      ...(shown === undefined ? {} : paper),
    });
    return ok({
      at,
      ...(shown === undefined ? {} : { sheet: sheetTestView(parts, sheet.value) }),
      ...found.sums,
      verdict,
      places: found.places,
      coinsChecked: looked.checked,
      exchangesSilent: looked.exchangesSilent,
      said: saidOfDrill(found),
    });
  } finally {
    restored.close();
  }
};

const headsOf = (sources: readonly Source[]) => sources.flatMap(({ copy }) => (copy ? [headOf(copy.entries)] : []));

/** What a person would say beside the sheet: where the stick is plugged in, and the password of a place. */
const pointersTo = ({ store }: DrillParts, { providers }: Recovery): Pointers => {
  const folders: string[] = [];
  const answers: Record<string, Answers> = {};
  for (const { url } of providers) {
    const { directory, access } = waysTo(store, url);
    if (directory !== undefined) folders.push(directory);
    if (access !== undefined) answers[url] = access.answers;
  }
  return { folders, answers };
};

/** What was found out about a folder is said of the place that is kept there; nobody pointed at anything. */
const asPlaces = ({ store }: DrillParts, sources: readonly Source[]): readonly Source[] => {
  const folders = new Map(
    sources.flatMap((each) => (each.isNoPlace === true && !each.copy ? [[each.url, each] as const] : [])),
  );
  return sources.flatMap((source) => {
    if (folders.has(source.url)) return [];
    const { directory } = waysTo(store, source.url);
    const said = source.copy || directory === undefined ? undefined : folders.get(directory);
    return [said === undefined ? source : { ...source, answer: said.answer, notes: said.notes }];
  });
};
