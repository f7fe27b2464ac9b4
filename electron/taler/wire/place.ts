// SPDX-License-Identifier: GPL-3.0-or-later
import { bare, isNarrower, isNumber, scopeOfFound, scopeOfHost, type Scope } from '../../scope.ts';
import type { World } from '../../world.ts';

// What a server or a link names must not be narrower than the place it comes from: else a stranger makes the wallet ask the
// machines of this house, which trust whoever is inside. `network.ts` asks again when a connection is made.

export type PlaceRefusal = 'not-web' | 'credentials' | 'not-https' | 'inside';

/**
 * Why `named` may not be followed on the word of `by` (both URLs); undefined when it may. A place reached by https names no
 * plain http, a public one nothing that is private, link-local or this computer. A place on this computer (play money) may
 * name this computer.
 */
export const placeRefusal = (by: string, named: string): PlaceRefusal | undefined => {
  if (!URL.canParse(named) || !URL.canParse(by)) return 'not-web';
  const [from, to] = [new URL(by), new URL(named)];
  if (to.protocol !== 'https:' && to.protocol !== 'http:') return 'not-web';
  if (to.username !== '' || to.password !== '') return 'credentials';
  if (from.protocol === 'https:' && to.protocol === 'http:') return 'not-https';
  return isNarrower(scopeOfHost(to.hostname), scopeOfHost(from.hostname)) ? 'inside' : undefined;
};

/** The same, and where the world can look names up also what the name stands for now; a name that cannot be looked up is left to the request. */
export const checkPlace = async (world: World, by: string, named: string): Promise<PlaceRefusal | undefined> => {
  const refusal = placeRefusal(by, named);
  if (refusal !== undefined || world.addressesOf === undefined) return refusal;
  const [from, to] = [new URL(by).hostname, new URL(named).hostname];
  if (from === to || isNumber(bare(to))) return undefined;
  const addresses = await world.addressesOf(to);
  return addresses.some((each) => isNarrower(scopeOfFound(each), scopeOfHost(from))) ? 'inside' : undefined;
};

/**
 * What an address may lead to when the connection is made: no machine that is reached from fewer places than its host says, else
 * whoever owns the name leads us to those of this house. By https the person's own place for copies may, for it has to prove
 * that the name is its own.
 */
export const narrowestFor = (url: string, ownPlace = false): Scope => {
  const { protocol, hostname } = new URL(url);
  return ownPlace && protocol === 'https:' ? 'loopback' : scopeOfHost(hostname);
};
