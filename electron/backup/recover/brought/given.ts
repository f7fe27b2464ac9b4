// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../../shared/result.ts';
import { parseCrock, utf8 } from '../../../taler/bytes/encodings.ts';
import { parseJson } from '../../../taler/bytes/json.ts';
import { isLegacyBlob } from '../../../taler/legacy/backup.ts';
import { legacyRecoverySchema } from '../../../taler/legacy/schema.ts';
import type { Secret } from '../../../taler/crypto/secret.ts';
import type { BackupFailure } from '../../failure/failure.ts';
import type { SheetProvider } from '../../paper/address.ts';
import { parseRecovery, uriIn } from '../../paper/parse.ts';
import { rootSecretFromBytes } from '../../root-secret.ts';

// What a person has of GNU Taler's wallet: a link or a text that leads to its copies, one of these copies itself, or what it writes out
// when it is asked to, which is sealed by nothing.

/** A secret, and where the copies that it opens are. */
export type GivenSecret = { readonly root: Secret; readonly providers: readonly SheetProvider[] };

export type Given =
  | ({ readonly what: 'link' } & GivenSecret)
  | { readonly what: 'sealed'; readonly bytes: Uint8Array }
  | { readonly what: 'export'; readonly bytes: Uint8Array };

/** No wallet writes so much: each of its coins takes a kilobyte. What is longer is refused unread. */
export const MAX_GIVEN = 32 * 1024 * 1024;

/** A recovery text names at most 32 places. */
const MAX_RECOVERY = 200_000;

/** How the first six bytes of a sealed copy are written in base64, by which it crosses to here as text. */
const SEALED = 'VExSV0JL';

/** Tells what was given apart; nothing of it is believed yet. */
export const readGiven = (given: string): Result<Given, BackupFailure> => {
  // In base64 four letters are three bytes.
  const limit = given.startsWith(SEALED) ? (MAX_GIVEN / 3) * 4 : MAX_GIVEN;
  if (given.length > limit) return err({ kind: 'import-too-large', limit: MAX_GIVEN });
  if (given.startsWith(SEALED)) {
    const bytes = new Uint8Array(Buffer.from(given, 'base64'));
    return isLegacyBlob(bytes) ? ok({ what: 'sealed', bytes }) : err({ kind: 'import-not-a-wallet' });
  }
  const text = given.replace(/^\uFEFF/, '').trim();
  if (!text.startsWith('{')) {
    const secret = readSecret(text);
    return secret.ok ? ok({ what: 'link', ...secret.value }) : secret;
  }
  // What is longer is read beside this thread.
  const secret = text.length > MAX_RECOVERY ? undefined : secretIn(parseJson(text));
  return secret === undefined ? ok({ what: 'export', bytes: utf8(text) }) : ok({ what: 'link', ...secret });
};

/** A link, that wallet's recovery text, or its root secret alone, as a person has them. */
export const readSecret = (given: string): Result<GivenSecret, BackupFailure> => {
  const text = given.trim();
  const value = text.startsWith('{') ? secretIn(parseJson(text)) : undefined;
  if (value !== undefined) return ok(value);
  if (uriIn(text) !== undefined) {
    const sheet = parseRecovery(text);
    return sheet.ok ? ok({ root: sheet.value.root, providers: sheet.value.providers }) : sheet;
  }
  const bytes = parseCrock(text);
  const root = bytes.ok ? rootSecretFromBytes(bytes.value) : bytes;
  return root.ok ? ok({ root: root.value, providers: [] }) : err({ kind: 'import-not-a-wallet' });
};

const secretIn = (value: unknown): GivenSecret | undefined => {
  const read = legacyRecoverySchema.safeParse(value);
  const bytes = read.success ? parseCrock(read.data.walletRootPriv) : undefined;
  const root = bytes?.ok === true ? rootSecretFromBytes(bytes.value) : undefined;
  return read.success && root?.ok === true ? { root: root.value, providers: read.data.providers } : undefined;
};
