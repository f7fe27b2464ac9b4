// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amountToText, zeroAmount } from '../../../../shared/amount.ts';
import { err, ok } from '../../../../shared/result.ts';
import { eddsaPublicKey, eddsaSign } from '../../crypto/eddsa.ts';
import { bytesToCrock } from '../../bytes/encodings.ts';
import { get, type Context } from '../context.ts';
import { exchangeFailure, inCurrency, readAnswer } from '../errors.ts';
import type { CoinHistory, HistoryEntry, ReserveHistory } from '../answers.ts';
import type { ExchangeFailure } from '../failure.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { readCoinEntry, type HistoryLine, type OfCoin } from './coin.ts';
import { entrySchema, MAX_ENTRIES } from './pages.ts';
import { readReserveEntry } from './reserve.ts';
import { readJson } from '../../wire/http.ts';
import { coinHistoryBlock, reserveHistoryBlock } from '../../purposes/wallet.ts';
import { amountSchema, crockSchema } from '../../wire/schemas.ts';

const coinHistorySchema = z.object({
  h_denom_pub: crockSchema(64).optional(),
  balance: amountSchema.optional(),
  history: z.array(entrySchema).max(MAX_ENTRIES),
});
const reserveHistorySchema = z.object({ balance: amountSchema, history: z.array(entrySchema).max(MAX_ENTRIES) });

/** `GET coins/$PUB/history` (v17–v23): every signature in it is checked, the balance is added up here and must agree with the one v23 states. */
export const coinHistory =
  (context: Context): Exchange['coinHistory'] =>
  async ({ coinPriv, denomination }) => {
    const coinPub = eddsaPublicKey(coinPriv);
    const signature = bytesToCrock(eddsaSign(coinPriv, coinHistoryBlock({ startOffset: 0 })));
    const sent = await get(context, `coins/${bytesToCrock(coinPub)}/history`, undefined, {
      'taler-coin-history-signature': signature,
    });
    if (!sent.ok) return sent;
    const { answer, url } = sent.value;
    // 204: the coin is known, and nothing happened to it.
    if (answer.status === 204) return ok({ state: 'known', balance: denomination.value, entries: [] });
    if (answer.status !== 200) {
      const failure = await exchangeFailure(context, sent.value);
      return failure.kind === 'coin-unknown' ? ok({ state: 'unknown' }) : err(failure);
    }
    const read = readJson(answer, url, coinHistorySchema);
    if (!read.ok) return read;
    const { h_denom_pub, balance: stated, history } = read.value;
    if (h_denom_pub !== undefined && h_denom_pub !== denomination.hash) return bad('another denomination');
    const whole = await readLines(context, history, { coinPub, denomination });
    if (whole.ok && stated !== undefined && stated !== amountToText(whole.value.balance))
      return bad('the balance is not the sum of the entries');
    return whole;
  };

/**
 * v14 keeps no history that could be asked for, but sends a coin's with the refusal to take it (409/1012). Nothing of it is
 * believed that is not signed: a debit by the coin itself.
 */
export const coinHistoryOfRefusal =
  (context: Context): Exchange['coinHistory'] =>
  async ({ coinPriv, denomination, refusal }) => {
    const history = refusal === undefined ? undefined : coinHistorySchema.shape.history.safeParse(refusal);
    if (!history?.success)
      return err({ kind: 'unsupported-operation', operation: 'coin history', generation: context.generation });
    return readLines(context, history.data, { coinPub: eddsaPublicKey(coinPriv), denomination });
  };

/** The lines with every signature checked, and what they leave of the coin. */
export const readLines = async (
  context: Context,
  history: readonly HistoryLine[],
  of: OfCoin,
): Answer<Extract<CoinHistory, { readonly state: 'known' }>> => {
  const { value } = of.denomination;
  const entries: HistoryEntry[] = [];
  let triesChoices = true;
  for (const line of withoutRepeatedRefunds(history)) {
    // What one line of no coin of ours costs to find out is not paid for each of ten thousand.
    const entry = await readCoinEntry(context, line, { ...of, triesChoices });
    if (!entry.ok) return entry;
    entries.push(entry.value);
    triesChoices &&= entry.value.proof === 'verified';
  }
  const units = entries.reduce((sum, entry) => sum + signed(entry), value.units);
  if (units < 0n || units > value.units) return bad('the entries do not fit the value of the coin');
  return ok({ state: 'known', balance: { currency: value.currency, units }, entries });
};

/** `GET reserves/$PUB/history` (v17–v23), signatures checked. The list need not add up to the balance: some fees are missing from it. */
export const reserveHistory =
  (context: Context): Exchange['reserveHistory'] =>
  async ({ reservePriv }) => {
    const reservePub = eddsaPublicKey(reservePriv);
    const signature = bytesToCrock(eddsaSign(reservePriv, reserveHistoryBlock({ startOffset: 0 })));
    const sent = await get(context, `reserves/${bytesToCrock(reservePub)}/history`, undefined, {
      'taler-reserve-history-signature': signature,
    });
    const read = await readAnswer(context, sent, reserveHistorySchema);
    if (!read.ok) return read;
    return readReserveLines(context, reservePub, read.value);
  };

/** The lines of a reserve with every signature checked, and the balance as it is stated. */
export const readReserveLines = async (
  context: Context,
  reservePub: Uint8Array,
  { balance: text, history }: { readonly balance: string; readonly history: readonly HistoryLine[] },
): Answer<ReserveHistory> => {
  const balance = await inCurrency(context, text);
  if (!balance.ok) return balance;
  const entries: HistoryEntry[] = [];
  for (const line of history) {
    const entry = await readReserveEntry(context, line, { reservePub, none: zeroAmount(balance.value.currency) });
    if (!entry.ok) return entry;
    entries.push(entry.value);
  }
  return ok({ balance: balance.value, entries });
};

const signed = (entry: HistoryEntry): bigint =>
  entry.direction === 'credit' ? entry.amount.units : entry.direction === 'debit' ? -entry.amount.units : 0n;

/** Recorded servers list a refund once for every deposit of the coin under the same contract (PROTOCOL.md#defects-of-recorded-servers). */
const withoutRepeatedRefunds = (history: readonly HistoryLine[]): readonly HistoryLine[] => {
  const seen = new Set<string>();
  return history.filter((line) => {
    if (line.type !== 'REFUND') return true;
    const name = JSON.stringify([line['h_contract_terms'], line['merchant_pub'], line['rtransaction_id']]);
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
};

const bad = (what: string) => err({ kind: 'bad-history', what } as const satisfies ExchangeFailure);
