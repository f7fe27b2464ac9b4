// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { addCapped, zeroAmount, type Amount } from '../../../../shared/amount.ts';
import { err, ok } from '../../../../shared/result.ts';
import { bytesToCrock } from '../../bytes/encodings.ts';
import { eddsaPublicKey, eddsaSign } from '../../crypto/eddsa.ts';
import { withdrawBatchBlock } from '../../purposes/wallet.ts';
import { shownUrl } from '../../wire/http.ts';
import { post, type Context } from '../context.ts';
import type { Answer, Exchange, Planchet } from '../exchange.ts';
import type { ExchangeFailure } from '../failure.ts';
import { isInReserveHistory } from '../history/pages.ts';
import { blindSignaturesSchema, LIMIT, rsaSignatures } from './blind-signatures.ts';
import { WITHDRAW, WITHDRAWN } from './fields.ts';
import { readOrRefusal, WITHDRAW_REFUSALS } from './refusals.ts';

const answerSchema = z.object({ [WITHDRAWN.signatures]: blindSignaturesSchema });

/**
 * `POST withdraw` (v26 on): one signature over sums and all envelopes. Repeatable as a whole and in no part: the exchange knows a request
 * by the hash over its envelopes. Where it is refused for good although it was booked, it says `already-withdrawn`.
 */
export const withdraw =
  (context: Context): Exchange['withdraw'] =>
  async ({ reservePriv, planchets, ifBooked = false }) => {
    if (planchets.length > LIMIT) throw new Error('defect: more planchets than one request takes');
    if (planchets.length === 0) return ok([]);
    const reserveSig = withdrawSignature(reservePriv, planchets);
    const booked = ifBooked ? await isInReserveHistory(context, reservePriv, reserveSig) : ok(true);
    if (!booked.ok) return booked;
    if (!booked.value) return ok([]);
    const body = {
      [WITHDRAW.cipher]: 'ED25519',
      [WITHDRAW.reservePub]: bytesToCrock(eddsaPublicKey(reservePriv)),
      [WITHDRAW.denominations]: planchets.map(({ denomination }) => denomination.hash),
      [WITHDRAW.envelopes]: planchets.map(({ blinded }) => ({
        cipher: 'RSA',
        rsa_blinded_planchet: bytesToCrock(blinded),
      })),
      [WITHDRAW.reserveSig]: reserveSig,
    };
    const sent = await post(context, 'withdraw', body, planchets.length);
    const read = await readOrRefusal(context, sent, answerSchema, WITHDRAW_REFUSALS);
    if (!read.ok) return isFinal(read.error) ? unlessBooked(context, reservePriv, reserveSig, read.error) : read;
    const signatures = rsaSignatures(read.value[WITHDRAWN.signatures], planchets.length);
    return signatures
      ? ok(signatures)
      : err({
          kind: 'malformed-response',
          url: shownUrl(new URL('withdraw', context.baseUrl).href),
          status: 200,
          why: 'ev_sigs do not match the planchets',
        });
  };

/** 1200 over a request; the same for the same planchets, so it names the request in the reserve's history. */
const withdrawSignature = (reservePriv: Uint8Array, planchets: readonly Planchet[]): string => {
  const currency = planchets[0]?.denomination.value.currency ?? '';
  const sum = (part: (of: Planchet['denomination']) => Amount): Amount =>
    planchets.reduce((all, { denomination }) => addCapped(all, part(denomination)), zeroAmount(currency));
  const block = withdrawBatchBlock({
    totalValue: sum(({ value }) => value),
    totalFee: sum(({ feeWithdraw }) => feeWithdraw),
    coinEvHashes: planchets.map(({ coinEvHash }) => coinEvHash),
  });
  return bytesToCrock(eddsaSign(reservePriv, block));
};

/** Refusals after which a request that was never booked will not be answered any more. */
const isFinal = (failure: ExchangeFailure): boolean =>
  failure.kind === 'reserve-insufficient' || (failure.kind === 'denomination-gone' && failure.why !== 'not-yet');

/** An answer may have been lost before what it was for was refused; then the coins are paid for. */
const unlessBooked = async (
  context: Context,
  reservePriv: Uint8Array,
  reserveSig: string,
  refusal: ExchangeFailure,
): Answer<never> => {
  const booked = await isInReserveHistory(context, reservePriv, reserveSig);
  if (!booked.ok) return booked;
  return err(booked.value ? { kind: 'already-withdrawn' } : refusal);
};
