// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { addCapped } from '../../../../shared/amount.ts';
import { err, ok } from '../../../../shared/result.ts';
import { eddsaPublicKey, eddsaSigner } from '../../crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../bytes/encodings.ts';
import { post, type Context } from '../context.ts';
import { exchangeFailure, readAnswer } from '../errors.ts';
import { reserveHistory } from '../history/history.ts';
import type { ExchangeFailure } from '../failure.ts';
import type { Answer, Exchange, Planchet } from '../exchange.ts';
import { readJson, shownUrl } from '../../wire/http.ts';
import { withdrawBlock } from '../../purposes/wallet.ts';
import { blindSignatureSchema } from '../../wire/schemas.ts';

/** Most planchets of one batch-withdraw (PROTOCOL.md#limits). */
export const WITHDRAW_LIMIT = 256;

type BlindSignature = z.infer<typeof blindSignatureSchema>;
const batchSchema = z.object({ ev_sigs: z.array(z.object({ ev_sig: blindSignatureSchema })).max(WITHDRAW_LIMIT) });
const singleSchema = z.object({ ev_sig: blindSignatureSchema });

/** Some milliseconds of work; then the window has its turn. */
const SIGNED_AT_ONCE = 16;

/** v17–v23 batch-withdraw. v17 refuses to repeat a batch whose answer was lost; its planchets are then asked for one by one. */
export const withdraw =
  (context: Context): Exchange['withdraw'] =>
  async ({ reservePriv, planchets, areBooked = false }) => {
    if (planchets.length > WITHDRAW_LIMIT) throw new Error('defect: more planchets than one batch takes');
    if (planchets.length === 0) return ok([]);
    const reservePub = bytesToCrock(eddsaPublicKey(reservePriv));
    const sign = eddsaSigner(reservePriv);
    const signed: SignedPlanchet[] = [];
    for (const planchet of planchets) {
      signed.push(signedPlanchet(sign, planchet));
      if (signed.length % SIGNED_AT_ONCE === 0) await context.world.sleep(0);
    }
    const sent = await post(context, `reserves/${reservePub}/batch-withdraw`, { planchets: signed }, planchets.length);
    if (!sent.ok) return sent;
    const { answer, url } = sent.value;
    if (answer.status !== 200) {
      const failure = await exchangeFailure(context, sent.value);
      const isRepeated = areBooked
        ? context.generation === 'v17'
        : await wasWithdrawn(context, reservePriv, planchets, failure);
      return isRepeated ? withdrawSingly(context, reservePub, signed, failure) : err(failure);
    }
    const read = readJson(answer, url, batchSchema);
    if (!read.ok) return read;
    const signatures = read.value.ev_sigs.map(({ ev_sig }) => rsaBytes(ev_sig));
    const whole = signatures.flatMap((signature) => (signature === undefined ? [] : [signature]));
    if (whole.length !== planchets.length)
      return err({
        kind: 'malformed-response',
        url: shownUrl(url),
        status: 200,
        why: 'ev_sigs do not match the planchets',
      });
    return ok(whole);
  };

type SignedPlanchet = ReturnType<typeof signedPlanchet>;
/** The wire form of a planchet with its 1200 signature, made by the reserve key that `sign` holds. */
export const signedPlanchet = (
  sign: ReturnType<typeof eddsaSigner>,
  { denomination, blinded, coinEvHash }: Planchet,
) => ({
  denom_pub_hash: denomination.hash,
  coin_ev: { cipher: 'RSA', rsa_blinded_planchet: bytesToCrock(blinded) },
  reserve_sig: bytesToCrock(
    sign(
      withdrawBlock({
        valueWithFee: addCapped(denomination.value, denomination.feeWithdraw),
        denominationHash: crockToBytes(denomination.hash),
        coinEvHash,
      }),
    ),
  ),
});

/**
 * v17 answers the repetition of a batch with 1175, or with 1150 when the balance no longer covers it. 1150 may also mean
 * what it says: then asking singly would withdraw a part nobody planned, so the reserve's history decides.
 */
const wasWithdrawn = async (
  context: Context,
  reservePriv: Uint8Array,
  planchets: readonly Planchet[],
  failure: ExchangeFailure,
): Promise<boolean> => {
  if (context.generation !== 'v17') return false;
  if (failure.kind === 'already-withdrawn') return true;
  if (failure.kind !== 'reserve-insufficient') return false;
  const history = await reserveHistory(context)({ reservePriv });
  if (!history.ok) return false;
  const envelopes = new Set(history.value.entries.map(({ detail }) => detail['h_coin_envelope']));
  return planchets.every(({ coinEvHash }) => envelopes.has(bytesToCrock(coinEvHash)));
};

const withdrawSingly = async (
  context: Context,
  reservePub: string,
  signed: readonly SignedPlanchet[],
  first: ExchangeFailure,
): Answer<readonly Uint8Array[]> => {
  const signatures: Uint8Array[] = [];
  for (const planchet of signed) {
    const read = await withdrawOne(context, reservePub, planchet);
    // v18 to v22 may already lack the single endpoint; then the first refusal is the better story.
    if (!read.ok) return read.error.kind === 'unsupported-operation' ? err(first) : read;
    signatures.push(read.value);
  }
  return ok(signatures);
};

/** `POST reserves/$PUB/withdraw` (v14, v17): one planchet, repeatable. */
export const withdrawOne = async (
  context: Context,
  reservePub: string,
  planchet: SignedPlanchet,
): Answer<Uint8Array> => {
  const path = `reserves/${reservePub}/withdraw`;
  const read = await readAnswer(context, await post(context, path, planchet), singleSchema);
  if (!read.ok) return read;
  const signature = rsaBytes(read.value.ev_sig);
  return signature === undefined
    ? err({
        kind: 'malformed-response',
        url: shownUrl(new URL(path, context.baseUrl).href),
        status: 200,
        why: 'not an RSA signature',
      })
    : ok(signature);
};

/** The bytes of a blind RSA signature; undefined for another cipher. */
export const rsaBytes = (signature: BlindSignature): Uint8Array | undefined =>
  signature.cipher === 'RSA' ? crockToBytes(signature.blinded_rsa_signature) : undefined;
