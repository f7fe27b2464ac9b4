// SPDX-License-Identifier: GPL-3.0-or-later
import { isPlayIssuer } from '../../shared/play.ts';
import type { CarriedEntry } from '../state/entry.ts';
import type { Reader, Store, Tx } from '../storage/store.ts';
import { StorageFull } from '../storage/system-code.ts';
import { isObject } from '../taler/bytes/json.ts';

/** Says in the copies that their wallet plays, so that it goes on doing so on every computer: a setting of this name, with `true`. */
const PLAY = 'play-money';

/** Play money and money never meet in one wallet: one of these would bring money into one that plays. Asked in the transaction that would write it. */
export const isRealWhilePlaying = ({ local }: Pick<Reader, 'local'>, issuers: readonly string[]): boolean =>
  local.mark('play-money') === true && !issuers.every(isPlayIssuer);

/** Whether entries may not be joined here because this wallet plays: they say themselves whether theirs does, wherever they lie. */
export const isRealThere = (reader: Pick<Reader, 'local'>, theirs: readonly CarriedEntry[]): boolean =>
  isRealWhilePlaying(reader, theirs.flatMap(issuerIn));

/** The issuer that an entry names. */
export const issuerIn = ({ value }: CarriedEntry): readonly string[] => {
  if (!isObject(value)) return [];
  return [value['exchange'], value['base_url']].flatMap((each) => (typeof each === 'string' ? [each] : []));
};

/** Remembers that this wallet plays, here and in its copies. */
export const beginToPlay = (tx: Tx): void => {
  tx.local.setMark('play-money', true);
  if (!saysThatItPlays(tx)) tx.put('setting', PLAY, { value: true });
};

/** Says it in the copies of one that began before they were told; where the disk is full, at a later start. What is said already is not written once more. */
export const tellOfPlaying = (store: Store): void => {
  try {
    if (!saysThatItPlays(store)) store.transaction(beginToPlay);
  } catch (thrown) {
    if (!(thrown instanceof StorageFull)) throw thrown;
  }
};

/**
 * A wallet whose copies say so plays here too, in the transaction that joined them; not one that knows an issuer of real money: what
 * another device began to play with takes no place from that, and no copy.
 */
export const heedPlay = (tx: Tx): void => {
  if (saysThatItPlays(tx) && tx.entries('exchange').every(({ value }) => isPlayIssuer(value.base_url)))
    tx.local.setMark('play-money', true);
};

const saysThatItPlays = ({ entry }: Pick<Reader, 'entry'>): boolean => entry('setting', PLAY)?.value.value === true;
