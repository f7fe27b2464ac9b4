// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amountToText, zeroAmount, type Amount } from '../../shared/amount.ts';
import { crockToBytes } from '../taler/bytes/encodings.ts';
import { abilitiesOf } from '../taler/exchange/generation.ts';
import type { HistoryEntry } from '../taler/exchange/answers.ts';
import { createCoinKeyRing } from '../wallet/coins/coins.ts';
import { coinAccount } from '../wallet/ledger/account.ts';
import { readUses } from '../wallet/ledger/uses.ts';
import { differs, failed, holds, notReached, notTried, type Check, type CheckName } from './checks.ts';
import type { MoneyWalk } from './walk.ts';

/** A few say as much as all. */
const MOST_ASKED = 6;

/** What the exchange has written down of all that, and whether change can be found with the old piece alone. */
export const lookAtHistories = async (walk: MoneyWalk): Promise<void> => {
  if (walk.checkOf('withdrawal')?.state !== 'holds') {
    for (const name of ['arrivals', 'link', 'spent'] as const)
      walk.note(notReached(name, { kind: 'before', facts: {} }));
    return;
  }
  walk.begin('arrivals');
  walk.note(await lookAtArrivals(walk));
  walk.begin('spent');
  walk.note(await lookAtSpent(walk));
  walk.begin('link');
  walk.note(await lookAtLinks(walk));
};

const notThere = (name: CheckName, { keys }: MoneyWalk): Check =>
  notTried(name, { kind: 'not-there', facts: { version: keys.version } });

const lookAtArrivals = async (walk: MoneyWalk): Promise<Check> => {
  const { store, client, keys } = walk;
  if (!abilitiesOf(keys).tellsHistories) return notThere('arrivals', walk);
  let lines = 0;
  for (const { value } of store.entries('reserve').slice(0, MOST_ASKED)) {
    const told = await client.reserveHistory({ reservePriv: crockToBytes(value.priv, 32) });
    if (!told.ok) return failed('arrivals', told.error);
    const { entries, balance } = told.value;
    lines += entries.length;
    const counted = sumOf(entries, zeroAmount(keys.currency));
    if (counted.units !== balance.units)
      return differs('arrivals', {
        kind: 'sums',
        facts: { stated: amountToText(balance), counted: amountToText(counted) },
      });
  }
  return holds({ kind: 'arrivals', facts: { lines } });
};

const sumOf = (entries: readonly HistoryEntry[], none: Amount): Amount => {
  const side = (direction: HistoryEntry['direction']): bigint =>
    entries.filter((each) => each.direction === direction).reduce((sum, each) => addCapped(sum, each.amount), none)
      .units;
  const left = side('credit') - side('debit');
  return { ...none, units: left > 0n ? left : 0n };
};

const lookAtSpent = async (walk: MoneyWalk): Promise<Check> => {
  const { store, client, keys } = walk;
  if (!abilitiesOf(keys).tellsHistories) return notThere('spent', walk);
  const ring = createCoinKeyRing(store);
  const uses = readUses(store);
  const used = store.entries('coin').filter(({ value }) => value.status !== 'fresh');
  let lines = 0;
  for (const entry of used.slice(0, MOST_ASKED)) {
    const [denomination, secrets] = [keys.denominations.get(entry.value.h), ring.keysOf(entry.id)];
    if (denomination === undefined || secrets === undefined) continue;
    const told = await client.coinHistory({ coinPriv: secrets.coinPriv, denomination });
    if (!told.ok) return failed('spent', told.error);
    if (told.value.state === 'unknown') return differs('spent', { kind: 'other', facts: { what: 'unknown' } });
    lines += told.value.entries.length;
    const { face, returned, given, melted, currency } = coinAccount(entry, uses);
    const [stated, counted] = [
      amountToText(told.value.balance),
      amountToText({ currency, units: face + returned - given - melted }),
    ];
    if (stated !== counted) return differs('spent', { kind: 'sums', facts: { stated, counted } });
  }
  return lines === 0 ? notReached('spent', { kind: 'before', facts: {} }) : holds({ kind: 'spent', facts: { lines } });
};

const lookAtLinks = async (walk: MoneyWalk): Promise<Check> => {
  const { store, client, keys } = walk;
  if (abilitiesOf(keys).refreshScheme === undefined) return notThere('link', walk);
  const ring = createCoinKeyRing(store);
  const done = store.entries('refresh').filter(({ value }) => value.status === 'done' && value.selection.length > 0);
  let found = 0;
  for (const { value } of done.slice(0, MOST_ASKED)) {
    const old = store.entry('coin', value.old_coin)?.value;
    const [denomination, secrets] = [keys.denominations.get(old?.h ?? ''), ring.keysOf(value.old_coin)];
    if (denomination === undefined || secrets === undefined) continue;
    const told = await client.link({ pub: secrets.coinPub, priv: secrets.coinPriv, denomination });
    if (!told.ok) return failed('link', told.error);
    const wanted = value.selection.reduce((sum, { n }) => sum + n, 0);
    if (!told.value.some(({ newCoins }) => newCoins.length === wanted))
      return differs('link', { kind: 'other', facts: { what: `${told.value.length} / ${wanted}` } });
    found += 1;
  }
  return found === 0 ? notReached('link', { kind: 'before', facts: {} }) : holds({ kind: 'link', facts: {} });
};
