// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { contentFromJson, contentToJson, ownContentFromJson } from '../../electron/state/content.ts';
import { exchangeId, parseCoinId, type CarriedEntry, type Kind } from '../../electron/state/entry.ts';
import { idFits } from '../../electron/state/entry-id.ts';
import {
  canLeave,
  isGoneBy,
  isOnShelf,
  namesOn,
  shelfFor,
  shelfOf,
  withoutGone,
  withoutNames,
} from '../../electron/state/gone.ts';
import { mustOk } from '../../shared/result.ts';
import { coinValue, NOON } from '../laws/stores.ts';
import { namedRefresh, namedWithdrawal } from '../support/committed.ts';
import { bytes, EXCHANGE, refresh, withdrawal } from './ledger-entries.ts';

// What entries are called, which names are no names, and what is named as having left.

const clock = `${NOON}-00000-Z`;
const KEY = '0'.repeat(52);

describe('a name fits its kind', () => {
  const exchange = { base_url: EXCHANGE, master_pub: bytes(32, 1) };
  test.each<readonly [Kind, string, unknown, boolean]>([
    ['coin', 'SEED/0', {}, true],
    ['coin', 'SEED', {}, false],
    ['gone', 'AB', { seeds: { ABC: 1 }, entries: { 'refund ABD': 1 } }, true],
    ['gone', 'AB', { seeds: { ACC: 1 }, entries: {} }, false],
    ['device', 'A', {}, true],
    ['device', 'Z9a'.repeat(21) + 'z', {}, true],
    ['device', 'A'.repeat(65), {}, false],
    ['device', 'A B', {}, false],
    ['device', '-A', {}, false],
    ['device', 'A-', {}, false],
    ['device', '', {}, false],
    ['exchange', `${EXCHANGE} ${bytes(32, 1)}`, exchange, true],
    ['exchange', `${EXCHANGE} ${bytes(32, 2)}`, exchange, false],
    ['exchange', `https://z.example/ ${bytes(32, 1)}`, exchange, false],
    ...(['reserve', 'push-out', 'push-in', 'pull-out', 'pull-in'] as const).flatMap((kind) => [
      [kind, KEY, {}, true] as const,
      [kind, `${KEY}0`, {}, false] as const,
      [kind, 'x', {}, false] as const,
    ]),
    ['purchase', 'anything', {}, true],
  ])('of a %s: %s', (kind, id, value, fits) => {
    expect(idFits(kind, id, value)).toBe(fits);
  });

  test('that of an exchange is its address and its key; that of a coin has an index of nine digits at most', () => {
    expect(exchangeId('https://x/', 'K')).toBe('https://x/ K');
    expect(parseCoinId('SEED/999999999')).toEqual({ seedId: 'SEED', index: 999_999_999 });
  });
});

describe('a coin in a content', () => {
  const selection = [{ h: coinValue().h, n: 1, v: coinValue().v }];
  const session = namedRefresh(refresh({ selection }));
  const group = namedWithdrawal(withdrawal(), [{ seed: bytes(32, 5), selection, status: 'done' }]);
  const [batch = ''] = Object.keys(group.value['batches'] as object);
  const entry = (kind: string, id: string, value: unknown): CarriedEntry => ({ kind, id, clock, value });
  const made = entry('coin', `${session.id}/0`, coinValue({ source: 'refresh', source_id: session.id }));
  const drawn = entry('coin', `${batch}/0`, coinValue({ source: 'withdrawal', source_id: group.id }));
  const refreshed = entry('refresh', session.id, session.value);
  const withdrawn = entry('withdrawal', group.id, group.value);
  /** The ids of what is set apart. */
  const apart = (...entries: readonly CarriedEntry[]): readonly string[] =>
    mustOk(contentFromJson(contentToJson(entries)), 'content').flatMap(({ id, quarantined }) =>
      quarantined ? [id] : [],
    );

  test('stands beside its seed, and is set apart without it', () => {
    expect(apart(made, refreshed, drawn, withdrawn)).toEqual([]);
    expect(apart(made, withdrawn)).toEqual([made.id]);
    expect(apart(drawn, refreshed)).toEqual([drawn.id]);
  });

  test('is set apart with a seed that was, and with an entry of another kind under the name of its seed', () => {
    expect(apart(made, { ...refreshed, quarantined: true })).toEqual([made.id, session.id]);
    expect(apart(drawn, entry('withdrawal', group.id, { ...group.value, amount: 'KUDOS:99' }))).toEqual([
      drawn.id,
      group.id,
    ]);
    expect(apart(made, entry('purchase-of-tomorrow', session.id, session.value))).toEqual([made.id]);
  });

  test('is believed of a content that never left this database', () => {
    const own = mustOk(ownContentFromJson(contentToJson([made, drawn])), 'content');
    expect(own.map(({ quarantined }) => quarantined)).toEqual([undefined, undefined]);
    expect(ownContentFromJson('{}')).toMatchObject({ ok: false });
  });

  test('a kind or a clock of nothing is no entry', () => {
    for (const change of [
      { kind: '' },
      { id: '' },
      { clock: '' },
      { kind: 'k'.repeat(65) },
      { clock: 'c'.repeat(129) },
    ])
      expect(contentFromJson(contentToJson([{ ...refreshed, ...change }]))).toMatchObject({ ok: false });
  });
});

describe('what has left', () => {
  const shelf = { seeds: { AB1: 1 }, entries: { 'refund AB2': 1, 'push-out AB3': [] } };
  const gone = (id: string, value: unknown, quarantined?: true) => ({
    kind: 'gone',
    id,
    value,
    ...(quarantined && { quarantined }),
  });
  const named = (kind: string, id: string) => ({ kind, id, value: {} });

  test('is on the shelf of the first two letters of its last word', () => {
    expect(['ABC', 'A', 'link XY1', 'recoup Z', '-A', '', 'a-b'].map(shelfOf)).toEqual([
      'AB',
      'A',
      'XY',
      'Z',
      '-',
      '-',
      'a',
    ]);
    expect(shelfFor(named('coin', 'AB1/7'))).toBe('AB');
    expect(shelfFor(named('refresh', 'link XY1'))).toBe('XY');
    expect(shelfFor(named('refund', 'CD'))).toBe('CD');
  });

  test('are a session and all coins of a seed, and what is named with its kind', () => {
    const at = (kind: string, id: string): boolean => isGoneBy(shelf, named(kind, id));
    expect([at('refresh', 'AB1'), at('coin', 'AB1/0'), at('coin', 'AB1/99'), at('coin', 'AB4/0')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect([at('refund', 'AB2'), at('push-out', 'AB3'), at('purchase', 'AB2'), at('refund', 'AB1')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(at('coin', 'AB1')).toBe(false);
    expect(isGoneBy(undefined, named('refund', 'AB2'))).toBe(false);
  });

  test('is no register, no device, and nothing that names others', () => {
    const leaving = 'coin refresh withdrawal reserve purchase refund deposit push-out push-in pull-out pull-in';
    expect(leaving.split(' ').filter((kind) => !canLeave(kind))).toEqual([]);
    for (const kind of ['device', 'provider', 'exchange', 'setting', 'tombstone', 'gone', 'of-tomorrow']) {
      expect(canLeave(kind)).toBe(false);
      expect(isGoneBy({ seeds: {}, entries: { [`${kind} AB2`]: 1 } }, named(kind, 'AB2'))).toBe(false);
    }
  });

  test('is in no content beside its name, unless that was set apart', () => {
    const entries = [named('refund', 'AB2'), named('refund', 'CD2'), named('coin', 'AB1/0'), named('refresh', 'AB1')];
    expect(withoutGone([...entries, gone('AB', shelf)]).map(({ id }) => id)).toEqual(['CD2', 'AB']);
    expect(withoutGone([...entries, gone('AB', shelf, true)])).toHaveLength(5);
    expect(withoutGone(entries)).toBe(entries);
    // A name on a shelf where it does not belong says nothing.
    expect(withoutGone([...entries, gone('CD', shelf)])).toHaveLength(5);
  });

  test('stands on one shelf only, and can be taken off it', () => {
    expect([isOnShelf(shelf, 'AB'), isOnShelf(shelf, 'AC'), isOnShelf({}, 'AB'), isOnShelf('x', 'AB')]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(isOnShelf({ seeds: { AB1: 1, CD1: 1 } }, 'AB')).toBe(false);
    expect(isOnShelf({ entries: { 'refund AB1': 1, 'refund CD1': 1 } }, 'AB')).toBe(false);
    expect(withoutNames(shelf, new Set(['AB1', 'push-out AB3']))).toEqual({ seeds: {}, entries: { 'refund AB2': 1 } });
    expect(withoutNames(shelf, new Set())).toBe(shelf);
    expect(withoutNames('x', new Set(['AB1']))).toBe('x');
    expect(withoutNames({ seeds: 7 }, new Set(['AB1']))).toEqual({ seeds: 7 });
  });

  test('is read with its kind and name', () => {
    expect(namesOn(shelf)).toEqual({
      seeds: ['AB1'],
      entries: [
        ['refund', 'AB2'],
        ['push-out', 'AB3'],
      ],
    });
    expect(namesOn({ entries: { 'refresh link X': 1, nothing: 1 } })).toEqual({
      seeds: [],
      entries: [
        ['refresh', 'link X'],
        ['', 'nothing'],
      ],
    });
    expect(namesOn({ seeds: 7, entries: 7 })).toEqual({ seeds: [], entries: [] });
  });
});
