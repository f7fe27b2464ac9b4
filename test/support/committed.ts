// SPDX-License-Identifier: GPL-3.0-or-later
import {
  boundOfPurse,
  idOfBatch,
  idOfDeposit,
  idOfRefresh,
  idOfWithdrawal,
  placeKey,
} from '../../electron/state/commitment.ts';
import type { CarriedEntry, Coin, Withdrawal } from '../../electron/state/entry.ts';
import { coinId } from '../../electron/state/entry.ts';
import { bytesToCrock, parseCrock } from '../../electron/taler/bytes/encodings.ts';
import { hashWire } from '../../electron/taler/crypto/hash.ts';
import { eddsaPublicKey } from '../../electron/taler/crypto/eddsa.ts';

// Entries under the names that an honest wallet gives them: anything else is kept apart where copies come in.

type Value = Readonly<Record<string, unknown>>;
type Named = { readonly id: string; readonly value: Value };

export const namedReserve = (value: Value, fill = 1): Named => {
  const seed = new Uint8Array(32).fill(fill);
  const key = placeKey(seed, { exchange: value['exchange'], master_pub: value['master_pub'] });
  return {
    id: bytesToCrock(eddsaPublicKey(key)),
    value: { ...value, priv: bytesToCrock(key), key_seed: bytesToCrock(seed) },
  };
};

export const namedPurse = (value: Value, fill = 1): Named => {
  const seed = new Uint8Array(32).fill(fill);
  const { exchange, master_pub } = value;
  const key = placeKey(seed, { exchange, master_pub, bound: boundOfPurse(value) });
  return {
    id: bytesToCrock(eddsaPublicKey(key)),
    value: { ...value, purse_priv: bytesToCrock(key), key_seed: bytesToCrock(seed) },
  };
};

export const namedWithdrawal = (value: Value, batches: readonly Value[] = [], fill = 1): Named => ({
  id: idOfWithdrawal(value, new Uint8Array(8).fill(fill)),
  value: { ...value, batches: Object.fromEntries(batches.map((each) => [idOfBatch(each), each])) },
});

export const namedRefresh = (value: Value): Named => ({ id: idOfRefresh(value), value });

export const namedDeposit = (value: Value): Named => {
  const salt = parseCrock(String(value['wire_salt']), 16);
  const wire = hashWire(String(value['payto']), salt.ok ? salt.value : new Uint8Array(16));
  const whole = { ...value, h_wire: bytesToCrock(wire) };
  return { id: idOfDeposit(whole), value: whole };
};

/** A coin and the withdrawal it is of, which has nothing but its one batch. */
export const coinWithSeed = (
  coin: Coin,
  withdrawal: Withdrawal,
  seed: Readonly<Record<string, unknown>>,
  clock: string,
): readonly [coin: CarriedEntry, withdrawal: CarriedEntry] => {
  const batch = { ...seed, selection: [{ h: coin.h, n: 1, v: coin.v }], status: 'done' };
  const owner = namedWithdrawal({ ...withdrawal, exchange: coin.exchange }, [batch]);
  return [
    { kind: 'coin', id: coinId(idOfBatch(batch), 0), clock, value: { ...coin, source_id: owner.id } },
    { kind: 'withdrawal', clock, ...owner },
  ];
};
