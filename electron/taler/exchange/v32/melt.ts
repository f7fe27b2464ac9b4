// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amountToText, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { bytesToCrock, crockToBytes } from '../../bytes/encodings.ts';
import type { SessionV32 } from '../../coin/session-v32.ts';
import { eddsaSign } from '../../crypto/eddsa.ts';
import { confirmMeltBlock } from '../../purposes/exchange.ts';
import { meltBlock } from '../../purposes/wallet.ts';
import { parseBaseUrl } from '../../wire/base-url.ts';
import { shownUrl } from '../../wire/http.ts';
import { checkPlace } from '../../wire/place.ts';
import { crockSchema } from '../../wire/schemas.ts';
import { checkStatement, post, type Context } from '../context.ts';
import type { Answer, Committed, SpendCoin } from '../exchange.ts';
import type { ExchangeFailure } from '../failure.ts';
import { blindSignaturesSchema, rsaSignatures } from './blind-signatures.ts';
import { MELT, MELTED, REVEAL, REVEALED } from './fields.ts';
import { MELT_REFUSALS, readOrRefusal, REVEAL_REFUSALS } from './refusals.ts';

/** κ-dependent: the candidate that stays hidden. */
export const gammaSchema = z.union([z.literal(0), z.literal(1), z.literal(2)]);
export type Gamma = z.infer<typeof gammaSchema>;

const meltedSchema = z.object({
  [MELTED.gamma]: gammaSchema,
  [MELTED.exchangePub]: crockSchema(32),
  [MELTED.exchangeSig]: crockSchema(64),
  [MELTED.revealAt]: z.string().max(1024).optional(),
});
const revealedSchema = z.object({ [REVEALED.signatures]: blindSignaturesSchema });

export type MeltRequest = {
  readonly oldCoin: SpendCoin;
  readonly seed: Uint8Array;
  readonly valueWithFee: Amount;
  /** `h_denom` of every new coin, in order */
  readonly newDenominations: readonly string[];
  readonly derived: SessionV32;
};

/** `POST melt` (v32 on), repeatable: the same commitment gets the same index. 1034 is checked; `revealAt` is where the reveal belongs, if elsewhere. */
export const melt = async (
  context: Context,
  { oldCoin, seed, valueWithFee, newDenominations, derived }: MeltRequest,
): Answer<Committed & { readonly revealAt?: string }> => {
  const { denomination } = oldCoin;
  const { rc } = derived;
  const block = meltBlock({
    rc,
    denominationHash: crockToBytes(denomination.hash),
    valueWithFee,
    refreshFee: denomination.feeRefresh,
  });
  const body = {
    [MELT.oldCoinPub]: bytesToCrock(oldCoin.pub),
    [MELT.oldDenomination]: denomination.hash,
    [MELT.oldSignature]: { cipher: 'RSA', rsa_signature: bytesToCrock(oldCoin.denomSig) },
    [MELT.seed]: bytesToCrock(seed),
    [MELT.value]: amountToText(valueWithFee),
    [MELT.denominations]: newDenominations,
    [MELT.envelopes]: derived.envelopes.map((candidate) =>
      candidate.map((blinded) => ({ cipher: 'RSA', rsa_blinded_planchet: blinded })),
    ),
    [MELT.transferPubs]: derived.transferPubs,
    [MELT.signature]: bytesToCrock(eddsaSign(oldCoin.priv, block)),
  };
  const sent = await post(context, 'melt', body, 3 * newDenominations.length);
  const read = await readOrRefusal(context, sent, meltedSchema, MELT_REFUSALS);
  if (!read.ok) return read;
  const noRevealIndex = read.value[MELTED.gamma];
  const checked = await checkStatement(context, {
    what: 'melt confirmation',
    block: confirmMeltBlock({ rc, norevealIndex: noRevealIndex }),
    exchangePub: read.value[MELTED.exchangePub],
    exchangeSig: read.value[MELTED.exchangeSig],
  });
  if (!checked.ok) return checked;
  const revealAt = read.value[MELTED.revealAt];
  return ok({ noRevealIndex, ...checked.value, ...(revealAt === undefined ? {} : { revealAt }) });
};

export type RevealRequest = {
  readonly rc: Uint8Array;
  readonly gamma: Gamma;
  readonly batchSeeds: SessionV32['batchSeeds'];
  readonly coins: number;
  /** the base URL that the melt's answer named, if any */
  readonly at?: string | undefined;
};

/** `POST reveal-melt` (v32 on): discloses two seeds and gets the blind signatures of the third candidate. Repeated at will; whether every server answers again is open. */
export const reveal = async (
  context: Context,
  { rc, gamma, batchSeeds, coins, at }: RevealRequest,
): Answer<readonly Uint8Array[]> => {
  const where = await placeOf(context, at);
  if (!where.ok) return where;
  const body = {
    [REVEAL.rc]: bytesToCrock(rc),
    [REVEAL.seeds]: batchSeeds.filter((_, each) => each !== gamma).map(bytesToCrock),
  };
  const sent = await post({ ...context, baseUrl: where.value }, 'reveal-melt', body, coins);
  const read = await readOrRefusal(context, sent, revealedSchema, REVEAL_REFUSALS);
  if (!read.ok) return read;
  const signatures = rsaSignatures(read.value[REVEALED.signatures], coins);
  return signatures
    ? ok(signatures)
    : err({
        kind: 'malformed-response',
        url: shownUrl(new URL('reveal-melt', where.value).href),
        status: 200,
        why: 'ev_sigs do not match the new coins',
      });
};

/** Where a reveal goes: as a redirect would, to the same origin or from https to another https that is not inside. */
const placeOf = async (
  { world, baseUrl }: Context,
  at: string | undefined,
): Promise<Result<string, ExchangeFailure>> => {
  if (at === undefined) return ok(baseUrl);
  const parsed = parseBaseUrl(at);
  const refused: ExchangeFailure = { kind: 'redirected', url: shownUrl(baseUrl), to: shownUrl(at) };
  if (!parsed.ok) return err(refused);
  const [own, named] = [new URL(baseUrl), new URL(parsed.value)];
  if (own.origin === named.origin) return ok(parsed.value);
  if (own.protocol !== 'https:' || named.protocol !== 'https:') return err(refused);
  return (await checkPlace(world, baseUrl, parsed.value)) === undefined ? ok(parsed.value) : err(refused);
};
