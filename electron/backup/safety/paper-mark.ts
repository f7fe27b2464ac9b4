// SPDX-License-Identifier: GPL-3.0-or-later
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import { sha512 } from '../../taler/crypto/hash.ts';
import { openSecret, type Secret } from '../../taler/crypto/secret.ts';
import { sheetNumberKey } from '../root-secret.ts';

/** Tells one secret from another; it says nothing about either. */
export const markOf = (root: Secret): string => bytesToCrock(sha512(openSecret(sheetNumberKey(root))).slice(0, 16));
