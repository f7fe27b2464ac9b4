// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { msToTimestamp } from '../../../../shared/time.ts';
import { parseCoinId, type Coin, type Refresh } from '../../../state/entry.ts';
import type { Tx } from '../../../storage/store.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import type { Confirmation } from '../../../taler/exchange/answers.ts';
import type { SpendCoin } from '../../../taler/exchange/exchange.ts';
import { spendCoin } from '../../coins/coins.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { drawAgain } from '../../ledger/reserve.ts';

// A denomination whose private key leaked is revoked; its coins are worth nothing to a shop and everything to us. A coin
// that was withdrawn gives its value back to its reserve, from where it is withdrawn again; change gives it back to the
// coin it was made of. Which sum moved is read from the exchange's signed account of the coin.

/** One go at the plan of a recoup; `finish` closes the plan and takes the value out of the coin. */
export const stepRecoup = async (
  wallets: Wallets,
  open: OpenExchange,
  id: string,
  refresh: Refresh,
  finish: (tx: Tx) => void,
): Promise<StepOutcome> => {
  const done = await recoupCoin(wallets, open, id, refresh);
  if (!done.ok) return { kind: 'failed', failure: done.error };
  wallets.store.transaction((tx) => {
    finish(tx);
    done.value.write(tx);
  });
  return { kind: 'finished' };
};

/** `write` is called in the transaction that takes the value out of the revoked coin. */
type Recouped = { readonly write: (tx: Tx) => void };

/** Repeatable: the exchange then finds nothing left to move and says the same. */
const recoupCoin = async (
  wallets: Wallets,
  open: OpenExchange,
  id: string,
  refresh: Refresh,
): Promise<Result<Recouped, WalletFailure>> => {
  const coin = wallets.store.entry('coin', refresh.old_coin)?.value;
  const secrets = wallets.coinKeys.keysOf(refresh.old_coin);
  const spend = coin && spendCoin(wallets.coinKeys, open.keys, refresh.old_coin, coin);
  if (!coin || !secrets || !spend) return err({ kind: 'coin-not-derivable', coin: refresh.old_coin });
  const request = { coin: spend, blindingSecret: secrets.blindingSecret };
  return coin.source === 'withdrawal'
    ? toReserve(wallets, open, coin, request)
    : toOldCoin(wallets, open, id, refresh, request);
};

type Request = { readonly coin: SpendCoin; readonly blindingSecret: Uint8Array };

const toReserve = async (
  wallets: Wallets,
  { client, keys }: OpenExchange,
  coin: Coin,
  request: Request,
): Promise<Result<Recouped, WalletFailure>> => {
  const withdrawal = wallets.store.entry('withdrawal', coin.source_id)?.value;
  if (!withdrawal) return err({ kind: 'coin-not-derivable', coin: coin.source_id });
  const answer = await client.recoup(request);
  if (!answer.ok) return answer;
  if (answer.value.reservePub !== withdrawal.reserve) return err({ kind: 'recoup-elsewhere', exchange: keys.baseUrl });
  const moved = await movedBy(client, request.coin, 'RECOUP');
  if (!moved.ok) return moved;
  const write = (tx: Tx): void => drawAgain(tx, wallets.world, withdrawal, moved.value.amount, { recoup: true });
  return ok({ write });
};

const toOldCoin = async (
  wallets: Wallets,
  { client, keys }: OpenExchange,
  id: string,
  refresh: Refresh,
  request: Request,
): Promise<Result<Recouped, WalletFailure>> => {
  const parent = wallets.store.entry('refresh', parseCoinId(refresh.old_coin)?.seedId ?? '')?.value.old_coin ?? '';
  const old = wallets.store.entry('coin', parent)?.value;
  const oldKeys = wallets.coinKeys.keysOf(parent);
  // A closed coin has no signature: nothing could be made of what came back into it, so the revoked coin waits.
  if (!oldKeys || !old || old.status === 'spent') return err({ kind: 'coin-not-derivable', coin: parent });
  const answer = await client.recoupRefresh(request);
  if (!answer.ok) return answer;
  if (answer.value.oldCoinPub !== bytesToCrock(oldKeys.coinPub))
    return err({ kind: 'recoup-elsewhere', exchange: keys.baseUrl });
  const moved = await movedBy(client, request.coin, 'RECOUP-REFRESH');
  if (!moved.ok) return moved;
  const { amount: sum, exchangePub, exchangeSig } = moved.value;
  const write = (tx: Tx): void => {
    tx.put('refund', recoupReturnId(id), {
      purchase: '',
      coin: parent,
      rtransaction_id: 0,
      amount: amountToText(sum),
      fee: amountToText({ ...sum, units: 0n }),
      created: msToTimestamp(wallets.world.now()),
      exchange_pub: exchangePub,
      exchange_sig: exchangeSig,
      status: 'announced',
    });
    const now = tx.entry('coin', parent)?.value;
    if (now?.status === 'fresh') tx.put('coin', parent, { ...now, status: 'in-use' });
  };
  return ok({ write });
};

/** The return that a recoup of change makes, by the id of the refresh entry that plans it. */
export const recoupReturnId = (refreshId: string): string => `${RECOUP}${refreshId}`;

/** The refresh whose recoup a return of this id would be of; undefined for the id of another return. */
export const refreshOfRecoup = (returnId: string): string | undefined =>
  returnId.startsWith(RECOUP) ? returnId.slice(RECOUP.length) : undefined;

const RECOUP = 'recoup ';

/** What the exchange says it moved, signed (1039, 1041; the client has verified it). */
const movedBy = async (
  client: OpenExchange['client'],
  coin: SpendCoin,
  type: 'RECOUP' | 'RECOUP-REFRESH',
): Promise<Result<{ readonly amount: Amount } & Confirmation, WalletFailure>> => {
  const history = await client.coinHistory({ coinPriv: coin.priv, denomination: coin.denomination });
  if (!history.ok) return history;
  const entry =
    history.value.state === 'known' ? history.value.entries.findLast((each) => each.type === type) : undefined;
  const { exchange_pub: exchangePub, exchange_sig: exchangeSig } = entry?.detail ?? {};
  return entry && typeof exchangePub === 'string' && typeof exchangeSig === 'string'
    ? ok({ amount: entry.amount, exchangePub, exchangeSig })
    : err({ kind: 'bad-history', what: 'a recoup that is not in it' });
};
