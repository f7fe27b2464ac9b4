// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test, vi } from 'vitest';
import { isZeroText, moneyText, readTyped, sumByCurrency } from '../../renderer/parts/base/money.tsx';
import { speak } from '../../renderer/words.ts';

describe('sums as people read and type them', () => {
  test.each(['1,000', '12,345,678', '1,000.5', '1.000,5'])('%s may mean a thousand and is asked for again', (typed) =>
    expect(readTyped(typed, 'KUDOS')).toEqual({ ok: false, error: expect.stringContaining('thousands') }),
  );

  test('what is proposed instead is written as the person writes sums', () => {
    const proposals = (): string[] =>
      ['1,000.50', '1.000,50'].map((typed) => {
        const read = readTyped(typed, 'KUDOS');
        return read.ok ? '' : read.error;
      });
    vi.stubGlobal('document', { documentElement: {} });
    try {
      expect(proposals()).toEqual(Array(2).fill('Write thousands without a mark between them: 1000.50.'));
      speak('de-DE');
      expect(proposals()).toEqual(Array(2).fill('Schreiben Sie Tausender ohne Trennzeichen: 1000,50.'));
    } finally {
      speak('en-GB');
      vi.unstubAllGlobals();
    }
  });

  test.each([
    ['1.000', 'KUDOS:1'],
    ['0,125', 'KUDOS:0.125'],
    ['1000', 'KUDOS:1000'],
    ['1234,5', 'KUDOS:1234.5'],
  ])('%s can mean one thing only', (typed, text) =>
    expect(readTyped(typed, 'KUDOS')).toEqual({ ok: true, value: text }),
  );

  test.each([
    ['KUDOS:4.2', '4.20 KUDOS'],
    ['KUDOS:0', '0.00 KUDOS'],
    ['CHF:1250.05', '1,250.05 CHF'],
    ['EUR:1234567.00000001', '1,234,567.00000001 EUR'],
    ['KUDOS:-1.51', '−1.51 KUDOS'],
  ])('%s is shown as %s', (text, shown) => expect(moneyText(text)).toBe(shown));

  test.each([
    ['20', 'KUDOS:20'],
    ['4,50', 'KUDOS:4.5'],
    [' .5 ', 'KUDOS:0.5'],
    ['kudos:3', 'KUDOS:3'],
  ])('%s is understood', (typed, text) => expect(readTyped(typed, 'KUDOS')).toEqual({ ok: true, value: text }));

  test.each(['', 'abc', '-1', '1e3', '1,000.5', '0', 'EUR:3', '99999999999999999999', '1.123456789'])(
    '%s is refused with a sentence',
    (typed) => {
      const read = readTyped(typed, 'KUDOS');
      expect(read.ok ? '' : read.error).toMatch(/\.$/);
    },
  );

  test('sums keep currencies apart and their signs', () => {
    expect([...sumByCurrency(['KUDOS:20', 'KUDOS:-1.51', 'CHF:0.1', 'KUDOS:-18.49', 'CHF:0.2'])]).toEqual([
      ['CHF', 'CHF:0.3'],
      ['KUDOS', 'KUDOS:0'],
    ]);
    expect(() => sumByCurrency(['KUDOS'])).toThrow('defect');
    expect([isZeroText('KUDOS:0'), isZeroText('KUDOS:-0.1'), isZeroText('nonsense')]).toEqual([true, false, false]);
  });
});
