// SPDX-License-Identifier: GPL-3.0-or-later
import { memberOf } from '../../../taler/bytes/json.ts';
import { bytesToCrock, crockToBytes } from '../../../taler/bytes/encodings.ts';
import { deriveWithdrawCoin } from '../../../taler/coin/planchet.ts';
import { eddsaPublicKey } from '../../../taler/crypto/eddsa.ts';
import type { LegacyContent } from '../../../taler/legacy/backup.ts';
import { parseTalerUri } from '../../../taler/wire/taler-uri.ts';
import { idOfBatch, idOfWithdrawal, WITHDRAWAL_NONCE_BYTES } from '../../../state/commitment.ts';
import { coinId, type Batch, type Withdrawal } from '../../../state/entry.ts';
import { GIVEN_UP } from '../../../wallet/flows/wish.ts';
import type { FoundCoin } from './coins.ts';
import { bytesOfName, type Scene } from './scene.ts';
import type { Chosen } from './selection.ts';
import { isSingleHere } from './singles.ts';
import { usedUpCoin } from './used-up.ts';

type Group = LegacyContent['withdrawalGroups'][number];

/** Brings every withdrawal with its reserve's key, its seed and its whole selection: what that wallet had not finished is finished here. */
export const bringWithdrawals = (scene: Scene): void => {
  const byGroup = Map.groupBy(scene.coins.values(), ({ record }) =>
    record.coin_source.type === 'withdraw' ? record.coin_source.withdrawal_group_id : '',
  );
  const { exchanges, exchangeDetails } = scene.content;
  const known: Known = new Map(
    [...exchanges, ...exchangeDetails].toReversed().map((each) => [each.base_url, each.master_public_key]),
  );
  for (const [at, group] of scene.content.withdrawalGroups.entries())
    bringGroup(scene, { group, at, place: placeOf(scene, known, group) }, byGroup.get(group.withdrawal_group_id) ?? []);
};

/** The master key by which the wallet knew each exchange. */
type Known = ReadonlyMap<string, string>;
type Found = { readonly group: Group; readonly at: number; readonly place: Place | undefined };

const bringGroup = (scene: Scene, { group, at, place }: Found, coins: readonly FoundCoin[]): void => {
  const isOpen = group.operation_status !== 'finished' && group.timestamp_finish === undefined;
  if (place === undefined) {
    const stake = isOpen ? { stake: 'money' as const, sum: announcedOf(group) } : { stake: 'comes-anyway' as const };
    scene.note({ list: 'withdrawal_groups', at, why: 'refers-to-nothing', ...stake });
    return;
  }
  // What was brought one by one before stays so: by its seed it would be there twice.
  const isSingle = coins.some((coin) => isSingleHere(scene, coin));
  const chosen = isSingle ? undefined : scene.chosenOf(group.selected_denoms, place);
  if (chosen === undefined && !isSingle && group.selected_denoms.length > 0)
    scene.note({ list: 'withdrawal_groups', at, why: 'refers-to-nothing', stake: 'comes-anyway' });
  const made = chosen && batchOf(scene, group, chosen, coins);
  const status = statusOf(group, made);
  const summary = summaryIn(group);
  const value: Withdrawal = {
    exchange: place.exchange,
    master_pub: place.masterPub,
    reserve: bytesToCrock(eddsaPublicKey(crockToBytes(group.reserve_priv, 32))),
    reserve_priv: group.reserve_priv,
    amount: announcedOf(group),
    created: group.timestamp_created,
    origin: originOf(group),
    status,
    ...(status === 'aborted' ? { why: GIVEN_UP } : {}),
    brought: {
      id: group.withdrawal_group_id,
      what: group.info.type,
      ...(summary === undefined ? {} : { summary }),
    },
    batches: made === undefined ? {} : { [made.id]: made.batch },
  };
  const id = idOfWithdrawal(
    value,
    bytesOfName('withdrawal', group.withdrawal_group_id).slice(0, WITHDRAWAL_NONCE_BYTES),
  );
  scene.put('withdrawal', id, value);
  for (const [index, { pub }] of made?.there ?? [])
    scene.placed.set(pub, { id: coinId(made?.id ?? '', index), source: 'withdrawal', sourceId: id });
};

type Place = { readonly exchange: string; readonly masterPub: string };

/** The exchange with the master key that signed the denominations, or else the one that the wallet knew it by. */
const placeOf = ({ kinds }: Scene, known: Known, group: Group): Place | undefined => {
  const exchange = group.exchange_base_url;
  for (const { denom_pub_hash: h } of group.selected_denoms) {
    const kind = kinds.get(h);
    if (kind?.exchange === exchange) return kind;
  }
  const masterPub = known.get(exchange);
  return masterPub === undefined ? undefined : { exchange, masterPub };
};

type Made = {
  readonly id: string;
  readonly batch: Batch;
  readonly there: readonly (readonly [number, FoundCoin])[];
};

/** The batch that the group's seed and selection are, and which of its coins the backup has. */
const batchOf = (scene: Scene, group: Group, { selection, kinds }: Chosen, coins: readonly FoundCoin[]): Made => {
  const core = { seed: group.secret_seed, selection };
  const seed = crockToBytes(group.secret_seed, 32);
  const byIndex = new Map(coins.map((coin) => [indexOf(coin), coin]));
  const there = kinds.flatMap((kind, index) => {
    const coin = byIndex.get(index);
    const isIt =
      coin?.kind.h === kind.h && bytesToCrock(deriveWithdrawCoin(seed, index).coinPriv) === coin.record.coin_priv;
    if (coin !== undefined && isIt) return [[index, coin] as const];
    if (coin !== undefined || scene.usedUp.size === 0) return [];
    const source = { type: 'withdraw', withdrawal_group_id: group.withdrawal_group_id, coin_index: index } as const;
    const reserve = bytesToCrock(eddsaPublicKey(crockToBytes(group.reserve_priv, 32)));
    const used = usedUpCoin(scene.usedUp, deriveWithdrawCoin(seed, index), kind, { ...source, reserve_pub: reserve });
    if (used === undefined) return [];
    scene.coins.set(used.pub, used);
    return [[index, used] as const];
  });
  return { id: idOfBatch(core), batch: { ...core, status: batchStatus(group, there.length, kinds.length) }, there };
};

const indexOf = ({ record: { coin_source: source } }: FoundCoin): number =>
  source.type === 'withdraw' ? source.coin_index : -1;

/** What may have been sent is sent again with the same bytes, for it may have been answered; where nothing came of it yet, our own copies have its seed first. */
const batchStatus = ({ operation_status: status }: Group, there: number, of: number): Batch['status'] => {
  if (there === of) return 'done';
  if (there > 0 || status === 'finished') return 'sent';
  return status === 'cancelled' ? 'failed' : 'planned';
};

const statusOf = (group: Group, made: Made | undefined): Withdrawal['status'] => {
  if (made?.batch.status === 'done') return 'done';
  if (made?.batch.status === 'sent') return 'withdrawing';
  if (group.operation_status === 'cancelled') return 'aborted';
  if (group.operation_status === 'finished') return 'done';
  const { info } = group;
  if (info.type !== 'bank-integrated' || bankOf(info.taler_withdraw_uri) === undefined) return 'awaiting-transfer';
  if (info.timestamp_bank_confirmed !== undefined) return 'awaiting-transfer';
  return info.timestamp_reserve_info_posted === undefined ? 'registering' : 'awaiting-confirmation';
};

const announcedOf = (group: Group): string => group.instructed_amount ?? group.raw_withdrawal_amount;

const bankOf = (uri: string) => {
  const parsed = parseTalerUri(uri);
  return parsed.ok && parsed.value.action === 'withdraw' ? parsed.value : undefined;
};

const originOf = ({ info }: Group): Withdrawal['origin'] => {
  const bank = info.type === 'bank-integrated' ? bankOf(info.taler_withdraw_uri) : undefined;
  if (info.type !== 'bank-integrated' || bank === undefined) return { type: 'manual', payto: '' };
  return {
    type: 'bank',
    bank_base_url: bank.bankBaseUrl,
    operation_id: bank.operationId,
    exchange_payto: info.exchange_payto_uri,
    ...(info.confirm_url === undefined ? {} : { confirm_url: info.confirm_url }),
  };
};

/** What a person wrote about a payment that came as this withdrawal. */
const summaryIn = ({ info }: Group): string | undefined => {
  const summary = 'contract_terms' in info ? memberOf(info.contract_terms, 'summary') : undefined;
  return typeof summary === 'string' ? summary.slice(0, MAX_SUMMARY) : undefined;
};

const MAX_SUMMARY = 1_000;
