// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentFromJson, contentToJson } from '../../electron/state/content.ts';
import { type CarriedEntry, isBeyondBounds } from '../../electron/state/entry.ts';
import { isGoneBy, shelfFor } from '../../electron/state/gone.ts';
import { joinEntries, merge } from '../../electron/state/merge.ts';
import { ruleOf } from '../../electron/state/rules.ts';
import { canonicalJson } from '../../electron/taler/bytes/canonical-json.ts';
import { mustOk } from '../../shared/result.ts';
import { clocks, copies, entryOf, kinds } from './entries.ts';

const RUNS = { numRuns: 200 };
const json = (entries: readonly CarriedEntry[]): string => contentToJson(entries);

describe('merge of whole copies', () => {
  test('commutative: who merges whom does not matter, to the byte', () => {
    fc.assert(
      fc.property(copies, copies, (a, b) => {
        expect(json(merge(a, b))).toBe(json(merge(b, a)));
      }),
      RUNS,
    );
  });

  test('associative: the order in which copies arrive does not matter', () => {
    fc.assert(
      fc.property(copies, copies, copies, (a, b, c) => {
        expect(json(merge(merge(a, b), c))).toBe(json(merge(a, merge(b, c))));
      }),
      RUNS,
    );
  });

  test('idempotent: hearing something twice changes nothing', () => {
    fc.assert(
      fc.property(copies, copies, (a, b) => {
        const once = merge(a, b);
        expect(json(merge(once, once))).toBe(json(once));
        expect(json(merge(once, b))).toBe(json(once));
        expect(json(merge(a, a))).toBe(json(merge(a, [])));
      }),
      RUNS,
    );
  });

  test('content survives its own JSON; what is beyond its bounds is set apart, once', () => {
    const apart = (entry: CarriedEntry): CarriedEntry =>
      isBeyondBounds(entry) ? { ...entry, quarantined: true } : entry;
    fc.assert(
      fc.property(copies, (a) => {
        const text = json(merge(a, []));
        const back = mustOk(contentFromJson(text), 'a content');
        expect(json(back)).toBe(json(merge(merge(a, []).map(apart), [])));
        expect(json(mustOk(contentFromJson(json(back)), 'again'))).toBe(json(back));
      }),
      RUNS,
    );
  });

  test('nothing disappears but what left: every other (kind, id) of either copy is in the join, of known kinds and unknown ones', () => {
    const names = (entries: readonly CarriedEntry[]): string[] =>
      entries.map(({ kind, id, quarantined }) => canonicalJson([kind, id, quarantined ?? false]));
    fc.assert(
      fc.property(copies, copies, (a, b) => {
        const joined = new Set(names(merge(a, b)));
        const shelves = merge(a, b).filter(({ kind, quarantined }) => kind === 'gone' && !quarantined);
        const isLeft = (entry: CarriedEntry): boolean =>
          isGoneBy(shelves.find(({ id }) => id === shelfFor(entry))?.value, entry);
        const [gone, here] = [true, false].map((wanted) =>
          names([...a, ...b].filter((entry) => isLeft(entry) === wanted)),
        );
        expect(here?.filter((name) => !joined.has(name))).toEqual([]);
        expect(gone?.filter((name) => joined.has(name))).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe.each(kinds)('join of two entries of kind %j', (kind) => {
  const entry = entryOf(kind, 'same');
  const show = (each: CarriedEntry): string => json([each]);

  test('is a semilattice, whatever JSON the values are', () => {
    fc.assert(
      fc.property(entry, entry, entry, (a, b, c) => {
        expect(show(joinEntries(a, b))).toBe(show(joinEntries(b, a)));
        expect(show(joinEntries(joinEntries(a, b), c))).toBe(show(joinEntries(a, joinEntries(b, c))));
        const joined = joinEntries(a, b);
        expect(show(joinEntries(joined, joined))).toBe(show(joined));
        expect(show(joinEntries(joined, a))).toBe(show(joined));
      }),
      RUNS,
    );
  });

  test('notes what two copies are at odds about in any order, and nothing of what is none of it', () => {
    const members = ['noreveal_index', 'sig', 'gammas', 'sigs'];
    const odd = fc.constantFrom<unknown>(0, 1, 5e-324, '', ' ', 'x', [], null);
    fc.assert(
      fc.property(fc.constantFrom(...members), odd, odd, odd, (member, ...values) => {
        const [a, b, c] = values.map((value) => ({
          kind,
          id: 'same',
          clock: '1700000000000-00000-A',
          value: { [member]: value },
        }));
        if (!a || !b || !c) return;
        expect(show(joinEntries(joinEntries(a, b), c))).toBe(show(joinEntries(a, joinEntries(b, c))));
      }),
      RUNS,
    );
  });

  test('keeps a member only a newer wallet knows', () => {
    fc.assert(
      fc.property(clocks, clocks, fc.jsonValue({ maxDepth: 2 }), (first, second, member) => {
        const a = { kind, id: 'same', clock: first, value: { newer_member: member } };
        const b = { kind, id: 'same', clock: second, value: {} };
        const joined = joinEntries(a, b).value as Record<string, unknown>;
        // a register is one value: there the later writer decides, here and in the newer wallet
        if (ruleOf(kind).clock === 'whole' && first <= second && !Object.hasOwn(joined, 'newer_member')) return;
        expect(canonicalJson(joined['newer_member'])).toBe(canonicalJson(member));
      }),
      RUNS,
    );
  });
});
