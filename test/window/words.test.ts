// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test, vi } from 'vitest';
import { isZeroText, moneyText, sumByCurrency } from '../../renderer/parts/base/money.tsx';
import { currencyTyped, readTyped, typedText } from '../../renderer/parts/base/typed-sum.ts';
import { showCurrencies } from '../../shared/currency-look.ts';
import { speak } from '../../renderer/words.ts';
import { asMade } from '../../shared/words/spoken.ts';
import { words } from '../../shared/words/words.ts';

describe('sums as people read and type them', () => {
  test.each(['1,000', '1.000', '1,000 KUDOS', 'KUDOS:1,000'])(
    '%s may mean two sums: both are offered, none is taken',
    (typed) =>
      expect(readTyped(typed, 'KUDOS')).toEqual({
        ok: false,
        error: { words: expect.stringContaining('may mean two sums'), readings: ['KUDOS:1000', 'KUDOS:1'] },
      }),
  );

  test('what is chosen of two sums is typed so that it means that one alone, in every language', async () => {
    const again = (text: string): unknown => readTyped(typedText(text), 'KUDOS');
    const readings = ['KUDOS:1234', 'KUDOS:1.234', 'KUDOS:0.125', 'KUDOS:12345678', 'KUDOS:1.2'];
    const understood = readings.map((value) => ({ ok: true, value }));
    vi.stubGlobal('document', { documentElement: {} });
    try {
      expect(readings.map(again)).toEqual(understood);
      await speak('de-DE');
      expect(readings.map(again)).toEqual(understood);
      expect(readTyped('1.000', 'KUDOS')).toMatchObject({ error: { words: expect.stringContaining('zwei Beträge') } });
    } finally {
      await speak('en-GB');
      vi.unstubAllGlobals();
    }
  });

  test.each([
    ['20 euros', 'EUR:20'],
    ['20 يورو', 'EUR:20'],
    ['20 Euro', 'EUR:20'],
    ['50 ct', 'EUR:0.5'],
    ['2,5 Tsd', 'EUR:2500'],
    ['1.005', 'which'],
    ['0.005', 'fine'],
    ['5 ct.', 'EUR:0.05'],
    ['0.5 ct', 'fine'],
  ])('%s as an issuer says that its currency is typed', (typed, wanted) => {
    showCurrencies(new Map([['EUR', { typed: 2, zeros: 2, units: { '0': '€', '-2': 'ct', '3': 'Tsd' } }]]));
    const read = readTyped(typed, 'EUR');
    showCurrencies(new Map());
    const why = { which: 'may mean two sums', fine: 'The smallest sum there is in this currency is 0.01' }[wanted];
    expect(read).toMatchObject(
      why === undefined ? { ok: true, value: wanted } : { error: { words: expect.stringContaining(why) } },
    );
  });

  test('a currency beside the number chooses among those of the wallet', () => {
    expect(['20 CHF', 'kudos 3', '7', '20 EUR'].map((typed) => currencyTyped(typed, ['CHF', 'KUDOS']))).toEqual([
      'CHF',
      'KUDOS',
      undefined,
      undefined,
    ]);
  });

  test.each([
    ['0,125', 'KUDOS:0.125'],
    ['1000', 'KUDOS:1000'],
    ['1234,5', 'KUDOS:1234.5'],
    ['12,345,678', 'KUDOS:12345678'],
    ['1,000.5', 'KUDOS:1000.5'],
    ['1.000,5', 'KUDOS:1000.5'],
    ['20 KUDOS', 'KUDOS:20'],
    ['KUDOS 20', 'KUDOS:20'],
    ['4,5kudos', 'KUDOS:4.5'],
    ['1,000.50 KUDOS', 'KUDOS:1000.5'],
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
    ["1'000", 'KUDOS:1000'],
    ['1’250.50', 'KUDOS:1250.5'],
    ['1 000,5', 'KUDOS:1000.5'],
    ['12\u00a0345', 'KUDOS:12345'],
    ['1\u202f000', 'KUDOS:1000'],
    ['２０', 'KUDOS:20'],
    ['1,00,000', 'KUDOS:100000'],
    ['12,34,567.5', 'KUDOS:1234567.5'],
  ])('%s is understood', (typed, text) => expect(readTyped(typed, 'KUDOS')).toEqual({ ok: true, value: text }));

  test.each([
    '',
    'abc',
    '-1',
    '1e3',
    '1,000.',
    '1,00,00',
    '0',
    'EUR:3',
    '3 EUR',
    'KUDOS',
    '20 KUDOS 3',
    '99999999999999999999',
    '1.123456789',
    "1'00",
    '1 2',
    "1'000'00",
  ])('%s is refused with a sentence', (typed) => {
    const read = readTyped(typed, 'KUDOS');
    expect(read.ok ? '' : read.error.words).toMatch(/\.$/);
  });

  test.each([
    [' 3,50 €', 'EUR:3.5'],
    ['€3.50', 'EUR:3.5'],
    ['3,50€', 'EUR:3.5'],
    ['5 euro', 'EUR:5'],
    ['5 Euros', 'EUR:5'],
    ['20,-', 'EUR:20'],
    ['20,--', 'EUR:20'],
    ['20.– €', 'EUR:20'],
    ['1.000,-', 'EUR:1000'],
    ['20.', 'EUR:20'],
    ['20 EUR.', 'EUR:20'],
    ['٢٠', 'EUR:20'],
    ['٢٠٫٥', 'EUR:20.5'],
    ['١٬٠٠٠', 'EUR:1000'],
    ['١٬٢٣٤٫٥٠ €', 'EUR:1234.5'],
    ['٢٠،٥', 'EUR:20.5'],
    ['۲۰', 'EUR:20'],
    ['\u2067\u2068٤٫٢٠\u2069 EUR\u2069', 'EUR:4.2'],
    ['१२', 'EUR:12'],
    ['1`000', 'EUR:1000'],
    ['1´000,50', 'EUR:1000.5'],
    ['1ʼ000', 'EUR:1000'],
    ['1‘000', 'EUR:1000'],
    ['1\u2032000', 'EUR:1000'],
    ['\u206620\u2069', 'EUR:20'],
    ['2\u200b0\u200f', 'EUR:20'],
    ['“20”', 'EUR:20'],
    ['(20 €)', 'EUR:20'],
  ])('%s is understood in euros', (typed, text) => expect(readTyped(typed, 'EUR')).toEqual({ ok: true, value: text }));

  test.each([
    ['20.-', 'CHF:20'],
    ['Fr. 20.-', 'CHF:20'],
    ['CHF 20.-', 'CHF:20'],
    ["1'000.– sFr.", 'CHF:1000'],
  ])('%s is understood in francs', (typed, text) => expect(readTyped(typed, 'CHF')).toEqual({ ok: true, value: text }));

  test.each([
    ['10²', 'amount.parts'],
    ['²', 'amount.parts'],
    ['½', 'amount.parts'],
    ['1½', 'amount.parts'],
    ['②', 'amount.parts'],
    ['20/2', 'amount.parts'],
    ['-5', 'amount.sign'],
    ['−5', 'amount.sign'],
    ['–5 KUDOS', 'amount.sign'],
    ['+5', 'amount.sign'],
    ['20-', 'amount.sign'],
    ['1e3', 'amount.letters'],
    ['zwanzig', 'amount.letters'],
    ['ca. 20', 'amount.letters'],
    ['5%', 'amount.letters'],
    ['20 KUDOS 3', 'amount.letters'],
    ['1,00,00', 'amount.marks'],
    ['1.00.000', 'amount.marks'],
    ['1.000.00', 'amount.marks'],
    ['1..2', 'amount.marks'],
    ['20 00', 'amount.marks'],
    ["1'00", 'amount.marks'],
    ['1·5', 'amount.marks'],
    ['1.123456789', 'amount.decimals'],
    ['3,50 €', 'amount.otherCurrency'],
    ['$5', 'amount.otherCurrency'],
    ['500円', 'amount.otherCurrency'],
    ['Fr. 20.-', 'amount.otherCurrency'],
    ['9'.repeat(40), 'amount.tooLarge'],
    ['0,00', 'amount.zero'],
    ['', 'amount.malformed'],
  ] as const)('%s is refused by name (%s)', (typed, key) => {
    const read = readTyped(typed, 'KUDOS');
    const facts = { example: asMade('4.50'), typed, currency: 'KUDOS' };
    expect(read.ok ? read.value : read.error).toEqual({ words: words('en-GB').t(key, facts) });
  });

  test('of a currency without a smaller unit a thousand is no question', () => {
    expect(readTyped('1,000', 'JPY')).toEqual({ ok: true, value: 'JPY:1000' });
    expect(readTyped('1.000 円', 'JPY')).toEqual({ ok: true, value: 'JPY:1000' });
    expect(readTyped('1,000', 'KWD')).toMatchObject({ error: { readings: ['KWD:1000', 'KWD:1'] } });
  });

  test('sums keep currencies apart and their signs', () => {
    expect([...sumByCurrency(['KUDOS:20', 'KUDOS:-1.51', 'CHF:0.1', 'KUDOS:-18.49', 'CHF:0.2'])]).toEqual([
      ['CHF', 'CHF:0.3'],
      ['KUDOS', 'KUDOS:0'],
    ]);
    expect(() => sumByCurrency(['KUDOS'])).toThrow('defect');
    expect([isZeroText('KUDOS:0'), isZeroText('KUDOS:-0.1'), isZeroText('nonsense')]).toEqual([true, false, false]);
  });
});
