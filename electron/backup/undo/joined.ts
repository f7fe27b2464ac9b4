// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../../shared/amount.ts';
import { calledPlace } from '../../../shared/names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import type { UndoPreviewView, UndoReportView } from '../../../shared/view-undo.ts';
import type { CarriedEntry } from '../../state/entry.ts';
import { standingOf } from '../../state/standing.ts';
import type { UndoContent, UndoCopy } from '../../storage/tables/undo.ts';
import type { Tx } from '../../storage/store.ts';
import { crockToBytes } from '../../taler/bytes/encodings.ts';
import { secret } from '../../taler/crypto/secret.ts';
import { takeBackAgreement } from '../../wallet/reissue.ts';
import { readBalances } from '../../wallet/ledger/balance.ts';
import { tellTakenBack } from '../copies/taken-back.ts';
import { cameWith, whatMayGo, type Name } from '../copies/what-goes.ts';
import type { CycleParts } from '../cycle/round.ts';
import { AGAIN_AFTER_MS } from '../devices/marks.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { isStoredAtQuorum } from '../leave/abandon.ts';
import { askableProviders } from '../providers/known.ts';
import { joinedIn, type Joined } from '../recover/before.ts';
import { heardFrom } from '../recover/heard.ts';
import { inPatience } from '../recover/patience.ts';
import type { Source } from '../recover/source.ts';
import { askAgain } from '../recover/sources.ts';
import { forgetTakenOver } from '../recover/taken-over-record.ts';
import { moneyOf } from '../recover/theirs.ts';

// Another wallet's money leaves this one again, as far as that wallet's own copies still hold it and nothing was made of it here. Phase
// one: it is noted and told to the places, and no more of it is paid over. Phase two, when enough of them have that: the entries go.

type Parts = CycleParts & { readonly cycleAll: () => Promise<unknown> };

/** What goes, by the other wallet's copies as they are now. */
type Plan = {
  readonly content: UndoContent;
  readonly joined: Joined;
  readonly theirs: readonly CarriedEntry[];
  readonly names: readonly Name[];
  readonly said: readonly Said<'undo'>[];
};

/** What taking it back means, after its places were asked once more. Changes nothing. */
export const previewJoined = async (parts: Parts, copy: UndoCopy): Promise<Result<UndoPreviewView, BackupFailure>> => {
  const plan = await planOf(parts, copy.number);
  return plan.ok ? ok({ number: copy.number, said: plan.value.said }) : plan;
};

export const undoJoined = async (parts: Parts, copy: UndoCopy): Promise<Result<UndoReportView, BackupFailure>> => {
  const { store, world } = parts;
  const standing = standingOf(store.entries('device'), store.deviceId());
  if (standing !== 'active') return err({ kind: 'wrong-device-state', standing });
  const plan = await planOf(parts, copy.number);
  if (!plan.ok) return plan;
  const { content, joined } = plan.value;
  const begun = store.transaction((tx): Result<void, BackupFailure> => {
    if (tx.local.undoContent(copy.number) === undefined) return err({ kind: 'no-undo' });
    tx.local.setMark('undoing', { copy: copy.number, nextAt: 0 });
    if (joined.agreed === undefined) tx.local.putBackMarks(content, ['reissue-agreed']);
    else takeBackAgreement(tx, copy.number, joined.agreed);
    forgetTakenOver(tx.local, joined.root);
    tellTakenBack(tx, plan.value.names, { step: copy.takenAt, at: world.now(), done: false });
    return ok(undefined);
  });
  if (!begun.ok) return begun;
  await inPatience(world, parts.cycleAll());
  return finish(parts, copy, plan.value);
};

/** Goes on with what a restart or silent places have interrupted. A step that cannot be taken back any more stays as it is. */
export const resumeJoined = async (parts: Parts): Promise<void> => {
  const { store, world } = parts;
  const undoing = store.local.mark('undoing');
  const step = undoing && store.local.undoCopies().find(({ number }) => number === undoing.copy);
  if (undoing === undefined || (step !== undefined && step.why !== 'joined')) return;
  if (step !== undefined && (!areTold(parts) || undoing.nextAt > world.now())) return;
  const plan = step && (await planOf(parts, step.number));
  if (step && plan?.ok === true) {
    await finish(parts, step, plan.value);
    return;
  }
  const isUnheard = plan?.ok === false && plan.error.kind === 'undo-unheard';
  const again = isUnheard ? { ...undoing, nextAt: world.now() + AGAIN_AFTER_MS } : undefined;
  store.transaction((tx) => tx.local.setMark('undoing', again));
};

/** Whether enough places hold that it is being taken back; where there is none, nobody has to hear of it. */
const areTold = ({ store }: Pick<Parts, 'store'>): boolean =>
  askableProviders(store).length === 0 || isStoredAtQuorum(store);

const finish = async (parts: Parts, copy: UndoCopy, plan: Plan): Promise<Result<UndoReportView, BackupFailure>> => {
  const { store, world } = parts;
  if (!areTold(parts)) return ok({ state: 'going-on', said: [{ kind: 'goes-on', facts: {} }] });
  const returned = store.transaction((tx) => {
    // Since it was begun some of it may have been used: that is ours alone now, and stays.
    const names = whatMayGo(tx, cameWith(plan.content.entries, plan.theirs));
    // Without this word, which is the latest there is, the copies would be older than those they replace.
    tellTakenBack(tx, names, { step: copy.takenAt, at: world.now(), done: true });
    const sums = takeAway(tx, names);
    tx.local.dropUndoCopy(copy.number);
    tx.local.setMark('undoing', undefined);
    return sums;
  });
  await inPatience(world, parts.cycleAll());
  return ok({
    state: 'done',
    said: [returned.length === 0 ? { kind: 'done', facts: {} } : { kind: 'returned', facts: { sums: returned } }],
  });
};

/** Asks the other wallet's places, and works out what may go. */
const planOf = async (parts: Parts, number: number): Promise<Result<Plan, BackupFailure>> => {
  const content = parts.store.local.undoContent(number);
  const joined = content && joinedIn(content);
  if (content === undefined || joined === undefined) return err({ kind: 'no-undo' });
  const sources = await askTheirs(parts, joined);
  const found = sources.filter(({ copy }) => copy !== undefined);
  const silent = sources.filter(({ answer }) => answer === 'silent').map(called);
  if (found.length === 0) return err({ kind: 'undo-unheard', places: silent });
  const theirs = moneyOf(
    heardFrom(
      parts.world,
      found.flatMap(({ copy }) => copy?.apart ?? []),
    ),
  );
  const names = whatMayGo(parts.store, cameWith(content.entries, theirs));
  if (names.length === 0) return err({ kind: 'undo-nothing', there: joined.there });
  const sums = wouldLeave(parts, names);
  return ok({
    content,
    joined,
    theirs,
    names,
    said: [
      sums.length === 0
        ? { kind: 'no-money-returns', facts: {} }
        : { kind: 'returns', facts: { sums, places: found.map(called) } },
      ...(sameSums(sums, joined.there) ? [] : [{ kind: 'stays' as const, facts: { there: joined.there } }]),
      ...(silent.length === 0 ? [] : [{ kind: 'silent' as const, facts: { places: silent } }]),
      { kind: 'told', facts: {} },
    ],
  });
};

const called = ({ url, name, at }: Source): string => calledPlace(url, name, at);

const sameSums = (some: readonly string[], others: readonly string[]): boolean =>
  [...some].sort().join(' ') === [...others].sort().join(' ');

const askTheirs = (parts: Parts, { root, places }: Joined): Promise<readonly Source[]> =>
  askAgain(
    parts,
    secret(crockToBytes(root)),
    places.map(({ url, name, at, named, directory, access }) => ({
      listed: {
        url,
        name,
        ...(at === undefined ? {} : { at }),
        ...(named === undefined ? {} : { named }),
      },
      ways: { ...(directory === undefined ? {} : { directory }), ...(access === undefined ? {} : { access }) },
    })),
  );

/** What the entries are worth by the books: it is tried in a transaction that does not come about. */
const wouldLeave = ({ store }: Pick<Parts, 'store'>, names: readonly Name[]): readonly string[] => {
  let sums: readonly string[] = [];
  try {
    store.transaction((tx) => {
      sums = takeAway(tx, names);
      throw TRIED;
    });
  } catch (thrown) {
    if (thrown !== TRIED) throw thrown;
  }
  return sums;
};
const TRIED = new Error('tried');

/** Takes the entries away; what the wallet holds less afterwards, per currency. */
const takeAway = (tx: Tx, names: readonly Name[]): readonly string[] => {
  const before = sumsIn(tx);
  tx.takeAway(names);
  const after = sumsIn(tx);
  return [...before].flatMap(([currency, units]) => {
    const less = units - (after.get(currency) ?? 0n);
    return less > 0n ? [cappedText({ currency, units: less })] : [];
  });
};

const sumsIn = (tx: Tx): ReadonlyMap<string, bigint> => {
  const sums = new Map<string, bigint>();
  for (const { currency, total } of readBalances(tx)) {
    const isNegative = total.includes(':-');
    const { units } = amount(isNegative ? total.replace(':-', ':') : total);
    sums.set(currency, (sums.get(currency) ?? 0n) + (isNegative ? -units : units));
  }
  return sums;
};
