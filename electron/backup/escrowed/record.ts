// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { address, amountText, crock, type Plain } from '../../state/field.ts';
import type { Reader, Tx } from '../../storage/store.ts';
import { canonicalJson } from '../../taler/bytes/canonical-json.ts';
import { bytesToCrock, utf8 } from '../../taler/bytes/encodings.ts';
import { memberOf } from '../../taler/bytes/json.ts';
import { sha512Short } from '../../taler/crypto/hash.ts';

// What every copy says of an escrow (FORMAT.md, setting `escrow`), so that it is followed after a restore too. Who its person is
// stands in it only when they agreed, and then as ids that say nothing without the places; their data never does.

const SETTING = 'escrow';

const MOST_METHODS = 12;
const MOST_PLACES = 8;
const ms = z.number().nonnegative();
const order = z.string().max(64);

/** What is paid for: a method at its place, or the document there. */
export const paidFields = {
  /** the order that was paid last, which later uploads name */
  order: order.exactOptional(),
  /** one that is being paid; written down before its coins are promised */
  begun: order.exactOptional(),
  begunAt: ms.exactOptional(),
  paidUntil: ms.exactOptional(),
};

const method = z.looseObject({
  url: address,
  type: z.string().min(1).max(32),
  uuid: crock(32),
  key: crock(64),
  salt: crock(16),
  share: crock(32),
  told: z.string().max(1000),
  /** the place has taken it */
  stored: z.literal(true).exactOptional(),
  /** as it was uploaded, where the person is remembered and it is no answer: to be sent again when its time is over */
  upload: z
    .object({ share: crock(72), truth: z.string().max(8000), mime: z.string().max(100).exactOptional() })
    .exactOptional(),
  ...paidFields,
});
const place = z.looseObject({
  url: address,
  salt: crock(16),
  /** how it spoke then: `2021` or `2022` */
  form: z.string().max(8),
  /** the person there; only when they agreed */
  user: crock(64).exactOptional(),
  ...paidFields,
});
const schema = z.looseObject({
  v: z.literal(1),
  /** the name that it lies under, with the random id of this wallet */
  name: z.string().max(80),
  country: z.string().max(2),
  needed: z.number().int().min(1).max(MOST_METHODS),
  /** when its methods were made, which tells it from the one before */
  made: ms,
  /** which secret its methods were made for, by a mark that says nothing of it: those of an old one protect no new one */
  of: z.string().max(64),
  /** what a year may cost, one sum for each currency, and since when that was agreed */
  agreed: z.array(amountText).max(10),
  agreedAt: ms,
  remember: z.boolean(),
  methods: z.array(method).min(1).max(MOST_METHODS),
  places: z.array(place).min(1).max(MOST_PLACES),
});

export type EscrowRecord = Plain<z.infer<typeof schema>>;
export type RecordMethod = EscrowRecord['methods'][number];
export type RecordPlace = EscrowRecord['places'][number];

/** What is known of this wallet's escrow; undefined when there is none, and for what cannot be read. */
export const escrowRecord = ({ entry }: Pick<Reader, 'entry'>): EscrowRecord | undefined => {
  const read = schema.safeParse(entry('setting', SETTING)?.value.value);
  return read.success ? read.data : undefined;
};

/**
 * A hash of all that decides who can open what is uploaded. Whoever once had the secret can write a copy with other places, or with
 * another person at them: what a device made of one record is never gone on with by another.
 */
export const shapeOf = ({ name, needed, made, of, methods, places }: EscrowRecord): string =>
  bytesToCrock(
    sha512Short(
      utf8(
        canonicalJson({
          name,
          needed,
          made,
          of,
          methods: methods.map(({ url, type, uuid, key, salt, share, told }) => [
            url,
            type,
            uuid,
            key,
            salt,
            share,
            told,
          ]),
          places: places.map(({ url, salt, form, user }) => [url, salt, form, user ?? '']),
        }),
      ),
    ),
  );

/** Writes it; part of the transaction that made it so. */
export const putRecord = (tx: Pick<Tx, 'put'>, record: EscrowRecord): void =>
  tx.put('setting', SETTING, { value: schema.parse(record) as never });

/** A newer Holdfast has written it, in a form that this one does not know: it is carried as it is, and nothing here may change it. */
export const isNewerRecord = ({ entry }: Pick<Reader, 'entry'>): boolean => {
  const version = memberOf(entry('setting', SETTING)?.value.value, 'v');
  return typeof version === 'number' && version > 1;
};

/** It was ended, here or on another device; a record that cannot be read was not. */
export const isEnded = ({ entry }: Pick<Reader, 'entry'>): boolean => entry('setting', SETTING)?.value.value === null;

export const forgetRecord = (tx: Pick<Tx, 'put' | 'entry'>): void => {
  if (tx.entry('setting', SETTING) !== undefined) tx.put('setting', SETTING, { value: null });
};

/** What is paid for: the document at a place, or a method by its uuid. */
export type Thing = { readonly url: string; readonly uuid?: string };
export type Paid = Pick<RecordPlace, 'order' | 'begun' | 'begunAt' | 'paidUntil'>;

export const paidOf = (record: EscrowRecord, { url, uuid }: Thing): Paid =>
  (uuid === undefined
    ? record.places.find((each) => each.url === url)
    : record.methods.find((each) => each.uuid === uuid)) ?? {};

/** The record with something else known of a thing; a member that is undefined is forgotten. */
export const withThing = (
  record: EscrowRecord,
  { url, uuid }: Thing,
  news: { readonly [K in keyof RecordMethod]?: RecordMethod[K] | undefined },
): EscrowRecord => {
  const changed = <T extends object>(value: T): T =>
    Object.fromEntries(Object.entries({ ...value, ...news }).filter(([, each]) => each !== undefined)) as T;
  return uuid === undefined
    ? { ...record, places: record.places.map((each) => (each.url === url ? changed(each) : each)) }
    : { ...record, methods: record.methods.map((each) => (each.uuid === uuid ? changed(each) : each)) };
};
