// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../storage/store.ts';
import { bytesToCrock, crockToBytes } from '../taler/bytes/encodings.ts';
import { eddsaPublicKey } from '../taler/crypto/eddsa.ts';
import { createCoinKeyRing } from '../wallet/coins/coins.ts';

/**
 * The keys of a throw-away wallet, as recordings name them: with them every signature of a recording can be made again. They are in the
 * report on purpose; the wallet of the person is another one.
 */
export type Secrets = {
  readonly reserves?: readonly { readonly reserve_priv: string; readonly reserve_pub: string }[];
  readonly coins?: readonly CoinKeys[];
  readonly batches?: readonly { readonly seed: string; readonly denoms_h: readonly string[] }[];
  readonly refreshes?: readonly RefreshSecret[];
  readonly purses?: readonly PurseSecret[];
  readonly deposits?: readonly { readonly merchant_priv: string; readonly wire_salt: string }[];
  readonly purchases?: readonly { readonly nonce_priv: string; readonly order_id: string }[];
  readonly sync?: { readonly account_priv: string };
  /** one for each run: nobody is asked twice about a person who does not exist */
  readonly escrow?: readonly EscrowSecret[];
};
type CoinKeys = {
  readonly coin_priv: string;
  readonly coin_pub: string;
  readonly blinding_secret: string;
  readonly denom_pub_hash: string;
};
type RefreshSecret = {
  readonly seed: string;
  readonly scheme: number;
  readonly old_coin_pub: string;
  readonly denoms_h: readonly string[];
  readonly value_with_fee: string;
};
type PurseSecret = {
  readonly purse_pub: string;
  readonly purse_priv: string;
  readonly merge_priv: string;
  readonly merge_pub: string;
  readonly contract_priv: string;
  readonly contract_terms: unknown;
  readonly h_contract_terms: string;
};
export type EscrowSecret = {
  readonly attributes: Readonly<Record<string, string>>;
  readonly answer: string;
  readonly account_priv: string;
  readonly truth_key: string;
  readonly truth_salt: string;
  readonly uuid: string;
};

/** What the store knows now, with what was known before and has left it since. */
export const secretsOf = (store: Store, before: Secrets): Secrets => ({
  ...before,
  reserves: joined(before.reserves, reservesOf(store), ({ reserve_pub: pub }) => pub),
  coins: joined(before.coins, coinsOf(store), ({ coin_pub: pub }) => pub),
  batches: joined(before.batches, batchesOf(store), ({ seed }) => seed),
  refreshes: joined(before.refreshes, refreshesOf(store), ({ seed }) => seed),
  purses: joined(before.purses, pursesOf(store), ({ purse_pub: pub }) => pub),
  deposits: joined(
    before.deposits,
    store.entries('deposit').map(({ value }) => ({ merchant_priv: value.merchant_priv, wire_salt: value.wire_salt })),
    ({ merchant_priv: priv }) => priv,
  ),
  purchases: joined(
    before.purchases,
    store.entries('purchase').map(({ value }) => ({ nonce_priv: value.nonce_priv, order_id: value.order_id })),
    ({ nonce_priv: priv }) => priv,
  ),
});

const joined = <T>(before: readonly T[] = [], now: readonly T[], keyOf: (each: T) => string): readonly T[] => [
  ...new Map([...before, ...now].map((each) => [keyOf(each), each])).values(),
];

const reservesOf = (store: Store): NonNullable<Secrets['reserves']> =>
  store.entries('reserve').map(({ id, value }) => ({ reserve_priv: value.priv, reserve_pub: id }));

const coinsOf = (store: Store): readonly CoinKeys[] => {
  const ring = createCoinKeyRing(store);
  return store.entries('coin').flatMap(({ id, value }) => {
    const keys = ring.keysOf(id);
    if (keys === undefined) return [];
    return [
      {
        coin_priv: bytesToCrock(keys.coinPriv),
        coin_pub: bytesToCrock(keys.coinPub),
        blinding_secret: bytesToCrock(keys.blindingSecret),
        denom_pub_hash: value.h,
      },
    ];
  });
};

/** Seeds of coins that were asked for and did not come are here alone. */
const batchesOf = (store: Store): NonNullable<Secrets['batches']> =>
  store
    .entries('withdrawal')
    .flatMap(({ value }) =>
      Object.values(value.batches).map(({ seed, selection }) => ({ seed, denoms_h: hashesOf(selection) })),
    );

const refreshesOf = (store: Store): readonly RefreshSecret[] =>
  store.entries('refresh').flatMap(({ value }) => {
    const { seed, scheme = 1, old_coin_pub: pub, selection, melt_amount: value_with_fee } = value;
    return pub === undefined
      ? []
      : [{ seed, scheme, old_coin_pub: pub, denoms_h: hashesOf(selection), value_with_fee }];
  });

const pursesOf = (store: Store): readonly PurseSecret[] =>
  store.entries('push-out').map(({ id, value }) => ({
    purse_pub: id,
    purse_priv: value.purse_priv,
    merge_priv: value.merge_priv,
    merge_pub: bytesToCrock(eddsaPublicKey(crockToBytes(value.merge_priv, 32))),
    contract_priv: value.contract_priv,
    contract_terms: value.terms ?? {},
    h_contract_terms: value.h_contract ?? '',
  }));

/** A selection names each kind of coin once, with how many. */
const hashesOf = (selection: readonly { readonly h: string; readonly n: number }[]): readonly string[] =>
  selection.flatMap(({ h, n }) => new Array<string>(n).fill(h));
