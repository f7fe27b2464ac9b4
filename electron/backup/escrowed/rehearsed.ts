// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import type { LocalReader, LocalWriter } from '../../storage/local.ts';
import { utf8 } from '../../taler/bytes/encodings.ts';
import { parseJsonBytes } from '../../taler/bytes/json.ts';
import { REHEARSED } from './progress.ts';
import { shapeOf, type EscrowRecord } from './record.ts';

// Which ways of an escrow were carried out for a try here, and when: like a sheet that was read back, it counts on this device alone.

const schema = z.object({
  /** the record they belong to, by `shapeOf`: new methods are to be tried anew */
  of: z.string(),
  ways: z.record(
    z.string(),
    z.object({
      /** when the place last gave back the very share that was left there */
      at: z.number().nonnegative().exactOptional(),
      /** the place wants money for each use of it, so it is not to be tried */
      asks: z.literal(true).exactOptional(),
    }),
  ),
});
type Ways = z.infer<typeof schema>['ways'];

/** What of this record's ways was tried here. */
export const rehearsedHere = (local: LocalReader, record: EscrowRecord): Ways => {
  const read = schema.safeParse(parseJsonBytes(local.request(REHEARSED) ?? new Uint8Array(0)));
  return read.success && read.data.of === shapeOf(record) ? read.data.ways : {};
};

/** Notes what came of trying one way. */
export const noteRehearsed = (local: LocalWriter, record: EscrowRecord, uuid: string, news: Ways[string]): void => {
  const ways = { ...rehearsedHere(local, record), [uuid]: news };
  local.putRequest(REHEARSED, utf8(JSON.stringify({ of: shapeOf(record), ways })));
};

/** What answers it is with the person already, and trying it sends nobody anything. */
export const canBeRehearsed = (type: string): boolean => type === 'question' || type === 'totp';

export type Rehearsals = {
  /** so many more ways are to be tried until each combination that can be has one that was; undefined where none can be */
  readonly lacking: number | undefined;
  /** when the way of those tried was tried that was tried longest ago; absent when none was */
  readonly oldest?: number;
};

/** How far the ways of an escrow were tried: of every combination one is enough, for it shows that place, data and secret fit. */
export const rehearsalsOf = (local: LocalReader, record: EscrowRecord): Rehearsals => {
  const ways = rehearsedHere(local, record);
  const able = record.methods.filter(({ uuid, type }) => canBeRehearsed(type) && ways[uuid]?.asks !== true);
  const times = able.flatMap(({ uuid }) => ways[uuid]?.at ?? []);
  const untried = able.length - times.length;
  // A combination without any that was tried is made of the others: there is none once they are too few.
  const others = record.methods.length - able.length;
  const allowed = Math.max(0, record.needed - 1 - others);
  return {
    lacking: able.length === 0 ? undefined : Math.max(0, untried - allowed),
    ...(times.length === 0 ? {} : { oldest: Math.min(...times) }),
  };
};
