// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, cappedText, isZero, type Amount } from '../../../../shared/amount.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { idOfBatch } from '../../../state/commitment.ts';
import { coinId, type Withdrawal } from '../../../state/entry.ts';
import type { Reader, Tx } from '../../../storage/store.ts';
import type { HistoryEntry } from '../../../taler/exchange/answers.ts';
import { bytesToCrock, crockToBytes } from '../../../taler/bytes/encodings.ts';
import { withdrawFeesFirst, type Draw } from './bootstrap.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import {
  coinCount,
  planchetRange,
  selectionUnits,
  sent,
  unblindAll,
  type PlacedPlanchet,
} from '../../coins/planchets.ts';
import { statusOfNew } from '../../ledger/known-seeds.ts';
import { accountKeyOf, setReserve } from '../../ledger/reserve.ts';
import { mayNotDraw } from './hold-more.ts';
import { putWithdrawal } from './reserve.ts';
import { beyondAgreed, costOfBatch } from '../../spend/within-fees.ts';
import { abilitiesOf } from '../../../taler/exchange/generation.ts';
import { keepDenominations } from '../../coins/kept-denominations.ts';
import { mustProve } from '../../coins/proven.ts';
import { namesDenomination, requestsFor } from '../../coins/requests.ts';
import { exchangeFull, roomAt } from '../../coins/room.ts';
import { selectDenominations } from '../../coins/selection.ts';

// A reserve becomes coins batch by batch. Seed and selection of a batch are written before anything is sent and never
// change: the same planchets are asked for again until they are answered, and what cannot be had any more (its
// denomination is gone, the money is not there) is planned anew under a new seed. A refusal alone gives nothing up: an
// answer may have been lost before the denomination was revoked, and then the reserve's own history names the planchet.

/** More coins than anyone withdraws at once; what is left over becomes the next batch. */
const MAX_COINS_PER_BATCH = 4096;
/** An exchange that accepts nothing we ask for could make us invent batches for ever. */
const MAX_FAILED_BATCHES = 16;

/** True for one whose exchange has accepted nothing it was asked for. */
export const isStalled = ({ batches }: Withdrawal): boolean =>
  Object.values(batches).filter(({ status }) => status === 'failed').length >= MAX_FAILED_BATCHES;

/** One go at turning a funded reserve into coins. */
export const drawBatches = async (wallets: Wallets, id: string, withdrawal: Withdrawal): Promise<StepOutcome> => {
  const batches = Object.entries(withdrawal.batches);
  const begun = batches.find(([, { status }]) => status === 'planned' || status === 'sent');
  // What was sent is asked for again whatever the list says now; nothing new is asked for by an old one.
  const how = begun?.[1].status === 'sent' ? {} : { revalidated: true };
  const open = await wallets.exchanges.open(withdrawal.exchange, how);
  if (!open.ok) return { kind: 'failed', failure: open.error };
  if (open.value.keys.masterPub !== withdrawal.master_pub)
    return { kind: 'failed', failure: { kind: 'master-key-changed', exchange: withdrawal.exchange } };
  if (accountKeyOf(wallets.store, withdrawal) === undefined)
    return { kind: 'failed', failure: { kind: 'reserve-elsewhere', exchange: withdrawal.exchange } };
  if (begun) {
    const [batchId, batch] = begun;
    return drawBatch({ wallets, open: open.value, id, withdrawal, batchId, batch });
  }
  if (isStalled(withdrawal))
    return { kind: 'failed', failure: { kind: 'withdrawal-stalled', exchange: withdrawal.exchange } };
  return planBatch(wallets, open.value, id, withdrawal);
};

/** Selects for what the reserve really holds (never for what was announced); a reserve with nothing more to give ends the withdrawal. */
const planBatch = async (
  wallets: Wallets,
  { client, keys }: OpenExchange,
  id: string,
  withdrawal: Withdrawal,
): Promise<StepOutcome> => {
  const status = await client.reserveStatus({ reservePub: withdrawal.reserve });
  if (!status.ok) return { kind: 'failed', failure: status.error };
  const balance: Amount | undefined = status.value.state === 'known' ? status.value.balance : undefined;
  if (balance && balance.currency !== keys.currency)
    return { kind: 'failed', failure: { kind: 'currency-mismatch', expected: keys.currency, got: balance.currency } };
  const denominations = [...keys.denominations.values()];
  const how = { nowMs: wallets.world.now(), maxCoins: MAX_COINS_PER_BATCH };
  const { selection, isCut } = balance
    ? selectDenominations(denominations, balance, { ...how, room: roomAt(wallets.store, withdrawal.exchange) })
    : { selection: [], isCut: false };
  const nothing = balance === undefined || isZero(balance);
  if (selection.length === 0 && !nothing && noneOffered(denominations, balance, how)) {
    return { kind: 'failed', failure: { kind: 'no-denominations', exchange: withdrawal.exchange } };
  }
  // Over its budget the money of an exchange stays there.
  if (selection.length === 0 && isCut)
    return { kind: 'failed', failure: exchangeFull(wallets.store, withdrawal.exchange) };
  const refused = balance && (await mayNotDraw(wallets, { client, keys }, { id, withdrawal, balance }));
  if (refused) return { kind: 'failed', failure: refused };
  const made = { seed: bytesToCrock(wallets.world.randomBytes(32)), selection };
  wallets.store.transaction((tx) => {
    const before = tx.entry('withdrawal', id)?.value;
    if (balance && before && Object.keys(before.batches).length === 0)
      putWithdrawal(tx, id, { arrived: before.arrived ?? amountToText(balance) });
    if (selection.length > 0) {
      const batches = {
        ...before?.batches,
        [idOfBatch(made)]: { ...made, status: 'planned' as const },
      };
      putWithdrawal(tx, id, { batches });
      keepDenominations(
        tx,
        keys,
        selection.map(({ h }) => h),
      );
      return;
    }
    setReserve(tx, withdrawal.reserve, 'drained');
    putWithdrawal(tx, id, { status: 'done', ...(nothing ? {} : { why: `rest ${amountToText(balance)}` }) });
  });
  return selection.length > 0 ? { kind: 'again' } : { kind: 'finished' };
};

/** True when the exchange offers no denomination at all just now, whatever the sum: then nothing may be written off. */
const noneOffered = (
  denominations: Parameters<typeof selectDenominations>[0],
  { currency }: Amount,
  how: { readonly nowMs: number; readonly maxCoins: number },
): boolean => selectDenominations(denominations, { currency, units: 10n ** 20n }, { ...how, maxCoins: 1 }).coins === 0;

/** Sends what of a batch is not answered yet, in requests of the exchange's size. */
export const drawBatch = async (draw: Draw): Promise<StepOutcome> => {
  const { wallets, open, id, batchId, batch } = draw;
  const total = coinCount(batch.selection);
  let given = 0;
  const have = ownCoins(wallets.store, id, batchId);
  for (const range of requestsFor(open, total, (index) => have.has(coinId(batchId, index)))) {
    const planchets = await planchetRange(
      wallets.world,
      crockToBytes(batch.seed, 32),
      batch.selection,
      range,
      open.keys,
    );
    if (!planchets.ok) {
      if (planchets.error.kind === 'malicious-key')
        return { kind: 'failed', failure: { kind: 'malicious-denomination', exchange: open.keys.baseUrl } };
      // Nothing is known of the denomination any more. Coins already signed stay; the rest is planned anew, unless the
      // exchange has taken money for such a coin that is not here.
      const missing = planchets.error.h;
      const taken = await takenFor(draw, ({ detail }) => namesDenomination(detail, missing));
      if (!taken.ok) return { kind: 'failed', failure: taken.error };
      if (taken.value > drawnOf(draw, missing)) return withheld(draw);
      given += range.to - range.from;
      continue;
    }
    const allowed = await wallets.gate({ kind: 'withdrawal', id }, batchId);
    if (!allowed.ok)
      return allowed.error.kind === 'superseded'
        ? { kind: 'failed', failure: allowed.error }
        : withdrawFeesFirst(draw, allowed.error);
    const dearer = beyondAgreed(open.keys.baseUrl, costOfBatch(draw.withdrawal, batch, open.keys));
    if (dearer) return { kind: 'failed', failure: dearer };
    if (batch.status === 'planned') markBatch(draw, 'sent');
    const before = await bookedSingly(draw, planchets.value);
    if (!before.ok) return { kind: 'failed', failure: before.error };
    if (before.value > 0) return withheld(draw);
    const failure: WalletFailure | undefined = await drawPlanchets(draw, planchets.value);
    if (!failure) continue;
    if (abilitiesOf(open.keys).repeatsWhole) {
      // Paid for or not, it is one thing: asked for as long as it takes, or planned anew under another seed.
      if (failure.kind === 'already-withdrawn') return withheld(draw);
      if (!isFinal(failure)) return { kind: 'failed', failure };
      given += planchets.value.length;
      continue;
    }
    // v23 says already-withdrawn when only some of these were answered before.
    if (!isFinal(failure) && failure.kind !== 'already-withdrawn') return { kind: 'failed', failure };
    // Part of the request can no longer be had. One by one it shows which part, and none that was signed is lost.
    for (const planchet of planchets.value) {
      const alone = await drawPlanchets(draw, [planchet]);
      if (alone && !isFinal(alone)) return { kind: 'failed', failure: alone };
      if (!alone) continue;
      const envelope = bytesToCrock(planchet.coinEvHash);
      const taken = await takenFor(draw, ({ detail }) => detail['h_coin_envelope'] === envelope);
      if (!taken.ok) return { kind: 'failed', failure: taken.error };
      if (taken.value === 0) given += 1;
      else if (await drawPlanchets(draw, [planchet], { areBooked: true })) return withheld(draw);
    }
  }
  markBatch(draw, given > 0 ? 'failed' : 'done');
  // The first coins there: the smallest of them shows that the exchange makes change.
  if (mustProve(wallets.store, open.keys))
    wallets.store.transaction((tx) => tx.local.deleteTask('upkeep', open.keys.baseUrl));
  return { kind: 'again' };
};

/** How many withdrawals of this kind the exchange has booked on the reserve, each signed by its key; none where it tells no history. */
const takenFor = async (
  { wallets, open, withdrawal }: Draw,
  which: (entry: HistoryEntry) => boolean,
): Promise<Result<number, WalletFailure>> => {
  const priv = accountKeyOf(wallets.store, withdrawal);
  if (priv === undefined) throw new Error('defect: a withdrawal without its reserve key');
  const history = await open.client.reserveHistory({ reservePriv: crockToBytes(priv, 32) });
  // v14 has none; its single withdrawals are repeatable, so a refusal there says that nothing was booked.
  if (!history.ok && (history.error.kind === 'unsupported-operation' || history.error.kind === 'reserve-unknown'))
    return ok(0);
  return history.ok
    ? ok(history.value.entries.filter((each) => each.type === 'WITHDRAW' && which(each)).length)
    : history;
};

/**
 * How many of these an exchange that repeats requests whole has booked one by one, in a version of before: it does not know them again and
 * would be paid twice. What was never sent is not asked about.
 */
const bookedSingly = async (
  draw: Draw,
  planchets: readonly PlacedPlanchet[],
): Promise<Result<number, WalletFailure>> => {
  if (draw.batch.status !== 'sent' || !abilitiesOf(draw.open.keys).repeatsWhole) return ok(0);
  const envelopes = new Set<unknown>(planchets.map(({ coinEvHash }) => bytesToCrock(coinEvHash)));
  return takenFor(draw, ({ detail }) => envelopes.has(detail['h_coin_envelope']));
};

const drawnOf = ({ wallets, withdrawal }: Draw, h: string): number =>
  wallets.store
    .entries('withdrawal')
    .filter(({ value }) => value.reserve === withdrawal.reserve)
    .reduce(
      (sum, each) => sum + wallets.store.coins({ sourceId: each.id }).filter(({ value }) => value.h === h).length,
      0,
    );

/** The outcome when the exchange took the money and gives no coins: the same coins are asked for as long as it takes. */
const withheld = ({ wallets, id, batchId, batch, withdrawal }: Draw): StepOutcome => {
  const all = selectionUnits(batch.selection);
  const have = ownCoins(wallets.store, id, batchId);
  const here = [...have].reduce(
    (sum, each) => sum + amount(wallets.store.entry('coin', each)?.value.v ?? withdrawal.amount).units,
    0n,
  );
  const sum = cappedText({ currency: amount(withdrawal.amount).currency, units: all - here });
  return { kind: 'failed', failure: { kind: 'coins-withheld', exchange: withdrawal.exchange, sum } };
};

/** Failures after which these very planchets will never be signed. */
const isFinal = (failure: WalletFailure): boolean =>
  failure.kind === 'reserve-insufficient' || (failure.kind === 'denomination-gone' && failure.why !== 'not-yet');

/** Asks for signatures, verifies them, and writes the coins; undefined when all is well. */
export const drawPlanchets = async (
  { wallets, open, id, withdrawal, batchId }: Draw,
  planchets: readonly PlacedPlanchet[],
  how: { readonly areBooked?: true; readonly ifBooked?: true } = {},
): Promise<WalletFailure | undefined> => {
  const priv = accountKeyOf(wallets.store, withdrawal);
  if (priv === undefined) throw new Error('defect: a withdrawal without its reserve key');
  const answer = await open.client.withdraw({
    reservePriv: crockToBytes(priv, 32),
    planchets: planchets.map(sent),
    ...how,
  });
  if (!answer.ok) return answer.error;
  if (how.ifBooked && answer.value.length === 0) return undefined;
  const signatures = await unblindAll(wallets.world, planchets, answer.value);
  // Wrong signatures: the planchets stay as they are, and the same request is sent again later.
  if (!signatures.ok) return { kind: 'bad-coin-signature', exchange: withdrawal.exchange };
  wallets.store.transaction((tx) => {
    const status = statusOfNew(tx, batchId);
    for (const [at, { index, denomination }] of planchets.entries()) {
      const signature = signatures.value[at];
      if (!signature) throw new Error('defect: fewer signatures than planchets');
      const v = amountToText(denomination.value);
      // Asked for again with others, it stays as it is.
      if (tx.entry('coin', coinId(batchId, index))) continue;
      tx.put('coin', coinId(batchId, index), {
        source: 'withdrawal',
        source_id: id,
        exchange: withdrawal.exchange,
        master_pub: withdrawal.master_pub,
        h: denomination.hash,
        v,
        sig: bytesToCrock(signature),
        status,
        remaining: v,
      });
    }
  });
  return undefined;
};

const ownCoins = (reader: Pick<Reader, 'coins'>, withdrawalId: string, batchId: string): ReadonlySet<string> =>
  new Set(reader.coins({ sourceId: withdrawalId }).flatMap(({ id }) => (id.startsWith(`${batchId}/`) ? [id] : [])));

const markBatch = ({ wallets, id, batchId }: Draw, status: 'sent' | 'failed' | 'done'): void => {
  wallets.store.transaction((tx) => putBatch(tx, id, batchId, status));
};

const putBatch = (tx: Tx, id: string, batchId: string, status: 'sent' | 'failed' | 'done'): void => {
  const batches = tx.entry('withdrawal', id)?.value.batches ?? {};
  const batch = batches[batchId];
  if (!batch) throw new Error('defect: a batch vanished while it was being worked on');
  putWithdrawal(tx, id, { batches: { ...batches, [batchId]: { ...batch, status } } });
};
