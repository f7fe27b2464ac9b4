// SPDX-License-Identifier: GPL-3.0-or-later
import { csBlind, csUnblind, csVerify, deriveCsBlinding, type Pair } from '../../electron/taler/crypto/cs.ts';
import { coinEvHash, coinPubHash, type BlindedPlanchet } from '../../electron/taler/coin/denomination.ts';
import { eddsaPublicKey } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes, utf8 } from '../../electron/taler/bytes/encodings.ts';
import { sha512 } from '../../electron/taler/crypto/hash.ts';
import { planchetsOfCoins } from '../../electron/taler/coin/planchet.ts';
import { unblindBatch } from '../../electron/taler/crypto/rsa.ts';
import { asList, asObject, asText, type Json } from './reenact-json.ts';
import type { DenominationFacts, Mapping, Side } from './reenact-mapping.ts';
import { planchetOf } from './reenact-slot.ts';
import type { Trace } from './trace.ts';

/** A coin before it is blinded; `r` are the exchange's two points for a Clause-Schnorr coin. */
export type Coin = {
  readonly priv: Uint8Array;
  readonly blinding: Uint8Array;
  readonly nonce?: string;
  readonly r?: Pair<Uint8Array>;
};

export type Sides = { readonly recorded: Side; readonly ours: Side; readonly mapping: Mapping };

/** The coins of a recording, blinded and unblinded anew for our exchange. */
export type OwnCoins = {
  /** Enters our envelope for every recorded one in a request. */
  readonly prepare: (recordedBody: unknown) => void;
  /** Unblinds and verifies what our exchange signed, and enters it for the recorded signature; what is not signed right is named. */
  readonly learn: (recordedBody: unknown, ourAnswer: unknown) => readonly string[];
  readonly coin: (recordedCoinPub: string) => Coin | undefined;
};

/** The withdrawn coins of a recording; for envelopes whose secrets were not recorded some are made up. */
export const withdrawnCoins = (trace: Trace, { recorded, ours, mapping }: Sides): OwnCoins => {
  const known = trace.secrets.coins.map((secret) => ({ secret, coin: coinOf(secret) }));
  const byEnvelope = new Map<string, { readonly coin: Coin; readonly signature: Json }>();
  for (const { secret, coin } of known) {
    const denomination = recorded.denomination(secret.denom_pub_hash);
    if (denomination)
      byEnvelope.set(nameOf(envelope(denomination, coin)), { coin, signature: asObject(secret.ub_sig) });
  }

  const prepare = (recordedBody: unknown): void => {
    for (const { denominationHash, ev } of planchetsIn(recordedBody)) {
      const name = nameOfJson(ev);
      const denomination = ours.denomination(mapping.text(denominationHash));
      if (mapping.has(name) || !denomination || denomination.key.cipher !== ev['cipher']) continue;
      const found = byEnvelope.get(name) ?? { coin: madeUp(name, ev, trace, recorded), signature: {} };
      byEnvelope.set(name, found);
      const made = envelope(denomination, onOurSide(found.coin, mapping));
      addEnvelope(mapping, ev, made);
      const twin = recorded.denomination(denominationHash);
      if (twin)
        mapping.add(
          bytesToCrock(coinEvHash(crockToBytes(denominationHash), planchetOf(ev))),
          bytesToCrock(coinEvHash(crockToBytes(denomination.hash), made)),
        );
    }
  };

  const learn = (recordedBody: unknown, ourAnswer: unknown): readonly string[] =>
    planchetsIn(recordedBody).flatMap(({ denominationHash, ev }, index) => {
      const found = byEnvelope.get(nameOfJson(ev));
      const denomination = ours.denomination(mapping.text(denominationHash));
      const answer = asObject(ourAnswer);
      const evSig = asObject(asObject(asList(answer['ev_sigs'])[index])['ev_sig'] ?? answer['ev_sig']);
      if (!found || !denomination) return [`no coin for ev_sigs[${index}]`];
      const coin = onOurSide(found.coin, mapping);
      const signature = unblind(denomination, coin, evSig);
      if (!signature) return [`ev_sigs[${index}] is no signature of the denomination`];
      addSignature(mapping, found.signature, signature);
      return [];
    });

  return { prepare, learn, coin: (pub) => known.find(({ secret }) => secret.coin_pub === pub)?.coin };
};

/** What is sent to be signed, for a coin of that denomination. */
export const envelope = ({ hash, key }: DenominationFacts, coin: Coin): BlindedPlanchet => {
  if (key.cipher === 'RSA') {
    const made = planchetsOfCoins(key.key, crockToBytes(hash), [
      { coinPriv: coin.priv, blindingSecret: coin.blinding },
    ]);
    const planchet = made.ok ? made.value[0] : undefined;
    if (!planchet) throw new Error('a coin that cannot be blinded');
    return { cipher: 'RSA', blinded: planchet.blinded };
  }
  if (!coin.r || coin.nonce === undefined) throw new Error('a Clause-Schnorr coin without the points of the exchange');
  const made = csBlind(key.point, coin.r, deriveCsBlinding(coin.blinding), coinPubHash(eddsaPublicKey(coin.priv)));
  if (!made.ok) throw new Error('points that are none');
  return { cipher: 'CS', c0: made.value.challenges[0], c1: made.value.challenges[1], nonce: crockToBytes(coin.nonce) };
};

/** The denomination's signature on the coin as JSON carries it; undefined when it is wrong. */
export const unblind = ({ key }: DenominationFacts, coin: Coin, evSig: Json): Json | undefined => {
  const messageHash = coinPubHash(eddsaPublicKey(coin.priv));
  if (key.cipher === 'RSA') {
    const done = unblindBatch(key.key, [
      {
        messageHash,
        blindingSecret: coin.blinding,
        blindSignature: crockToBytes(asText(evSig['blinded_rsa_signature'])),
      },
    ]);
    return done.ok && done.value[0] ? { cipher: 'RSA', rsa_signature: bytesToCrock(done.value[0]) } : undefined;
  }
  if (!coin.r) return undefined;
  const which = evSig['b'] === 1 ? 1 : 0;
  const blinding = deriveCsBlinding(coin.blinding);
  const blinded = csBlind(key.point, coin.r, blinding, messageHash);
  if (!blinded.ok) return undefined;
  const r = blinded.value.blindedR[which];
  const s = csUnblind(crockToBytes(asText(evSig['s'])), blinding.alpha[which]);
  return csVerify(key.point, messageHash, { r, s })
    ? { cipher: 'CS', cs_signature_r: bytesToCrock(r), cs_signature_s: bytesToCrock(s) }
    : undefined;
};

/** Enters our envelope for a recorded one. */
export const addEnvelope = (mapping: Mapping, recorded: Json, made: BlindedPlanchet): void => {
  if (made.cipher === 'RSA') mapping.add(asText(recorded['rsa_blinded_planchet']), bytesToCrock(made.blinded));
  else {
    mapping.add(asText(recorded['cs_blinded_c0']), bytesToCrock(made.c0));
    mapping.add(asText(recorded['cs_blinded_c1']), bytesToCrock(made.c1));
  }
};

/** Enters our unblinded signature for a recorded one. */
export const addSignature = (mapping: Mapping, recorded: Json, made: Json): void => {
  for (const member of ['rsa_signature', 'cs_signature_r', 'cs_signature_s']) {
    if (typeof recorded[member] === 'string') mapping.add(recorded[member], asText(made[member]));
  }
};

/** A recorded coin's secrets. */
export const coinOf = (secret: Json): Coin => {
  const [r0, r1] = asList(secret['r_pub']).map(asText);
  return {
    priv: crockToBytes(asText(secret['coin_priv'])),
    blinding: crockToBytes(asText(secret['blinding_secret'])),
    ...(typeof secret['cs_nonce'] === 'string' ? { nonce: secret['cs_nonce'] } : {}),
    ...(r0 === undefined || r1 === undefined ? {} : { r: [crockToBytes(r0), crockToBytes(r1)] as const }),
  };
};

/** The same coin with the points our exchange answered instead of the recorded ones. */
const onOurSide = (coin: Coin, mapping: Mapping): Coin =>
  coin.r
    ? {
        ...coin,
        r: [crockToBytes(mapping.text(bytesToCrock(coin.r[0]))), crockToBytes(mapping.text(bytesToCrock(coin.r[1])))],
      }
    : coin;

/** A coin for an envelope whose secrets are not known; Clause-Schnorr envelopes take the points that belong to their nonce. */
const madeUp = (name: string, ev: Json, trace: Trace, recorded: Side): Coin => {
  const seed = sha512(utf8(`made up for ${name}`));
  const coin = { priv: seed.slice(0, 32), blinding: seed.slice(32) };
  if (ev['cipher'] !== 'CS') return coin;
  const like = trace.secrets.coins.find(
    (each) => asObject(each)['cs_nonce'] === ev['cs_nonce'] && recorded.denomination(each.denom_pub_hash),
  );
  return {
    ...coin,
    ...(like
      ? coinOf({ ...asObject(like), coin_priv: bytesToCrock(coin.priv), blinding_secret: bytesToCrock(coin.blinding) })
      : {}),
  };
};

type Sent = { readonly denominationHash: string; readonly ev: Json };

/** The planchets of a withdrawal, batch or single. */
const planchetsIn = (body: unknown): readonly Sent[] => {
  const given = asObject(body);
  const list = given['coin_ev'] === undefined ? asList(given['planchets']) : [given];
  return list
    .map(asObject)
    .flatMap((each) =>
      each['coin_ev'] === undefined
        ? []
        : [{ denominationHash: asText(each['denom_pub_hash']), ev: asObject(each['coin_ev']) }],
    );
};

const nameOfJson = (ev: Json): string => asText(ev['rsa_blinded_planchet'] ?? ev['cs_blinded_c0']);
const nameOf = (planchet: BlindedPlanchet): string =>
  bytesToCrock(planchet.cipher === 'RSA' ? planchet.blinded : planchet.c0);
