// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schemaByKind, type Kind } from '../../electron/state/entry.ts';
import { ruleOf } from '../../electron/state/rules.ts';
import { isObject } from '../../electron/taler/bytes/json.ts';
import { mayHoldSeeds, openSeeds, seedsOf } from '../../electron/wallet/ledger/seeds.ts';
import type { StepKind } from '../../electron/wallet/context.ts';
import { allFlows, WITHOUT_FLOW } from '../../electron/wallet/runner/flows.ts';
import { listSources, TOP } from '../support/imports.ts';
import { bytes, refresh, withdrawal } from './ledger-entries.ts';

const clock = '1-00000-Z';
const batch = (status: string) => ({ seed: bytes(32, 1), selection: [], status: status as 'done' });

test('every kind of entry belongs to a flow or is said to be no money, and never both', () => {
  const worked = new Set(allFlows.flatMap(([, { entries }]) => entries));
  const apart = Object.keys(WITHOUT_FLOW);
  expect([...worked, ...apart].toSorted()).toEqual(Object.keys(schemaByKind).toSorted());
});

/** Who ends what was begun, by flow: its person, or nobody because nobody began it or nothing is left to end. A new flow does not compile without. */
const ENDED_BY: { readonly [K in StepKind]: string } = {
  withdrawal: 'its person',
  payment: 'its person',
  'push-out': 'its person',
  'push-in': 'its person',
  'pull-out': 'its person',
  'pull-in': 'its person',
  deposit: 'its person',
  renewal: 'its person',
  refund: 'its person, by its purchase (paymentFlow): what the shop has named is looked at now and then',
  refresh: 'the exchange: the value is in it, and it is nobody else’s',
  upkeep: 'nobody, it only looks',
  doubt: 'nobody, it only looks',
  'refund-watch': 'its contract, within thirty days',
  reissue: 'its person, who did not agree to it yet; then it is a payment that can be called back',
};

test('what a person can begin a person can end: of every flow it is said who ends it, and those can', () => {
  expect(Object.keys(ENDED_BY).toSorted()).toEqual(allFlows.map(([kind]) => kind).toSorted());
  const ended = allFlows.filter(([, flow]) => flow.takeBack !== undefined).map(([kind]) => kind);
  const byPerson = Object.entries(ENDED_BY).flatMap(([kind, who]) => (who === 'its person' ? [kind] : []));
  expect(ended.toSorted()).toEqual(byPerson.toSorted());
});

/** How what grows is let go, by kind of entry: by its person, with what it belongs to, or by rule. A new kind does not compile without. */
const FORGOTTEN_WITH: { readonly [K in Kind]: string } = {
  purchase: 'its person',
  deposit: 'its person',
  withdrawal: 'its person',
  'push-out': 'its person',
  'push-in': 'its person',
  'pull-out': 'its person',
  'pull-in': 'its person',
  exchange: 'its person, without money',
  provider: 'its person, removed',
  refund: 'its purchase, whose words it shows',
  reserve: 'the key of money that may come late: by rule, once drained',
  refresh: 'seeds and sums only: by rule',
  coin: 'seeds and sums only: by rule',
  device: 'the order of devices stays; one for each installation',
  setting: 'one for each name',
  tombstone: 'one for each thing that was forgotten',
  gone: 'one for each letter',
};

test('of every kind of entry it is said who lets it go, and what a person can forget loses its words when copies join', () => {
  const own = Object.entries(FORGOTTEN_WITH).flatMap(([kind, who]) => (who === 'its person' ? [kind] : []));
  const slim = Object.keys(schemaByKind).filter((kind) => {
    const rule = ruleOf(kind);
    if (rule.clock !== 'none') return false;
    const joined = rule.join({ forgotten: true, status: 'aborted', why: 'a word' }, {});
    return isObject(joined) && joined['why'] === '';
  });
  expect(slim.toSorted()).toEqual(own.toSorted());
});

test('a new flow is one file and its line: nobody else has a case for the name of a flow', () => {
  const files = listSources(['electron/wallet', 'electron/backup']);
  const cases = files.flatMap((path) => {
    const text = readFileSync(join(TOP, path), 'utf8');
    return allFlows.flatMap(([kind]) => (text.includes(`case '${kind}':`) ? [`${path}: ${kind}`] : []));
  });
  expect(cases).toEqual([]);
});

test('a seed is open until its batch or session has come to an end, also under a word of a newer wallet', () => {
  const entry = {
    kind: 'withdrawal' as const,
    id: 'W',
    clock,
    value: withdrawal({
      status: 'withdrawing',
      batches: { a: batch('planned'), b: batch('sent'), c: batch('failed'), d: batch('done'), e: batch('of tomorrow') },
    }),
  };
  expect(seedsOf(entry).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(openSeeds([entry])).toEqual(['a', 'b', 'e']);
  const session = (status: 'planned' | 'melted' | 'failed' | 'done') =>
    openSeeds([{ kind: 'refresh', id: 'R', clock, value: refresh({ status }) }]);
  expect([session('planned'), session('melted'), session('failed'), session('done')]).toEqual([['R'], ['R'], [], []]);
});

test('what holds no seed need not be read to know it', () => {
  expect(['reserve', 'withdrawal', 'refresh'].map(mayHoldSeeds)).toEqual([true, true, true]);
  expect(['coin', 'purchase', 'of a newer wallet', 'toString'].map(mayHoldSeeds)).toEqual([false, false, false, false]);
});
