// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { bytesToCrock, crockToBytes, parseCrock, utf8 } from '../../taler/bytes/encodings.ts';
import { sha512 } from '../../taler/crypto/hash.ts';
import {
  isBearable,
  NONCE_BYTES,
  PASSPHRASE_COST,
  passphraseToWrapKey,
  SALT_BYTES,
  unwrapKey,
  wrapKey,
  type Argon2Cost,
} from '../../taler/crypto/keywrap.ts';
import { openSecret, secret, type Secret } from '../../taler/crypto/secret.ts';
import type { World } from '../../world.ts';
import { forgetTries, noteFailedTry, waitBeforeTry } from './tries.ts';
import { isDiskFull, systemCode } from '../system-code.ts';
import { readVaultFile, type VaultFileFailure, type Wrap, type WrapKind, writeVaultFile } from './vault-file.ts';

/** How a wrap of the database key is made. */
export type Protection =
  | { readonly kind: 'passphrase'; readonly passphrase: string; readonly cost?: Argon2Cost }
  /** `seal` is the system keychain's (Electron safeStorage); undefined when the keychain refuses */
  | { readonly kind: 'keychain'; readonly seal: (key: Uint8Array) => Uint8Array | undefined }
  /** `wrapper` is derived from the root secret (`backup/root-secret`), so that the recovery sheet opens this wallet */
  | { readonly kind: 'root'; readonly wrapper: Secret }
  /** the key lies in the file in the clear: only on the user's explicit word */
  | { readonly kind: 'unprotected' };

/** How the key is asked for. */
export type Opener =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'keychain'; readonly unseal: (blob: Uint8Array) => Uint8Array | undefined }
  | { readonly kind: 'root'; readonly wrapper: Secret }
  | { readonly kind: 'unprotected' };

export type VaultFailure =
  | VaultFileFailure
  | { readonly kind: 'vault-exists' }
  | { readonly kind: 'empty-passphrase' }
  | { readonly kind: 'wrong-passphrase'; readonly waitMs: number }
  /** too many wrong passphrases: nothing was tried, come back after `waitMs` */
  | { readonly kind: 'wait'; readonly waitMs: number }
  /** trying one passphrase would take minutes or all memory: nothing was tried */
  | { readonly kind: 'costly-vault' }
  | { readonly kind: 'wrong-root-secret' }
  | { readonly kind: 'keychain-refused' }
  | { readonly kind: 'no-such-protection'; readonly has: readonly WrapKind[] }
  | { readonly kind: 'last-protection' };

const KEY_BYTES = 32;
/** The file was edited, or another wallet's was put in its place: nothing is written into it. */
const NOT_OURS = { kind: 'damaged-vault' } as const;
const labelOf = (kind: WrapKind): string => `holdfast-key-wrap-1 ${kind}`;

/**
 * Makes a fresh random database key and its key file in `directory`; refuses to replace one that is there. `before` makes what the key
 * opens: from the moment the key file is there, what it opens is there too.
 */
export const createVault = async <F = never>(
  world: World,
  directory: string,
  protection: Protection,
  before: (key: Secret) => Result<void, F> = () => ok(undefined),
): Promise<Result<OpenedVault, VaultFailure | F>> => {
  const refused = whyNoNewVault(directory);
  if (refused) return err(refused);
  const key = secret(world.randomBytes(KEY_BYTES));
  const wrap = await makeWrap(world, key, protection);
  if (!wrap.ok) return wrap;
  // Asked again, and written with no wait between: a second wallet made while Argon2 was busy would lose the first one's key.
  const since = whyNoNewVault(directory);
  if (since) return err(since);
  const prepared = before(key);
  if (!prepared.ok) return prepared;
  const written = writeVaultFile(directory, { format: 1, key_id: keyId(key), wraps: [wrap.value] });
  return written.ok ? ok({ key, lock: lockFrom([wrap.value]) }) : written;
};

/** They were tries of a passphrase that is no more; what cannot be removed only makes the next one wait. */
const forgetTriesIfPossible = (directory: string): void => {
  try {
    forgetTries(directory);
  } catch (thrown) {
    if (systemCode(thrown) === '') throw thrown;
  }
};

const whyNoNewVault = (directory: string): VaultFailure | undefined => {
  const there = readVaultFile(directory);
  if (there.ok || there.error.kind === 'damaged-vault') return { kind: 'vault-exists' };
  return there.error.kind === 'no-vault' ? undefined : there.error;
};

/** Opens the database key; a wrong passphrase is refused with a growing wait, and changes nothing else. */
export const openVault = async (
  world: World,
  directory: string,
  opener: Opener,
): Promise<Result<Secret, VaultFailure>> => {
  const opened = await unlockVault(world, directory, opener);
  return opened.ok ? ok(opened.value.key) : opened;
};

/** The same with the lock it was opened by: what is written into the file while a passphrase is tried is no part of it. */
export const unlockVault = async (
  world: World,
  directory: string,
  opener: Opener,
): Promise<Result<OpenedVault, VaultFailure>> => {
  const file = readVaultFile(directory);
  if (!file.ok) return file;
  const wrap = file.value.wraps.find((each) => each.kind === opener.kind);
  if (!wrap) return err({ kind: 'no-such-protection', has: file.value.wraps.map((each) => each.kind) });
  const key = await openWrap(world, directory, wrap, opener);
  if (!key.ok) return key;
  if (keyId(key.value) === file.value.key_id) return ok({ key: key.value, lock: lockFrom(file.value.wraps) });
  // A keychain that was made anew may open what another one sealed, to bytes that are no key of ours; the sheet is a way in then.
  return err({ kind: opener.kind === 'keychain' ? 'keychain-refused' : 'damaged-vault' });
};

/** Adds a protection, or replaces the one of its kind; `key` must be this vault's own. */
export const addProtection = (
  world: World,
  directory: string,
  key: Secret,
  protection: Protection,
): Promise<Result<VaultLock, VaultFailure>> =>
  protectBeside(world, directory, key, protection, ({ kind }) => kind !== protection.kind);

/** Puts one protection in the place of all but the sheet's, in one write: what was lost or forgotten opens the wallet no more. Gives the new lock. */
export const replaceProtections = async (
  world: World,
  directory: string,
  key: Secret,
  protection: Protection,
): Promise<Result<VaultLock, VaultFailure>> => {
  const isSheets = ({ kind }: Wrap): boolean => kind === 'root' && kind !== protection.kind;
  const written = await protectBeside(world, directory, key, protection, isSheets);
  if (written.ok) forgetTriesIfPossible(directory);
  return written;
};

/** One write of the key file: a new wrap beside those that stay. */
const protectBeside = async (
  world: World,
  directory: string,
  key: Secret,
  protection: Protection,
  stays: (wrap: Wrap) => boolean,
): Promise<Result<VaultLock, VaultFailure>> => {
  const wrap = await makeWrap(world, key, protection);
  if (!wrap.ok) return wrap;
  // Read after the wait and written at once: what was added or removed meanwhile stays so.
  const file = readVaultFile(directory);
  if (!file.ok) return file;
  if (keyId(key) !== file.value.key_id) return err(NOT_OURS);
  const wraps = [...file.value.wraps.filter(stays), wrap.value];
  const written = writeVaultFile(directory, { ...file.value, wraps });
  return written.ok ? ok(lockFrom(wraps)) : written;
};

/** Removes a protection of the vault that `key` is of; refuses to remove the last one, which would lose the database. */
export const removeProtection = (directory: string, key: Secret, kind: WrapKind): Result<void, VaultFailure> => {
  const file = readVaultFile(directory);
  if (!file.ok) return file;
  if (keyId(key) !== file.value.key_id) return err(NOT_OURS);
  const wraps = file.value.wraps.filter((each) => each.kind !== kind);
  if (wraps.length === file.value.wraps.length)
    return err({ kind: 'no-such-protection', has: wraps.map((each) => each.kind) });
  return wraps.length === 0 ? err({ kind: 'last-protection' }) : writeVaultFile(directory, { ...file.value, wraps });
};

/** What an open wallet keeps of its key file: how it is protected, and what its passphrase is checked against. */
export type VaultLock = {
  readonly kinds: readonly WrapKind[];
  readonly passphrase: Extract<Wrap, { kind: 'passphrase' }> | undefined;
};

/** A key with the lock it was found behind. */
export type OpenedVault = { readonly key: Secret; readonly lock: VaultLock };

const lockFrom = (wraps: readonly Wrap[]): VaultLock => ({
  kinds: wraps.map(({ kind }) => kind),
  passphrase: wraps.find((each) => each.kind === 'passphrase'),
});

/** The lock of a vault whose key is in hand, as its file has it now; undefined when the file is not there or is another key's. */
export const lockOf = (directory: string, key: Secret): VaultLock | undefined => {
  const file = readVaultFile(directory);
  return file.ok && keyId(key) === file.value.key_id ? lockFrom(file.value.wraps) : undefined;
};

/**
 * Asks for the passphrase of a wallet that is open: it must open the lock in memory, to the key in memory. The file on the
 * disk is not looked at: who may edit it would put a passphrase of his own there, or none.
 */
export const confirmPassphrase = async (
  world: World,
  directory: string,
  { key, lock }: { readonly key: Secret; readonly lock: VaultLock },
  passphrase: string,
): Promise<Result<void, VaultFailure>> => {
  if (lock.passphrase === undefined) return err({ kind: 'no-such-protection', has: lock.kinds });
  const opened = await tryPassphrase(world, directory, lock.passphrase, passphrase);
  if (!opened.ok) return opened;
  return keyId(opened.value) === keyId(key) ? ok(undefined) : err({ kind: 'damaged-vault' });
};

/** Which protections the key file has; 'no-vault' when this directory holds no wallet yet. */
export const protections = (directory: string): Result<readonly WrapKind[], VaultFileFailure> => {
  const file = readVaultFile(directory);
  return file.ok ? ok(file.value.wraps.map((each) => each.kind)) : file;
};

const makeWrap = async (world: World, key: Secret, protection: Protection): Promise<Result<Wrap, VaultFailure>> => {
  if (protection.kind === 'unprotected') return ok({ kind: 'unprotected', key: bytesToCrock(openSecret(key)) });
  if (protection.kind === 'keychain') {
    const blob = protection.seal(openSecret(key));
    return blob && blob.length > 0
      ? ok({ kind: 'keychain', blob: bytesToCrock(blob) })
      : err({ kind: 'keychain-refused' });
  }
  const nonce = world.randomBytes(NONCE_BYTES);
  const seal = (wrapper: Secret): { nonce: string; sealed: string } => ({
    nonce: bytesToCrock(nonce),
    sealed: bytesToCrock(wrapKey(wrapper, nonce, key, labelOf(protection.kind))),
  });
  if (protection.kind === 'root') return ok({ kind: 'root', ...seal(protection.wrapper) });
  if (protection.passphrase === '') return err({ kind: 'empty-passphrase' });
  const cost = protection.cost ?? PASSPHRASE_COST;
  const salt = world.randomBytes(SALT_BYTES);
  const wrapper = await passphraseToWrapKey(world, protection.passphrase, salt, cost);
  const spent = { memory_kib: cost.memoryKib, passes: cost.passes, lanes: cost.lanes };
  return ok({ kind: 'passphrase', salt: bytesToCrock(salt), ...spent, ...seal(wrapper) });
};

const openWrap = async (
  world: World,
  directory: string,
  wrap: Wrap,
  opener: Opener,
): Promise<Result<Secret, VaultFailure>> => {
  if (wrap.kind === 'unprotected') return readKey(parseCrock(wrap.key, KEY_BYTES));
  if (wrap.kind === 'keychain' && opener.kind === 'keychain') {
    const key = opener.unseal(crockToBytes(wrap.blob));
    return key?.length === KEY_BYTES ? ok(secret(key)) : err({ kind: 'keychain-refused' });
  }
  if (wrap.kind === 'root' && opener.kind === 'root') {
    const key = unseal(opener.wrapper, wrap);
    return key ? ok(key) : err({ kind: 'wrong-root-secret' });
  }
  if (wrap.kind === 'passphrase' && opener.kind === 'passphrase')
    return tryPassphrase(world, directory, wrap, opener.passphrase);
  throw new Error('defect: a wrap and an opener of different kinds');
};

const tryPassphrase = async (
  world: World,
  directory: string,
  wrap: Extract<Wrap, { kind: 'passphrase' }>,
  passphrase: string,
): Promise<Result<Secret, VaultFailure>> => {
  try {
    const waitMs = waitBeforeTry(directory, world.now());
    if (waitMs > 0) return err({ kind: 'wait', waitMs });
    const cost = { memoryKib: wrap.memory_kib, passes: wrap.passes, lanes: wrap.lanes };
    if (!isBearable(cost)) return err({ kind: 'costly-vault' });
    const key = unseal(await passphraseToWrapKey(world, passphrase, crockToBytes(wrap.salt), cost), wrap);
    if (key) {
      forgetTries(directory);
      return ok(key);
    }
    noteFailedTry(directory, world.now());
    return err({ kind: 'wrong-passphrase', waitMs: waitBeforeTry(directory, world.now()) });
  } catch (thrown) {
    if (isDiskFull(thrown)) return err({ kind: 'disk-full' });
    if (systemCode(thrown) === '') throw thrown;
    return err({ kind: 'cannot-open', why: systemCode(thrown) });
  }
};

const unseal = (
  wrapper: Secret,
  { kind, nonce, sealed }: { kind: WrapKind; nonce: string; sealed: string },
): Secret | undefined => {
  const [nonceBytes, sealedBytes] = [parseCrock(nonce, NONCE_BYTES), parseCrock(sealed)];
  if (!nonceBytes.ok || !sealedBytes.ok) return undefined;
  const opened = unwrapKey(wrapper, nonceBytes.value, sealedBytes.value, labelOf(kind));
  return opened.ok ? opened.value : undefined;
};

const readKey = (bytes: Result<Uint8Array, unknown>): Result<Secret, VaultFailure> =>
  bytes.ok ? ok(secret(bytes.value)) : err({ kind: 'damaged-vault' });

const keyId = (key: Secret): string =>
  bytesToCrock(sha512(utf8('holdfast-database-key-id'), openSecret(key)).slice(0, 16));
