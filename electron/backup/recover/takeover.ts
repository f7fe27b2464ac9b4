// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ReissueLine, TakeoverReportView } from '../../../shared/view-restore.ts';
import { parseClock } from '../../state/clock.ts';
import { readEntry, type CarriedEntry, type Entry } from '../../state/entry.ts';
import { leaderOf, standingOf } from '../../state/standing.ts';
import type { Tx } from '../../storage/store.ts';
import { openSecret, type Secret } from '../../taler/crypto/secret.ts';
import { agreeToReissue, sumsOf, type AgreedFees } from '../../wallet/reissue.ts';
import { isRealThere } from '../../wallet/unmixed.ts';
import { auditRestored } from './audit.ts';
import { keepBeforeJoining } from './before.ts';
import { noteAuditDue } from '../devices/marks.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { deviceNames } from '../devices/devices.ts';
import { sameBytes } from '../copies/pack.ts';
import { parseRecovery } from '../paper/parse.ts';
import type { Recovery } from '../paper/text.ts';
import { activeProviders, isUpToDate } from '../providers/known.ts';
import { beginWallet } from '../providers/new-wallet.ts';
import { noteSheetRead } from '../safety/paper.ts';
import {
  continuedReport,
  continueWallet,
  holdsMoneyOfItsOwn,
  moneyIn,
  restoreReport,
  type RestoreParts,
} from './restore.ts';
import { forgetSession } from './escrow/session.ts';
import { inPatience } from './patience.ts';
import { copiesJoined, findCopies, type Pointers } from './sources.ts';
import type { Source } from './source.ts';
import { namerOf, unknownIssuer } from './takeover-issuers.ts';
import { resumeTakenOver } from './taken-over.ts';
import { noteTakenOver } from './taken-over-record.ts';
import { holdsUnknown } from './theirs.ts';
import { heardFrom } from './heard.ts';
import { joinTheirs, notAgreed, quoteTheirs } from './takeover-quote.ts';

export type TakeoverRequest = Pointers & {
  readonly recoveryText: string;
  /** the person has read what it means to take over a wallet that is still in use */
  readonly evenIfNotAbandoned?: boolean;
  /** what making their money ours alone may cost, one sum for each currency: the person has seen the sum and the cost */
  readonly agreedFees?: AgreedFees;
  /** issuers that this wallet does not know and whose hosts the person has seen and agreed to, by base URL */
  readonly newExchanges?: readonly string[];
};

/**
 * Takes over another wallet by its recovery text. Without a backup and money here, this device goes on with that wallet under its secret;
 * otherwise that wallet's money is joined into ours (which gets a secret of its own if it has none), paid to ourselves so that its sheet reaches it no more, and its copies are marked as taken over. Refused,
 * with nothing changed, where this device is not the active one, and where that wallet's device has not left (unless asked for).
 */
export const takeover = async (
  parts: RestoreParts,
  { recoveryText, ...request }: TakeoverRequest,
): Promise<Result<TakeoverReportView, BackupFailure>> => {
  const refused = refusal(parts);
  if (refused) return err(refused);
  const sheet = parseRecovery(recoveryText);
  if (!sheet.ok) return sheet;
  return takeoverOf(parts, sheet.value, request, (tx) => noteSheetRead(tx, sheet.value, parts.world.now()));
};

/** The same with what stands on a sheet, from wherever it came; `also` is written down where this device goes on with that wallet. */
export const takeoverOf = async (
  parts: RestoreParts,
  sheet: Recovery,
  { evenIfNotAbandoned = false, agreedFees, newExchanges = [], ...pointers }: Omit<TakeoverRequest, 'recoveryText'>,
  also: (tx: Tx) => void,
): Promise<Result<TakeoverReportView, BackupFailure>> => {
  const { store } = parts;
  const refused = refusal(parts);
  if (refused) return err(refused);
  const own = store.local.rootSecret();
  if (own && sameBytes(openSecret(own), openSecret(sheet.root))) return err({ kind: 'own-sheet' });
  const sources = await findCopies(parts, sheet, pointers);
  if (!sources.ok) return sources;
  const inUse = whyInUse(copiesJoined(sources.value));
  if (inUse && !evenIfNotAbandoned) return err(inUse);
  if (own === undefined && !holdsMoneyOfItsOwn(store, sources.value, parts.world.now()))
    return continueTheirs(parts, sheet.root, sources.value, also);
  // Going on with it carries what we do not know; joining would have to tell money from the rest.
  const theirs = heardFrom(
    parts.world,
    sources.value.flatMap(({ copy }) => copy?.apart ?? []),
  );
  if (holdsUnknown(theirs)) return err({ kind: 'newer-wallet-there' });
  if (isRealThere(store, theirs)) return err({ kind: 'play-money-here' });
  // The question is asked again: while we asked their providers, a round of ours may have heard of another device.
  const since = refusal(parts);
  if (since) return err(since);
  const stranger = await unknownIssuer(parts, { sources: sources.value, theirs, agreed: newExchanges });
  if (stranger) return err(stranger);
  const lines = await quoteTheirs(parts.world, theirs);
  const asks = notAgreed(lines, agreedFees, inUse?.device);
  return asks ? err(asks) : join(parts, sheet.root, { sources: sources.value, theirs }, lines);
};

const refusal = ({ store }: RestoreParts): BackupFailure | undefined => {
  if (store.local.rootSecret() === undefined) return undefined;
  const standing = standingOf(store.entries('device'), store.deviceId());
  return standing === 'active' ? undefined : { kind: 'wrong-device-state', standing };
};

/** Why their wallet still is in use: their copies must say that its leading device has left, otherwise the person is asked. */
const whyInUse = (
  entries: readonly CarriedEntry[],
): Extract<BackupFailure, { readonly kind: 'not-abandoned' }> | undefined => {
  const devices = devicesIn(entries);
  const leader = leaderOf(devices);
  if (!leader || leader.value.status === 'abandoned') return undefined;
  const { status, last_clock: lastClock } = leader.value;
  const wrote = lastClock === undefined ? undefined : parseClock(lastClock);
  return {
    kind: 'not-abandoned',
    device: deviceNames(devices).get(leader.id) ?? '',
    status: status === 'active' ? 'active' : status === 'leaving' ? 'leaving' : 'taken-over',
    ...(wrote?.ok ? { lastWroteAt: wrote.value.ms } : {}),
  };
};

const continueTheirs = async (
  parts: RestoreParts,
  root: Secret,
  sources: readonly Source[],
  also: (tx: Tx) => void,
): Promise<Result<TakeoverReportView, BackupFailure>> => {
  const before = moneyIn(parts.wallet);
  const refused = continueWallet(parts, root, sources, 'continued', (tx) => {
    also(tx);
    for (const { id, value } of tx.entries('device'))
      if (id !== tx.deviceId()) tx.put('device', id, { ...value, status: 'taken-over' });
  });
  if (refused) return err(refused);
  parts.progress.joined();
  const audit = await auditRestored(parts, parts.progress);
  await inPatience(parts.world, parts.cycleAll());
  return ok({ ...continuedReport(parts, sources, audit, before), how: 'continued', marked: [] });
};

const join = async (
  parts: RestoreParts,
  root: Secret,
  { sources, theirs }: { readonly sources: readonly Source[]; readonly theirs: readonly CarriedEntry[] },
  lines: readonly ReissueLine[],
): Promise<Result<TakeoverReportView, BackupFailure>> => {
  const before = moneyIn(parts.wallet);
  const by = namerOf(parts, sources);
  const isJoined = parts.store.transaction((tx: Tx) => {
    if (isRealThere(tx, theirs)) return false;
    const step = keepBeforeJoining(tx, root, { sources, there: sumsOf(lines, ({ reachable }) => reachable) });
    // Money here without a backup gets a secret of its own: under theirs it would be open to whoever else has their sheet.
    if (tx.local.rootSecret() === undefined) beginWallet(tx, parts);
    joinTheirs(tx, theirs, by);
    agreeToReissue(tx, lines, step);
    noteTakenOver(tx.local, root, sources, parts.world.now());
    noteAuditDue(tx.local, parts.world.now(), 'find');
    forgetSession(tx);
    return true;
  });
  if (!isJoined) return err({ kind: 'play-money-here' });
  return payOver(parts, { sources, lines, before });
};

type Joined = {
  readonly sources: readonly Source[];
  readonly lines: readonly ReissueLine[];
  /** what was here before */
  readonly before: readonly string[];
};

/** What follows once another's money was joined: our own copies, the audit, the payments to ourselves, and word to the other one's places. */
export const payOver = async (
  parts: RestoreParts,
  { sources, lines, before }: Joined,
): Promise<Result<TakeoverReportView, BackupFailure>> => {
  parts.progress.joined();
  // The other wallet's seeds and keys go into our own copies before anything is done with its coins.
  await inSomeCopy(parts, parts.cycleAll());
  const audit = await auditRestored(parts, parts.progress);
  // Before anybody hears of it: their copies, once they say so, tell whoever else has that sheet to hurry.
  const lost = spentElsewhere(parts);
  const done = await parts.wallet.payOver(() => inSomeCopy(parts, parts.cycleAll()));
  const taken = sumsLost(lost, spentElsewhere(parts));
  const marked = await resumeTakenOver(parts);
  await inPatience(parts.world, parts.cycleAll());
  const report = restoreReport(parts, sources, audit, before);
  const told = marked.filter(({ done }) => done).length;
  return ok({
    ...report,
    how: 'joined',
    marked,
    said: [
      ...report.said,
      ...paidOver(lines, { done, taken, open: stillReachable(parts) }),
      told === marked.length
        ? { kind: 'told-all', facts: { places: told } }
        : { kind: 'told-some', facts: { told, of: marked.length } },
    ],
  });
};

/** Waits until every place has a copy; once one has, a place that hangs is not waited for much longer. */
const inSomeCopy = async ({ world, store }: RestoreParts, cycling: Promise<unknown>): Promise<void> => {
  await inPatience(world, cycling);
  if (!activeProviders(store).some(({ id }) => isUpToDate(store, id))) await cycling;
};

/** What was done so that nobody else reaches the money, what is being done, what somebody else was faster with, and what stays. */
const paidOver = (
  lines: readonly ReissueLine[],
  { done, taken, open }: { readonly [sums in 'done' | 'taken' | 'open']: readonly string[] },
): TakeoverReportView['said'] => {
  const stays = sumsOf(lines, (line) => line.stays);
  const fees = sumsOf(lines, (line) => line.fees);
  const cost = fees.length === 0 ? {} : { fees };
  return [
    ...(done.length === 0 ? [] : [{ kind: 'paid-over-done' as const, facts: { sums: done } }]),
    ...(open.length === 0 || stays.length > 0 ? [] : [{ kind: 'paid-over' as const, facts: { sums: open, ...cost } }]),
    ...(taken.length === 0 ? [] : [{ kind: 'taken-meanwhile' as const, facts: { sums: taken } }]),
    ...(stays.length === 0 ? [] : [{ kind: 'stays-reachable' as const, facts: { stays } }]),
  ];
};

/** What whoever has that sheet can still spend, by the books. */
const stillReachable = ({ wallet }: Pick<RestoreParts, 'wallet'>): readonly string[] =>
  wallet
    .balances()
    .flatMap(({ notes = [] }) => notes.flatMap((note) => (note.kind === 'reachable' ? [note.facts.sum] : [])));

type Lost = ReadonlyMap<string, bigint>;

/** What the books say others have spent of our coins, by currency (10⁻⁸). */
const spentElsewhere = ({ wallet }: Pick<RestoreParts, 'wallet'>): Lost => {
  const sums = new Map<string, bigint>();
  for (const { type, currency, amount: text } of wallet.history())
    if (type === 'spent-elsewhere') sums.set(currency, (sums.get(currency) ?? 0n) + amount(text).units);
  return sums;
};

const sumsLost = (before: Lost, after: Lost): readonly string[] =>
  [...after].flatMap(([currency, units]) => {
    const more = units - (before.get(currency) ?? 0n);
    return more > 0n ? [cappedText({ currency, units: more })] : [];
  });

const devicesIn = (entries: readonly CarriedEntry[]): readonly Entry<'device'>[] =>
  entries.flatMap((carried) => {
    const entry = carried.kind === 'device' && !carried.quarantined ? readEntry(carried) : undefined;
    return entry?.kind === 'device' ? [entry] : [];
  });
