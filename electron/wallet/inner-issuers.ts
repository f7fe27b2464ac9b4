// SPDX-License-Identifier: GPL-3.0-or-later
import type { LocalReader, LocalWriter } from '../storage/local.ts';
import type { Fetch } from '../network.ts';
import type { World } from '../world.ts';

// A name of the internet is not followed into this house: whoever owns it would choose which machine of ours is asked. Whose
// issuer really stands there says so for that one address, after having seen its host; no place, bill or redirect can.

/** Remembers that its person has seen this host, and wants this issuer asked although its name leads into the house. By https alone: there it has to prove that the name is its own. */
export const allowInner = (
  local: Pick<LocalWriter, 'mark' | 'setMark'>,
  baseUrl: string,
  seenHost: string | undefined,
): void => {
  const { host, origin, protocol } = new URL(baseUrl);
  const allowed = local.mark('inner-issuers') ?? [];
  if (seenHost !== host || protocol !== 'https:' || allowed.includes(origin)) return;
  local.setMark('inner-issuers', [...allowed, origin].slice(-MAX_ALLOWED));
};

/** More machines of a house are no issuers. */
const MAX_ALLOWED = 32;

/** The world as issuers are asked in it: those that were allowed may stand for a machine of the house. */
export const worldOfIssuers = (world: World, store: { readonly local: Pick<LocalReader, 'mark'> }): World => {
  const http: Fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const isAllowed = (store.local.mark('inner-issuers') ?? []).includes(new URL(url).origin);
    return world.http(input, isAllowed ? { ...init, narrowest: 'loopback' } : init);
  };
  return { ...world, http };
};
