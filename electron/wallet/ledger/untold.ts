// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../shared/amount.ts';
import type { Tx } from '../../storage/store.ts';
import { noteAllAbroad, type InPurse } from './abroad.ts';
import { coinAccount } from './account.ts';
import { readUses, takenByRefresh } from './uses.ts';

// A copy of another program says that a coin was used, and a record that says for what is bad or missing: what seems to be left of that
// coin may be in others that are here. It is not counted until its issuer has said what the coin is worth, and `remaining`, which can only
// fall, stays as it is.

/** As many coins are noted, for each look at one writes all of them; no honest copy has so many. */
const MAX_NOTED = 1_000;
const NAME = 'untold';
/** Nothing ends it but its issuer's word, which every audit asks for. */
const NEVER_MS = Number.MAX_SAFE_INTEGER;

/** Notes what of these coins nothing explains; the first so many of them. */
export const noteUntold = (tx: Tx, coins: readonly string[]): void => {
  const uses = readUses(tx);
  const planned = new Map<string, bigint>();
  for (const { value } of tx.entries('refresh'))
    if (value.status === 'planned')
      planned.set(value.old_coin, (planned.get(value.old_coin) ?? 0n) + takenByRefresh(value));
  const noted = new Map<string, Readonly<Record<string, InPurse>>>();
  for (const id of coins) {
    const entry = tx.entry('coin', id);
    if (entry === undefined || entry.value.status !== 'in-use') continue;
    const { held, currency } = coinAccount(entry, uses);
    const units = held - (planned.get(id) ?? 0n);
    if (units <= 0n) continue;
    noted.set(id, { [NAME]: { sum: amountToText({ currency, units }), until: NEVER_MS } });
    if (noted.size === MAX_NOTED) break;
  }
  noteAllAbroad(tx, noted);
};

/** The coins among entries that may be noted, those that are not here yet: of others their issuer may have been asked. */
export const newCoins = (
  tx: Pick<Tx, 'entry'>,
  entries: readonly { readonly kind: string; readonly id: string }[],
): readonly string[] =>
  entries.flatMap(({ kind, id }) => (kind === 'coin' && tx.entry('coin', id) === undefined ? [id] : []));
