// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, type Amount } from '../../shared/amount.ts';
import type { Timestamp } from '../../shared/time.ts';
import type { BlindedPlanchet } from '../../electron/taler/coin/denomination.ts';
import { crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { asObject, asText, type Json, type JsonPath } from './reenact-json.ts';
import type { DenominationFacts, Side } from './reenact-mapping.ts';
import type { Asked, Place } from './reenact-request.ts';
import type { PurseSecret } from './trace.ts';

/** A signature in a request: where it stands, whose it is, and what it must cover. `block` throws when the request is malformed. */
export type Slot = { readonly place: Place; readonly pub: string; readonly block: () => Uint8Array };

/** What a request does not say itself: the exchange it goes to, the coin a refresh melts, the terms of known purses. */
export type Ground = {
  readonly side: Side;
  readonly oldCoinPub: string;
  readonly purse: (pub: string) => PurseSecret | undefined;
};

/** A request whose signatures are asked for; `pub` is the key in its path. */
export type Given = { readonly asked: Asked; readonly body: Json; readonly pub: string; readonly ground: Ground };

/** The signatures of each kind of request, by method and path. */
export type SlotsByRoute = readonly (readonly [route: string, slots: (given: Given) => readonly Slot[]])[];

/** A signature that stands in the body. */
export const inBody = (path: JsonPath, pub: string, block: () => Uint8Array): Slot => ({
  place: { in: 'body', path },
  pub,
  block,
});

/** A blinded planchet as JSON carries it. */
export const planchetOf = (value: unknown): BlindedPlanchet => {
  const ev = asObject(value);
  return ev['cipher'] === 'CS'
    ? { cipher: 'CS', c0: bytes(ev['cs_blinded_c0']), c1: bytes(ev['cs_blinded_c1']), nonce: bytes(ev['cs_nonce']) }
    : { cipher: 'RSA', blinded: bytes(ev['rsa_blinded_planchet']) };
};

/** The denomination of that name at the exchange the request goes to. */
export const denominationOf = ({ side }: Ground, hash: unknown): DenominationFacts => {
  const found = side.denomination(asText(hash));
  if (!found) throw new Error('a denomination that nobody has');
  return found;
};

/** Base32 in JSON as bytes; throws where there is none. */
export const bytes = (value: unknown): Uint8Array => crockToBytes(asText(value));
/** An amount in JSON; throws where there is none. */
export const sum = (value: unknown): Amount => amount(asText(value));
/** A timestamp in JSON, taken as it is. */
export const time = (value: unknown): Timestamp => value as Timestamp;
