// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALPHABET, LONG, REGULAR, type Code } from '../../electron/backup/paper/codex32/code.ts';
import { correctCodex32 } from '../../electron/backup/paper/codex32/correct.ts';
import { times, toPower, valueAt } from '../../electron/backup/paper/codex32/field.ts';
import { secretToCodex32 } from '../../electron/backup/paper/codex32/text.ts';
import { RUN_SEED } from '../support/seed.ts';

const GROUP = 5;
const HEAD = 5;
const propose = (text: string) => correctCodex32(text, 'hold', [32, 64], GROUP);
const written = fc
  .tuple(
    fc.constantFrom(32, 64).chain((length) => fc.uint8Array({ minLength: length, maxLength: length })),
    fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 4, maxLength: 4 }),
  )
  .map(([bytes, identifier]) => secretToCodex32('hold', identifier, bytes));
/** A text and places behind its prefix, in the order of the text. */
const damagedAt = (min: number, max: number) =>
  written.chain((text) =>
    fc
      .uniqueArray(fc.integer({ min: HEAD, max: text.length - 1 }), { minLength: min, maxLength: max })
      .map((places) => ({ text, at: places.toSorted((a, b) => a - b) })),
  );
/** How many wrong characters are found; of unreadable ones it is twice as many. */
const mostIn = (text: string): number => (text.length > 100 ? 4 : 3);
const tooDamaged = { ok: false, error: { kind: 'too-damaged' } };
const shifted = (character: string, by: number): string => ALPHABET[(ALPHABET.indexOf(character) + by) % 32] ?? '';
const withWrong = (text: string, at: readonly number[], by: number): string =>
  [...text].map((character, i) => (at.includes(i) ? shifted(character, by + (i % 3)) : character)).join('');
const withMissing = (text: string, at: readonly number[]): string =>
  [...text].map((character, i) => (at.includes(i) ? '?' : character)).join('');
const PARAMETERS = { numRuns: 150, seed: RUN_SEED };

describe('the roots of the two codes', () => {
  it.each([
    ['long', LONG, 1023],
    ['regular', REGULAR, 93],
  ] as const)(
    '%s: eight powers in a row of one element are roots of the generator, found by looking at every element',
    (_, code, order) => {
      const generator = [...coefficientsOf(code), 1];
      const isRoot = (x: number): boolean => valueAt(generator, x) === 0;
      const found: string[] = [];
      for (let element = 2; element < 1024; element += 1) {
        if (orderOf(element) !== order) continue;
        for (let first = 0; first < order; first += 1)
          if (Array.from({ length: 8 }, (__, i) => toPower(element, first + i)).every(isRoot))
            found.push(`${element}^${first}`);
      }
      expect(found).toContain(`${code.root}^${code.firstPower}`);
      expect(found).toHaveLength(4);
    },
  );
});

const coefficientsOf = ({ multiples }: Code): readonly number[] => [...(multiples[1] ?? [])].toReversed();

const orderOf = (element: number): number => {
  let order = 1;
  for (let power = element; power !== 1; power = times(power, element)) order += 1;
  return order;
};

describe('a correction is proposed', () => {
  it('for one to four wrong characters, three of the short code, with the places of each', () => {
    fc.assert(
      fc.property(damagedAt(1, 4), fc.integer({ min: 1, max: 28 }), ({ text, at }, by) => {
        const damaged = withWrong(text, at, by);
        if (at.length > mostIn(text)) expect(propose(damaged)).toEqual(tooDamaged);
        else
          expect(propose(damaged)).toEqual({
            ok: true,
            value: { text, moved: { kind: 'none' }, changes: at.map((each) => ({ at: each, was: damaged[each] })) },
          });
      }),
      PARAMETERS,
    );
  });

  it('for up to eight that cannot be read, six of the short code, and for some of each', () => {
    fc.assert(
      fc.property(damagedAt(1, 8), fc.nat(4), ({ text, at }, wrong) => {
        const most = 2 * mostIn(text);
        const few = at.slice(0, Math.max(0, Math.min(wrong, most - at.length)));
        const damaged = withMissing(withWrong(text, few, 3), at.slice(few.length));
        if (at.length > most) expect(propose(damaged)).toEqual(tooDamaged);
        else expect(propose(damaged)).toMatchObject({ ok: true, value: { text } });
      }),
      PARAMETERS,
    );
  });

  it('for two groups that cannot be read at all', () => {
    fc.assert(
      fc.property(written, fc.nat(1_000), fc.nat(1_000), (text, one, two) => {
        const groups = (text.length - HEAD) / GROUP;
        const blotted = [one, two].map((each) => HEAD + GROUP * (each % Math.floor(groups)));
        const at = blotted.flatMap((first) => Array.from({ length: GROUP }, (_, i) => first + i));
        const blot = propose(withMissing(text, at));
        // The short code has too few letters to judge ten by.
        if (text.length > 100 || new Set(at).size <= 6) expect(blot).toMatchObject({ ok: true, value: { text } });
        else expect(blot).toEqual({ ok: false, error: { kind: 'too-damaged' } });
      }),
      PARAMETERS,
    );
  });

  it('for one character too many and one too few, with a wrong one beside it', () => {
    fc.assert(
      fc.property(
        damagedAt(2, 2),
        fc.constantFrom(...ALPHABET),
        fc.boolean(),
        ({ text, at: places }, extra, isWrong) => {
          const [at = 0, other = 0] = places;
          const source = isWrong ? withWrong(text, [other], 7) : text;
          const longer = `${source.slice(0, at)}${extra}${source.slice(at)}`;
          const shorter = `${source.slice(0, at)}${source.slice(at + 1)}`;
          expect(propose(longer)).toMatchObject({ ok: true, value: { text, moved: { kind: 'inserted', count: 1 } } });
          expect(propose(shorter)).toMatchObject({ ok: true, value: { text, moved: { kind: 'dropped', count: 1 } } });
        },
      ),
      PARAMETERS,
    );
  });

  it('for a group that was left out or written twice, and an end that is cut off', () => {
    fc.assert(
      fc.property(written, fc.nat(1_000), fc.integer({ min: 2, max: 8 }), (text, each, cut) => {
        const first = GROUP * (1 + (each % (Math.floor(text.length / GROUP) - 1)));
        const group = text.slice(first, first + GROUP);
        const without = text.slice(0, first) + text.slice(first + GROUP);
        const twice = text.slice(0, first) + group + text.slice(first);
        const moved = (kind: string, count: number) => ({ ok: true, value: { text, moved: { kind, count } } });
        expect(propose(without)).toMatchObject(moved('dropped', GROUP));
        expect(propose(twice)).toMatchObject(moved('inserted', GROUP));
        const cutOff = propose(text.slice(0, -cut));
        if (cut > 2 * mostIn(text)) expect(cutOff).toEqual(tooDamaged);
        else expect(cutOff).toMatchObject(moved('dropped', cut));
      }),
      PARAMETERS,
    );
  });

  it('for two neighbouring groups in each other’s place', () => {
    fc.assert(
      fc.property(written, fc.nat(1_000), (text, each) => {
        const pairs = Math.floor(text.length / GROUP) - 2;
        const first = GROUP * (1 + (each % pairs));
        const swapped = [
          text.slice(0, first),
          text.slice(first + GROUP, first + 2 * GROUP),
          text.slice(first, first + GROUP),
          text.slice(first + 2 * GROUP),
        ].join('');
        expect(propose(swapped)).toMatchObject({ ok: true, value: { text } });
      }),
      PARAMETERS,
    );
  });

  it('for letters that the code leaves out because they look like others, however many', () => {
    const text = secretToCodex32('hold', 'test', new Uint8Array(64).fill(0x8c));
    const mistaken = text.slice(HEAD).replaceAll('0', 'o').replaceAll('8', 'b').replaceAll('l', 'i');
    const read = propose(`hold1${mistaken}`);
    expect(read).toMatchObject({ ok: true, value: { text, moved: { kind: 'none' } } });
    expect(read.ok && read.value.changes.every(({ was }) => 'obi'.includes(was))).toBe(true);
    expect(propose(`HOLD1${mistaken.toUpperCase()}`)).toMatchObject({ ok: true, value: { text } });
  });
});

describe('no correction is proposed', () => {
  it('where five wrong letters of a short code look like four others: a case that chance found', () => {
    const damaged = 'hold195y8xszs47ez5v8fhedwzxpwujq3jzglrfjwnvgww00zwjaaxnnsrntjdsmrjs4pm76s8s7';
    expect(propose(damaged)).toEqual(tooDamaged);
  });

  it('for more damage than the code can tell: "too damaged", and never another secret', () => {
    fc.assert(
      fc.property(damagedAt(5, 40), fc.integer({ min: 1, max: 28 }), ({ text, at }, by) => {
        expect(propose(withWrong(text, at, by))).toEqual({ ok: false, error: { kind: 'too-damaged' } });
      }),
      PARAMETERS,
    );
  });

  it('for three groups that cannot be read, for nothing, and for a text of another length', () => {
    const text = secretToCodex32('hold', 'test', new Uint8Array(64).fill(7));
    const blotted = withMissing(
      text,
      Array.from({ length: 15 }, (_, i) => 20 + i),
    );
    for (const each of [blotted, '', 'hold1', text.slice(0, -9), `${text}qq`, '?'.repeat(129), 'q'.repeat(100_000)])
      expect(propose(each)).toEqual({ ok: false, error: { kind: 'too-damaged' } });
  });
});
