// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { isNotChosen, notChosenToTell, toldIn, type Told } from '../../electron/backup/copies/not-chosen.ts';
import type { CarriedEntry } from '../../electron/state/entry.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { sha512 } from '../../electron/taler/crypto/hash.ts';

// What a copy says beside its entries of names that its writer was only told, and who is believed of several.

const MEMBER = ' not-chosen';
const hash = (name: string): string => bytesToCrock(sha512(new TextEncoder().encode(name)).subarray(0, 16));
const tell = (unconfirmed: readonly string[] | undefined, named: readonly string[] = []) =>
  notChosenToTell({
    mark: (name: string) => (name === 'unconfirmed' ? unconfirmed : undefined),
    markedBy: (name: string) => (name === 'named-by' ? named : []),
  } as never);
const of = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `https://e${at}.example/`);

describe('a wallet tells', () => {
  it('nothing where its person chose everything', () => {
    expect(tell(undefined)).toEqual({});
    expect(tell([])).toEqual({});
  });

  it('by their hashes in order which issuers and things others named to it', () => {
    expect(tell(['b', 'a'], ['c'])).toEqual({
      [MEMBER]: { all: false, clock: '', devices: {}, ids: ['a', 'b', 'c'].map(hash).toSorted() },
    });
    expect(tell(undefined, ['c'])).toEqual({ [MEMBER]: { all: false, clock: '', devices: {}, ids: [hash('c')] } });
  });

  it('of 512 each, and of more that it was everything', () => {
    expect(tell(of(512))).toMatchObject({ [MEMBER]: { all: false, ids: { length: 512 } } });
    expect(tell(of(512), ['c'])).toEqual({ [MEMBER]: { all: true, clock: '', devices: {}, ids: [] } });
  });
});

const clock = (n: number): string => `176000000000${n}-00000-D`;
const copy = (n: number, ids: readonly string[], heads: unknown): Told =>
  toldIn({
    entries: ids.map((id): CarriedEntry => ({ kind: 'withdrawal', id, clock: clock(n), value: {} })),
    heads,
  });

describe('a copy names', () => {
  it('each entry, the issuer it is of, and its address', () => {
    const entries: readonly CarriedEntry[] = [
      { kind: 'coin', id: 'A', clock: clock(1), value: { exchange: 'https://a/', base_url: 7 } },
      { kind: 'exchange', id: 'B', clock: clock(2), value: { base_url: 'https://b/' } },
      { kind: 'of a newer wallet', id: 'C', clock: clock(1), value: 'text' },
    ];
    const { names, clock: newest, notChosen } = toldIn({ entries, heads: undefined });
    expect([...names]).toEqual(['A', 'https://a/', 'B', 'https://b/', 'C']);
    expect(newest).toBe(clock(2));
    expect(notChosen('A')).toBe(false);
  });

  it('what it was only told as it was told, all or some', () => {
    const some = copy(1, ['a', 'b'], tell(['a']));
    expect([some.notChosen('a'), some.notChosen('b')]).toEqual([true, false]);
    expect(copy(1, [], tell(of(513))).notChosen('any')).toBe(true);
    // Other heads beside it are no matter.
    expect(copy(1, [], { ...tell(['a']), 'https://sync/': { clock: clock(1), devices: {} } }).notChosen('a')).toBe(
      true,
    );
  });

  it.each([
    ['no such member', {}],
    ['another form', { [MEMBER]: ['a'] }],
    ['ids that are too long', { [MEMBER]: { all: true, ids: ['x'.repeat(65)] } }],
    ['too many', { [MEMBER]: { all: true, ids: of(513).map(() => 'x') } }],
    ['no word whether it is all', { [MEMBER]: { ids: [hash('a')] } }],
  ])('nothing where there is %s', (_, heads) => {
    expect(copy(1, ['a'], heads).notChosen('a')).toBe(false);
  });

  it('as much as it may: 512 ids of 64 letters', () => {
    const heads = { [MEMBER]: { all: true, ids: of(512).map(() => 'x'.repeat(64)) } };
    expect(copy(1, ['a'], heads).notChosen('a')).toBe(true);
  });
});

describe('of several copies', () => {
  const [chosen, told] = [{}, tell(['a'])];
  it('the newest that names a thing decides, in any order', () => {
    for (const [older, newer, not] of [
      [told, chosen, false],
      [chosen, told, true],
    ] as const) {
      const copies = [copy(1, ['a'], older), copy(2, ['a'], newer)];
      expect(isNotChosen(copies, 'a')).toBe(not);
      expect(isNotChosen(copies.toReversed(), 'a')).toBe(not);
    }
  });

  it('one that does not name it says nothing, however new; and no copy at all neither', () => {
    expect(isNotChosen([copy(1, ['a'], told), copy(2, ['b'], chosen)], 'a')).toBe(true);
    expect(isNotChosen([copy(1, ['a'], chosen), copy(2, ['b'], told)], 'a')).toBe(false);
    expect(isNotChosen([copy(2, ['b'], told)], 'a')).toBe(false);
    expect(isNotChosen([], 'a')).toBe(false);
  });

  it('the first of two that are as new', () => {
    expect(isNotChosen([copy(1, ['a'], told), copy(1, ['a'], chosen)], 'a')).toBe(true);
    expect(isNotChosen([copy(1, ['a'], chosen), copy(1, ['a'], told)], 'a')).toBe(false);
  });
});
