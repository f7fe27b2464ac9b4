// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import type { NotAuthentic } from '../crypto/secretbox.ts';
import { anastasisDecrypt, anastasisEncrypt, ANASTASIS_LABEL } from './crypto.ts';

// A truth is what a provider knows of a person, and gives a share of the key for: an address, a hash of an answer, a key.

/** What is rolled for one truth: uuid 32 bytes, key 64, question salt 16, share 32, nonces 24 each. No uuid is used twice: a provider keeps the share it got first. */
export type TruthDice = {
  readonly uuid: Uint8Array;
  readonly truthKey: Uint8Array;
  readonly salt: Uint8Array;
  readonly keyShare: Uint8Array;
  readonly truthNonce: Uint8Array;
  readonly shareNonce: Uint8Array;
};

/** What the provider gets: the share under the person's user id there, the truth under a key that the recovery document holds. */
export type TruthUpload = {
  readonly type: string;
  /** 72 bytes */
  readonly keyShareData: Uint8Array;
  readonly encryptedTruth: Uint8Array;
  readonly mime?: string;
};

const SHARE_BYTES = 32;
/** Nonce, tag and the share itself. */
export const SEALED_SHARE_BYTES = 72;

/** Rolls everything that is chance in a truth. */
export const rollTruth = ({ randomBytes }: Pick<World, 'randomBytes'>): TruthDice => ({
  uuid: randomBytes(32),
  truthKey: randomBytes(64),
  salt: randomBytes(16),
  keyShare: randomBytes(SHARE_BYTES),
  truthNonce: randomBytes(24),
  shareNonce: randomBytes(24),
});

/** Seals a truth for its provider. An empty truth is a defect: such a one stops the server of 2021 when it is asked about. */
export const sealTruth = (
  dice: TruthDice,
  {
    userId,
    type,
    truth,
    shareLabel,
    mime,
  }: {
    /** the person's, at the provider where the truth will lie */
    readonly userId: Uint8Array;
    readonly type: string;
    readonly truth: Uint8Array;
    /** the plain answer of a security question; left out for every other method */
    readonly shareLabel?: string;
    readonly mime?: string;
  },
): TruthUpload => {
  if (truth.length === 0) throw new Error('defect: an empty truth');
  return {
    type,
    keyShareData: anastasisEncrypt(userId, shareLabel ?? ANASTASIS_LABEL.keyShare, dice.keyShare, dice.shareNonce),
    encryptedTruth: anastasisEncrypt(dice.truthKey, ANASTASIS_LABEL.truth, truth, dice.truthNonce),
    ...(mime === undefined ? {} : { mime }),
  };
};

/** The 32-byte share that a provider gave back; fails for another person, another answer, or another share than was uploaded. */
export const openKeyShare = (
  userId: Uint8Array,
  sealed: Uint8Array,
  shareLabel: string = ANASTASIS_LABEL.keyShare,
): Result<Uint8Array, NotAuthentic> => {
  const opened = anastasisDecrypt(userId, shareLabel, sealed);
  if (!opened.ok) return opened;
  return opened.value.length === SHARE_BYTES ? ok(opened.value) : err({ kind: 'not-authentic' });
};
