// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { csRefreshNonce, deriveCsCoin } from '../../electron/taler/crypto/cs.ts';
import { coinEvHash, type BlindedPlanchet } from '../../electron/taler/coin/denomination.ts';
import { ecdhePublicKey } from '../../electron/taler/crypto/ecdh.ts';
import { eddsaPublicKey } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import {
  deriveRefreshCoin,
  refreshCommitment,
  refreshPlanchetSecret,
  transferPubs,
  transferSecret,
  type PerGamma,
} from '../../electron/taler/coin/refresh.ts';
import { addEnvelope, addSignature, envelope, unblind, type Coin, type Sides } from './reenact-coins.ts';
import { asList, asObject, asText, type Json } from './reenact-json.ts';
import type { DenominationFacts } from './reenact-mapping.ts';
import { planchetOf } from './reenact-slot.ts';
import type { Trace } from './trace.ts';

/** The refresh session of a recording, made again for our exchange. */
export type OwnRefresh = {
  readonly oldCoinPub: string;
  /** private keys of all candidates */
  readonly privs: readonly Uint8Array[];
  /** Enters our session name for a recorded one, where the recorded one is what its contents say. */
  readonly nameSession: (recordedMelt: Json) => void;
  /** Our exchange keeps another candidate secret than the recorded one: the candidates change places. */
  readonly choose: (ourGamma: number) => void;
  /** The session name that a disclosure with wrong keys leads to; returns the recorded one and enters ours for it. */
  readonly implied: (recordedReveal: Json, ourReveal: Json) => string;
  /** Unblinds and verifies the new coins; what is not signed right is named. */
  readonly learn: (ourAnswer: unknown) => readonly string[];
};

const GAMMAS = [0, 1, 2] as const;

/** The recording's refresh, undefined when it has none. To be called when the exchange's points for Clause-Schnorr coins are known. */
export const refreshOf = (trace: Trace, { recorded, ours, mapping }: Sides): OwnRefresh | undefined => {
  const [t0, t1, t2] = trace.secrets.transfer_privs;
  const rc = asText(trace.secrets['rc']);
  const melt = trace.steps.find((step) => step.response?.status === 200 && step.request.path.endsWith('/melt'));
  if (!melt || t0 === undefined || t1 === undefined || t2 === undefined) return undefined;
  const valueMelted = asText(
    asObject(melt.request.body && 'json' in melt.request.body ? melt.request.body.json : undefined)['value_with_fee'],
  );
  const oldCoinPub = melt.request.path.split('/')[2] ?? '';
  const transferPrivs: PerGamma<Uint8Array> = [crockToBytes(t0), crockToBytes(t1), crockToBytes(t2)];
  const secretOf = (transferPriv: Uint8Array): Uint8Array =>
    mustOk(transferSecret(transferPriv, crockToBytes(oldCoinPub)), 'a recorded coin key is a point');
  const rms = typeof trace.secrets['rms'] === 'string' ? crockToBytes(trace.secrets['rms']) : undefined;
  const revealed = trace.steps.find(
    (step) => step.response?.status === 200 && step.request.path === `/refreshes/${rc}/reveal`,
  );
  const body = revealed?.request.body;
  const hashes = asList(asObject(body && 'json' in body ? body.json : undefined)['new_denoms_h']).map(asText);

  type Name = 'recorded' | 'ours';
  const denominationAt = (side: Name, index: number): DenominationFacts => {
    const hash = hashes[index] ?? '';
    const found = side === 'recorded' ? recorded.denomination(hash) : ours.denomination(mapping.text(hash));
    if (!found) throw new Error('a refresh into an unknown denomination');
    return found;
  };
  const candidate = (side: Name, secret: Uint8Array, index: number): Coin => {
    const points = asList(asObject(trace.secrets.new_coins[index])['r_pub']).map((point) =>
      crockToBytes(side === 'recorded' ? asText(point) : mapping.text(asText(point))),
    );
    const [r0, r1] = points;
    if (!r0 || !r1 || !rms) {
      const { coinPriv, blindingSecret } = deriveRefreshCoin(secret, index);
      return { priv: coinPriv, blinding: blindingSecret };
    }
    const { coinPriv, blindingSeed } = deriveCsCoin(refreshPlanchetSecret(secret, index), [r0, r1]);
    return { priv: coinPriv, blinding: blindingSeed, nonce: bytesToCrock(csRefreshNonce(rms, index)), r: [r0, r1] };
  };
  const make = (side: Name) =>
    GAMMAS.map((gamma) =>
      hashes.map((_, index) => {
        const coin = candidate(side, secretOf(transferPrivs[gamma]), index);
        const denomination = denominationAt(side, index);
        return { coin, denomination, ev: envelope(denomination, coin) };
      }),
    );
  const made = { recorded: make('recorded'), ours: make('ours') };
  const pubs = transferPubs(transferPrivs);

  const commit = (
    side: Name,
    valueWithFee: string,
    keys: readonly Uint8Array[],
    evs: readonly (readonly BlindedPlanchet[])[],
  ): string =>
    bytesToCrock(
      refreshCommitment({
        transferPubs: triple(keys),
        newDenominationHashes: hashes.map((_, index) => crockToBytes(denominationAt(side, index).hash)),
        oldCoinPub: crockToBytes(oldCoinPub),
        valueWithFee: amount(valueWithFee),
        planchetsByGamma: triple(evs),
        ...(rms ? { refreshMasterSeed: rms } : {}),
      }),
    );
  const commitment = (side: Name, valueWithFee: string): string =>
    commit(
      side,
      valueWithFee,
      pubs,
      made[side].map((candidates) => candidates.map(({ ev }) => ev)),
    );
  /** What the exchange computes from a disclosure: the kept candidate as it was sent, the others from their keys. */
  const disclosed = (side: Name, reveal: Json, kept: number): string => {
    const privs = asList(reveal['transfer_privs']).map((priv) => crockToBytes(asText(priv)));
    const candidates = GAMMAS.map((gamma) => {
      const priv = privs[gamma < kept ? gamma : gamma - 1];
      if (gamma === kept || !priv)
        return { pub: crockToBytes(asText(reveal['transfer_pub'])), evs: asList(reveal['coin_evs']).map(planchetOf) };
      return {
        pub: ecdhePublicKey(priv),
        evs: hashes.map((_, index) => envelope(denominationAt(side, index), candidate(side, secretOf(priv), index))),
      };
    });
    return commit(
      side,
      valueMelted,
      candidates.map(({ pub }) => pub),
      candidates.map(({ evs }) => evs),
    );
  };

  const arrange = (order: readonly number[]): void => {
    for (const gamma of GAMMAS) {
      const place = order[gamma] ?? gamma;
      mapping.add(bytesToCrock(transferPrivs[gamma]), bytesToCrock(transferPrivs[place] ?? transferPrivs[gamma]));
      mapping.add(bytesToCrock(pubs[gamma]), bytesToCrock(pubs[place] ?? pubs[gamma]));
      for (const [index, theirs] of (made.recorded[gamma] ?? []).entries()) {
        const twin = made.ours[place]?.[index];
        if (!twin) continue;
        addEnvelope(mapping, jsonOf(theirs.ev), twin.ev);
        mapping.add(
          bytesToCrock(coinEvHash(crockToBytes(theirs.denomination.hash), theirs.ev)),
          bytesToCrock(coinEvHash(crockToBytes(twin.denomination.hash), twin.ev)),
        );
        mapping.add(bytesToCrock(eddsaPublicKey(theirs.coin.priv)), bytesToCrock(eddsaPublicKey(twin.coin.priv)));
        mapping.add(bytesToCrock(theirs.coin.blinding), bytesToCrock(twin.coin.blinding));
      }
    }
  };
  arrange(GAMMAS);

  const recordedGamma = Number(trace.secrets['noreveal_index']);
  let chosen = recordedGamma;
  return {
    oldCoinPub,
    privs: made.ours.flat().map(({ coin }) => coin.priv),
    nameSession: (recordedMelt) => {
      const value = asText(recordedMelt['value_with_fee']);
      if (commitment('recorded', value) === recordedMelt['rc'])
        mapping.add(asText(recordedMelt['rc']), commitment('ours', value));
    },
    choose: (ourGamma) => {
      chosen = ourGamma;
      // the two that are disclosed are sent in ascending order, so their order is kept
      const others = GAMMAS.filter((gamma) => gamma !== ourGamma);
      arrange(
        GAMMAS.map((gamma) =>
          gamma === recordedGamma
            ? ourGamma
            : (others[GAMMAS.filter((each) => each !== recordedGamma).indexOf(gamma)] ?? gamma),
        ),
      );
    },
    implied: (recordedReveal, ourReveal) => {
      const theirs = disclosed('recorded', recordedReveal, recordedGamma);
      mapping.add(theirs, disclosed('ours', ourReveal, chosen));
      return theirs;
    },
    learn: (ourAnswer) =>
      asList(asObject(ourAnswer)['ev_sigs']).flatMap((each, index) => {
        const own = made.ours[chosen]?.[index];
        const signature = own && unblind(own.denomination, own.coin, asObject(asObject(each)['ev_sig']));
        if (!signature) return [`ev_sigs[${index}] is no signature of the denomination`];
        addSignature(mapping, asObject(asObject(trace.secrets.new_coins[index])['ub_sig']), signature);
        return [];
      }),
  };
};

const triple = <T>([a, b, c]: readonly T[]): PerGamma<T> => {
  if (a === undefined || b === undefined || c === undefined) throw new Error('a refresh has three candidates');
  return [a, b, c];
};

const jsonOf = (planchet: BlindedPlanchet): Json =>
  planchet.cipher === 'RSA'
    ? { rsa_blinded_planchet: bytesToCrock(planchet.blinded) }
    : { cs_blinded_c0: bytesToCrock(planchet.c0), cs_blinded_c1: bytesToCrock(planchet.c1) };
