// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { msToTimestamp, timestampToMs, type Timestamp } from '../../../../shared/time.ts';
import { boundOfPurse, idOfWithdrawal, nonceOfPurse, placeKey } from '../../../state/commitment.ts';
import type { ValueByKind } from '../../../state/entry.ts';
import { MAX_TALLY } from '../../../state/field.ts';
import type { Tx } from '../../../storage/store.ts';
import { eddsaPublicKey } from '../../../taler/crypto/eddsa.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { makePeerTerms, readPeerTerms, type PeerTerms } from '../../../taler/peer/contract.ts';
import type { World } from '../../../world.ts';
import type { Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { JOB_MS } from '../../ledger/abroad.ts';
import { reservedCoins } from '../../ledger/spend.ts';

/** What every flow with a purse needs: the exchange that holds it, under the master key it was begun with, and its contract. */
export type OwnPurse = { readonly open: OpenExchange; readonly terms: PeerTerms };

/** The wish to have a payment or invoice back, and the exchange's no, are part of its entry, so that a restart and every copy go on with them. */
type Wishing = { readonly status: string; readonly why?: string; readonly called_back?: number };

/** Statuses in which it is not decided what becomes of it. */
export const UNDECIDED: ReadonlySet<string> = new Set(['planned', 'created', 'open', 'paying']);

/** The words that stood in `why` until the count had a member of its own (November 2026); copies still hold them. */
const OLD_WORD = /^calling-back(?:-([2-9]))?$/;

const oldCount = (why: string | undefined): number => {
  const match = OLD_WORD.exec(why ?? '');
  return match ? Number(match[1] ?? 1) : 0;
};

/** Wishes and refusals so far: each is one more than the last, so that a join keeps the later; odd ones are wishes. */
const countOf = ({ why, called_back: count = 0 }: Wishing): number => Math.max(count, oldCount(why));

/** True for what its owner wants back while it is not decided whether that is possible. */
export const isCalledBack = (value: Wishing): boolean => UNDECIDED.has(value.status) && countOf(value) % 2 === 1;

/** The entry with that wish. */
export const withWish = <T extends Wishing>(value: T): T =>
  isCalledBack(value) ? value : { ...value, called_back: Math.min(countOf(value) + 1, MAX_TALLY) };

/** The exchange calls nothing back: the same entry goes on as it was. */
export const wishRefused = <T extends Wishing>(value: T): T =>
  isCalledBack(value) ? { ...value, called_back: Math.min(countOf(value) + 1, MAX_TALLY) } : value;

/** The entry for a new status: what an older wallet wrote of a wish into the reason does not belong to that. */
export const withoutWish = <T extends Wishing>(value: T): Omit<T, 'why'> | T => {
  if (oldCount(value.why) === 0) return value;
  const { why: _, ...rest } = value;
  return rest;
};

/** True for an invoice whose coins were refused and that would now cost more than was shown: its person is asked again. */
export const isAsking = ({ status, why, coins }: ValueByKind['pull-in']): boolean =>
  status === 'paying' && why === 'fees-changed' && reservedCoins(coins).length === 0;

/** The exchange has understood and says no: asking again is of no use. */
export const isRefusal = (failure: WalletFailure): boolean =>
  failure.kind === 'signature-refused' ||
  failure.kind === 'unsupported-operation' ||
  (failure.kind === 'refused' && failure.code !== undefined);

/** An exchange does not keep a purse for ever: once it has given back what nobody took, nothing but the coins or the reserve tells. */
export const isOverAndForgotten = (
  { now }: Pick<World, 'now'>,
  failure: WalletFailure,
  { expiration }: Pick<PeerTerms, 'expiration'>,
): boolean => failure.kind === 'purse-unknown' && now() > timestampToMs(expiration) + 24 * JOB_MS;

/** What else the key of a purse of ours is bound to: whom its money is for. */
type Purpose = Pick<ValueByKind['push-out'], 'invoice' | 'reissue'> &
  Partial<Pick<ValueByKind['pull-out'], 'reserve' | 'merge_timestamp'>>;

/** A purse of ours that does not exist yet, under its public key: fresh keys and the contract, as its entry keeps them. */
export const newPurse = <P extends Purpose>(
  { now, randomBytes }: Pick<World, 'now' | 'randomBytes'>,
  keys: Pick<ExchangeKeys, 'baseUrl' | 'masterPub'>,
  wanted: { readonly amount: Amount; readonly summary: string; readonly expiration: Timestamp },
  purpose: P,
) => {
  const [keySeed, mergePriv, contractPriv] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const terms = makePeerTerms(wanted);
  const facts = {
    exchange: keys.baseUrl,
    master_pub: keys.masterPub,
    merge_priv: bytesToCrock(mergePriv),
    contract_priv: bytesToCrock(contractPriv),
    amount: amountToText(terms.amount),
    terms: terms.raw,
    h_contract: bytesToCrock(terms.hContract),
    purse_expiration: wanted.expiration,
    ...purpose,
  };
  const pursePriv = placeKey(keySeed, { ...facts, bound: boundOfPurse(facts) });
  const fields = {
    ...facts,
    purse_priv: bytesToCrock(pursePriv),
    key_seed: bytesToCrock(keySeed),
    created: msToTimestamp(now()),
  };
  return { id: bytesToCrock(eddsaPublicKey(pursePriv)), fields };
};

/** Connects to a purse's exchange and reads the stored contract again. */
export const openOwn = async (
  wallets: Wallets,
  purse: {
    readonly exchange: string;
    readonly master_pub: string;
    readonly terms?: Readonly<Record<string, unknown>>;
  },
): Promise<Result<OwnPurse, WalletFailure>> => {
  const terms = readPeerTerms(purse.terms);
  if (!terms.ok) return terms;
  const open = await wallets.exchanges.open(purse.exchange);
  if (!open.ok) return open;
  return open.value.keys.masterPub === purse.master_pub
    ? ok({ open: open.value, terms: terms.value })
    : err({ kind: 'master-key-changed', exchange: purse.exchange });
};

/** A reserve of ours that will receive one purse, written with the purse's own entry before anything is sent. */
export const putMergeReserve = (
  tx: Tx,
  pub: string,
  reserve: Pick<ValueByKind['reserve'], 'priv' | 'key_seed' | 'exchange' | 'master_pub' | 'created'> & {
    readonly bound?: string;
  },
): void => tx.put('reserve', pub, { ...reserve, purpose: 'merge', status: 'announced' });

/** The withdrawal that makes coins of what a purse brings into a reserve: on whichever device that begins, it is the same one. */
export const withdrawalOfPurse = (
  {
    exchange,
    master_pub,
    amount: sum,
    reserve,
  }: Pick<Merged, 'exchange' | 'master_pub' | 'amount'> & { readonly reserve: string },
  pursePub: string,
) => {
  const facts = {
    exchange,
    master_pub,
    reserve,
    amount: sum,
    origin: { type: 'peer' as const, purse: pursePub },
  };
  return { id: idOfWithdrawal(facts, nonceOfPurse(pursePub)), facts };
};

type Merged = {
  readonly exchange: string;
  readonly master_pub: string;
  readonly amount: string;
  readonly reserve?: string;
  readonly created: Timestamp;
  readonly without_backup?: true;
  readonly max_fees?: string;
  /** what is in the reserve, where it is not what the purse is about */
  readonly arrived?: string;
};

/** The money is in our reserve: from here the withdrawal does the rest. */
export const startPeerWithdrawal = (tx: Tx, purse: Merged, pursePub: string): void => {
  const { reserve } = purse;
  if (reserve === undefined) throw new Error('defect: a purse was merged without a reserve');
  const kept = tx.entry('reserve', reserve)?.value;
  if (kept) tx.put('reserve', reserve, { ...kept, status: 'funded' });
  const { id, facts } = withdrawalOfPurse({ ...purse, reserve }, pursePub);
  if (tx.entry('withdrawal', id)) return;
  tx.put('withdrawal', id, {
    ...facts,
    created: purse.created,
    status: 'withdrawing',
    batches: {},
    ...(purse.max_fees === undefined ? {} : { max_fees: purse.max_fees }),
    ...(purse.arrived === undefined ? {} : { arrived: purse.arrived }),
    ...(purse.without_backup === true ? { without_backup: true as const } : {}),
  });
};

/** True once the coins are here, or nothing more will come. */
export const isDrawn = ({ store }: Wallets, withdrawalId: string | undefined): boolean => {
  const status = withdrawalId === undefined ? undefined : store.entry('withdrawal', withdrawalId)?.value.status;
  return status === 'done' || status === 'aborted';
};

/** The purse must hold exactly what its contract says, and until the same moment; anything else is a trick or a mistake. */
export const checkPurse = (
  terms: PeerTerms,
  purse: { readonly amountText: string; readonly expiration: Timestamp },
): Result<void, WalletFailure> => {
  const held = amount(purse.amountText);
  return held.currency === terms.amount.currency &&
    held.units === terms.amount.units &&
    purse.expiration.t_s === terms.expiration.t_s
    ? ok(undefined)
    : err({ kind: 'purse-contract-mismatch', said: String(terms.raw['amount']), holds: purse.amountText });
};
