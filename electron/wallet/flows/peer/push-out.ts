// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { isPast, timestampToMs, type Timestamp } from '../../../../shared/time.ts';
import type { Tx } from '../../../storage/store.ts';
import { eddsaPublicKey } from '../../../taler/crypto/eddsa.ts';
import { crockToBytes } from '../../../taler/bytes/encodings.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { sealPeerContract, type PeerTerms } from '../../../taler/peer/contract.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { costOf } from '../../coins/selection.ts';
import { costsMore, type Shown } from '../../spend/shown.ts';
import {
  purseDeposits,
  refusedCoins,
  replaceSpentCoin,
  reserveCoins,
  selectForPurse,
} from '../../spend/purse-coins.ts';
import type { OpenExchange } from '../../exchanges.ts';
import { isCalledBack, newPurse, openOwn } from './peer-purse.ts';
import { chooseOthers, replaceCoin, type Plan } from './other-coins.ts';
import { callBack, end, put, read, wasNeverMade, watch, type Push, type PushOut } from './push-out-end.ts';

/** What a payment to a person is about. */
export type Wanted = { readonly amount: Amount; readonly summary: string; readonly expiration: Timestamp };

/**
 * Writes a payment to a person down, keys, contract and coins, before anything is sent; returns the purse's public key.
 * Fails without change when the coins at this exchange do not suffice.
 */
export const planPush = (
  wallets: Wallets,
  keys: ExchangeKeys,
  wanted: Wanted,
  shown: Shown = {},
): Result<string, WalletFailure> =>
  wallets.store.transaction((tx) => {
    const need = { wanted: wanted.amount, untilMs: timestampToMs(wanted.expiration) };
    const selection = selectForPurse(wallets, tx, keys, need);
    if (!selection.ok) return selection;
    const dearer = costsMore(shown, wanted.amount, costOf(selection.value));
    return dearer ? err(dearer) : ok(writePush(wallets, tx, keys, wanted, selection.value));
  });

/** The same with coins that are chosen already. */
export const writePush = (
  { world }: Wallets,
  tx: Tx,
  keys: ExchangeKeys,
  wanted: Wanted,
  selection: Parameters<typeof reserveCoins>[1],
  purpose: Pick<PushOut, 'invoice' | 'reissue'> = {},
): string => {
  const { id, fields } = newPurse(world, keys, wanted, purpose);
  tx.put('push-out', id, {
    ...fields,
    coins: reserveCoins(tx, selection, { mayBeUsed: purpose.reissue === true }),
    cost: amountToText({ ...wanted.amount, units: costOf(selection) }),
    status: 'planned',
  });
  return id;
};

/** What becomes of a payment to ourselves whose exchange refuses some of its coins; those are named. */
export type Refused = (open: OpenExchange, useless: readonly string[], why: string) => void;

/** One go at a payment to a person: fill its purse, then look whether it was taken; what nobody takes comes back by itself. */
export const stepPushOut = async (wallets: Wallets, id: string, refused?: Refused): Promise<StepOutcome> => {
  const payment = wallets.store.entry('push-out', id)?.value;
  if (payment?.status !== 'planned' && payment?.status !== 'created') return { kind: 'finished' };
  const own = await openOwn(wallets, payment);
  if (!own.ok) return { kind: 'failed', failure: own.error };
  const push: Push = { ...own.value, wallets, id, payment };
  if (isCalledBack(payment)) return callBack(push);
  return payment.status === 'planned' ? create(push, refused ?? giveUp(push)) : watch(push);
};

/** Without anybody who drives the other half nothing takes the place of what was refused. */
const giveUp =
  ({ wallets, id }: Push): Refused =>
  (_open, _useless, why) =>
    end(wallets, id, { status: 'aborted', why });

/** The same bytes at every attempt; the exchange confirms a purse it has already made. */
const create = async (push: Push, refusedOf: Refused): Promise<StepOutcome> => {
  const { wallets, open, id, payment, terms } = push;
  if (isPast(terms.expiration, wallets.world.now())) return tooLate(push, 'expired');
  const deposits = purseDeposits(wallets, open.keys, payment.coins);
  if (!deposits.ok) return { kind: 'failed', failure: deposits.error };
  const made = await open.client.purseCreate({ purse: pushPurse(payment, terms), coins: deposits.value });
  if (made.ok) {
    wallets.store.transaction((tx) => put(tx, id, { status: 'created' }));
    return { kind: 'again' };
  }
  const failure = made.error;
  switch (failure.kind) {
    case 'insufficient-funds':
      return payment.reissue === true
        ? withoutOthers(push, failure, refusedOf)
        : replaceCoin(planOf(push), push.payment.coins, failure);
    case 'denomination-gone':
    case 'coin-expired':
    case 'coin-conflict':
    case 'refused':
    case 'signature-refused':
    case 'purse-conflict':
    case 'purse-untimely':
    case 'purse-underfunded':
    case 'unsupported-operation':
      if (failure.kind === 'denomination-gone' && failure.why === 'not-yet') return { kind: 'failed', failure };
      // Without a code it is not the exchange speaking but something between us: nothing is decided.
      return failure.kind === 'refused' && failure.code === undefined
        ? { kind: 'failed', failure }
        : tooLate(push, failure.kind === 'refused' ? `refused with ${failure.code}` : failure.kind, {
            failure,
            refusedOf,
          });
    default:
      return { kind: 'failed', failure };
  }
};

/** No other coins take the place of one that somebody outside has spent: a payment to ourselves goes on with the rest. */
const withoutOthers = async (
  push: Push,
  failure: Extract<WalletFailure, { readonly kind: 'insufficient-funds' }>,
  refusedOf: Refused,
): Promise<StepOutcome> => {
  const spent = await replaceSpentCoin(push.wallets, push.open, push.payment.coins, failure);
  if (!spent.ok) return { kind: 'failed', failure: spent.error };
  refusedOf(push.open, spent.value, failure.kind);
  return { kind: 'finished' };
};

const pushPurse = (payment: PushOut, terms: PeerTerms) => {
  const pursePriv = crockToBytes(payment.purse_priv, 32);
  const mergePriv = crockToBytes(payment.merge_priv, 32);
  return {
    pursePriv,
    mergePub: eddsaPublicKey(mergePriv),
    amount: terms.amount,
    minAge: terms.minAge,
    hContract: terms.hContract,
    expiration: terms.expiration,
    econtract: sealPeerContract(terms, { contractPriv: crockToBytes(payment.contract_priv, 32), pursePriv, mergePriv }),
  };
};

/** Ends a payment that is too late to be made. It may have been made and its answer lost, so only a purse the exchange never heard of is given up. */
const tooLate = async (
  push: Push,
  why: string,
  { failure, refusedOf }: { readonly failure?: WalletFailure; readonly refusedOf?: Refused } = {},
): Promise<StepOutcome> => {
  const { wallets, open, id, terms } = push;
  const status = await open.client.purseStatus({ pursePub: crockToBytes(id, 32), waitFor: 'merge' });
  if (!status.ok && wasNeverMade(status.error)) {
    const refused = failure ? await refusedCoins(wallets, push.payment.exchange, push.payment.coins, failure) : ok([]);
    if (!refused.ok) return { kind: 'failed', failure: refused.error };
    if (refused.value.length > 0) {
      if (push.payment.reissue !== true) return chooseOthers(planOf(push), refused.value);
      (refusedOf ?? giveUp(push))(open, refused.value, why);
      return { kind: 'finished' };
    }
    // The exchange's clock may have been the first to find its time over.
    const expired = isPast(terms.expiration, wallets.world.now());
    end(wallets, id, expired ? { status: 'expired' } : { status: 'aborted', why });
    return { kind: 'finished' };
  }
  const exists = status.ok || status.error.kind === 'purse-expired' || status.error.kind === 'purse-deleted';
  if (!exists) return { kind: 'failed', failure: failure ?? status.error };
  wallets.store.transaction((tx) => put(tx, id, { status: 'created' }));
  return { kind: 'again' };
};

const planOf = ({ wallets, open, terms, id, payment }: Push): Plan => ({
  wallets,
  open,
  terms,
  most: payment.cost,
  asksAgain: false,
  coins: (tx) => read(tx, id).coins,
  change: (tx, change) => put(tx, id, change),
});
