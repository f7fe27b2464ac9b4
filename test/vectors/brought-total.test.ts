// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { translate } from '../../electron/backup/recover/brought/translate.ts';
import { storeInMemory } from '../../electron/backup/recover/heard.ts';
import { joinTheirs } from '../../electron/backup/recover/takeover-quote.ts';
import { parseLegacyContent } from '../../electron/taler/legacy/backup.ts';
import { newCoins, noteUntold } from '../../electron/wallet/ledger/untold.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { realWorld } from '../../electron/world.ts';
import { amount } from '../../shared/amount.ts';
import { sumsThatDisagree } from '../cycle/wallet-lab.ts';
import { inTurn } from '../support/seed.ts';
import { casesOf } from './load.ts';

// A copy with one spoiled record never shows more money than the sound copy does, before any issuer has said what is true.

const [real] = casesOf<{ readonly plain: unknown }>('wallet-core-2022-real-backup', 1);
const [sample] = casesOf<{ readonly content: unknown }>('backup-sample', 1);
const world = realWorld();
const here = { hasSingle: () => false, hasSeeded: () => false };

/** What a copy shows as its total; undefined where it is refused as a whole. */
const totalOf = (plain: unknown): bigint | undefined => {
  const content = parseLegacyContent(plain);
  if (!content.ok) return undefined;
  const { entries } = translate(content.value, { nowMs: world.now(), here });
  const store = storeInMemory(world);
  store.transaction((tx) => {
    const coins = newCoins(tx, entries);
    joinTheirs(tx, entries, 'http://nobody.example/');
    noteUntold(tx, coins);
  });
  const wallet = createWallet({ world, store });
  expect(sumsThatDisagree(wallet)).toEqual([]);
  return wallet.balances().reduce((sum, { total }) => sum + amount(total).units, 0n);
};

type Path = readonly (string | number)[];

/** The record of a coin into which a shop has given something back that no session took up: its issuer is asked for it again, for it holds that. */
const HOLDS_A_REFUND = 'exchange_details.0.denominations.4.coins.0';

const IS_MEANT: Readonly<Record<'gone' | 'null', (path: Path) => boolean>> = {
  null: (path) => path.join('.') !== HOLDS_A_REFUND,
  // Without a part of its list a record is another one, and not a spoiled one.
  gone: (path) => path.length === 2,
};

/** Where each record and each part of one stands. */
const recordsIn = (value: unknown, at: Path = []): readonly Path[] => {
  if (Array.isArray(value)) return value.flatMap((each, index) => [[...at, index], ...recordsIn(each, [...at, index])]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => recordsIn(each, [...at, name]));
};

const spoiledAt = (plain: unknown, path: Path, how: 'gone' | 'null'): unknown => {
  const copy = structuredClone(plain);
  let parent = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) parent = parent[step] as typeof parent;
  const last = path.at(-1) ?? '';
  if (how === 'gone' && Array.isArray(parent)) parent.splice(Number(last), 1);
  else parent[last] = null;
  return copy;
};

describe.each([
  { name: 'wallet-core-2022-real-backup.json', plain: real?.plain },
  { name: 'backup-sample.json', plain: sample?.content },
])('$name with one record spoiled', ({ plain }) => {
  it.each(['null', 'gone'] as const)('shows no more than whole: %s', (how) => {
    const whole = totalOf(plain) ?? 0n;
    const paths = recordsIn(plain).filter((path) => IS_MEANT[how](path));
    // A third of them in an ordinary run, another with every commit.
    const more = inTurn(`brought-total, ${how}`, paths, 3).flatMap((path) => {
      const total = totalOf(spoiledAt(plain, path, how));
      return total === undefined || total <= whole ? [] : [[path.join('.'), String(total)]];
    });
    expect(paths.length).toBeGreaterThan(9);
    expect([String(whole), more]).toEqual([String(whole), []]);
  });
});
