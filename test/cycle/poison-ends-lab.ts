// SPDX-License-Identifier: GPL-3.0-or-later
import { contentFromJson, contentToJson } from '../../electron/state/content.ts';
import type { CarriedEntry, Kind } from '../../electron/state/entry.ts';
import type { Db } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { mustOk } from '../../shared/result.ts';
import { openImage, type Lab } from './fail-nth-lab.ts';
import { memoryDatabase, sumsThatDisagree, type OpenWallet, type WalletLab } from './wallet-lab.ts';

export const DAY = 24 * 3600_000;
export type Value = Record<string, unknown>;

/** An end that a copy says: what had really happened, what the copy makes of it, and what the wallet must be worth all the same. */
export type Ended = {
  readonly begin: (lab: WalletLab, base: string) => Promise<OpenWallet>;
  readonly poison: (honest: readonly CarriedEntry[], lab: WalletLab, base: string) => readonly CarriedEntry[];
  readonly expected: Readonly<Record<string, unknown>>;
  /** v17 answers otherwise what is asked about this */
  readonly isOtherAtV17?: true;
};

export const hear = (store: Store, entries: readonly CarriedEntry[]): void =>
  void store.transaction((tx) => tx.join(mustOk(contentFromJson(contentToJson(entries)), 'a content')));

/** Goes on until nothing is left to do or so much time has passed. What waits for somebody else goes on waiting. */
export const runFor = async (lab: WalletLab, { wallet }: OpenWallet, ms: number): Promise<void> => {
  const until = lab.world.now() + ms;
  for (let round = 0; round < 12; round++) {
    const { pending } = await wallet.run();
    const next = Math.min(...pending.map(({ nextTryAt }) => nextTryAt));
    if (next > until) break;
    lab.travel(Math.max(1, next - lab.world.now() + 1));
  }
  lab.travel(Math.max(1, until - lab.world.now()));
};

/** The looks of some days, with all that comes of them. */
export const looks = async (lab: WalletLab, one: OpenWallet): Promise<void> => {
  for (let day = 0; day < 8; day++) await runFor(lab, one, 1.3 * DAY);
  await one.wallet.run();
};

/** An economy and a wallet in which something is under way, prepared once and begun again and again. */
export type Stage = {
  readonly lab: WalletLab;
  readonly base: string;
  /** puts everything back to the moment after `begin`; what is drawn from then on depends on the name alone */
  readonly at: (begin: Ended['begin'], name: string) => Promise<OpenWallet>;
  /** what of any wallet did not agree since the beginning, after each of its commits */
  readonly disagreements: () => readonly string[];
};

export const stageOf = (own: Lab): Stage => {
  const first = own.image();
  let disagreements: string[] = [];
  const openWallet = (db: Db = memoryDatabase()): OpenWallet => {
    const { world } = own;
    const store = openStore({ db, world });
    const wallet = createWallet({ world, store });
    store.onChange(() => disagreements.push(...sumsThatDisagree(wallet)));
    return { db, store, wallet };
  };
  const lab: WalletLab = {
    sandbox: own.sandbox,
    world: own.world,
    travel: own.world.move,
    interceptHttp: () => undefined,
    openWallet,
    close: own.close,
  };
  type Begun = { readonly image: ReturnType<Lab['image']>; readonly bytes: Buffer };
  const begun = new Map<Ended['begin'], Begun>();
  const prepare = async (begin: Ended['begin']): Promise<Begun> => {
    await own.restore(first, begin.name);
    const { db } = await begin(lab, own.exchange);
    return { image: own.image(), bytes: db.sqlite.serialize() };
  };
  return {
    lab,
    base: own.exchange,
    at: async (begin, name) => {
      const { image, bytes } = begun.get(begin) ?? (await prepare(begin));
      begun.set(begin, { image, bytes });
      await own.restore(image, name);
      disagreements = [];
      return openWallet(openImage(bytes));
    },
    disagreements: () => disagreements,
  };
};

export const changed = (
  honest: readonly CarriedEntry[],
  kinds: Partial<Record<Kind, (value: Value) => Value>>,
): readonly CarriedEntry[] =>
  honest
    .filter(({ kind }) => kind !== 'device')
    .map((entry) => ({ ...entry, value: kinds[entry.kind as Kind]?.(entry.value as Value) ?? entry.value }));

export const of = (honest: readonly CarriedEntry[], kind: Kind): readonly { id: string; value: Value }[] =>
  honest.flatMap((entry) => (entry.kind === kind ? [{ id: entry.id, value: entry.value as Value }] : []));

export const stamp = (lab: WalletLab): string => `${String(lab.world.now()).padStart(13, '0')}-00000-ZZZZ`;
export const random = (lab: WalletLab, length: number): string => bytesToCrock(lab.world.randomBytes(length));
