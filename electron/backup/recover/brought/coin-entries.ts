// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../../shared/amount.ts';
import type { CarriedEntry, Coin } from '../../../state/entry.ts';
import { isObject, memberOf } from '../../../taler/bytes/json.ts';
import type { FoundCoin } from './coins.ts';
import type { Placed, Scene } from './scene.ts';

/** Brings the coins, each with what is left of it by what was brought of its uses. Used ones of which nothing is told keep their value until their exchange has said what they are worth. */
export const bringCoins = (scene: Scene, entries: readonly CarriedEntry[]): void => {
  const used = usedIn(entries);
  for (const [pub, coin] of scene.coins) {
    const at = scene.placed.get(pub);
    if (at !== undefined) scene.put('coin', at.id, coinOf(coin, at, used.get(at.id)));
  }
};

const coinOf = ({ kind, record }: FoundCoin, { source, sourceId }: Placed, used: bigint | undefined): Coin => {
  const left = used === undefined || used < 0n ? kind.value.units : kind.value.units - used;
  const { denom_sig: signed } = record;
  return {
    source,
    source_id: sourceId,
    exchange: kind.exchange,
    master_pub: kind.masterPub,
    h: kind.h,
    v: amountToText(kind.value),
    ...(signed?.cipher === 'RSA' ? { sig: signed.rsa_signature } : {}),
    status: record.fresh && used === undefined ? 'fresh' : 'in-use',
    remaining: amountToText({ currency: kind.currency, units: left > 0n ? left : 0n }),
  };
};

/** What payments and sessions took from each coin, less what came back into it and was taken up. */
const usedIn = (entries: readonly CarriedEntry[]): ReadonlyMap<string, bigint> => {
  const used = new Map<string, bigint>();
  const add = (coin: unknown, units: bigint): void =>
    void (typeof coin === 'string' && used.set(coin, (used.get(coin) ?? 0n) + units));
  for (const { kind, value } of entries) {
    const given = memberOf(value, 'coins');
    if (kind !== 'coin' && isObject(given))
      for (const [coin, part] of Object.entries(given)) add(coin, unitsOf(memberOf(part, 'c')));
    if (kind === 'refresh')
      add(memberOf(value, 'old_coin'), memberOf(value, 'noreveal_index') === undefined ? 0n : takenBy(value));
    if (kind === 'refund' && memberOf(value, 'status') === 'done')
      add(memberOf(value, 'coin'), unitsOf(memberOf(value, 'fee')) - unitsOf(memberOf(value, 'amount')));
  }
  return used;
};

const takenBy = (refresh: unknown): bigint => {
  const selection = memberOf(refresh, 'selection');
  const rows: readonly unknown[] = Array.isArray(selection) ? selection : [];
  return rows.reduce<bigint>(
    (sum, row) => sum + unitsOf(memberOf(row, 'v')) * BigInt(Number(memberOf(row, 'n'))),
    unitsOf(memberOf(refresh, 'fee')),
  );
};

const unitsOf = (text: unknown): bigint => (typeof text === 'string' ? amount(text).units : 0n);
