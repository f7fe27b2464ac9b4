// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { DOUBT_KINDS, doubtsOf } from '../../electron/state/doubts.ts';
import { schemaByKind, type Kind } from '../../electron/state/entry.ts';

// What the exchange is asked about once a copy has said something else of an entry: all that could have been ended, or hidden, by it.

const value = {
  status: 'spent',
  v: 'KUDOS:2',
  remaining: 'KUDOS:0',
  coins: { 'b/0': {}, 'b/1': {} },
  coin: 'c/0',
  old_coin: 'd/0',
  reserve: 'R',
};
const of = (kind: string, before: unknown, after: unknown = undefined): readonly string[] =>
  doubtsOf(kind, 'I', before, after).map((doubt) => `${doubt.kind} ${doubt.id}`);

const EXPECTED: { readonly [K in Kind]: readonly string[] } = {
  coin: ['coin I'],
  reserve: ['reserve I'],
  withdrawal: ['withdrawal I', 'reserve R'],
  refresh: ['refresh I', 'coin d/0'],
  purchase: ['coin b/0', 'coin b/1'],
  refund: ['coin c/0'],
  deposit: ['deposit I', 'coin b/0', 'coin b/1'],
  'push-out': ['coin b/0', 'coin b/1'],
  'pull-in': ['coin b/0', 'coin b/1'],
  'push-in': ['push-in I', 'reserve R'],
  'pull-out': ['reserve R'],
  exchange: [],
  device: [],
  provider: [],
  setting: [],
  tombstone: [],
  gone: [],
};

describe('what is doubtful by another word', () => {
  test.each(Object.entries(EXPECTED))('of a %s', (kind, doubts) => {
    expect(of(kind, value)).toEqual(doubts);
  });

  test('of every kind something is said, and every doubt is one that is asked about', () => {
    expect(Object.keys(EXPECTED).toSorted()).toEqual(Object.keys(schemaByKind).toSorted());
    const named: ReadonlySet<string> = new Set(
      Object.values(EXPECTED).flatMap((doubts) => doubts.map((each) => each.split(' ')[0] ?? '')),
    );
    expect([...named].toSorted()).toEqual([...DOUBT_KINDS].toSorted());
  });

  test('is what it says now, and what it said here before', () => {
    expect(of('refund', { coin: 'a/0' }, { coin: 'b/0' })).toEqual(['coin a/0', 'coin b/0']);
    expect(of('refund', undefined, { coin: 'b/0' })).toEqual(['coin b/0']);
  });

  test('is nothing of a member that is not there, or that is no name', () => {
    expect(of('purchase', { coins: [] }, { coins: 'b/0' })).toEqual([]);
    expect(of('refund', { coin: 7 }, {})).toEqual([]);
    expect(of('withdrawal', {}, 'text')).toEqual(['withdrawal I']);
    expect(of('push-in', null, [])).toEqual([]);
  });

  test('is nothing of a kind that only a newer version knows, whatever it is called', () => {
    expect(of('voucher', value)).toEqual([]);
    expect(of('constructor', value)).toEqual([]);
  });
});

test('a coin that is whole and fresh has nothing to be asked about', () => {
  const whole = { status: 'fresh', v: 'KUDOS:2', remaining: 'KUDOS:2' };
  expect(of('coin', whole)).toEqual([]);
  expect(of('coin', whole, { ...whole, remaining: 'KUDOS:1' })).toEqual(['coin I']);
  expect(of('coin', whole, { ...whole, status: 'in-use' })).toEqual(['coin I']);
});
