// SPDX-License-Identifier: GPL-3.0-or-later

// From where a machine can be reached, by the name or number it is called by. Wherever an address comes from outside, this says
// whether it leads into the house this computer stands in.

/** From where an address can be reached, the narrowest first. */
export type Scope = 'loopback' | 'link' | 'private' | 'public';
const WIDTH: readonly Scope[] = ['loopback', 'link', 'private', 'public'];

/** True when `scope` is reached from fewer places than `than`. */
export const isNarrower = (scope: Scope, than: Scope): boolean => WIDTH.indexOf(scope) < WIDTH.indexOf(than);

/** Where a host can be reached from, by its name or number alone (IPv4, IPv6 with or without brackets, special-use names of RFC 6761, 6762, 8375 and 9476). */
export const scopeOfHost = (host: string): Scope => {
  const name = bare(host).toLowerCase().replace(/\.$/, '');
  if (isNumber(name)) return name.includes(':') ? scopeOf6(name) : scopeOf4(name);
  if (/(?:^|\.)localhost$|^localhost6?\.localdomain6?$/.test(name)) return 'loopback';
  if (name.endsWith('.local')) return 'link';
  // A name of one word is looked up in the house's own search domain.
  if (!name.includes('.') || /\.(?:internal|intranet|lan|localdomain|home|corp|private|home\.arpa)$/.test(name))
    return 'private';
  return 'public';
};

/**
 * Where an address can be reached from that a look-up gave. Programs that lead all traffic through a tunnel answer every name
 * with a number of 198.18.0.0/15 and know what it stands for; no machine of a house has one.
 */
export const scopeOfFound = (address: string): Scope =>
  /^198\.1[89]\./.test(address) ? 'public' : scopeOfHost(address);

/** URLs spell every IPv4 address in four numbers, and no name has a colon in it. */
export const isNumber = (name: string): boolean => name.includes(':') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name);

export const bare = (host: string): string => host.replace(/^\[|\]$/g, '');

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
  // NAT64 (RFC 6052, 8215) and SIIT (RFC 2765), which puts a zero behind what says that it is mapped.
  const isSiit = words.slice(0, 4).every((each) => each === 0) && words[4] === 0xffff && words[5] === 0;
  const isTranslated = (first === 0x64 && words[1] === 0xff9b) || isSiit;
  const last4 = (): string => [words[6] ?? 0, words[7] ?? 0].flatMap((each) => [each >> 8, each & 255]).join('.');
  if (words.slice(0, 7).every((each) => each === 0) && (words[7] ?? 0) <= 1) return 'loopback';
  if (isMapped || isTranslated) return scopeOf4(last4());
  // 6to4: the IPv4 address stands in the second and third word.
  if (first === 0x2002)
    return scopeOf4([words[1] ?? 0, words[2] ?? 0].flatMap((each) => [each >> 8, each & 255]).join('.'));
  // Teredo: the client's own address stands at the end, with every bit turned round.
  if (first === 0x2001 && words[1] === 0)
    return scopeOf4(
      [words[6] ?? 0, words[7] ?? 0].flatMap((each) => [255 - (each >> 8), 255 - (each & 255)]).join('.'),
    );
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
