// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addAmounts,
  addCapped,
  type Amount,
  amount,
  amountToText,
  cappedText,
  compareAmounts,
  divideAmount,
  isBeyondRange,
  isZero,
  multiplyAmount,
  parseAmount,
  subtractAmounts,
  sumAmounts,
  zeroAmount,
} from '../../shared/amount.ts';

const LARGEST = 2n ** 52n * 100_000_000n + 99_999_999n;
const units = fc.bigInt({ min: 0n, max: LARGEST });
const currency = fc.stringMatching(/^[A-Z0-9_*-]{1,11}$/);
const anyAmount: fc.Arbitrary<Amount> = fc.record({ currency, units });
/** Small enough that a hundred of them still fit. */
const kudos = fc.bigInt({ min: 0n, max: LARGEST / 100n }).map((each): Amount => ({ currency: 'KUDOS', units: each }));

describe('amounts as text', () => {
  test('every amount survives being written and read', () => {
    fc.assert(
      fc.property(anyAmount, (a) => {
        expect(parseAmount(amountToText(a))).toEqual({ ok: true, value: a });
      }),
    );
  });

  test('surplus zeros and small letters change nothing', () => {
    fc.assert(
      fc.property(anyAmount, fc.nat(8), (a, zeros) => {
        const [name = '', digits = ''] = amountToText(a).split(':');
        const [whole = '', fraction = ''] = digits.split('.');
        const long = fraction.padEnd(Math.min(8, fraction.length + zeros), '0');
        const text = `${name.toLowerCase()}:${'0'.repeat(zeros)}${whole}${long === '' ? '' : `.${long}`}`;
        expect(amountToText(amount(text))).toBe(amountToText(a));
      }),
    );
  });

  test('no text at all makes the reader throw, and what it accepts has one canonical form', () => {
    const nearly = fc.stringMatching(/^[A-Za-z0-9 .,:;+-]{0,24}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), nearly), (text) => {
        const read = parseAmount(text);
        if (!read.ok) return;
        const canonical = amountToText(read.value);
        expect(amountToText(amount(canonical))).toBe(canonical);
        expect(read.value.units).toBeGreaterThanOrEqual(0n);
        expect(read.value.units).toBeLessThanOrEqual(LARGEST);
      }),
    );
  });

  test.each([
    ['KUDOS:4503599627370496.99999999', 'the largest'],
    ['KUDOS:0', 'nothing'],
    ['KUDOS:0.00000001', 'the smallest'],
    ['TESTKUDOS12:1', 'eleven letters'],
  ])('reads %s (%s)', (text) => {
    expect(amountToText(amount(text))).toBe(text);
  });

  test.each([
    ['KUDOS:4503599627370497', 'amount-too-large'],
    [`KUDOS:${'9'.repeat(5000)}`, 'amount-too-large'],
    [`KUDOS:${'0'.repeat(40)}1`, 'amount-too-large'],
    ['KUDOS:1.000000001', 'malformed-amount'],
    ['KUDOS:-1', 'malformed-amount'],
    ['KUDOS:+1', 'malformed-amount'],
    ['KUDOS:1e3', 'malformed-amount'],
    ['KUDOS:1,5', 'malformed-amount'],
    ['KUDOS: 1', 'malformed-amount'],
    ['KUDOS:1 ', 'malformed-amount'],
    ['KUDOS:1\n', 'malformed-amount'],
    ['KUDOS:1.', 'malformed-amount'],
    ['KUDOS:.5', 'malformed-amount'],
    ['KUDOS:١', 'malformed-amount'],
    ['KUDOS:', 'malformed-amount'],
    ['KUDOS', 'malformed-amount'],
    ['', 'malformed-amount'],
    [':1', 'malformed-currency'],
    ['TWELVELETTER:1', 'malformed-currency'],
    ['KÜDOS:1', 'malformed-currency'],
    ['KU DOS:1', 'malformed-currency'],
  ])('refuses %j as %s', (text, kind) => {
    const read = parseAmount(text);
    expect(read).toMatchObject({ ok: false, error: { kind } });
    expect(JSON.stringify(read).length).toBeLessThan(200);
  });
});

describe('arithmetic', () => {
  test('adding commutes, and subtracting undoes it', () => {
    fc.assert(
      fc.property(kudos, kudos, (a, b) => {
        expect(addAmounts(a, b)).toEqual(addAmounts(b, a));
        expect(subtractAmounts(addAmounts(a, b), b)).toEqual(a);
      }),
    );
  });

  test('the order says exactly when subtracting is possible', () => {
    fc.assert(
      fc.property(kudos, kudos, (a, b) => {
        expect(Math.sign(compareAmounts(a, b)) + Math.sign(compareAmounts(b, a))).toBe(0);
        if (compareAmounts(a, b) < 0) expect(() => subtractAmounts(a, b)).toThrow('negative amount');
        else expect(isZero(subtractAmounts(a, b))).toBe(compareAmounts(a, b) === 0);
      }),
    );
  });

  test('zero is nothing, and the smallest amount is something', () => {
    expect([0n, 1n, -1n].map((each) => isZero({ currency: 'KUDOS', units: each }))).toEqual([true, false, false]);
  });

  test('multiplying is adding that often, and so is the sum', () => {
    fc.assert(
      fc.property(kudos, fc.nat(100), (a, times) => {
        const copies = Array.from({ length: times }, () => a);
        expect(multiplyAmount(a, times)).toEqual(sumAmounts('KUDOS', copies));
      }),
    );
  });

  test('dividing rounds down, by less than one part', () => {
    fc.assert(
      fc.property(kudos, fc.integer({ min: 1, max: 100 }), (a, by) => {
        const part = divideAmount(a, by);
        const rest = subtractAmounts(a, multiplyAmount(part, by));
        expect(rest.units).toBeLessThan(BigInt(by));
      }),
    );
    for (const by of [0, -1, 0.5, Number.NaN]) expect(() => divideAmount(amount('KUDOS:1'), by)).toThrow('defect');
  });

  test('nothing overflows silently', () => {
    const largest: Amount = { currency: 'KUDOS', units: LARGEST };
    expect(() => addAmounts(largest, amount('KUDOS:0.00000001'))).toThrow('overflow');
    expect(() => multiplyAmount(largest, 2)).toThrow('overflow');
    expect(addAmounts(largest, zeroAmount('KUDOS'))).toEqual(largest);
  });

  test('currencies never mix', () => {
    const one = amount('KUDOS:1');
    const other = amount('EUR:1');
    expect(() => addAmounts(one, other)).toThrow('KUDOS and EUR');
    expect(() => subtractAmounts(one, other)).toThrow('KUDOS and EUR');
    expect(() => compareAmounts(one, other)).toThrow('KUDOS and EUR');
    expect(() => sumAmounts('EUR', [one])).toThrow('EUR and KUDOS');
  });

  test('text that no schema has accepted is a defect', () => {
    expect(() => amount('five')).toThrow('not an amount: five');
  });
});

test('forty digits before the point are read, and no more are counted out', () => {
  expect(amountToText(amount(`KUDOS:${'1'.padStart(40, '0')}`))).toBe('KUDOS:1');
});

test('what was read is remembered, but no more of it than a server could make us keep', () => {
  const [one, two] = [amount('MEMORY:1'), amount('MEMORY:2')];
  expect([amount('MEMORY:1') === one, amount('MEMORY:2') === two]).toEqual([true, true]);
  for (let i = 3; i <= 2_050; i += 1) amount(`MEMORY:${i}`);
  expect(amount('MEMORY:1')).toEqual(one);
  expect(amount('MEMORY:1') === one && amount('MEMORY:2') === two).toBe(false);
});

describe('at the edge of the range', () => {
  const most: Amount = { currency: 'KUDOS', units: LARGEST };
  const one: Amount = { currency: 'KUDOS', units: 1n };

  test('the largest amount can be reached by adding and multiplying, and not be passed', () => {
    expect(addAmounts(subtractAmounts(most, one), one)).toEqual(most);
    expect(multiplyAmount(most, 1)).toEqual(most);
    expect(() => addAmounts(most, one)).toThrow('overflow');
    expect(() => multiplyAmount(most, 2)).toThrow('overflow');
  });

  test('a capped sum stops there, in both directions, and is known to be beyond', () => {
    expect(addCapped(most, most)).toEqual(most);
    expect(addCapped(one, one).units).toBe(2n);
    expect(addCapped({ ...most, units: -LARGEST }, { ...one, units: -1n }).units).toBe(-LARGEST);
    expect(() => addCapped(one, { ...one, currency: 'EUR' })).toThrow('cannot be mixed');
    expect(cappedText({ ...one, units: LARGEST + 1n })).toBe(amountToText(most));
    expect(cappedText({ ...one, units: -LARGEST - 1n })).toBe('KUDOS:-4503599627370496.99999999');
    expect(
      [-LARGEST - 1n, -LARGEST, LARGEST, LARGEST + 1n].map((each) => isBeyondRange({ ...one, units: each })),
    ).toEqual([true, false, false, true]);
  });

  test('a sum below zero is written with its sign, and zero without', () => {
    expect(cappedText({ ...one, units: -1n })).toBe('KUDOS:-0.00000001');
    expect(cappedText({ ...one, units: -250_000_000n })).toBe('KUDOS:-2.5');
    expect(amountToText(zeroAmount('KUDOS'))).toBe('KUDOS:0');
  });
});

test('an amount fills its text: nothing may stand before the currency, and what is named of a bad one is short', () => {
  expect(parseAmount('EUR:KUDOS:1')).toMatchObject({ ok: false });
  for (const text of [`KUDOS ${'x'.repeat(200)}`, `${'K'.repeat(200)}:1`, `KUDOS:${'9'.repeat(200)}`]) {
    const read = parseAmount(text);
    expect(read.ok ? 'read' : read.error.text).toHaveLength(80);
  }
});
