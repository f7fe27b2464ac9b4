// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amountToText, type Amount } from '../../../../shared/amount.ts';
import { err, ok } from '../../../../shared/result.ts';
import { hashDenomination, parseDenominationPub } from '../../coin/denomination.ts';
import { eddsaSign } from '../../crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../bytes/encodings.ts';
import { checkStatement, get, post, type Context } from '../context.ts';
import { exchangeFailure, readAnswer } from '../errors.ts';
import { rsaBytes } from './withdraw.ts';
import type { LinkedMelt } from '../answers.ts';
import type { Answer, Committed, Exchange, SpendCoin } from '../exchange.ts';
import { readJson, shownUrl } from '../../wire/http.ts';
import { confirmMeltBlock } from '../../purposes/exchange.ts';
import { meltBlock } from '../../purposes/wallet.ts';
import { blindSignatureSchema, crockSchema, crockUpToSchema, u32Schema } from '../../wire/schemas.ts';

/** Most new coins of one refresh (PROTOCOL.md#limits). */
const REFRESH_LIMIT = 255;
/** Melts of one coin we are ready to read; each takes at least the smallest value from it. */
const MAX_MELTS = 1_000;

const meltSchema = z.object({
  noreveal_index: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  exchange_pub: crockSchema(32),
  exchange_sig: crockSchema(64),
});
const revealSchema = z.object({ ev_sigs: z.array(z.object({ ev_sig: blindSignatureSchema })).max(REFRESH_LIMIT) });
const keyText = crockUpToSchema(1100);
const linkSchema = z
  .array(
    z.object({
      transfer_pub: crockSchema(32),
      new_coins: z
        .array(
          z.object({
            // v17 names the key rsa_public_key, v23 rsa_pub
            denom_pub: z.object({
              cipher: z.enum(['RSA', 'CS']),
              age_mask: u32Schema.default(0),
              rsa_public_key: keyText.optional(),
              rsa_pub: keyText.optional(),
              cs_public_key: keyText.optional(),
              cs_pub: keyText.optional(),
            }),
            ev_sig: blindSignatureSchema,
            coin_idx: u32Schema.optional(),
            link_sig: crockSchema(64),
          }),
        )
        .max(REFRESH_LIMIT),
    }),
  )
  .max(MAX_MELTS);

/** A melt as it is sent: the commitment alone, the planchets follow at the reveal. */
export type MeltRequest = {
  readonly oldCoin: SpendCoin;
  readonly rc: Uint8Array;
  readonly valueWithFee: Amount;
  /** only when Clause-Schnorr coins are asked for (never by this wallet yet) */
  readonly refreshMasterSecret?: Uint8Array;
};
export type RevealRequest = {
  readonly oldCoinPub: Uint8Array;
  readonly rc: Uint8Array;
  /** transfer public key of the γ that stays hidden */
  readonly transferPub: Uint8Array;
  /** transfer private keys of the two other γ, ascending */
  readonly transferPrivs: readonly [Uint8Array, Uint8Array];
  readonly newDenominationHashes: readonly string[];
  /** blinded planchets of the hidden γ */
  readonly coinEvs: readonly Uint8Array[];
  /** 1204 by the old coin, one per new coin */
  readonly linkSigs: readonly Uint8Array[];
};

/** `POST coins/$PUB/melt` (all generations up to v23); repeatable, the same commitment gets the same γ. */
export const melt =
  (context: Context) =>
  async ({ oldCoin, rc, valueWithFee, refreshMasterSecret }: MeltRequest): Answer<Committed> => {
    const { denomination } = oldCoin;
    const confirmSig = eddsaSign(
      oldCoin.priv,
      meltBlock({
        rc,
        denominationHash: crockToBytes(denomination.hash),
        valueWithFee,
        refreshFee: denomination.feeRefresh,
      }),
    );
    const body = {
      denom_pub_hash: denomination.hash,
      denom_sig: { cipher: 'RSA', rsa_signature: bytesToCrock(oldCoin.denomSig) },
      confirm_sig: bytesToCrock(confirmSig),
      rc: bytesToCrock(rc),
      value_with_fee: amountToText(valueWithFee),
      ...(refreshMasterSecret === undefined ? {} : { rms: bytesToCrock(refreshMasterSecret) }),
    };
    const read = await readAnswer(
      context,
      await post(context, `coins/${bytesToCrock(oldCoin.pub)}/melt`, body),
      meltSchema,
    );
    if (!read.ok) return read;
    const { noreveal_index: noRevealIndex, exchange_pub: exchangePub, exchange_sig: exchangeSig } = read.value;
    const checked = await checkStatement(context, {
      what: 'melt confirmation',
      block: confirmMeltBlock({ rc, norevealIndex: noRevealIndex }),
      exchangePub,
      exchangeSig,
    });
    return checked.ok ? ok({ noRevealIndex, ...checked.value }) : checked;
  };

/** `POST refreshes/$RC/reveal` (all generations up to v23); repeatable. */
export const reveal =
  (context: Context) =>
  async (asked: RevealRequest): Answer<readonly Uint8Array[]> => {
    if (asked.coinEvs.length > REFRESH_LIMIT) throw new Error('defect: more new coins than one refresh takes');
    const body = {
      transfer_pub: bytesToCrock(asked.transferPub),
      transfer_privs: asked.transferPrivs.map(bytesToCrock),
      new_denoms_h: asked.newDenominationHashes,
      coin_evs: asked.coinEvs.map((blinded) => ({ cipher: 'RSA', rsa_blinded_planchet: bytesToCrock(blinded) })),
      link_sigs: asked.linkSigs.map(bytesToCrock),
    };
    const path = `refreshes/${bytesToCrock(asked.rc)}/reveal`;
    const read = await readAnswer(context, await post(context, path, body, asked.coinEvs.length), revealSchema);
    if (!read.ok) return read;
    const whole = read.value.ev_sigs
      .map(({ ev_sig }) => rsaBytes(ev_sig))
      .filter((signature) => signature !== undefined);
    if (whole.length !== asked.coinEvs.length)
      return err({
        kind: 'malformed-response',
        url: shownUrl(new URL(path, context.baseUrl).href),
        status: 200,
        why: 'ev_sigs do not match the new coins',
      });
    return ok(whole);
  };

/** `GET coins/$PUB/link` (v14–v23): what a lost wallet finds of its change; nothing is signed, so every coin must be checked by its denomination signature. */
export const link =
  (context: Context): Exchange['link'] =>
  async ({ pub }) => {
    const sent = await get(context, `coins/${bytesToCrock(pub)}/link`);
    if (!sent.ok) return sent;
    const { answer, url } = sent.value;
    if (answer.status !== 200) {
      const failure = await exchangeFailure(context, sent.value);
      return failure.kind === 'refused' && failure.code === LINK_UNKNOWN ? ok([]) : err(failure);
    }
    const read = readJson(answer, url, linkSchema);
    if (!read.ok) return read;
    const melts = read.value.map(linkedMelt);
    const whole = melts.filter((each) => each !== undefined);
    return whole.length === melts.length
      ? ok(whole)
      : err({
          kind: 'malformed-response',
          url: shownUrl(url),
          status: 200,
          why: 'a denomination key of the linked coins',
        });
  };

/** 1400: the coin is unknown, or nothing of it was revealed. */
const LINK_UNKNOWN = 1400;

const linkedMelt = ({ transfer_pub, new_coins }: z.infer<typeof linkSchema>[number]): LinkedMelt | undefined => {
  const newCoins = new_coins.flatMap(({ denom_pub, ev_sig, coin_idx, link_sig }, at) => {
    const { cipher, age_mask } = denom_pub;
    const key =
      (cipher === 'RSA'
        ? (denom_pub.rsa_pub ?? denom_pub.rsa_public_key)
        : (denom_pub.cs_pub ?? denom_pub.cs_public_key)) ?? '';
    const parsed = parseDenominationPub(
      cipher === 'RSA' ? { cipher, rsa_public_key: key, age_mask } : { cipher, cs_public_key: key, age_mask },
    );
    if (!parsed.ok) return [];
    return [
      {
        denominationHash: bytesToCrock(hashDenomination(parsed.value)),
        cipher,
        blindSignature: rsaBytes(ev_sig),
        index: coin_idx ?? at,
        linkSig: crockToBytes(link_sig),
      },
    ];
  });
  return newCoins.length === new_coins.length ? { transferPub: crockToBytes(transfer_pub), newCoins } : undefined;
};
