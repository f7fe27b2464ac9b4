// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ReissueLine, TakeoverReportView } from '../../../shared/view-restore.ts';
import { parseClock } from '../../state/clock.ts';
import { readEntry, type CarriedEntry, type Entry } from '../../state/entry.ts';
import { leaderOf, standingOf } from '../../state/standing.ts';
import type { Tx } from '../../storage/store.ts';
import { openSecret, type Secret } from '../../taler/crypto/secret.ts';
import { agreeToReissue, sumsOf, type AgreedFees } from '../../wallet/reissue.ts';
import { auditRestored } from './audit.ts';
import { noteAuditDue } from '../devices/marks.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { deviceName } from '../devices/devices.ts';
import { sameBytes } from '../copies/pack.ts';
import { parseRecovery } from '../paper/parse.ts';
import type { Recovery } from '../paper/text.ts';
import { beginWallet } from '../providers/new-wallet.ts';
import { noteSheetRead } from '../safety/paper.ts';
import { continueWallet, holdsMoneyOfItsOwn, moneyIn, restoreReport, type RestoreParts } from './restore.ts';
import { copiesJoined, findCopies, type Pointers, type Source } from './sources.ts';
import { holdsUnknown, noteTakenOver, resumeTakenOver } from './taken-over.ts';
import { joinTheirs, notAgreed, quoteTheirs } from './takeover-quote.ts';

export type TakeoverRequest = Pointers & {
  readonly recoveryText: string;
  /** the person has read what it means to take over a wallet that is still in use */
  readonly evenIfNotAbandoned?: boolean;
  /** what making their money ours alone may cost, one sum for each currency: the person has seen the sum and the cost */
  readonly agreedFees?: AgreedFees;
};

/**
 * Takes over another wallet by its recovery text. Without a backup and money here, this device goes on with that wallet under its secret;
 * otherwise that wallet's money is joined into ours (which gets a secret of its own if it has none), paid to ourselves so that its sheet reaches it no more, and its copies are marked as taken over. Refused,
 * with nothing changed, where this device is not the active one, and where that wallet's device has not left (unless asked for).
 */
export const takeover = async (
  parts: RestoreParts,
  { recoveryText, evenIfNotAbandoned = false, agreedFees, ...pointers }: TakeoverRequest,
): Promise<Result<TakeoverReportView, BackupFailure>> => {
  const { store } = parts;
  const refused = refusal(parts);
  if (refused) return err(refused);
  const sheet = parseRecovery(recoveryText);
  if (!sheet.ok) return sheet;
  const own = store.local.rootSecret();
  if (own && sameBytes(openSecret(own), openSecret(sheet.value.root))) return err({ kind: 'own-sheet' });
  const sources = await findCopies(parts, sheet.value, pointers);
  if (!sources.ok) return sources;
  const inUse = evenIfNotAbandoned ? undefined : whyInUse(copiesJoined(sources.value));
  if (inUse) return err(inUse);
  if (own === undefined && !holdsMoneyOfItsOwn(store, sources.value, parts.world.now()))
    return continueTheirs(parts, sheet.value, sources.value);
  // Going on with it carries what we do not know; joining would have to tell money from the rest.
  if (holdsUnknown(copiesJoined(sources.value))) return err({ kind: 'newer-wallet-there' });
  // The question is asked again: while we asked their providers, a round of ours may have heard of another device.
  const since = refusal(parts);
  if (since) return err(since);
  const lines = await quoteTheirs(parts.world, copiesJoined(sources.value));
  const asks = notAgreed(lines, agreedFees);
  return asks ? err(asks) : join(parts, sheet.value.root, sources.value, lines);
};

const refusal = ({ store }: RestoreParts): BackupFailure | undefined => {
  if (store.local.rootSecret() === undefined) return undefined;
  const standing = standingOf(store.entries('device'), store.deviceId());
  return standing === 'active' ? undefined : { kind: 'wrong-device-state', standing };
};

/** Why their wallet still is in use: their copies must say that its leading device has left, otherwise the person is asked. */
const whyInUse = (entries: readonly CarriedEntry[]): BackupFailure | undefined => {
  const leader = leaderOf(devicesIn(entries));
  if (!leader || leader.value.status === 'abandoned') return undefined;
  const { status, last_clock: lastClock } = leader.value;
  const wrote = lastClock === undefined ? undefined : parseClock(lastClock);
  return {
    kind: 'not-abandoned',
    device: deviceName(leader),
    status: status === 'active' ? 'active' : status === 'leaving' ? 'leaving' : 'taken-over',
    ...(wrote?.ok ? { lastWroteAt: wrote.value.ms } : {}),
  };
};

const continueTheirs = async (
  parts: RestoreParts,
  sheet: Recovery,
  sources: readonly Source[],
): Promise<Result<TakeoverReportView, BackupFailure>> => {
  const before = moneyIn(parts.wallet);
  const refused = continueWallet(parts, sheet.root, sources, 'before a takeover', (tx) => {
    noteSheetRead(tx, sheet, parts.world.now());
    for (const { id, value } of tx.entries('device'))
      if (id !== tx.deviceId()) tx.put('device', id, { ...value, status: 'taken-over' });
  });
  if (refused) return err(refused);
  const audit = await auditRestored(parts);
  await parts.cycleAll();
  return ok({ ...restoreReport(parts, sources, audit, before), how: 'continued', marked: [] });
};

const join = async (
  parts: RestoreParts,
  root: Secret,
  sources: readonly Source[],
  lines: readonly ReissueLine[],
): Promise<Result<TakeoverReportView, BackupFailure>> => {
  const theirs = copiesJoined(sources);
  const before = moneyIn(parts.wallet);
  parts.store.transaction((tx: Tx) => {
    tx.local.takeUndoCopy('before a takeover');
    // Money here without a backup gets a secret of its own: under theirs it would be open to whoever else has their sheet.
    if (tx.local.rootSecret() === undefined) beginWallet(tx, parts);
    joinTheirs(tx, theirs);
    agreeToReissue(tx, lines);
    noteTakenOver(tx.local, root, sources, parts.world.now());
    noteAuditDue(tx.local, parts.world.now(), 'find');
  });
  // The other wallet's seeds and keys go into our own copies before anything is done with its coins.
  await parts.cycleAll();
  const audit = await auditRestored(parts);
  const marked = await resumeTakenOver(parts);
  await parts.cycleAll();
  const report = restoreReport(parts, sources, audit, before);
  const told = marked.filter(({ done }) => done).length;
  return ok({
    ...report,
    how: 'joined',
    marked,
    said: [
      ...report.said,
      ...paidOver(lines),
      told === marked.length
        ? { kind: 'told-all', facts: { places: told } }
        : { kind: 'told-some', facts: { told, of: marked.length } },
    ],
  });
};

/** What is being done so that nobody else reaches the money, and what is not. */
const paidOver = (lines: readonly ReissueLine[]): TakeoverReportView['said'] => {
  const sums = sumsOf(lines, ({ total }) => total);
  const stays = sumsOf(lines, (line) => line.stays);
  const fees = sumsOf(lines, (line) => line.fees);
  return [
    ...(sums.length === 0
      ? []
      : [{ kind: 'paid-over' as const, facts: { sums, ...(fees.length === 0 ? {} : { fees }) } }]),
    ...(stays.length === 0 ? [] : [{ kind: 'stays-reachable' as const, facts: { stays } }]),
  ];
};

const devicesIn = (entries: readonly CarriedEntry[]): readonly Entry<'device'>[] =>
  entries.flatMap((carried) => {
    const entry = carried.kind === 'device' && !carried.quarantined ? readEntry(carried) : undefined;
    return entry?.kind === 'device' ? [entry] : [];
  });
