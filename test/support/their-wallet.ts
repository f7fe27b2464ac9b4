// SPDX-License-Identifier: GPL-3.0-or-later
import { gzipSync } from 'node:zlib';
import { amount, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { msToTimestamp } from '../../shared/time.ts';
import { parseCoinId, type Coin, type Entry } from '../../electron/state/entry.ts';
import { canonicalJson } from '../../electron/taler/bytes/canonical-json.ts';
import { bytesToCrock, crockToBytes, utf8 } from '../../electron/taler/bytes/encodings.ts';
import { eddsaPublicKey } from '../../electron/taler/crypto/eddsa.ts';
import { secretboxSeal } from '../../electron/taler/crypto/secretbox.ts';
import { parseKeys } from '../../electron/taler/exchange/keys/keys.ts';
import type { Denomination, ExchangeKeys } from '../../electron/taler/exchange/keys/model.ts';
import { legacyBlobKey, syncAccountKey } from '../../electron/taler/legacy/backup.ts';
import { upload, type Upload } from '../../electron/taler/sync.ts';
import { createCoinKeyRing } from '../../electron/wallet/coins/coins.ts';
import type { Store } from '../../electron/storage/store.ts';
import type { Wallet } from '../../electron/wallet/wallet.ts';
import type { World } from '../../electron/world.ts';

// A wallet of ours in the part of GNU Taler's: both derive coins alike, so what it did at an exchange of the sandbox can be written
// out record by record in that program's schema (wallet-core 2022, version 1), sealed as that program seals, and kept where it keeps.

/** Who plays it. */
export type Player = { readonly world: World; readonly store: Store; readonly wallet: Wallet };

export type TheirRecord = Record<string, unknown>;
/** What that program writes out. */
export type TheirContent = TheirRecord & {
  readonly exchange_details: (TheirRecord & { denominations: (TheirRecord & { coins: TheirRecord[] })[] })[];
  readonly withdrawal_groups: TheirRecord[];
  readonly refresh_groups: TheirRecord[];
  readonly purchases: TheirRecord[];
  readonly tips: TheirRecord[];
  readonly backup_providers: TheirRecord[];
};

/** Everything that a wallet has done, as that program would have written it. */
export const theirContent = ({ store, world }: Player, root: Uint8Array): TheirContent => {
  const exchanges = store.entries('exchange').map(({ value }) => value);
  return {
    schema_id: 'gnu-taler-wallet-backup-content',
    schema_version: 1,
    minor_version: 1,
    wallet_root_pub: bytesToCrock(eddsaPublicKey(root)),
    current_device_id: 'wallet-core-DE0T61V7',
    timestamp: seconds(world.now()),
    exchanges: exchanges.map(({ base_url, master_pub: master_public_key, currency }) => ({
      base_url,
      master_public_key,
      currency,
      update_clock: seconds(world.now()),
    })),
    exchange_details: exchanges.map(({ base_url }) => detailsOf(store, keysOf(store, base_url))),
    withdrawal_groups: store.entries('withdrawal').flatMap((each) => groupsOf(store, each)),
    refresh_groups: store.entries('refresh').map(refreshOf),
    purchases: store.entries('purchase').map((each) => purchaseOf(store, each)),
    tips: [],
    backup_providers: [],
    recoup_groups: [],
    trusted_auditors: {},
    trusted_exchanges: {},
    intern_table: {},
    error_reports: [],
    tombstones: [],
  };
};

const seconds = (ms: number): { readonly t_s: number } => ({ t_s: Math.floor(ms / 1000) });

/** What an exchange has told a wallet last. */
const keysOf = ({ local }: Pick<Store, 'local'>, exchange: string): ExchangeKeys =>
  mustOk(parseKeys(exchange, local.cachedKeys(exchange)?.raw ?? ''), 'keys');

const detailsOf = (store: Store, keys: ExchangeKeys): TheirContent['exchange_details'][number] => ({
  base_url: keys.baseUrl,
  master_public_key: keys.masterPub,
  currency: keys.currency,
  protocol_version: '12:0:0',
  reserve_closing_delay: { d_us: 86_400_000_000 },
  auditors: [],
  accounts: [],
  wire_fees: [],
  global_fees: [],
  signing_keys: [],
  denominations: [...keys.denominations.values()]
    .filter(({ cipher, ageMask }) => cipher === 'RSA' && ageMask === 0)
    .map((each) => ({ ...denominationOf(each), coins: coinsOf(store, each.hash) })),
});

const denominationOf = (each: Denomination): TheirRecord => ({
  value: amountToText(each.value),
  denom_pub: { cipher: 'RSA', rsa_public_key: bytesToCrock(each.key?.encoded ?? new Uint8Array(0)), age_mask: 0 },
  fee_withdraw: amountToText(each.feeWithdraw),
  fee_deposit: amountToText(each.feeDeposit),
  fee_refresh: amountToText(each.feeRefresh),
  fee_refund: amountToText(each.feeRefund),
  stamp_start: each.stampStart,
  stamp_expire_withdraw: each.stampExpireWithdraw,
  stamp_expire_deposit: each.stampExpireDeposit,
  stamp_expire_legal: each.stampExpireLegal,
  master_sig: each.masterSig,
  is_offered: true,
  is_revoked: false,
});

const coinsOf = (store: Store, h: string): TheirRecord[] => {
  const ring = createCoinKeyRing(store);
  const uses = usesOf(store);
  return store.coins({}).flatMap(({ id, value }) => {
    const keys = ring.keysOf(id);
    if (value.h !== h || keys === undefined || value.sig === undefined) return [];
    const use = uses.get(id);
    return [
      {
        coin_priv: bytesToCrock(keys.coinPriv),
        blinding_key: bytesToCrock(keys.blindingSecret),
        denom_sig: { cipher: 'RSA', rsa_signature: value.sig },
        fresh: value.status === 'fresh',
        ...(use === undefined ? {} : { spend_allocation: use }),
        coin_source: sourceOf(store, id, value),
      },
    ];
  });
};

const sourceOf = (store: Store, id: string, { source, source_id: from }: Coin): TheirRecord => {
  if (source === 'withdrawal')
    return {
      type: 'withdraw',
      withdrawal_group_id: from,
      coin_index: parseCoinId(id)?.index,
      reserve_pub: store.entry('withdrawal', from)?.value.reserve,
    };
  return {
    type: 'refresh',
    old_coin_pub: store.entry('refresh', from)?.value.old_coin_pub,
    refresh_group_id: from,
  };
};

/** What took each coin, and how much: of deposits and payments between people that program keeps nothing else. */
const usesOf = (store: Store): ReadonlyMap<string, TheirRecord> => {
  const uses = new Map<string, TheirRecord>();
  const names = {
    purchase: 'proposal',
    deposit: 'deposit',
    'push-out': 'peer-push-debit',
    'pull-in': 'peer-pull-debit',
  };
  for (const [kind, name] of Object.entries(names) as [keyof typeof names, string][])
    for (const { id, value } of store.entries(kind))
      for (const [coin, { c }] of Object.entries(value.coins)) uses.set(coin, { id: `txn:${name}:${id}`, amount: c });
  return uses;
};

const selectedOf = (selection: readonly { readonly h: string; readonly n: number }[]): TheirRecord[] =>
  selection.map(({ h, n }) => ({ denom_pub_hash: h, count: n }));

const groupsOf = (store: Store, { id, value }: Entry<'withdrawal'>): TheirRecord[] =>
  Object.values(value.batches).map((batch) => ({
    withdrawal_group_id: id,
    secret_seed: batch.seed,
    reserve_priv: store.entry('reserve', value.reserve)?.value.priv,
    exchange_base_url: value.exchange,
    timestamp_created: value.created,
    ...(batch.status === 'done' ? { timestamp_finish: value.created } : {}),
    operation_status: batch.status === 'done' ? 'finished' : 'pending',
    instructed_amount: value.amount,
    raw_withdrawal_amount: value.amount,
    effective_withdrawal_amount: value.amount,
    selected_denoms: selectedOf(batch.selection),
    selected_denoms_uid: 'A',
    info: { type: 'bank-manual' },
  }));

const REASON = { change: 'pay-merchant', refund: 'refund', released: 'abort-pay', expiry: 'scheduled' } as const;

const refreshOf = ({ id, value }: Entry<'refresh'>): TheirRecord => {
  const units = value.selection.reduce((sum, { v, n }) => sum + amount(v).units * BigInt(n), amount(value.fee).units);
  const taken = amountToText({ currency: amount(value.fee).currency, units });
  const isDone = value.status === 'done';
  return {
    refresh_group_id: id,
    reason: REASON[value.reason as keyof typeof REASON] ?? 'manual',
    timestamp_created: value.created,
    ...(isDone ? { timestamp_finish: value.created } : {}),
    old_coins: [
      {
        coin_pub: value.old_coin_pub,
        input_amount: taken,
        estimated_output_amount: taken,
        finished: isDone,
        refresh_session: {
          new_denoms: selectedOf(value.selection),
          session_secret_seed: value.seed,
          ...(value.noreveal_index === undefined ? {} : { noreveal_index: value.noreveal_index }),
        },
      },
    ],
  };
};

const purchaseOf = (store: Store, { id, value }: Entry<'purchase'>): TheirRecord => {
  const ring = createCoinKeyRing(store);
  const pub = (coin: string): string => bytesToCrock(ring.keysOf(coin)?.coinPub ?? new Uint8Array(0));
  const isPaid = value.status === 'paid';
  return {
    proposal_id: id,
    proposal_status: isPaid ? 'paid' : 'proposed',
    order_id: value.order_id,
    merchant_base_url: value.merchant_base_url,
    ...(value.claim_token === undefined ? {} : { claim_token: value.claim_token }),
    download_session_id: value.session_id ?? '',
    contract_terms_raw: value.terms,
    merchant_sig: value.merchant_sig,
    nonce_priv: value.nonce_priv,
    ...(Object.keys(value.coins).length === 0 && !isPaid
      ? {}
      : {
          pay_info: {
            pay_coins: Object.entries(value.coins).map(([coin, { c }]) => ({ coin_pub: pub(coin), contribution: c })),
            pay_coins_uid: 'B',
            total_pay_cost: value.amount,
          },
        }),
    timestamp_proposed: value.created,
    ...(value.begun === undefined ? {} : { timestamp_accepted: value.begun }),
    ...(value.paid_at === undefined ? {} : { timestamp_first_successful_pay: value.paid_at }),
    ...(value.pay_sig === undefined ? {} : { merchant_pay_sig: value.pay_sig }),
    refunds: store.entries('refund').flatMap(({ value: refund }) =>
      refund.purchase === id
        ? [
            {
              type: refund.status === 'failed' ? 'failed' : refund.exchange_sig === undefined ? 'pending' : 'applied',
              coin_pub: pub(refund.coin),
              execution_time: refund.created,
              obtained_time: refund.created,
              refund_amount: refund.amount,
              rtransaction_id: refund.rtransaction_id,
              total_refresh_cost_bound: amountToText({ ...amount(refund.amount), units: 0n }),
            },
          ]
        : [],
    ),
  };
};

/** A withdrawal that was begun, and of which no money has come yet. */
export const theirWithdrawal = (
  { store, world }: Player,
  exchange: string,
  selected: readonly { readonly value: string; readonly count: number }[],
) => {
  const keys = keysOf(store, exchange);
  const rows = selected.map(({ value, count }) => {
    const found = [...keys.denominations.values()].find(
      (each) => each.selectable && amountToText(each.value) === value,
    );
    if (!found) throw new Error(`no denomination of ${value}`);
    return { found, count };
  });
  const units = rows.reduce(
    (sum, { found, count }) => sum + (found.value.units + found.feeWithdraw.units) * BigInt(count),
    0n,
  );
  const sum = amountToText({ currency: keys.currency, units });
  const priv = world.randomBytes(32);
  return {
    sum,
    reserve: bytesToCrock(eddsaPublicKey(priv)),
    record: {
      withdrawal_group_id: bytesToCrock(world.randomBytes(32)),
      secret_seed: bytesToCrock(world.randomBytes(32)),
      reserve_priv: bytesToCrock(priv),
      exchange_base_url: exchange,
      timestamp_created: msToTimestamp(world.now()),
      operation_status: 'pending',
      instructed_amount: sum,
      raw_withdrawal_amount: sum,
      effective_withdrawal_amount: sum,
      selected_denoms: rows.map(({ found, count }) => ({ denom_pub_hash: found.hash, count })),
      selected_denoms_uid: 'C',
      info: { type: 'bank-manual' },
    } as TheirRecord,
  };
};

/** A copy as that program seals it: no padding, nothing beside, one key for all places. */
export const sealTheirs = (content: unknown, root: Uint8Array, nonce: Uint8Array): Uint8Array => {
  const box = secretboxSeal(legacyBlobKey(root), nonce, gzipSync(utf8(canonicalJson(content as object))));
  return Buffer.concat([utf8('TLRWBK01'), nonce, box]);
};

/** Keeps a copy at a place, over what is there, and pays for the account with the wallet that plays the part. */
export const keepTheirs = async (
  { world, wallet }: Player,
  place: {
    readonly baseUrl: string;
    readonly account: (pub: string) => { readonly hash: string | undefined } | undefined;
  },
  root: Uint8Array,
  bytes: Uint8Array,
): Promise<void> => {
  const accountPriv = syncAccountKey(root, place.baseUrl);
  const oldHash = place.account(bytesToCrock(eddsaPublicKey(accountPriv)))?.hash;
  const asked = { baseUrl: place.baseUrl, accountPriv, bytes, ...(oldHash === undefined ? {} : { oldHash }) };
  const send = async (): Promise<Upload> => mustOk(await upload(world, asked), 'upload');
  let answer = await send();
  if (answer.kind === 'payment-required') {
    const offer = mustOk(await wallet.preparePay(answer.payUri), 'order');
    mustOk(await wallet.confirmPay(offer.purchaseId), 'payment');
    answer = await send();
  }
  if (answer.kind !== 'stored') throw new Error(`not stored: ${answer.kind}`);
};

/** Its link, as it writes it. */
export const theirLink = (root: Uint8Array, places: readonly string[]): string =>
  `taler://recovery/${bytesToCrock(root)}?${places.map((url, at) => `place${at + 1}=${url}`).join('&')}`;

/** A secret of that program: 32 bytes. */
export const theirRoot = (name: string): Uint8Array =>
  crockToBytes(bytesToCrock(eddsaPublicKey(utf8(name.padEnd(32, '.').slice(0, 32)))), 32);
