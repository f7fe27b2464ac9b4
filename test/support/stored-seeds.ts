// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { unpackBlob } from '../../electron/backup/copies/pack.ts';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import { inlineSealer } from '../../electron/backup/copies/sealer.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { readEntry, type Entry } from '../../electron/state/entry.ts';
import type { Store } from '../../electron/storage/store.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import type { Secret } from '../../electron/taler/crypto/secret.ts';
import { createCoinKeyRing } from '../../electron/wallet/coins/coins.ts';

/** Requests that turn money into coins. */
export const COIN_MAKING = /\/reserves\/[^/]+\/(batch-withdraw|withdraw)$|\/coins\/[^/]+\/melt$|^\/(withdraw|melt)$/;

/** Every seed in the copies that the providers hold now. */
export const storedSeeds = (sandbox: Sandbox, store: Store): Promise<ReadonlySet<string>> =>
  seedsUnder(sandbox, store.local.rootSecret());

/** The same of the accounts of a secret. */
export const seedsUnder = async (sandbox: Sandbox, root: Secret | undefined): Promise<ReadonlySet<string>> => {
  const seeds = new Set<string>();
  for (const { baseUrl, account } of root ? sandbox.syncProviders : []) {
    if (!root) break;
    const keys = accountKeys(root, baseUrl);
    const bytes = account(bytesToCrock(keys.publicKey))?.bytes;
    const copy = bytes && (await unpackBlob(inlineSealer(), keys, bytes));
    if (!copy?.ok) continue;
    for (const carried of copy.value.entries) {
      const entry = readEntry(carried);
      if (entry) for (const seed of seedsOf(entry)) seeds.add(seed);
    }
  }
  return seeds;
};

/** The path of a request under the key it is about, which stands in the body from v26 on. */
export const pathUnderKey = (path: string, body: unknown): string => {
  const said = aboutKey.safeParse(body).data;
  if (path === '/withdraw') return `/reserves/${said?.reserve_pub ?? ''}/withdraw`;
  return path === '/melt' ? `/coins/${said?.old_coin_pub ?? ''}/melt` : path;
};

const aboutKey = z.object({ reserve_pub: z.string().optional(), old_coin_pub: z.string().optional() });

/** The seeds that a request on this path may use: of the batches under way at this reserve, of the refreshes of this coin. */
export const seedsInUse = (store: Store, path: string): readonly string[] => {
  const [, thing, pub] = /\/(reserves|coins)\/([^/]+)\//.exec(path) ?? [];
  if (thing === 'reserves')
    return store
      .entries('withdrawal')
      .filter(({ value }) => value.reserve === pub)
      .flatMap(({ value }) => Object.values(value.batches))
      .filter(({ status, bootstrap }) => (status === 'planned' || status === 'sent') && bootstrap !== true)
      .map(({ seed }) => seed);
  const ring = createCoinKeyRing(store);
  return store
    .entries('refresh')
    .filter(({ value }) => value.status === 'planned')
    .filter(({ value }) => {
      const old = ring.keysOf(value.old_coin);
      return old !== undefined && bytesToCrock(old.coinPub) === pub;
    })
    .map(({ value }) => value.seed);
};

const seedsOf = (entry: Entry): readonly string[] => {
  if (entry.kind === 'refresh') return [entry.value.seed];
  return entry.kind === 'withdrawal' ? Object.values(entry.value.batches).map(({ seed }) => seed) : [];
};
