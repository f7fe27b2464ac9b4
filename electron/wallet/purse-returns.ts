// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../shared/amount.ts';
import { msToTimestamp } from '../../shared/time.ts';
import type { Reader, Tx } from '../storage/store.ts';
import type { HistoryEntry } from '../taler/exchange-answers.ts';
import { coinAccount, readUses } from './ledger.ts';

// Another copy of this wallet paid coins into a purse that is not known here. When nobody takes it, the exchange gives the
// coins their value back and signs that (1049); a coin's `remaining` only ever falls, so it is written down as a return.

const PURSE = 'purse ';

/** True for the return of a purse that this copy did not know. */
export const isPurseReturn = (refundId: string): boolean => refundId.startsWith(PURSE);

/** Writes down what came back out of unknown purses, never more than the exchange's own balance of the coin bears out. */
export const creditPurseReturns = (
  tx: Tx,
  coin: string,
  { balance, entries }: { readonly balance: Amount; readonly entries: readonly HistoryEntry[] },
  nowMs: number,
): void => {
  if (!entries.some(({ type }) => type === 'PURSE-REFUND')) return;
  const entry = tx.entry('coin', coin);
  if (!entry || entry.value.status === 'spent') return;
  const uses = readUses(tx);
  const account = coinAccount(entry, uses);
  let held = account.held;
  let missing = account.elsewhere - returnedBefore(tx, coin);
  for (const { type, amount: back, detail } of entries) {
    const { purse_pub: purse, exchange_pub: exchangePub, exchange_sig: exchangeSig } = detail;
    if (type !== 'PURSE-REFUND' || typeof purse !== 'string') continue;
    if (typeof exchangePub !== 'string' || typeof exchangeSig !== 'string') continue;
    const id = `${PURSE}${purse} ${coin}`;
    const isKnown = tx.entry('push-out', purse) ?? tx.entry('pull-in', purse) ?? tx.entry('refund', id);
    if (isKnown || missing < back.units || balance.units < held + back.units) continue;
    tx.put('refund', id, {
      purchase: purse,
      coin,
      rtransaction_id: 0,
      amount: amountToText(back),
      fee: amountToText({ ...back, units: 0n }),
      created: msToTimestamp(nowMs),
      exchange_pub: exchangePub,
      exchange_sig: exchangeSig,
      status: 'announced',
    });
    if (entry.value.status === 'fresh') tx.put('coin', coin, { ...entry.value, status: 'in-use' });
    held += back.units;
    missing -= back.units;
  }
};

/** Value that is neither here nor accounted for, by coin: some of it may be in a purse that gives it back. */
export const coinsUsedElsewhere = (reader: Reader, exchange: string): readonly string[] => {
  const uses = readUses(reader);
  return reader.coins({ exchange }).flatMap((entry) => {
    const { busy, elsewhere } = coinAccount(entry, uses);
    if (entry.value.status === 'spent' || busy || elsewhere <= 0n) return [];
    return elsewhere > returnedBefore(reader, entry.id) ? [entry.id] : [];
  });
};

const returnedBefore = (reader: Pick<Reader, 'entries'>, coin: string): bigint =>
  reader
    .entries('refund')
    .reduce(
      (sum, { id, value }) => (isPurseReturn(id) && value.coin === coin ? sum + amount(value.amount).units : sum),
      0n,
    );
