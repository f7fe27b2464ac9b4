// SPDX-License-Identifier: GPL-3.0-or-later
import type { Entry, Refresh } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { pubsOf } from '../coins/transfer-pubs.ts';
import { partOf } from './kept-part.ts';

/**
 * Found sessions that turned out to be another one, by id, with that one. Which one is told by their transfer keys: a copy can say
 * anything, and what is ignored for it would be money.
 */
export const readSameAs = (reader: Pick<Reader, 'entries' | 'entry' | 'beside'>): ReadonlyMap<string, string> =>
  new Map(
    foundAgain(reader).flatMap(({ id, value }) => {
      if (value.same_as === undefined || value.transfer_pub === undefined) return [];
      const same = isSame(value, reader.entry('refresh', value.same_as)) ? value.same_as : realSession(reader, value);
      return same === undefined ? [] : [[id, same] as const];
    }),
  );

const foundAgain = partOf('refresh', ({ value }) => value.same_as !== undefined && value.transfer_pub !== undefined);

const isSame = ({ transfer_pub: pub = '' }: Refresh, other: Entry<'refresh'> | undefined): boolean =>
  other !== undefined && pubsOf(other.value).has(pub);

const realSession = (reader: Pick<Reader, 'entries'>, found: Refresh): string | undefined =>
  reader
    .entries('refresh')
    .find(
      (each) => each.value.transfer_pub === undefined && each.value.old_coin === found.old_coin && isSame(found, each),
    )?.id;
