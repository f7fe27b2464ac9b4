// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { readSaid } from '../../../shared/facts/read.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { amountText, crock } from '../../state/field.ts';
import type { LocalReader, LocalWriter } from '../../storage/local.ts';
import { bytesToCrock, crockToBytes, utf8 } from '../../taler/bytes/encodings.ts';
import { parseJsonBytes } from '../../taler/bytes/json.ts';
import type { FilledMethod } from '../../taler/anastasis/methods.ts';
import type { TruthUpload } from '../../taler/anastasis/truth.ts';
import { shapeOf, type EscrowRecord } from './record.ts';

// What this installation alone knows of an escrow: the bytes that are uploaded, written down before the first is sent, so that
// after a crash the very same ones go out again; how far each place has come; and what the person filled in, where they agreed.

const WHERE = 'escrow';
const FILLED = 'escrow-filled';
export const REHEARSED = 'escrow-rehearsed';
export const REHEARSAL = 'escrow-rehearsal';
const documentAt = (url: string): string => `escrow-document ${url}`;
const methodAt = (uuid: string): string => `escrow-method ${uuid}`;

const ms = z.number().nonnegative();
const place = z.object({
  url: z.string(),
  /** seed of the account's key: by it documents are uploaded, and nothing is opened */
  priv: crock(32),
  /** hash of the sealed document, and of which state of the wallet it is */
  hash: z.string(),
  state: z.string(),
  /** it was read back and is that one */
  read: z.literal(true).exactOptional(),
  /** places for copies that the document names which was last read there */
  named: z.array(z.string()).exactOptional(),
  /** when its methods were last sent, whether or not they had been before */
  methodsAt: ms.exactOptional(),
  version: z.number().exactOptional(),
  storedAt: ms.exactOptional(),
  readAt: ms.exactOptional(),
  attempts: z.number(),
  nextAt: ms,
  /** until when it says that it keeps the document, where that is earlier than was paid for */
  endsAt: ms.exactOptional(),
  /** what is to be said of it */
  said: z.unknown().exactOptional(),
  /** its person has agreed to another payment in a paid year */
  again: z.literal(true).exactOptional(),
});
const schema = z.object({
  /** which record it belongs to, by `shapeOf` */
  of: z.string(),
  made: ms,
  /** which of this device's times as the leading one it was made in: in another one somebody else may have uploaded since */
  epoch: z.number(),
  /** the state that the documents at hand hold, and the places for copies in it */
  state: z.string(),
  names: z.array(z.string()),
  /** what was agreed to on this device; a copy may say more */
  agreed: z.array(amountText),
  places: z.array(place),
});

export type EscrowProgress = z.infer<typeof schema>;
export type PlaceProgress = EscrowProgress['places'][number];

/** How far this record's uploads have come here; undefined for a record that only copies brought, or have changed. */
export const progressOf = (local: LocalReader, record: EscrowRecord | undefined): EscrowProgress | undefined => {
  const read = schema.safeParse(parseJsonBytes(local.request(WHERE) ?? new Uint8Array(0)));
  if (!read.success || record === undefined || read.data.made !== record.made) return undefined;
  return read.data.of === shapeOf(record) ? read.data : undefined;
};

/** Whether anything of an escrow is kept here, whosever it was. */
export const hasProgress = (local: LocalReader): boolean =>
  [WHERE, FILLED].some((step) => local.request(step) !== undefined);

export const putProgress = (local: LocalWriter, progress: EscrowProgress): void =>
  local.putRequest(WHERE, utf8(JSON.stringify(progress)));

export const placeProgress = (progress: EscrowProgress | undefined, url: string): PlaceProgress | undefined =>
  progress?.places.find((each) => each.url === url);

/** A place is looked at daily. What could not be read for a month is believed of none, as of a place for copies. */
const BELIEVED_MS = 30 * 24 * 3600 * 1000;

/** It fails, and has shown for too long no more that it still has what it was given. A clock that was set back does not make it younger. */
export const isLongUnread = ({ attempts, readAt = 0 }: PlaceProgress, now: number): boolean =>
  attempts > 0 && Math.abs(now - readAt) > BELIEVED_MS;

export const saidOf = ({ said }: PlaceProgress): Said<'escrow'> | undefined => readSaid('escrow', said);

/** A sealed document and its sealed metadata, as they are sent. */
export type DocumentBytes = { readonly bytes: Uint8Array; readonly metadata: Uint8Array };

export const putDocument = (local: LocalWriter, url: string, { bytes, metadata }: DocumentBytes): void =>
  local.putRequest(
    documentAt(url),
    utf8(JSON.stringify({ bytes: bytesToCrock(bytes), metadata: bytesToCrock(metadata) })),
  );

export const forgetDocument = (local: LocalWriter, url: string): void => local.deleteRequest(documentAt(url));

const documentSchema = z.object({ bytes: z.string(), metadata: z.string() });

export const documentOf = (local: LocalReader, url: string): DocumentBytes | undefined => {
  const read = documentSchema.safeParse(parseJsonBytes(local.request(documentAt(url)) ?? new Uint8Array(0)));
  return read.success
    ? { bytes: crockToBytes(read.data.bytes), metadata: crockToBytes(read.data.metadata) }
    : undefined;
};

export const putMethod = (local: LocalWriter, uuid: string, upload: TruthUpload): void =>
  local.putRequest(methodAt(uuid), utf8(JSON.stringify(uploadText(upload))));

/** As a record has it. */
export const uploadText = ({ keyShareData, encryptedTruth, mime }: TruthUpload) => ({
  share: bytesToCrock(keyShareData),
  truth: bytesToCrock(encryptedTruth),
  ...(mime === undefined ? {} : { mime }),
});

const methodSchema = z.object({ share: crock(72), truth: z.string(), mime: z.string().exactOptional() });

/** What is sent for a method; undefined where it was made on another device and its person is not remembered. */
export const methodUpload = (
  local: LocalReader,
  { uuid, type, upload }: EscrowRecord['methods'][number],
): TruthUpload | undefined => {
  const here = methodSchema.safeParse(parseJsonBytes(local.request(methodAt(uuid)) ?? new Uint8Array(0)));
  const found = here.success ? here.data : upload;
  return (
    found && {
      type,
      keyShareData: crockToBytes(found.share),
      encryptedTruth: crockToBytes(found.truth),
      ...(found.mime === undefined ? {} : { mime: found.mime }),
    }
  );
};

/** What a person filled in, so that new methods can be made for a new secret; never in a copy, and for this record alone. */
export const putFilled = (local: LocalWriter, record: EscrowRecord, filled: readonly FilledMethod[]): void =>
  local.putRequest(
    FILLED,
    utf8(
      JSON.stringify({
        of: shapeOf(record),
        filled: filled.map((each) => (each.type === 'totp' ? { ...each, key: bytesToCrock(each.key) } : each)),
      }),
    ),
  );

const text = z.string();
const filledSchema = z.object({
  of: text,
  filled: z.array(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('question'), answer: text }),
      z.object({ type: z.literal('email'), address: text }),
      z.object({ type: z.literal('sms'), number: text }),
      z.object({
        type: z.literal('post'),
        address: z.object({ full_name: text, street: text, city: text, postcode: text, country: text }),
      }),
      z.object({ type: z.literal('totp'), key: crock(32).transform((key) => crockToBytes(key, 32)) }),
      z.object({ type: z.literal('iban'), iban: text, holder: text }),
      z.object({ type: z.literal('file'), name: text }),
    ]),
  ),
});

export const filledHere = (local: LocalReader, record: EscrowRecord): readonly FilledMethod[] | undefined => {
  const read = filledSchema.safeParse(parseJsonBytes(local.request(FILLED) ?? new Uint8Array(0)));
  return read.success && read.data.of === shapeOf(record) ? read.data.filled : undefined;
};

/** Forgets all of it; in the transaction that forgets the escrow, or puts another one in its place. */
export const forgetProgress = (local: LocalWriter, record: EscrowRecord | undefined): void => {
  for (const step of [WHERE, FILLED, REHEARSED, REHEARSAL]) local.deleteRequest(step);
  for (const { url } of record?.places ?? []) local.deleteRequest(documentAt(url));
  for (const { uuid } of record?.methods ?? []) local.deleteRequest(methodAt(uuid));
};
