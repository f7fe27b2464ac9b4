// SPDX-License-Identifier: GPL-3.0-or-later
import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { amount, amountToText, type Amount } from '../../../shared/amount.ts';
import { hashDenomination, type DenominationKey } from '../../taler/coin/denomination.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import { generateRsaKey, rsaKeyFromBytes, rsaPrivateKeyToBytes, type RsaPrivateKey } from '../../taler/crypto/rsa.ts';
import { DAY, YEAR, type SandboxWorld } from '../clock.ts';
import type { Store } from '../store.ts';
import { csKeyFromSeed } from './cs-keys.ts';
import type { DenominationSpec } from './denomination-specs.ts';

export type Denomination = {
  /** base32 and bytes of h_denom */
  readonly hash: string;
  readonly hashBytes: Uint8Array;
  readonly key: DenominationKey;
  readonly secret:
    | { readonly cipher: 'RSA'; readonly rsa: RsaPrivateKey }
    | { readonly cipher: 'CS'; readonly scalar: bigint };
  readonly value: Amount;
  readonly feeWithdraw: Amount;
  readonly feeDeposit: Amount;
  readonly feeRefresh: Amount;
  readonly feeRefund: Amount;
  /** seconds since the epoch */
  readonly start: number;
  readonly expireWithdraw: number;
  readonly expireDeposit: number;
  readonly expireLegal: number;
  readonly revoked: boolean;
  readonly lost: boolean;
};

export type DenominationBook = {
  readonly find: (hash: string) => Denomination | undefined;
  /** every denomination that was ever issued and whose records are still kept, oldest first */
  readonly all: () => readonly Denomination[];
  readonly revoke: (hash: string) => void;
  readonly markLost: (hash: string) => void;
  /** Reads everything again, after the database was put back to what it was. */
  readonly reload: () => void;
  /** Makes new keys for coins whose last key is about to run out, so that a sandbox survives travels in time. */
  readonly renew: () => void;
};

export type DenominationOptions = {
  readonly store: Store;
  readonly world: SandboxWorld;
  readonly currency: string;
  readonly specs: readonly DenominationSpec[];
  readonly rsaBits: number;
  /** gives the RSA keys in PKCS #8 instead of making them, for whoever starts many economies */
  readonly newRsaKey?: () => Uint8Array;
};

/** Coins can be withdrawn this long, and spent this long, unless their spec says otherwise. */
const WITHDRAW_MS = YEAR;
const DEPOSIT_MS = 4 * YEAR;
const LEGAL_MS = 10 * YEAR;
/** A new key is listed this long before the old one ends, unless its kind says otherwise. */
const RENEW_BEFORE_MS = 7 * DAY;

/** Opens the book of denominations; missing RSA keys are made side by side, which takes well under two seconds. */
export const openDenominations = async (options: DenominationOptions): Promise<DenominationBook> => {
  const { store, world, specs } = options;
  const byHash = new Map<string, Denomination>();
  const reload = (): void => readAll(store, byHash);
  reload();

  const insert = (
    slot: number,
    spec: DenominationSpec,
    cipher: 'RSA' | 'CS',
    secret: Uint8Array,
    startMs: number,
  ): void => {
    const row = makeRow(options.currency, slot, spec, cipher, secret, startMs);
    store.run(
      'INSERT INTO denomination VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)',
      row.hash,
      row.slot,
      row.cipher,
      row.private,
      row.value,
      row.fee_withdraw,
      row.fee_deposit,
      row.fee_refresh,
      row.fee_refund,
      row.start,
      row.expire_withdraw,
      row.expire_deposit,
      row.expire_legal,
    );
    byHash.set(row.hash, fromRow(row));
  };
  const lastEnd = (slot: number): number | undefined => readLastEnd(store, slot);
  const mark =
    (column: 'revoked' | 'lost') =>
    (hash: string): void => {
      const known = byHash.get(hash);
      if (!known) throw new Error('defect: no such denomination');
      store.run(`UPDATE denomination SET ${column} = 1 WHERE hash = ?`, hash);
      byHash.set(hash, { ...known, [column]: true });
    };

  const missing = [...specs.entries()].filter(([slot]) => lastEnd(slot) === undefined);
  const secrets = await Promise.all(missing.map(([, spec]) => makeSecret(spec, options)));
  for (const [at, [slot, spec]] of missing.entries()) {
    const secret = secrets[at];
    if (secret) insert(slot, spec, spec.cipher ?? 'RSA', secret, startOf(world) + (spec.startsIn ?? 0));
  }
  const renew = (): void => {
    for (const [slot, spec] of specs.entries()) {
      const end = (lastEnd(slot) ?? 0) * 1000;
      if (spec.startsIn !== undefined || end > world.now() + (spec.renewBeforeMs ?? RENEW_BEFORE_MS)) continue;
      const cipher = spec.cipher ?? 'RSA';
      const secret =
        cipher === 'CS'
          ? world.randomBytes(32)
          : (options.newRsaKey?.() ?? rsaPrivateKeyToBytes(generateRsaKey(options.rsaBits).privateKey));
      insert(slot, spec, cipher, secret, Math.max(startOf(world), Math.min(end, startOf(world))));
    }
  };
  renew();
  return {
    find: (hash) => byHash.get(hash),
    all: () => [...byHash.values()],
    revoke: mark('revoked'),
    markLost: mark('lost'),
    reload,
    renew,
  };
};

const readLastEnd = (store: Store, slot: number): number | undefined =>
  store.one<{ end: number | null }>('SELECT max(expire_withdraw) AS end FROM denomination WHERE slot = ?', slot)?.end ??
  undefined;

/** The keys of denominations that are known already are not read again. */
const readAll = (store: Store, byHash: Map<string, Denomination>): void => {
  const before = new Map(byHash);
  byHash.clear();
  for (const row of store.all<Row>('SELECT * FROM denomination ORDER BY rowid')) {
    const known = before.get(row.hash);
    byHash.set(row.hash, known ? { ...known, revoked: row.revoked === 1, lost: row.lost === 1 } : fromRow(row));
  }
};

/** Keys are dated an hour back, so that a client whose clock is a little slow can use them at once. */
const startOf = (world: SandboxWorld): number => world.now() - 3600 * 1000;

const generate = promisify(generateKeyPair);

const makeSecret = async (spec: DenominationSpec, options: DenominationOptions): Promise<Uint8Array> => {
  const { world, rsaBits, newRsaKey } = options;
  if (spec.cipher === 'CS') return world.randomBytes(32);
  if (newRsaKey) return newRsaKey();
  const { privateKey } = await generate('rsa', { modulusLength: rsaBits });
  return privateKey.export({ format: 'der', type: 'pkcs8' });
};

type Row = {
  hash: string;
  slot: number;
  cipher: 'RSA' | 'CS';
  private: Uint8Array;
  value: string;
  fee_withdraw: string;
  fee_deposit: string;
  fee_refresh: string;
  fee_refund: string;
  start: number;
  expire_withdraw: number;
  expire_deposit: number;
  expire_legal: number;
  revoked: number;
  lost: number;
};

const makeRow = (
  currency: string,
  slot: number,
  spec: DenominationSpec,
  cipher: 'RSA' | 'CS',
  secret: Uint8Array,
  startMs: number,
): Row => {
  const text = (sum = '0'): string => amountToText(amount(`${currency}:${sum}`));
  const seconds = (ms: number): number => Math.floor((startMs + ms) / 1000);
  const { hash } = readKey(cipher, secret);
  return {
    hash,
    slot,
    cipher,
    private: secret,
    value: text(spec.value),
    fee_withdraw: text(spec.feeWithdraw),
    fee_deposit: text(spec.feeDeposit),
    fee_refresh: text(spec.feeRefresh),
    fee_refund: text(spec.feeRefund),
    start: seconds(0),
    expire_withdraw: seconds(spec.withdrawMs ?? WITHDRAW_MS),
    expire_deposit: seconds(spec.depositMs ?? DEPOSIT_MS),
    expire_legal: seconds(Math.max(LEGAL_MS, (spec.depositMs ?? 0) + YEAR)),
    revoked: 0,
    lost: 0,
  };
};

const readKey = (
  cipher: 'RSA' | 'CS',
  secret: Uint8Array,
): Pick<Denomination, 'hash' | 'hashBytes' | 'key' | 'secret'> => {
  if (cipher === 'CS') {
    const { scalar, point } = csKeyFromSeed(secret);
    const key: DenominationKey = { cipher: 'CS', point, ageMask: 0 };
    return { key, secret: { cipher: 'CS', scalar }, ...hashes(key) };
  }
  const { privateKey, publicKey } = rsaKeyFromBytes(secret);
  const key: DenominationKey = { cipher: 'RSA', key: publicKey, ageMask: 0 };
  return { key, secret: { cipher: 'RSA', rsa: privateKey }, ...hashes(key) };
};

const hashes = (key: DenominationKey): Pick<Denomination, 'hash' | 'hashBytes'> => {
  const hashBytes = hashDenomination(key);
  return { hashBytes, hash: bytesToCrock(hashBytes) };
};

const fromRow = (row: Row): Denomination => ({
  ...readKey(row.cipher, row.private),
  value: amount(row.value),
  feeWithdraw: amount(row.fee_withdraw),
  feeDeposit: amount(row.fee_deposit),
  feeRefresh: amount(row.fee_refresh),
  feeRefund: amount(row.fee_refund),
  start: row.start,
  expireWithdraw: row.expire_withdraw,
  expireDeposit: row.expire_deposit,
  expireLegal: row.expire_legal,
  revoked: row.revoked === 1,
  lost: row.lost === 1,
});
