// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../../shared/amount.ts';
import type { Timestamp } from '../../../../shared/time.ts';
import { idOfBatch, idOfWithdrawal, WITHDRAWAL_NONCE_BYTES } from '../../../state/commitment.ts';
import { coinId, type Batch, type Withdrawal } from '../../../state/entry.ts';
import { GIVEN_SCHEME } from '../../../taler/coin/schemes.ts';
import type { FoundCoin } from './coins.ts';
import { bytesOfName, type Scene } from './scene.ts';

// Coins whose seed is not known, because the record that has it is bad or missing, or because they were a tip: each is a batch of its
// own whose seed is the coin's private key (FORMAT.md#9-from-seeds-to-coins, scheme 2).

/** The batch that one coin is. */
const batchOf = ({ record, kind }: FoundCoin): { readonly id: string; readonly batch: Batch } => {
  const batch = {
    seed: record.coin_priv,
    blinding: record.blinding_key,
    selection: [{ h: kind.h, n: 1, v: amountToText(kind.value) }],
    scheme: GIVEN_SCHEME,
  };
  return { id: idOfBatch(batch), batch: { ...batch, status: 'done' } };
};

/** Whether an earlier time has brought this coin with nothing but its own key. */
export const isSingleHere = ({ here }: Scene, coin: FoundCoin): boolean => here.hasSingle(batchOf(coin).id);

/** Brings coins one by one; those of one record of theirs are one withdrawal. */
export const bringSingles = (scene: Scene, coins: readonly FoundCoin[], created: Timestamp): void => {
  const fresh = coins.filter((coin) => !scene.here.hasSeeded(coin));
  const groups = Map.groupBy(fresh, ({ kind, record }) =>
    JSON.stringify([kind.exchange, kind.masterPub, kind.currency, sourceOf(record.coin_source)]),
  );
  for (const group of groups.values()) bringGroup(scene, group, created);
};

const bringGroup = (scene: Scene, group: readonly FoundCoin[], created: Timestamp): void => {
  const [first] = group;
  if (first === undefined) return;
  const { kind, record } = first;
  const made = group.map((coin) => ({ coin, ...batchOf(coin) }));
  const source = sourceOf(record.coin_source);
  const value: Withdrawal = {
    exchange: kind.exchange,
    master_pub: kind.masterPub,
    // A reserve is named by every withdrawal; where there was none, the coin's own key names nothing at the exchange.
    reserve: record.coin_source.type === 'withdraw' ? record.coin_source.reserve_pub : first.pub,
    amount: amountToText({
      currency: kind.currency,
      units: group.reduce((sum, { kind: each }) => sum + each.value.units, 0n),
    }),
    created,
    origin: { type: 'manual', payto: '' },
    status: 'done',
    brought: { id: source, what: 'coins' },
    batches: Object.fromEntries(made.map(({ id, batch }) => [id, batch])),
  };
  const id = idOfWithdrawal(value, bytesOfName('coins', source).slice(0, WITHDRAWAL_NONCE_BYTES));
  scene.put('withdrawal', id, value);
  for (const { coin, id: batch } of made)
    scene.placed.set(coin.pub, { id: coinId(batch, 0), source: 'withdrawal', sourceId: id });
};

const sourceOf = (source: FoundCoin['record']['coin_source']): string => {
  if (source.type === 'withdraw') return source.withdrawal_group_id;
  return source.type === 'tip' ? source.wallet_tip_id : (source.refresh_group_id ?? source.old_coin_pub);
};
