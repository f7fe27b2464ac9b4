// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { address } from '../../state/field.ts';
import type { Reader, Tx } from '../../storage/store.ts';
import { paidFields, type EscrowRecord, type Paid } from './record.ts';

// What was paid, or is being paid, for documents at places that the escrow no longer names: whoever comes back to such a place
// pays no year twice (FORMAT.md, setting `escrow-paid`).

const SETTING = 'escrow-paid';
/** The places of several escrows, one after the other. */
const MOST = 32;
const schema = z.array(z.looseObject({ url: address, ...paidFields }));

const keptPaid = ({ entry }: Pick<Reader, 'entry'>): z.infer<typeof schema> => {
  const read = schema.safeParse(entry('setting', SETTING)?.value.value);
  return read.success ? read.data : [];
};

/** Keeps what this record's places were paid; in the transaction that forgets it, or puts another one in its place. */
export const keepPaid = (tx: Pick<Tx, 'entry' | 'put'>, record: EscrowRecord | undefined): void => {
  const places = (record?.places ?? []).filter(({ order, begun }) => order !== undefined || begun !== undefined);
  if (places.length === 0) return;
  const urls = new Set(places.map(({ url }) => url));
  const kept = [
    ...places.map((place) => ({ url: place.url, ...onlyPaid(place) })),
    ...keptPaid(tx).filter(({ url }) => !urls.has(url)),
  ];
  tx.put('setting', SETTING, { value: schema.parse(kept.slice(0, MOST)) as never });
};

/** What stands for documents at a place from before, also what is being paid just now: its coins are promised. */
export const paidBefore = (
  store: Pick<Reader, 'entry'>,
  { former, url }: { readonly former: EscrowRecord | undefined; readonly url: string },
): Paid => {
  const isOfUrl = (each: { readonly url: string }): boolean => each.url === url;
  return onlyPaid(former?.places.find(isOfUrl) ?? keptPaid(store).find(isOfUrl) ?? {});
};

const onlyPaid = ({
  order,
  begun,
  begunAt,
  paidUntil,
}: { readonly [K in keyof Paid]?: Paid[K] | undefined }): Paid => ({
  ...(order === undefined ? {} : { order }),
  ...(begun === undefined ? {} : { begun }),
  ...(begunAt === undefined ? {} : { begunAt }),
  ...(paidUntil === undefined ? {} : { paidUntil }),
});
