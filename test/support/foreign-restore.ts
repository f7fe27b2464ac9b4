// SPDX-License-Identifier: GPL-3.0-or-later
// Restores a wallet from its sheet and its copies with nothing of Holdfast: written from electron/backup/FORMAT.md alone, as a stranger would
// in ten years. Prints every coin with its private key. `node test/support/foreign-restore.ts SHEET [FOLDER …]`

import { createHash, createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';

type Bytes = Uint8Array;
/** An entry's value, as JSON has it. */
type Value = Record<string, any>;
export type ForeignCoin = {
  readonly id: string;
  readonly value: string;
  readonly status: string;
  readonly priv: string;
  /** whether the denomination's key signed it; undefined without a signature */
  readonly signed: boolean | undefined;
};

// Section 1: bytes, base32, the KDF.

const CROCK = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BECH = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const bytes = (...parts: readonly (string | Bytes)[]): Bytes => Buffer.concat(parts.map((part) => Buffer.from(part)));
const toBase32 = (from: Bytes, alphabet: string): string =>
  [...from]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .match(/.{1,5}/g)!
    .map((bits) => alphabet[Number.parseInt(bits.padEnd(5, '0'), 2)])
    .join('');
const fromBase32 = (text: string, alphabet: string): Bytes => {
  const bits = [...text].map((each) => alphabet.indexOf(each).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g)!, (byte) => Number.parseInt(byte, 2));
};
const crock = (from: Bytes): string => toBase32(from, CROCK);
const uncrock = (text: string): Bytes => fromBase32(text, CROCK);
const sha512 = (of: Bytes): Bytes => createHash('sha512').update(of).digest();
const unsigned = (n: number, length: number): Bytes => fromNumber(BigInt(n), length);
const toNumber = (from: Bytes): bigint => BigInt(`0x${Buffer.from(from).toString('hex')}`);
const fromNumber = (n: bigint, length: number): Bytes => Buffer.from(n.toString(16).padStart(2 * length, '0'), 'hex');

const kdf = (length: number, ikm: Bytes, salt: string | Bytes, info: string | Bytes = ''): Bytes => {
  const prk = createHmac('sha512', salt).update(ikm).digest();
  const blocks: Bytes[] = [];
  for (let i = 1; i <= Math.ceil(length / 32); i++) {
    const message = bytes(blocks.at(-1) ?? '', info, Uint8Array.of(i));
    blocks.push(createHmac('sha256', prk).update(message).digest());
  }
  return bytes(...blocks).slice(0, length);
};
const kdfMod = (n: bigint, ikm: Bytes, salt: Bytes, info: string): bigint => {
  const bits = n.toString(2).length;
  for (let counter = 0; ; counter++) {
    const drawn = toNumber(kdf(Math.floor((bits - 1) / 8) + 1, ikm, salt, bytes(info, unsigned(counter, 2))));
    const number = drawn & ((1n << BigInt(bits)) - 1n);
    if (number < n) return number;
  }
};

// Section 2: the sheet.

const LONG = { length: 15n, target: 0x43381e570bf4798ab26n };
const LONG_ROWS = [0x3d59d273535ea62d897n, 0x7a9becb6361c6c51507n, 0x543f9b7e6c38d8a2a0en, 0x0c577eaeccf1990d13cn];
const REGULAR = { length: 13n, target: 0x10ce0795c2fd1e62an };
const REGULAR_ROWS = [0x19dc500ce73fde210n, 0x1bfae00def77fe529n, 0x1fbd920fffe7bee52n, 0x1739640bdeee3fdadn];
const CODE = {
  129: { ...LONG, rows: [...LONG_ROWS, 0x1887f74f8dc71b10651n] },
  76: { ...REGULAR, rows: [...REGULAR_ROWS, 0x07729a039cfc75f5an] },
};

/** Identifier and bytes of an unshared codex32 secret. */
export const readCodex32 = (text: string): { readonly identifier: string; readonly secret: Bytes } => {
  const code = CODE[text.length as keyof typeof CODE];
  if (!code || !/^hold10....s/.test(text)) throw new Error('no secret of 64 or 32 bytes');
  let state = 1n;
  for (const value of [3, 3, 3, 3, 0, 8, 15, 12, 4, ...Array.from(text.slice(5), (each) => BECH.indexOf(each))]) {
    const top = state >> (5n * (code.length - 1n));
    state = ((state & ((1n << (5n * (code.length - 1n))) - 1n)) << 5n) ^ BigInt(value);
    for (const [i, row] of code.rows.entries()) if ((top >> BigInt(i)) & 1n) state ^= row;
  }
  if (state !== code.target) throw new Error('the checksum of the secret is wrong');
  return { identifier: text.slice(6, 10), secret: fromBase32(text.slice(11, -Number(code.length)), BECH) };
};

const readSheet = (text: string): { readonly root: Bytes; readonly providers: readonly string[] } => {
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  if (lines[0] !== 'HOLDFAST-RECOVERY-1' || lines.at(-1) !== 'END') throw new Error('no recovery text');
  const after = (label: RegExp): string[] =>
    lines.flatMap((line) => (label.test(line) ? [line.slice(line.indexOf(':') + 2)] : []));
  const { identifier, secret } = readCodex32(
    after(/^secret/)
      .join('')
      .replaceAll(' ', '')
      .toLowerCase(),
  );
  if (after(/^sheet/)[0]?.toLowerCase() !== identifier) throw new Error('lines of two sheets');
  const providers = after(/^provider/).map((line) => {
    const [, named = '', check] = /^(.*) \[(.{4})\]$/.exec(line) ?? [];
    const url = named.split(' = ').at(-1) ?? '';
    if (toBase32(sha512(bytes(url)), BECH).slice(0, 4) !== check) throw new Error(`mistyped: ${url}`);
    return url;
  });
  return { root: secret, providers };
};

// Sections 3 to 6: keys, the blob, where it lies.

const accountOf = (root: Bytes, provider: string) => {
  const pub = ed25519.getPublicKey(kdf(32, root, 'taler-sync-account-key-salt', provider));
  const key = kdf(32, root, 'taler-sync-blob-secret-salt', 'taler-sync-blob-secret-info');
  const open = (blob: Bytes): readonly Value[] => {
    const magic = blob.slice(0, 8);
    if (Buffer.from(magic).toString() !== 'HLDFST01') throw new Error('another format');
    const plain = xchacha20poly1305(key, blob.slice(8, 32), bytes(magic, pub)).decrypt(blob.slice(32));
    const content = gunzipSync(plain.slice(4));
    if (content.length !== Number(toNumber(plain.slice(0, 4)))) throw new Error('another length than it says');
    return JSON.parse(content.toString()).entries;
  };
  return { pub, name: crock(pub), open };
};

const fromService = async (root: Bytes, base: string): Promise<readonly Value[]> => {
  const { pub, name, open } = accountOf(root, base);
  const answer = await fetch(`${base}backups/${name}`);
  if (answer.status !== 200) throw new Error(`${base} answers ${answer.status}`);
  const blob = new Uint8Array(await answer.arrayBuffer());
  const header = (named: string): string => (answer.headers.get(named) ?? '').replace(/^(?:W\/)?"(.*)"$/, '$1');
  const previous = header('sync-previous') === '' ? new Uint8Array(64) : uncrock(header('sync-previous'));
  const covered = bytes(unsigned(136, 4), unsigned(1450, 4), previous, sha512(blob));
  if (header('etag') !== crock(sha512(blob)) || !ed25519.verify(uncrock(header('sync-signature')), covered, pub))
    throw new Error(`${base}: hash or signature`);
  return open(blob);
};

const fromFolder = (root: Bytes, folder: string): readonly Value[] => {
  const { id } = JSON.parse(readFileSync(join(folder, 'holdfast-provider.json'), 'utf8'));
  const { name, open } = accountOf(root, `holdfast+folder:${id}`);
  const whole = readdirSync(folder).flatMap((file) => {
    const [, account, number, check = ''] = /^holdfast-(\w{52})-(\d{8})-(\w{26})\.blob$/.exec(file) ?? [];
    const blob = account === name ? readFileSync(join(folder, file)) : undefined;
    return blob && crock(sha512(blob)).startsWith(check) ? [{ number: Number(number), blob }] : [];
  });
  return whole.sort((a, b) => b.number - a.number).flatMap(({ blob }) => open(blob));
};

// Section 8, as far as coins need it: the copy that has come further counts, and maps are united.

const FURTHER = ['planned', 'fresh', 'sent', 'melted', 'in-use', 'failed', 'done', 'spent'];
const joined = (a: Value | undefined, b: Value): Value => {
  const further = FURTHER.indexOf(a?.['status']) > FURTHER.indexOf(b['status']) ? { ...b, ...a } : { ...a, ...b };
  for (const map of ['batches', 'fields', 'seeds', 'entries'])
    if (map in further) further[map] = { ...a?.[map], ...b[map] };
  return further;
};

/** Every coin that the sheet and the copies (of the services it names, and in these folders) know. */
export const restoreForeign = async (sheet: string, folders: readonly string[]): Promise<readonly ForeignCoin[]> => {
  const { root, providers } = readSheet(sheet);
  const services = providers.filter((each) => !each.startsWith('holdfast+folder:'));
  const copies = await Promise.all(services.map((each) => fromService(root, each)));
  const entries = new Map<string, Value>();
  for (const { kind, id, value } of [...copies, ...folders.map((each) => fromFolder(root, each))].flat())
    entries.set(`${kind} ${id}`, joined(entries.get(`${kind} ${id}`), value));
  const isGone = (coin: string): boolean => {
    const seed = coin.slice(0, coin.indexOf('/'));
    return (
      entries.get(`gone ${/^[0-9A-Za-z]{1,2}/.exec(seed.split(' ').at(-1) ?? '')?.[0] ?? '-'}`)?.['seeds'][seed] !==
      undefined
    );
  };
  return [...entries].flatMap(([key, coin]) =>
    key.startsWith('coin ') && !isGone(key.slice(5)) ? coinOf(entries, key.slice(5), coin) : [],
  );
};

// Section 9: keys and signatures of coins.

type Entries = ReadonlyMap<string, Value>;

/** The private key of a coin; undefined when its seed is missing or of another scheme. */
const coinPriv = (entries: Entries, id: string): Bytes | undefined => {
  const [seedId = '', index] = id.split('/');
  const salt = unsigned(Number(index), 4);
  const session = entries.get(`refresh ${seedId}`);
  const withdrawal = entries.get(`withdrawal ${entries.get(`coin ${id}`)?.['source_id']}`);
  const {
    seed,
    scheme = 1,
    noreveal_index: gamma,
    old_coin: old,
    old_priv: kept,
    transfer_pub: found,
  } = session ?? withdrawal?.['batches'][seedId] ?? {};
  if (seed === undefined || scheme !== 1) return undefined;
  if (!session) return kdf(64, uncrock(seed), salt, 'taler-withdrawal-coin-derivation').slice(0, 32);
  const oldPriv = kept === undefined ? coinPriv(entries, old) : uncrock(kept);
  if (!oldPriv) return undefined;
  const transferPriv = kdf(32, uncrock(seed), unsigned(gamma ?? 0, 4), 'taler-transfer-pub-derivation');
  const product =
    found === undefined
      ? x25519.getSharedSecret(transferPriv, ed25519.utils.toMontgomery(ed25519.getPublicKey(oldPriv)))
      : x25519.getSharedSecret(sha512(oldPriv).slice(0, 32), uncrock(found));
  return kdf(32, kdf(32, sha512(product), salt, 'taler-coin-derivation'), 'coin');
};

const coinOf = (entries: Entries, id: string, coin: Value): readonly ForeignCoin[] => {
  const priv = coinPriv(entries, id);
  if (!priv) return [];
  const { h, v: value, status, sig, exchange, master_pub: master } = coin;
  const denomination = entries.get(`exchange ${exchange} ${master}`)?.['fields'][`denomination ${h}`]?.value;
  const signed = sig === undefined ? undefined : isSigned(denomination, ed25519.getPublicKey(priv), h, sig);
  return [{ id, value, status, priv: crock(priv), signed }];
};

const isSigned = (denomination: Value, coinPub: Bytes, h: string, sig: string): boolean => {
  const key = uncrock(denomination['denom_pub'].rsa_public_key);
  if (crock(sha512(bytes(unsigned(0, 4), unsigned(1, 4), key))) !== h) return false;
  const length = Number(toNumber(key.slice(0, 2)));
  const n = toNumber(key.slice(4, 4 + length));
  const digest = kdfMod(n, sha512(coinPub), key, 'RSA-FDA FTpsW!');
  let power = 1n;
  for (const bit of toNumber(key.slice(4 + length)).toString(2))
    power = (power * power * (bit === '1' ? toNumber(uncrock(sig)) : 1n)) % n;
  return power === digest;
};

if (import.meta.main) {
  const [sheet = '', ...folders] = process.argv.slice(2);
  console.table(await restoreForeign(readFileSync(sheet, 'utf8'), folders));
}
