// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { amountToBytes, bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import {
  addAmounts,
  amount,
  amountToText,
  compareAmounts,
  divideAmount,
  multiplyAmount,
  parseAmount,
  subtractAmounts,
} from '../../shared/amount.ts';
import { casesOf } from './load.ts';

type Case = {
  readonly op: 'parse' | 'add' | 'sub' | 'mult' | 'divide' | 'cmp';
  readonly input?: string;
  readonly value?: number | null;
  readonly fraction?: number | null;
  readonly currency?: string | null;
  readonly stringified?: string | null;
  readonly a?: string;
  readonly b?: string;
  readonly n?: number;
  readonly result?: string | number;
  readonly saturated?: boolean;
  readonly error?: boolean;
};
const cases = casesOf<Case>('amounts', 46).map((each, index) => ({ ...each, index }));
const text = (value: string | undefined): ReturnType<typeof amount> => amount(value ?? '!');

/** Our rule, stricter than the peer's: names of 12 and more letters do not fit into signatures with their NUL. */
const TOO_LONG = ['ABCDEFGHIJKL:1', 'ABCDEFGHIJKLM:1'];

describe('amounts.json', () => {
  it.each(cases.filter(({ op }) => op === 'parse'))(
    '$index parse $input',
    ({ input = '', value, fraction, currency, stringified }) => {
      const parsed = parseAmount(input);
      if (stringified === null || TOO_LONG.includes(input)) {
        expect(parsed.ok).toBe(false);
        return;
      }
      if (!parsed.ok) throw new Error(parsed.error.kind);
      expect(amountToText(parsed.value)).toBe(stringified);
      expect(parsed.value).toEqual({ currency, units: BigInt(value ?? -1) * 100_000_000n + BigInt(fraction ?? -1) });
    },
  );

  it.each(cases.filter(({ op }) => op !== 'parse'))('$index $op', ({ op, a, b, n = 0, result, saturated, error }) => {
    if (op === 'cmp') {
      expect(compareAmounts(text(a), text(b))).toBe(result);
      return;
    }
    const compute = (): string => {
      if (op === 'add') return amountToText(addAmounts(text(a), text(b)));
      if (op === 'sub') return amountToText(subtractAmounts(text(a), text(b)));
      if (op === 'mult') return amountToText(multiplyAmount(text(a), n));
      return amountToText(divideAmount(text(a), n));
    };
    // The peer saturates and sets a flag; we never make up a sum.
    if (saturated === true || error === true) expect(compute).toThrow(/overflow|negative|cannot be mixed/);
    else expect(compute()).toBe(result);
  });

  it('refuses to compare different currencies', () => {
    expect(() => compareAmounts(amount('EUR:1'), amount('USD:1'))).toThrow(/cannot be mixed/);
  });
});

describe('the 24 bytes of an amount', () => {
  it('are whole part, units and name, each in its place', () => {
    expect(bytesToHex(amountToBytes(amount('KUDOS:4503599627370496.99999999')))).toBe(
      '001000000000000005f5e0ff4b55444f5300000000000000',
    );
    expect(bytesToHex(amountToBytes(amount('ABCDEFGHIJK:0')))).toBe('0000000000000000000000004142434445464748494a4b00');
  });

  it('do not exist for sums that cannot be written down', () => {
    expect(() => amountToBytes({ currency: 'EUR', units: -1n })).toThrow(/defect/);
    expect(() => amountToBytes({ currency: 'ABCDEFGHIJKL', units: 0n })).toThrow(/defect/);
  });
});
