// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amountToText } from '../../../../shared/amount.ts';
import { err, ok } from '../../../../shared/result.ts';
import { eddsaPublicKey, eddsaSign } from '../../crypto/eddsa.ts';
import { bytesToCrock } from '../../bytes/encodings.ts';
import { get, post, type Context } from '../context.ts';
import { exchangeFailure, inCurrency, readAnswer } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { hashPayto } from '../../crypto/hash.ts';
import { readJson } from '../../wire/http.ts';
import { reserveCloseBlock, reserveOpenBlock } from '../../purposes/wallet.ts';
import { amountSchema, timestampSchema, u32Schema } from '../../wire/schemas.ts';

const statusSchema = z.object({
  balance: amountSchema,
  last_origin: z.string().max(2048).optional(),
  maximum_age_group: u32Schema.optional().catch(undefined),
});
const openSchema = z.object({ reserve_expiration: timestampSchema, open_cost: amountSchema });
const closeSchema = z.object({ wire_amount: amountSchema });

/** `GET reserves/$PUB`; 404 with 1027 (v14: 1250) means that no money came yet, which is a state and no failure. Money with an age limit is refused by name. */
export const reserveStatus =
  (context: Context): Exchange['reserveStatus'] =>
  async ({ reservePub, longPollMs }) => {
    const read = await readAnswer(context, await get(context, `reserves/${reservePub}`, longPollMs), statusSchema);
    if (!read.ok) return read.error.kind === 'reserve-unknown' ? ok({ state: 'unknown' }) : read;
    const balance = await inCurrency(context, read.value.balance);
    if (!balance.ok) return balance;
    const { last_origin: lastOrigin, maximum_age_group: ageGroup = 0 } = read.value;
    if (ageGroup > 0 && balance.value.units > 0n) return err({ kind: 'age-limited', url: context.baseUrl });
    return ok({ state: 'known', balance: balance.value, ...(lastOrigin === undefined ? {} : { lastOrigin }) });
  };

/** `POST reserves/$PUB/open` (v17–v23), paid from the reserve. */
export const reserveOpen =
  (context: Context): Exchange['reserveOpen'] =>
  async ({ reservePriv, timestamp, expiration, purseLimit, payment }) => {
    const reserveSig = eddsaSign(
      reservePriv,
      reserveOpenBlock({ payment, requestTimestamp: timestamp, reserveExpiration: expiration, purseLimit }),
    );
    const body = {
      request_timestamp: timestamp,
      reserve_expiration: expiration,
      reserve_sig: bytesToCrock(reserveSig),
      purse_limit: purseLimit,
      reserve_payment: amountToText(payment),
      payments: [],
    };
    const sent = await post(context, `reserves/${bytesToCrock(eddsaPublicKey(reservePriv))}/open`, body);
    if (!sent.ok) return sent;
    const { answer, url } = sent.value;
    if (answer.status !== 200 && answer.status !== 402) return err(await exchangeFailure(context, sent.value));
    const read = readJson(answer, url, openSchema);
    if (!read.ok) return read;
    const cost = await inCurrency(context, read.value.open_cost);
    return cost.ok
      ? ok({
          state: answer.status === 200 ? 'open' : 'payment-required',
          expiration: read.value.reserve_expiration,
          cost: cost.value,
        })
      : cost;
  };

/** `POST reserves/$PUB/close` (v17–v23): what will be sent to the bank account, closing fee taken off. */
export const reserveClose =
  (context: Context): Exchange['reserveClose'] =>
  async ({ reservePriv, timestamp, paytoUri }) => {
    const paytoHash = paytoUri === undefined ? {} : { paytoHash: hashPayto(paytoUri) };
    const reserveSig = eddsaSign(reservePriv, reserveCloseBlock({ requestTimestamp: timestamp, ...paytoHash }));
    const body = {
      request_timestamp: timestamp,
      reserve_sig: bytesToCrock(reserveSig),
      ...(paytoUri === undefined ? {} : { payto_uri: paytoUri }),
    };
    const read = await readAnswer(
      context,
      await post(context, `reserves/${bytesToCrock(eddsaPublicKey(reservePriv))}/close`, body),
      closeSchema,
    );
    if (!read.ok) return read;
    const wireAmount = await inCurrency(context, read.value.wire_amount);
    return wireAmount.ok ? ok({ wireAmount: wireAmount.value }) : wireAmount;
  };
