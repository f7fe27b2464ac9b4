// SPDX-License-Identifier: GPL-3.0-or-later
import { mustOk } from '../../shared/result.ts';
import { compress } from '../../electron/backup/copies/blob.ts';
import { outgoingContentOf } from '../../electron/backup/copies/outgoing-content.ts';
import { packJson, unpackBlob } from '../../electron/backup/copies/pack.ts';
import { accountKeys, newRootSecret } from '../../electron/backup/root-secret.ts';
import { inlineSealer } from '../../electron/backup/copies/sealer.ts';
import { contentToJson } from '../../electron/state/content.ts';
import { idOfBatch } from '../../electron/state/commitment.ts';
import { type CarriedEntry, coinId, exchangeId } from '../../electron/state/entry.ts';
import { merge } from '../../electron/state/merge.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { realWorld, type World } from '../../electron/world.ts';
import { newReserveKey, putNewWithdrawal } from '../../electron/wallet/ledger/reserve.ts';
import { measure, peakMemoryMib } from './measure.ts';

export type BackupFigures = {
  readonly coins: number;
  /** snapshot, canonical JSON, gzip, seal, open again and compare */
  readonly packMs: number;
  /** decrypt, unpack and check against the schema */
  readonly openMs: number;
  /** two copies that differ in half of their coins */
  readonly mergeMs: number;
  readonly blobBytes: number;
  /** before padding to the size class */
  readonly packedBytesPerCoin: number;
  readonly blobBytesPerCoin: number;
  readonly peakMib: number;
};

/** Coins that a wallet gets at once: what the exchange takes in one request. */
const COINS_PER_TRANSACTION = 256;
const SIGNATURE_BYTES = 256;
const VALUES = ['0.01', '0.02', '0.04', '0.08', '0.16', '0.32', '0.64', '1', '2', '4', '8', '16'];
const PROVIDER = 'https://backup.example.com/';

/** One whole backup of a wallet with that many live coins, and the restore of it. */
export const benchBackup = async (coins: number): Promise<BackupFigures> => {
  const world = realWorld();
  const store = fillWallet(world, coins);
  const keys = accountKeys(newRootSecret(world), PROVIDER);
  const sealer = inlineSealer();

  const packing = await measure(async () => {
    const { json } = outgoingContentOf(store)();
    return mustOk(await packJson({ world, sealer }, keys, json, 0), 'packing');
  });
  const sealed = packing.value;
  const entries = store.snapshot();
  const opening = await measure(async () => mustOk(await unpackBlob(sealer, keys, sealed.bytes), 'opening'));
  if (opening.value.entries.length !== entries.length) throw new Error('defect: entries were lost');
  const theirs = halfSpent(opening.value.entries);
  const merging = await measure(() => merge(entries, theirs));
  if (merging.value.length !== entries.length) throw new Error('defect: the join lost entries');
  store.close();
  return {
    coins,
    packMs: packing.wallMs,
    openMs: opening.wallMs,
    mergeMs: merging.wallMs,
    blobBytes: sealed.bytes.length,
    packedBytesPerCoin: (await compress(contentToJson(entries))).length / coins,
    blobBytesPerCoin: sealed.bytes.length / coins,
    peakMib: peakMemoryMib(),
  };
};

/** A wallet as withdrawals of up to 4096 coins leave it. Signatures are random: that is what they look like to a packer. */
export const fillWallet = (world: World, coins: number): Store => {
  const store = openStore({ db: mustOk(openDatabase({ path: ':memory:' }), 'database'), world });
  const random = (bytes: number): string => bytesToCrock(world.randomBytes(bytes));
  const created = { t_s: Math.floor(world.now() / 1000) };
  const exchange = 'https://exchange.example.com/';
  const masterPub = random(32);
  const denominations = VALUES.map((value) => ({ h: random(64), v: `KUDOS:${value}` }));
  store.transaction((tx) => {
    tx.put('exchange', exchangeId(exchange, masterPub), {
      base_url: exchange,
      master_pub: masterPub,
      currency: 'KUDOS',
      fields: {},
    });
  });
  for (let first = 0; first < coins; first += 4096) {
    const count = Math.min(4096, coins - first);
    const place = { exchange, master_pub: masterPub };
    const { pub: reserve, key } = newReserveKey(world, place);
    const selection = denominations.map(({ h, v }, at) => ({
      h,
      v,
      n: Math.floor((count + at) / denominations.length),
    }));
    const units = selection.flatMap(({ h, v, n }) => Array.from({ length: n }, () => ({ h, v })));
    const seeded = { seed: random(32), selection };
    const batch = idOfBatch(seeded);
    const withdrawal = store.transaction((tx) => {
      tx.put('reserve', reserve, { ...key, ...place, purpose: 'withdraw', created, status: 'drained' });
      return putNewWithdrawal(tx, world, {
        ...place,
        reserve,
        amount: 'KUDOS:10000',
        created,
        origin: { type: 'manual', payto: 'payto://x-taler-bank/bank.example.com/exchange?receiver-name=Exchange' },
        status: 'done',
        batches: { [batch]: { ...seeded, status: 'done' } },
      });
    });
    for (let from = 0; from < count; from += COINS_PER_TRANSACTION) {
      store.transaction((tx) => {
        for (let index = from; index < Math.min(count, from + COINS_PER_TRANSACTION); index++) {
          const denomination = units[index];
          if (!denomination) throw new Error('defect: no denomination');
          const { h, v } = denomination;
          tx.put('coin', coinId(batch, index), {
            source: 'withdrawal',
            source_id: withdrawal,
            exchange,
            master_pub: masterPub,
            h,
            v,
            sig: random(SIGNATURE_BYTES),
            status: 'fresh',
            remaining: v,
          });
        }
      });
    }
  }
  return store;
};

/** The same wallet on another computer, where every other coin has been spent since. */
const halfSpent = (entries: readonly CarriedEntry[]): readonly CarriedEntry[] =>
  entries.map((entry, at) => {
    if (entry.kind !== 'coin' || at % 2 === 0) return entry;
    const { sig: _spentCoinsDropIt, ...value } = entry.value as { readonly sig?: string };
    return { ...entry, value: { ...value, status: 'spent', remaining: 'KUDOS:0' } };
  });
