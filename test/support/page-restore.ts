// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a copy from the text of a printed page with nothing of Holdfast: written from electron/backup/FORMAT.md alone, sections 1 to 6.
// `pdftotext -layout sheet.pdf - | node test/support/page-restore.ts FOLDER` prints the root secret and how many entries the copy has.

import { createHash, createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { ed25519 } from '@noble/curves/ed25519.js';

const page = readFileSync(0, 'utf8');
const CROCK = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BECH = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const base32 = (from: Uint8Array, alphabet: string): string => {
  const bits = [...from].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
};
const sha512 = (of: string | Uint8Array): Uint8Array => createHash('sha512').update(of).digest();
const kdf = (ikm: Uint8Array, salt: string, info: string): Uint8Array => {
  const prk = createHmac('sha512', salt).update(ikm).digest();
  return createHmac('sha256', prk).update(info).update(Uint8Array.of(1)).digest();
};
// The 26 boxes, each a number and its group, and the checksum of what they make together.
const groups = [...page.matchAll(/(?<!\S)(\d{1,2})\s+([A-Z0-9]{4,5})(?!\S)/g)].map(([, at, group]) => [
  Number(at),
  group,
]);
const code = groups
  .sort(([a], [b]) => Number(a) - Number(b))
  .map(([, group]) => group)
  .join('')
  .toLowerCase();
const G = [0x3d59d273535ea62d897n, 0x7a9becb6361c6c51507n, 0x543f9b7e6c38d8a2a0en, 0x0c577eaeccf1990d13cn];
let state = 1n;
for (const value of [3, 3, 3, 3, 0, 8, 15, 12, 4, ...Array.from(code.slice(5), (each) => BECH.indexOf(each))]) {
  const top = state >> 70n;
  state = ((state & ((1n << 70n) - 1n)) << 5n) ^ BigInt(value);
  for (const [i, row] of [...G, 0x1887f74f8dc71b10651n].entries()) if ((top >> BigInt(i)) & 1n) state ^= row;
}
if (code.length !== 129 || !/^hold10....s/.test(code) || state !== 0x43381e570bf4798ab26n) throw new Error('the code');
const bits = Array.from(code.slice(11, -15), (each) => BECH.indexOf(each).toString(2).padStart(5, '0')).join('');
const root = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
// The place of the folder, with its check characters.
const [, provider = '', check] = /(holdfast\+folder:[0-9A-Z]{26})\s+\[(.{4})\]/.exec(page) ?? [];
if (base32(sha512(provider), BECH).slice(0, 4) !== check) throw new Error('the address');
// Its newest copy.
const pub = ed25519.getPublicKey(kdf(root, 'taler-sync-account-key-salt', provider));
const folder = process.argv[2] ?? '';
const newest = readdirSync(folder)
  .filter((name) => name.startsWith(`holdfast-${base32(pub, CROCK)}-`) && name.endsWith('.blob'))
  .sort()
  .at(-1);
const blob = readFileSync(join(folder, newest ?? ''));
const key = kdf(root, 'taler-sync-blob-secret-salt', 'taler-sync-blob-secret-info');
const open = xchacha20poly1305(key, blob.subarray(8, 32), Buffer.concat([blob.subarray(0, 8), pub]));
const plain = open.decrypt(blob.subarray(32));
const content = JSON.parse(gunzipSync(plain.subarray(4)).toString()) as { readonly entries: readonly unknown[] };
console.log(JSON.stringify({ root: Buffer.from(root).toString('hex'), entries: content.entries.length }));
