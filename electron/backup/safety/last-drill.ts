// SPDX-License-Identifier: GPL-3.0-or-later
import type { DrillVerdict, LastDrillView } from '../../../shared/view-backup.ts';
import type { DrillPlaceView } from '../../../shared/view-drill.ts';
import type { LocalReader } from '../../storage/local.ts';
import type { Store } from '../../storage/store.ts';
import { verifiedCopy } from '../providers/known.ts';
import { markOf } from './paper-mark.ts';

/** What came of a drill. */
export type DrillResult = {
  readonly at: number;
  /** of the paper that was shown; absent when none was, empty where only the code was */
  readonly sheetNumber?: string;
  /** the number of the split whose shares were shown */
  readonly split?: string;
  readonly verdict: DrillVerdict;
  readonly sums: Pick<LastDrillView, 'total' | 'brought' | 'lacking'>;
  readonly places: readonly DrillPlaceView[];
};

/** Writes down what came of a drill; only what this device knows of itself changes. */
export const noteDrill = (store: Store, { at, sheetNumber, split, verdict, sums, places }: DrillResult): void => {
  const doubts = stillInDoubt(store, places);
  store.transaction((tx) => {
    const root = tx.local.rootSecret();
    if (root === undefined) return;
    const isByPaper = sheetNumber !== undefined || split !== undefined;
    const brings = verdict !== 'failed' && (sums.brought.length > 0 || sums.total.length === 0);
    // One without paper says nothing of the paper, so what is known of that stays.
    const isProven = isByPaper ? brings : isProvenByPaper(tx);
    tx.local.setMark('drilled', {
      at,
      of: markOf(root),
      ...(isProven ? { proven: true as const } : {}),
      ...(sheetNumber === undefined ? {} : { sheet: sheetNumber }),
      ...(split === undefined ? {} : { split }),
      verdict,
      total: [...sums.total],
      brought: [...sums.brought],
      lacking: [...sums.lacking],
      lostAt: places.flatMap(({ provider, lost }) => (lost === true ? [provider] : [])),
      ...(doubts.length === 0 ? {} : { doubts: [...doubts] }),
    });
  });
};

/** A place that a drill caught without what it should hold, and when. */
type Doubt = { readonly place: string; readonly at: number };

/** What earlier drills caught, as long as neither this one nor a round has read it since: silence clears nobody. */
const stillInDoubt = (store: Store, places: readonly DrillPlaceView[]): readonly Doubt[] => {
  const answered = new Set(places.flatMap(({ provider, answer }) => (answer === 'silent' ? [] : [provider])));
  return doubtsOf(lastDrill(store)).filter(
    ({ place, at }) => !answered.has(place) && (verifiedCopy(store, place)?.at ?? 0) <= at,
  );
};

/** Every place that the last drill, or one before, caught. */
export const doubtsOf = (last: LastDrill | undefined): readonly Doubt[] =>
  last === undefined ? [] : [...last.doubts, ...last.lostAt.map((place) => ({ place, at: last.at }))];

/** Whether the last drill by paper, of the secret of now, brought money wherever there was some. */
export const isProvenByPaper = ({ local }: { readonly local: LocalReader }): boolean => {
  const [root, mark] = [local.rootSecret(), local.mark('drilled')];
  return root !== undefined && mark?.of === markOf(root) && mark.proven === true;
};

export type LastDrill = LastDrillView & { readonly lostAt: readonly string[]; readonly doubts: readonly Doubt[] };

/** The last drill of this wallet; one of a wallet that was left here before is none of it. */
export const lastDrill = (store: { readonly local: LocalReader }): LastDrill | undefined => {
  const root = store.local.rootSecret();
  const mark = store.local.mark('drilled');
  if (root === undefined || mark === undefined || mark.of !== markOf(root)) return undefined;
  const { at, verdict, total, brought, lacking, lostAt, doubts = [], sheet, split } = mark;
  const sheetNumber = sheet === undefined || sheet === '' ? {} : { sheetNumber: sheet.toUpperCase() };
  const shown = { ...sheetNumber, ...(split === undefined ? {} : { split }) };
  return { at, verdict, total, brought, lacking, lostAt, doubts, ...shown };
};
