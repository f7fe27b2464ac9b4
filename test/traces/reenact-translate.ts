// SPDX-License-Identifier: GPL-3.0-or-later
import { eddsaSign, eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesEqual, bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { asList, asObject } from './reenact-json.ts';
import { askedOf, replaceAt, textAt, type Asked } from './reenact-request.ts';
import { slotsOf } from './reenact-signatures.ts';
import { purseOf, type Stage } from './reenact-stage.ts';
import type { Step } from './trace.ts';

/** How a recorded long poll ended: by an event, or by its own timeout; undefined for other requests and malformed timeouts. */
export const pollOf = ({
  request,
  elapsed_ms,
}: Step): { readonly timeoutMs: number; readonly isVain: boolean } | undefined => {
  const timeoutMs = Number(/[?&]timeout_ms=(\d+)$/.exec(request.path)?.[1] ?? Number.NaN);
  return Number.isNaN(timeoutMs) ? undefined : { timeoutMs, isVain: (elapsed_ms ?? 0) >= timeoutMs };
};

/** The recorded request for our exchange: its names replaced, and every signature that was right made anew; wrong ones stay wrong. */
export const translate = (stage: Stage, step: Step): Asked => {
  const { mapping, trace, sides } = stage;
  const recorded = askedOf(step);
  const refreshes = recorded.parts[0] === 'refreshes' || recorded.parts[2] === 'melt' || recorded.parts[2] === 'link';
  const refresh = refreshes ? stage.refresh() : undefined;
  if (recorded.parts[2] === 'melt') refresh?.nameSession(asObject(recorded.body));
  stage.coins.prepare(recorded.body);
  const mapped: Asked = {
    ...recorded,
    parts: recorded.parts.map(mapping.text),
    query: new Map(
      [...recorded.query].map(([name, value]) => [name, name === 'timeout_ms' ? value : mapping.text(value)]),
    ),
    headers: Object.fromEntries(Object.entries(recorded.headers).map(([name, value]) => [name, mapping.text(value)])),
    body: mapping.value(unabridged(recorded.body)),
  };
  const ground = { oldCoinPub: refresh?.oldCoinPub ?? '', purse: purseOf(trace) };
  const theirs = slotsOf(recorded, { side: sides.recorded, ...ground });
  return slotsOf(mapped, { side: sides.ours, ...ground }).reduce((request, slot, index) => {
    const twin = theirs[index];
    const signature = textAt(recorded, slot.place);
    if (!twin || signature === undefined || !isRight(twin.pub, twin.block, signature)) return request;
    const priv = stage.privOf(slot.pub);
    if (!priv && bytesEqual(slot.block(), twin.block())) return request;
    if (!priv) throw new Error(`${step.step}: no key for ${slot.pub}`);
    const own = bytesToCrock(eddsaSign(priv, slot.block()));
    mapping.add(signature, own);
    return replaceAt(request, slot.place, own);
  }, mapped);
};

/** Whether the signature is that key's on that block. */
export const isRight = (pub: string, block: () => Uint8Array, signature: string): boolean => {
  try {
    return eddsaVerify(crockToBytes(pub), block(), crockToBytes(signature));
  } catch {
    // what the recorder malformed on purpose has no block, and its signature covers nothing
    return false;
  }
};

/** The recording of 257 planchets says so in words. */
const unabridged = (body: unknown): unknown => {
  const planchets = asList(asObject(body)['planchets']);
  const last = planchets.at(-1);
  const count = typeof last === 'string' ? Number.parseInt(last.replaceAll(/\D/g, ''), 10) : 0;
  return count > 0 ? { ...asObject(body), planchets: Array.from({ length: count }, () => planchets[0]) } : body;
};
