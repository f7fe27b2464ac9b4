// SPDX-License-Identifier: GPL-3.0-or-later
import { secret, openSecret } from '../../taler/crypto/secret.ts';
import { utf8 } from '../../taler/bytes/encodings.ts';
import { shareNumber, splitSecret } from './codex32/shares.ts';
import { parseCodex32, toBech32Characters } from './codex32/text.ts';
import type { OnPaper } from './on-paper.ts';
import { ROOT_LENGTHS } from '../root-secret.ts';
import { RECOVERY_PREFIX, type Recovery } from './text.ts';

/** How many shares are needed, and how many are made. */
export type SplitSize = { readonly needed: number; readonly count: number };

/** Three bytes have four characters of the code, and some bits over. */
const IDENTIFIER_BYTES = 3;

/**
 * Splits a sheet into shares that anybody with enough of them reads it from. The number of the split is drawn anew and none of `before`; it
 * says nothing about the secret, and the sheet's number, which would, does not stand on a share.
 */
export const splitIntoShares = (
  { root, walletName, date, providers }: Omit<Recovery, 'sheetNumber'>,
  { needed, count }: SplitSize,
  randomBytes: (length: number) => Uint8Array,
  before: ReadonlySet<string> = new Set(),
): readonly OnPaper[] => {
  let identifier = '';
  while (identifier === '' || before.has(identifier.toUpperCase()))
    identifier = toBech32Characters(randomBytes(IDENTIFIER_BYTES), 4);
  const bytes = openSecret(root);
  return splitSecret({ prefix: RECOVERY_PREFIX, identifier, bytes }, { needed, count }, randomBytes).map((text) => {
    const read = parseCodex32(text, RECOVERY_PREFIX, ROOT_LENGTHS);
    if (!read.ok) throw new Error('defect: a share that was just made is a valid code');
    return {
      code: secret(utf8(text)),
      payload: secret(read.value.bytes),
      identifier,
      share: { number: shareNumber(read.value.shareIndex), needed },
      walletName,
      date,
      providers,
      of: count,
    };
  });
};
