// SPDX-License-Identifier: GPL-3.0-or-later
import type { World } from '../../world.ts';

/**
 * From where an address can be reached, the narrowest first. What a server or a link names must not be narrower than the
 * place it comes from: else a stranger makes the wallet ask the machines of this house, which trust whoever is inside.
 */
export type Scope = 'loopback' | 'link' | 'private' | 'public';
const WIDTH: readonly Scope[] = ['loopback', 'link', 'private', 'public'];

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
  return WIDTH.indexOf(scopeOfHost(to.hostname)) < WIDTH.indexOf(scopeOfHost(from.hostname)) ? 'inside' : undefined;
};

/** The same, and where the world can look names up also what the name stands for now; a name that cannot be looked up is left to the request. */
export const checkPlace = async (world: World, by: string, named: string): Promise<PlaceRefusal | undefined> => {
  const refusal = placeRefusal(by, named);
  if (refusal !== undefined || world.addressesOf === undefined) return refusal;
  const [from, to] = [new URL(by).hostname, new URL(named).hostname];
  if (from === to || isNumber(bare(to))) return undefined;
  const addresses = await world.addressesOf(to);
  const narrowest = Math.min(...addresses.map((each) => WIDTH.indexOf(scopeOfHost(each))), WIDTH.length);
  return narrowest < WIDTH.indexOf(scopeOfHost(from)) ? 'inside' : undefined;
};

/** Where a host can be reached from, by its name or number alone (IPv4, IPv6 with or without brackets, special-use names of RFC 6761, 6762, 8375 and 9476). */
export const scopeOfHost = (host: string): Scope => {
  const name = bare(host).toLowerCase().replace(/\.$/, '');
  if (isNumber(name)) return name.includes(':') ? scopeOf6(name) : scopeOf4(name);
  if (name === 'localhost' || name.endsWith('.localhost')) return 'loopback';
  if (name.endsWith('.local')) return 'link';
  // A name of one word is looked up in the house's own search domain.
  if (!name.includes('.') || /\.(?:internal|intranet|lan|home|corp|private|home\.arpa)$/.test(name)) return 'private';
  return 'public';
};

/** URLs spell every IPv4 address in four numbers, and no name has a colon in it. */
const isNumber = (name: string): boolean => name.includes(':') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name);

const bare = (host: string): string => host.replace(/^\[|\]$/g, '');

const scopeOf4 = (address: string): Scope => {
  const [a = 0, b = 0, c = 0] = address.split('.').map(Number);
  if (a === 127 || a === 0) return 'loopback';
  if (a === 169 && b === 254) return 'link';
  const isShared = a === 100 && b >= 64 && b < 128;
  const isTest = a === 198 && (b === 18 || b === 19);
  if (a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || isShared || isTest) return 'private';
  // Protocol assignments, multicast and what is reserved: no service of a stranger lives there.
  return a >= 224 || (a === 192 && b === 0 && c === 0) ? 'link' : 'public';
};

const scopeOf6 = (address: string): Scope => {
  const words = wordsOf6(address.split('%')[0] ?? '');
  const [first = 0] = words;
  const isMapped = words.slice(0, 5).every((each) => each === 0) && (words[5] === 0xffff || words[5] === 0);
  const isTranslated = first === 0x64 && words[1] === 0xff9b;
  const last4 = (): string => [words[6] ?? 0, words[7] ?? 0].flatMap((each) => [each >> 8, each & 255]).join('.');
  if (words.slice(0, 7).every((each) => each === 0) && (words[7] ?? 0) <= 1) return 'loopback';
  if (isMapped || isTranslated) return scopeOf4(last4());
  // 6to4: the IPv4 address stands in the second and third word.
  if (first === 0x2002)
    return scopeOf4([words[1] ?? 0, words[2] ?? 0].flatMap((each) => [each >> 8, each & 255]).join('.'));
  if ((first & 0xffc0) === 0xfe80 || (first & 0xff00) === 0xff00) return 'link';
  return (first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfec0 ? 'private' : 'public';
};

/** The eight 16-bit words of an IPv6 address, as URLs and look-ups spell it. */
const wordsOf6 = (address: string): readonly number[] => {
  const tail = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const hex = (high: string | undefined, low: string | undefined): string =>
    ((Number(high) << 8) | Number(low)).toString(16);
  const plain = tail ? `${tail[1]}${hex(tail[2], tail[3])}:${hex(tail[4], tail[5])}` : address;
  const [head = '', rest] = plain.split('::');
  const read = (part: string): readonly number[] =>
    part === '' ? [] : part.split(':').map((each) => Number.parseInt(each, 16));
  if (rest === undefined) return read(head);
  const [left, right] = [read(head), read(rest)];
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right];
};
