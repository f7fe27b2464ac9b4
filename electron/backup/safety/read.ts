// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, amountToText, zeroAmount } from '../../../shared/amount.ts';
import { calledPlace } from '../../../shared/names.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { timestampToMs } from '../../../shared/time.ts';
import { parseClock } from '../../state/clock.ts';
import type { Entry, ProviderEntry, Withdrawal } from '../../state/entry.ts';
import { standingOf } from '../../state/standing.ts';
import type { Reader, Store } from '../../storage/store.ts';
import { explainStanding } from '../../wallet/failure/explain.ts';
import type { World } from '../../world.ts';
import { moneyFrom, type MoneyFrom } from '../copies/risk.ts';
import { agreedTotal } from '../cycle/agreed-total.ts';
import { feeAhead, isFreeAhead } from '../cycle/announced.ts';
import { isCopyGone, lackingFee, outcomeNotes, type CycleOutcome } from '../cycle/outcome.ts';
import { wantedCopies } from '../cycle/quorum.ts';
import { readOutcome } from '../cycle/read-outcome.ts';
import { movedAt } from '../devices/marks.ts';
import { activeProviders, isFree, isUnread, isUpToDate, verifiedCopy, waysTo } from '../providers/known.ts';
import { escrowFacts } from './escrow.ts';
import type { PlaceFacts, SafetyFacts } from './facts.ts';
import { doubtsOf, lastDrill } from './last-drill.ts';
import { isSheetShown, testedPaper } from './paper.ts';

type Parts = { readonly world: World; readonly store: Store };

/** What the state of safety is judged by, as this installation knows it now. */
export const readSafety = ({ world, store }: Parts): SafetyFacts => {
  const now = world.now();
  const standing = standingOf(store.entries('device'), store.deviceId());
  const paper = testedPaper(store);
  const money = moneyFrom(store);
  const places = activeProviders(store).map((provider) => placeFacts({ world, store }, provider, { now, money }));
  const wanted = wantedCopies(store);
  const changedAt = unsavedSince(store, places, wanted);
  return {
    now,
    ...(standing === 'active'
      ? {}
      : {
          standstill: explainStanding(standing, store.local.rootSecret() === undefined, movedAt(store) !== undefined),
        }),
    money,
    places,
    ...(paper === undefined ? {} : { paper }),
    ...escrowFacts(store, now),
    ...failedDrill(store, places),
    sheetShown: isSheetShown(store),
    wanted,
    ...(changedAt === undefined ? {} : { changedAt }),
    waits: store.entries('withdrawal').some(({ value }) => waitsForCopy(value)),
  };
};

/** A drill that failed counts until another one has passed, and for a place it caught until that place was read; a copy that was made since is a reason to carry one out. */
const failedDrill = (store: Store, places: readonly PlaceFacts[]): Pick<SafetyFacts, 'failedDrill' | 'drilledAt'> => {
  const drill = lastDrill(store);
  if (drill === undefined) return {};
  const since = new Map(doubtsOf(drill).map(({ place, at }) => [place, at]));
  const lost = places.filter(({ id }) => since.has(id));
  const hasFailed = drill.verdict === 'failed';
  if (!hasFailed && lost.length === 0) return { drilledAt: drill.at };
  const at = hasFailed ? drill.at : Math.max(...lost.map(({ id }) => since.get(id) ?? 0));
  const isMended = (lost.length > 0 ? lost : places).every(
    ({ id, copy }) => copy !== undefined && copy.at > (since.get(id) ?? at),
  );
  const lacking = hasFailed ? drill.lacking : [];
  return { failedDrill: { at, lacking, places: lost.map(({ name }) => name), isMended } };
};

/** When the first of the changes was made that too few places have; what comes after it makes it no younger. Known as long as the program runs. */
const unsaved = new WeakMap<Store, number>();

const unsavedSince = (store: Store, places: readonly PlaceFacts[], wanted: number): number | undefined => {
  const changedAt = lastChange(store);
  const isSaved = places.filter(({ copy }) => copy?.complete === true).length >= wanted;
  if (isSaved || changedAt === undefined) unsaved.delete(store);
  else unsaved.set(store, Math.min(unsaved.get(store) ?? changedAt, changedAt));
  return unsaved.get(store) ?? changedAt;
};

/** A month before a paid year ends nothing more is expected of a place that does not renew it by itself. */
const WARN_BEFORE_MS = 30 * 24 * 3600 * 1000;
/** A renewal that fails for another reason than money is tried again; in the last days it is told. */
const LAST_DAYS_MS = 4 * 24 * 3600 * 1000;

type Now = { readonly now: number; readonly money: readonly MoneyFrom[] };

const placeFacts = ({ world, store }: Parts, { id, value }: Entry<'provider'>, { now, money }: Now): PlaceFacts => {
  const progress = store.local.providerProgress(id);
  const outcome = outcomeNow({ world, store }, id);
  const copy = verifiedCopy(store, id);
  const until = value.paid_until === undefined ? Number.POSITIVE_INFINITY : timestampToMs(value.paid_until);
  const asks = (outcome && askedOf(outcome, until - now)) ?? lacksForYear(store, { id, value }, money, until - now);
  const failingSince = progress?.failingSince ?? 0;
  return {
    id,
    name: calledPlace(id, value.name, waysTo(store, id).access?.address),
    ...(copy === undefined ? {} : { copy: { at: copy.at, sources: copy.sources, complete: isUpToDate(store, id) } }),
    gone: outcome !== undefined && isCopyGone(outcome) && progress?.verifiedAt !== undefined,
    ...(isUnread(store, id) ? { unread: true } : {}),
    ...(Number.isFinite(until) ? { paidUntil: until } : {}),
    ...(isFree(value) && asks === undefined ? {} : { isPaid: true as const }),
    ...(failingSince > 0 ? { failingSince } : {}),
    unplugged: outcome?.kind === 'unreachable' && outcome.why.kind === 'folder-missing',
    ...(asks === undefined ? {} : { asks }),
  };
};

/** A try follows what came within so long, whatever the dice say. */
const TRIED_MS = 3 * 60_000;

/** What a place last said, as it stands now: where money came since that it lacked then, its payment is under way. */
export const outcomeNow = ({ world, store }: Parts, id: string): CycleOutcome | undefined => {
  const { lastOutcome, lastAttemptAt = 0 } = store.local.providerProgress(id) ?? {};
  const outcome = readOutcome(lastOutcome);
  const fee = lackingFee(outcome);
  const changedAt = lastChange(store) ?? 0;
  if (fee === undefined || changedAt < lastAttemptAt || Math.abs(world.now() - changedAt) > TRIED_MS) return outcome;
  const have = moneyFrom(store)
    .filter(({ sum, arriving }) => arriving !== true && sum.currency === fee.currency)
    .reduce((all, { sum }) => all + sum.units, 0n);
  return have >= fee.units ? { kind: 'payment-required' } : outcome;
};

/** What will keep the next year from being paid, as far as that is known before it is tried: its person's limit, or too little money. */
export const lacksForYear = (
  reader: Pick<Reader, 'local'>,
  { id, value }: { readonly id: string; readonly value: ProviderEntry },
  money: readonly MoneyFrom[],
  leftMs: number,
): Said<'placeNote'> | undefined => {
  const asked = feeAhead(reader, id, value);
  if (asked === undefined || isFreeAhead(reader, id, value) || leftMs > WARN_BEFORE_MS || leftMs <= 0) return undefined;
  const fee = amount(asked);
  const cap = agreedTotal(value);
  const isSame = cap !== undefined && amount(cap).currency === fee.currency;
  if (cap !== undefined && !(isSame && amount(cap).units >= fee.units)) {
    const kind = isSame ? 'fee-above-cap' : 'other-currency';
    return { kind: 'asks', facts: { why: { kind, facts: { fee: asked, cap } } } };
  }
  const have = money
    .filter(({ sum }) => sum.currency === fee.currency)
    .reduce((all, { sum }) => addCapped(all, sum), zeroAmount(fee.currency));
  return have.units >= fee.units ? undefined : { kind: 'year-lacks', facts: { fee: asked, have: amountToText(have) } };
};

/** What of an outcome only the person can decide, because it is about money. */
const askedOf = (outcome: CycleOutcome, leftMs: number): Said<'placeNote'> | undefined => {
  switch (outcome.kind) {
    case 'asks':
      return outcomeNotes(outcome)[0];
    case 'payment-required':
      return outcome.why === undefined ? undefined : outcomeNotes(outcome)[0];
    case 'stored':
    case 'unchanged': {
      const { renewal } = outcome;
      if (renewal === undefined || leftMs > WARN_BEFORE_MS) return undefined;
      return renewal.kind === 'asks' || renewal.kind === 'unpaid' || leftMs < LAST_DAYS_MS ? renewal : undefined;
    }
    default:
      return undefined;
  }
};

/** When this device last changed something itself (milliseconds since the epoch). */
export const lastChange = (store: Store): number | undefined => {
  const clock = store.entry('device', store.deviceId())?.value.last_clock;
  const read = clock === undefined ? undefined : parseClock(clock);
  return read?.ok === true ? read.value.ms : undefined;
};

const waitsForCopy = ({ status, without_backup, batches }: Withdrawal): boolean =>
  status === 'withdrawing' &&
  without_backup !== true &&
  Object.values(batches).some((batch) => batch.status === 'planned' && batch.bootstrap !== true);
