// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs } from '../../../../shared/time.ts';
import { clockToText } from '../../../state/clock.ts';
import { exchangeId, isBeyondBounds, type CarriedEntry } from '../../../state/entry.ts';
import { withField } from '../../../state/register.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { isObject, memberOf } from '../../../taler/bytes/json.ts';
import type { LegacyContent, LegacyList } from '../../../taler/legacy/backup.ts';
import { isAskedAgain, unreadable, type BadRecord, type Unfinished } from './bad.ts';
import { bringCoins } from './coin-entries.ts';
import { readCoins } from './coins.ts';
import { readKinds, type Kind } from './denominations.ts';
import { bringSpendings, readEvents } from './events.ts';
import { bringPurchases } from './purchases.ts';
import { bytesOfName, entryList, type Here, type Scene } from './scene.ts';
import { createChooser } from './selection.ts';
import { bringSessions } from './sessions.ts';
import { readUsedUp } from './used-up.ts';
import { bringWithdrawals } from './withdrawals.ts';

/** What a backup of GNU Taler's wallet of 2022 is as entries of ours, and what of it could not be taken over. */
export type Translated = {
  readonly entries: readonly CarriedEntry[];
  readonly bad: readonly BadRecord[];
};

/**
 * Reads everything that stands in a backup as entries of ours: reserves with their keys, seeds with all that was selected under them,
 * coins, payments with their contracts, refunds. Every signature is checked and every key computed from its private one. A record that is
 * bad is named and costs no other.
 */
export const translate = (
  content: LegacyContent,
  { nowMs, here }: { readonly nowMs: number; readonly here: Here },
): Translated => {
  const bad: BadRecord[] = [];
  const note = (each: BadRecord): void => void bad.push(each);
  const list = entryList(clockOf(content, nowMs));
  const kinds = readKinds(content, note);
  const coins = readCoins(kinds, note);
  const chosenOf = createChooser(kinds);
  const usedUp = readUsedUp(content, coins);
  const scene: Scene = { content, kinds, coins, usedUp, placed: new Map(), here, chosenOf, note, put: list.put };
  const events = readEvents(scene);
  bringWithdrawals(scene);
  bringSessions(scene, events);
  bringPurchases(scene, events);
  bringSpendings(scene, events);
  noteTips(scene);
  for (const [at, name] of content.unknownLists.entries())
    note({ list: 'others', name, at, why: 'unreadable', stake: 'nothing' });
  bringCoins(scene, list.entries);
  bringExchanges(scene, list.entries);
  return {
    entries: list.entries.filter((entry) => isGood(entry, note)),
    bad: settled([...unreadable(content.rejected), ...bad], list.entries),
  };
};

/** Under this clock nothing that was written here since is overwritten, and no date of theirs is believed that is still to come. */
const clockOf = ({ timestamp, walletRootPub }: LegacyContent, nowMs: number): string => {
  const ms = timestampToMs(timestamp);
  const device = bytesToCrock(bytesOfName('device', walletRootPub).slice(0, 16));
  return clockToText({
    ms: Math.max(0, Math.floor(Math.min(Number.isFinite(ms) ? ms : 0, nowMs))),
    counter: 0,
    device,
  });
};

const LIST_OF: Readonly<Record<string, LegacyList>> = {
  exchange: 'exchange_details',
  withdrawal: 'withdrawal_groups',
  refresh: 'refresh_groups',
  coin: 'coins',
  purchase: 'purchases',
  refund: 'purchases',
};

/** What is beyond what any entry of ours may be is left out and named; no honest backup has such a thing. */
const isGood = (entry: CarriedEntry, note: (bad: BadRecord) => void): boolean => {
  if (!isBeyondBounds(entry)) return true;
  const list = LIST_OF[entry.kind] ?? 'coins';
  note({ list, at: 0, why: 'unreadable', stake: list === 'purchases' ? 'nothing' : 'money' });
  return false;
};

/** Bad coins that are asked for again, because the record that has their seed is good, are no loss. */
const settled = (bad: readonly BadRecord[], entries: readonly CarriedEntry[]): readonly BadRecord[] => {
  const unfinished = unfinishedIn(entries);
  return bad.map(({ record, ...each }) =>
    each.list === 'coins' && each.stake === 'money' && isAskedAgain(unfinished, record)
      ? { ...each, stake: 'asked-again' }
      : each,
  );
};

const unfinishedIn = (entries: readonly CarriedEntry[]): Unfinished => {
  const [groups, changed] = [new Set<string>(), new Set<string>()];
  for (const { kind, value } of entries) {
    const status = memberOf(value, 'status');
    if (kind === 'withdrawal' && status === 'withdrawing')
      groups.add(String(memberOf(memberOf(value, 'brought'), 'id')));
    if (kind === 'refresh' && status === 'melted') changed.add(String(memberOf(value, 'old_coin_pub')));
  }
  return { groups, changed };
};

/** The exchanges with what was kept of the denominations that something of this wallet is of. */
const bringExchanges = ({ content, kinds, placed, coins, put }: Scene, entries: readonly CarriedEntry[]): void => {
  const { clock = '' } = entries[0] ?? {};
  const needed = new Set([...placed.keys()].flatMap((pub) => coins.get(pub)?.kind.h ?? []));
  for (const { value } of entries) for (const h of hashesIn(value)) needed.add(h);
  const byPlace = new Map<string, Kind[]>();
  for (const kind of kinds.values()) {
    if (!needed.has(kind.h)) continue;
    const place = exchangeId(kind.exchange, kind.masterPub);
    byPlace.set(place, [...(byPlace.get(place) ?? []), kind]);
  }
  // One that nothing is of would be one more place to ask.
  const named = new Set(entries.flatMap(({ value }) => placeIn(value)));
  const there = new Set<string>();
  for (const { base_url: exchange, master_public_key: masterPub, currency } of [
    ...content.exchangeDetails,
    ...content.exchanges,
  ]) {
    const id = exchangeId(exchange, masterPub);
    if (there.has(id) || !named.has(id)) continue;
    there.add(id);
    const fields = (byPlace.get(id) ?? []).reduce(
      (all, { h, listed }) => withField(all, `denomination ${h}`, listed, clock),
      {},
    );
    put('exchange', id, { base_url: exchange, master_pub: masterPub, currency, fields });
  }
};

/** The exchange that an entry is of. */
const placeIn = (value: unknown): readonly string[] => {
  const [exchange, masterPub] = [memberOf(value, 'exchange'), memberOf(value, 'master_pub')];
  return typeof exchange === 'string' && typeof masterPub === 'string' ? [exchangeId(exchange, masterPub)] : [];
};

/** The denominations that an entry selected under a seed. */
const hashesIn = (value: unknown): readonly string[] => {
  const batches = memberOf(value, 'batches');
  return [value, ...(isObject(batches) ? Object.values(batches) : [])].flatMap((each) => {
    const selection = memberOf(each, 'selection');
    const rows: readonly unknown[] = Array.isArray(selection) ? selection : [];
    return rows.flatMap((row) => {
      const h = memberOf(row, 'h');
      return typeof h === 'string' ? [h] : [];
    });
  });
};

/** No shop gives tips any more; what was not fetched stays there. */
const noteTips = ({ content, coins, note }: Scene): void => {
  const fetched = new Set(
    [...coins.values()].flatMap(({ record: { coin_source: from } }) =>
      from.type === 'tip' ? [from.wallet_tip_id] : [],
    ),
  );
  for (const [at, tip] of content.tips.entries())
    if (tip.timestamp_finished === undefined && !fetched.has(tip.wallet_tip_id))
      note({
        list: 'tips',
        at,
        why: 'no-longer-possible',
        stake: 'money',
        sum: tip.tip_amount_raw,
      });
};
