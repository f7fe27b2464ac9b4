// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReissueLine } from '../../../shared/view-restore.ts';
import type { Store, Tx } from '../../storage/store.ts';
import { outsideSeeds } from '../../wallet/coins/outside.ts';
import { noteOutside } from '../../wallet/ledger/outside.ts';
import { agreeToReissue } from '../../wallet/reissue.ts';
import { wantedCopies } from '../cycle/quorum.ts';
import { isWithin } from '../cycle/sums.ts';
import { standingOf } from '../../state/standing.ts';
import { isAuditDue, REKEYED } from '../devices/marks.ts';
import { activeProviders, askableProviders, isUpToDate, verifiedCopy, waysTo } from '../providers/known.ts';
import { inPatience, PATIENCE_MS } from '../recover/patience.ts';
import type { RestoreParts } from '../recover/restore.ts';
import { resumeTakenOver } from '../recover/taken-over.ts';
import { isTold, noteTakenOver } from '../recover/taken-over-record.ts';
import { isProvenByPaper } from '../safety/last-drill.ts';
import { noteVoid, testedPaper } from '../safety/paper.ts';
import { drawnFromBefore } from './drawn-from-before.ts';
import { quoteMoney } from './quote.ts';
import { noteRekeyed, oldSecret, putRekeying, rekeying, type Rekeying } from './record.ts';

export type RekeyParts = Omit<RestoreParts, 'progress'>;

/** After this time money at an issuer that does not answer keeps nobody from hearing that the wallet has moved. */
const WAIT_FOR_SILENT_MS = 7 * 24 * 3600 * 1000;

/**
 * Goes on with a new secret as far as it can now, each step in a transaction of its own: the new accounts have their copies; then the
 * money is paid to ourselves; then the old accounts are told; then only paper is wanted. `isWatched`: a person looks on, so everything
 * is done at once; else rounds and payments go their own ways, and only what they came to is noted.
 */
export const goOnWithRekey = async (parts: RekeyParts, isWatched: boolean): Promise<void> => {
  for (let phase = phaseOf(parts); phase !== undefined;) {
    await STEPS[phase](parts, isWatched);
    const next = phaseOf(parts);
    if (next === phase || parts.closing.aborted) return;
    phase = next;
  }
};

const phaseOf = ({ store }: Pick<RekeyParts, 'store'>): Rekeying['phase'] | undefined => rekeying(store.local)?.phase;

/** Whether as many new accounts as have to hold a copy that was read back. */
const hasCopies = (store: Store): boolean => {
  const there = askableProviders(store).length;
  const held = activeProviders(store).filter(({ id }) => verifiedCopy(store, id) !== undefined).length;
  return there > 0 && held >= Math.min(wantedCopies(store), there);
};

/** Whether as many copies as are wanted hold everything that is known now. */
const isSaved = (store: Store): boolean =>
  activeProviders(store).filter(({ id }) => isUpToDate(store, id)).length >=
  Math.min(wantedCopies(store), askableProviders(store).length);

const makeCopies = async (parts: RekeyParts, isWatched: boolean): Promise<void> => {
  const { store, world } = parts;
  if (isWatched) {
    await lookAtCoins(parts);
    await inSomeCopy(parts);
  }
  // Who has restored by the new sheet leads, and goes on with the money.
  if (!hasCopies(store) || standingOf(store.entries('device'), store.deviceId()) !== 'active') return;
  const lines = await quoteMoney(parts);
  const record = rekeying(store.local);
  if (record === undefined) return;
  const within = isWithin([...lines.map(({ fees }) => fees), ...spentSince(parts, record.since)], record.fees);
  store.transaction((tx) => openMoney(tx, within ? lines : [], world.now()));
};

/**
 * A coin that somebody was faster with would have a place's fee or a whole purse refused, and would be written off then. What he made of
 * it is found by link as long as he has not spent it.
 */
const lookAtCoins = ({ wallet }: Pick<RekeyParts, 'wallet'>): Promise<unknown> =>
  wallet.auditCoins({}, 'find', { watch: { patienceMs: PATIENCE_MS, noted: () => undefined } });

/**
 * From here on there is no way back: everything that stood in a copy under the secret of before counts as known outside, and may be paid
 * to ourselves within what was agreed to; what got dearer asks again by itself.
 */
const openMoney = (tx: Tx, lines: readonly ReissueLine[], now: number): void => {
  const record = rekeying(tx.local);
  const old = record && oldSecret(record);
  if (record?.phase !== 'copies' || old === undefined) return;
  const known = outsideSeeds(tx);
  noteOutside(tx, 'joined', (seed) => !known.has(seed));
  agreeToReissue(tx, lines);
  for (const { id, value } of tx.entries('device'))
    if (id !== tx.deviceId()) tx.put('device', id, { ...value, status: 'taken-over' });
  noteVoid(tx, old, now);
  tx.put('setting', REKEYED, { value: null });
  putRekeying(tx.local, { ...record, phase: 'money' });
};

/** What places have cost since then, one sum for each payment and its change; what somebody else's renewals took is no part of it. */
const spentSince = ({ wallet, store }: Pick<RekeyParts, 'wallet' | 'store'>, since: number): readonly string[] => {
  const lines = wallet.history().filter(({ type, at }) => at >= since && type === 'provider-fee');
  const paid = new Set(lines.map(({ id }) => id));
  return [
    ...lines.flatMap(({ effect }) => (effect.includes(':-') ? [effect.replace(':-', ':')] : [])),
    ...store
      .entries('refresh')
      .flatMap(({ value: { purchase, fee } }) => (purchase !== undefined && paid.has(purchase) ? [fee] : [])),
  ];
};

const moveMoney = async (parts: RekeyParts, isWatched: boolean): Promise<void> => {
  const { store, wallet, world } = parts;
  if (isWatched) {
    await lookAtCoins(parts);
    // Change of coins that can be reached is made at once, and then it is paid over with the rest.
    await wallet.run();
    await wallet.payOver(() => inSomeCopy(parts));
  }
  const record = rekeying(store.local);
  // Until its coins have been looked at nothing is paid over, so that nothing being open says nothing.
  if (record === undefined || isAuditDue(parts)) return;
  const open = [...wallet.openReissues(), ...drawnFromBefore(store, record)];
  if (open.length > 0 && Math.abs(world.now() - record.since) < WAIT_FOR_SILENT_MS) return;
  store.transaction((tx) => openTelling(tx, world.now()));
};

/** Only now, when nothing more can be won by hurrying, anybody who looks into the old accounts hears of it. */
const openTelling = (tx: Tx, now: number): void => {
  const record = rekeying(tx.local);
  const old = record && oldSecret(record);
  if (record?.phase !== 'money' || old === undefined) return;
  const places = record.places.map((id) => {
    const named = tx.entry('provider', id)?.value.provider_kind;
    return { url: id, ways: waysTo(tx, id), ...(named === undefined ? {} : { named }) };
  });
  const toldSince = noteTakenOver(tx.local, old, places, now, 'moved');
  const { old: _forgotten, ...rest } = record;
  putRekeying(tx.local, { ...rest, phase: 'telling', toldSince });
};

const tellOld = async (parts: RekeyParts, isWatched: boolean): Promise<void> => {
  if (isWatched) {
    await resumeTakenOver(parts);
    await inSomeCopy(parts);
  }
  // A sheet is printed and tested when the copies it leads to have everything.
  if (!isSaved(parts.store)) return;
  parts.store.transaction((tx) => {
    const record = rekeying(tx.local);
    if (record?.phase === 'telling' && isTold(tx.local, record.toldSince))
      putRekeying(tx.local, { ...record, phase: 'paper' });
  });
};

/** A sheet that was read back, and a drill by it that brought the money, end it. */
const waitForPaper = async ({ store, world }: RekeyParts): Promise<void> => {
  if (testedPaper(store) === undefined || !isProvenByPaper(store)) return;
  store.transaction((tx) => {
    const record = rekeying(tx.local);
    if (record) noteRekeyed(tx.local, record, world.now());
  });
};

const STEPS: Readonly<Record<Rekeying['phase'], (parts: RekeyParts, isWatched: boolean) => Promise<void>>> = {
  copies: makeCopies,
  money: moveMoney,
  telling: tellOld,
  paper: waitForPaper,
};

/** Waits until every place has a copy; once one has, a place that hangs is not waited for much longer. */
const inSomeCopy = async ({ world, store, cycleAll }: RekeyParts): Promise<void> => {
  const cycling = cycleAll();
  await inPatience(world, cycling);
  if (!activeProviders(store).some(({ id }) => isUpToDate(store, id))) await cycling;
};
