// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { anastasisDecrypt, ANASTASIS_LABEL } from '../../taler/anastasis/crypto.ts';
import { readRecoveryDocument } from '../../taler/anastasis/document.ts';
import { downloadPolicy } from '../../taler/anastasis/policy.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { eddsaPublicKey } from '../../taler/crypto/eddsa.ts';
import { sha512 } from '../../taler/crypto/hash.ts';
import { placeTrouble, type PlaceTrouble } from './inspect.ts';
import type { PlaceProgress } from '../escrowed/progress.ts';
import type { EscrowRecord } from '../escrowed/record.ts';
import type { EscrowParts } from './state.ts';

// Stored is not there: what was uploaded is downloaded and compared, right afterwards and every day. Other wallets of the same person
// may lie in the same account of a place, so what is newest there need not be ours.

/** `found`: what is there instead, which is to be stored again; `beside`: what lies there, too, and is to be told. */
export type ReadBack =
  | { readonly kind: 'there'; readonly version: number; readonly beside?: Said<'escrow'> }
  | { readonly kind: 'not-there'; readonly found: Said<'escrow'> };

type Asked = Pick<PlaceProgress, 'url' | 'priv' | 'hash' | 'version'>;

/** Looks for the very bytes under the number that they were stored under; without one, whether they are the newest. */
export const readBack = async (parts: EscrowParts, asked: Asked): Promise<Result<ReadBack, PlaceTrouble>> => {
  const got = await fetched(parts, asked, asked.version);
  if (!got.ok) return got;
  if (got.value === undefined) return ok({ kind: 'not-there', found: { kind: 'lost', facts: {} } });
  return ok(compared(asked, got.value));
};

/** The daily look: whether it is still there, and whether nobody has put something newer over it under this wallet's name. */
export const lookAgain = async (
  parts: EscrowParts,
  record: EscrowRecord,
  asked: Asked,
): Promise<Result<ReadBack, PlaceTrouble>> => {
  const newest = await fetched(parts, asked, undefined);
  if (!newest.ok) return newest;
  if (newest.value === undefined) return ok({ kind: 'not-there', found: { kind: 'lost', facts: {} } });
  const { version, bytes } = newest.value;
  if (hashOf(bytes) === asked.hash || asked.version === undefined || version <= asked.version)
    return ok(compared(asked, newest.value));
  if (isUnderOurName(record, asked.url, bytes))
    return ok({ kind: 'not-there', found: { kind: 'written-by-other', facts: {} } });
  const ours = await readBack(parts, asked);
  // Where the person is not remembered it cannot be told whose it is: another wallet of theirs lies in the same account.
  const isTold = record.places.some(({ url, user }) => url === asked.url && user !== undefined);
  if (isTold || !ours.ok || ours.value.kind !== 'there') return ours;
  return ok({ ...ours.value, beside: { kind: 'newer-there', facts: {} } });
};

type Found = { readonly version: number; readonly bytes: Uint8Array };

const compared = ({ hash, version: stored }: Asked, { version, bytes }: Found): ReadBack => {
  if (hashOf(bytes) === hash) return { kind: 'there', version };
  const isOld = stored !== undefined && version < stored;
  return {
    kind: 'not-there',
    found: isOld ? { kind: 'serves-old', facts: { version, stored } } : { kind: 'serves-other', facts: {} },
  };
};

const hashOf = (bytes: Uint8Array): string => bytesToCrock(sha512(bytes));

/** Undefined when it has nothing of that number, or nothing at all. */
const fetched = async (
  { world }: EscrowParts,
  { url, priv }: Asked,
  version: number | undefined,
): Promise<Result<Found | undefined, PlaceTrouble>> => {
  const accountPub = eddsaPublicKey(crockToBytes(priv, 32));
  const got = await downloadPolicy(world, { baseUrl: url, accountPub, ...(version === undefined ? {} : { version }) });
  if (!got.ok) return err(placeTrouble(got.error));
  switch (got.value.kind) {
    case 'document':
      return ok(got.value);
    case 'payment-required':
      return err({ said: { kind: 'misbehaves', facts: { why: { kind: 'asks-again', facts: {} } } } });
    default:
      return ok(undefined);
  }
};

/** Only where the person is remembered it can be told. */
const isUnderOurName = (record: EscrowRecord, url: string, bytes: Uint8Array): boolean => {
  const user = record.places.find((each) => each.url === url)?.user;
  const packed =
    user === undefined ? undefined : anastasisDecrypt(crockToBytes(user, 64), ANASTASIS_LABEL.recoveryDocument, bytes);
  const document = packed?.ok === true ? readRecoveryDocument(packed.value) : undefined;
  return document?.ok === true && document.value.secretName === record.name;
};
