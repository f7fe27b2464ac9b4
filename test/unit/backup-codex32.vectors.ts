// SPDX-License-Identifier: GPL-3.0-or-later
// Facts from the published test vectors of BIP-93 (codex32). `x(n)` stands for n times the character x.

const x = (count: number): string => 'x'.repeat(count);
const faux = (count: number, checksum: string): string => `ms10fauxs${x(count)}${checksum}`;
const LEET = 'ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100';
const CASH = 'ffeeddccbbaa99887766554433221100';

/** Unshared secrets that must be read. The seeds of vectors 3 and 4 have one text for every choice of the spare bits. */
export const goodVectors: readonly { readonly text: string; readonly hex: string; readonly id: string }[] = [
  { text: 'ms10testsxxxxxxxxxxxxxxxxxxxxxxxxxx4nzvca9cmczlw', hex: '318c6318c6318c6318c6318c6318c631', id: 'test' },
  { text: 'MS12NAMES6XQGUZTTXKEQNJSJZV4JV3NZ5K3KWGSPHUH6EVW', hex: 'd1808e096b35b209ca12132b264662a5', id: 'name' },
  ...['qqjzqud4m0d6nln', 'qpte35dvzkjpt0r', 'qzfatvdwq5692k6', 'qrsx6ydhed97jx2'].map((end) => ({
    text: `ms13cashsllhdmn9m42vcsamx24zrxgs3${end}`,
    hex: CASH,
    id: 'cash',
  })),
  ...['qqtum9pgv99ycma', 'qpj82dp34u6lqtd', 'qzsrs4pnh7jmpj5', 'qrfcpap2w8dqezy', 'q0pgjxpzx0ysaam'].map((end) => ({
    text: `ms10leetsllhdmn9m42vcsamx24zrxgs3qrl7ahwvhw4fnzrhve25gvezzy${end}`,
    hex: LEET,
    id: 'leet',
  })),
  {
    text: 'MS100C8VSM32ZXFGUHPCHTLUPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQPZYGSFJD6AN074RXVCEMLH8WU3TK925ACDEFGHJKLMNPQRSTUVWXY06FHPV80UNDVARHRAK',
    hex: 'dc5423251cb87175ff8110c8531d0952d8d73e1194e95b5f19d6f9df7c01111104c9baecdfea8cccc677fb9ddc8aec5553b86e528bcadfdcc201c17c638c47e9',
    id: '0c8v',
  },
];

/** Long strings whose checksum is wrong. */
export const badLongChecksums: readonly string[] = [
  'me084q0vpht7pe0',
  'me084q0vpht7pew',
  'qyadsp3nywm8a',
  'zvg7ar4hgaejk',
  'cznau0advgxqe',
  'ch3jrc6j5040j',
  '52gxl6ppv40mcv',
  '7g4g2nhhle8fk',
  '63m45uj8ss4x8',
  'y4r708q7kg65x',
].map((end) => faux(118 - end.length, end));

/** Right by the other code, wrong by the one that their length demands. */
export const wrongCode: readonly string[] = [
  faux(24, 'urfvwmdcmymdufv'),
  faux(26, 'csyppjkd8lz4hx3'),
  faux(72, 'u6hwvl5p0l9xf3c'),
  faux(73, 'wqey9rfs6smenxa'),
  faux(76, 'rfggf88znkaup'),
  faux(103, 'us27z9xtyxyw3'),
  faux(105, 'cwm4re8fs78vn'),
];

/** A right checksum over a length that no number of bytes has. */
export const badLengths: readonly string[] = [
  faux(24, 'w0a4c70rfefn4'),
  faux(73, 'r335l5tv88js3'),
  faux(75, 'vu7q9nz8p7dj68v'),
  faux(102, 'pq6k542scdxndq3'),
];
