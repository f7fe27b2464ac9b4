// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, describe, expect, test } from 'vitest';
import { callsOf, exponentOf, unitOf } from '../../shared/currency-calls.ts';
import { isTooFine, leastOf, looksOf, readCurrencyLook, showCurrencies, typeable } from '../../shared/currency-look.ts';
import { amount } from '../../shared/amount.ts';
import { words } from '../../shared/words/words.ts';

// What an issuer says of how its currency is written: it decides how sums look and are typed, and never how much they are.

afterEach(() => showCurrencies(new Map()));

const said = (change: object = {}) => ({
  name: 'Kudos',
  num_fractional_input_digits: 2,
  num_fractional_normal_digits: 2,
  num_fractional_trailing_zero_digits: 2,
  alt_unit_names: { '0': 'ク' },
  ...change,
});
const look = (change: object = {}, currency = 'KUDOS') => readCurrencyLook(said(change), currency);
const write = (currency: string, change: object): void => {
  showCurrencies(looksOf([{ currency, look: look(change, currency) ?? { typed: 8, zeros: 2, units: {} } }]));
};

describe('what an issuer says', () => {
  test.each([
    [{}, { name: 'Kudos', typed: 2, zeros: 2, units: { '0': 'ク' } }],
    // Nothing that hides, turns or goes on for ever.
    [{ name: '\u202eSODUK\u200b' }, { name: 'SODUK', typed: 2, zeros: 2, units: { '0': 'ク' } }],
    [
      { alt_unit_names: { '0': '\u202ea', '-2': '1c', '2': 'a b', '3': 'x'.repeat(9), '-9': 'n', '01': 'z' } },
      { units: {} },
    ],
    [{ alt_unit_names: { '-2': 'c', '-3': 'c' } }, { units: { '-2': 'c' } }],
    [{ alt_unit_names: 'x' }, { units: {} }],
  ])('%j', (change, read) => expect(look(change)).toMatchObject(read));

  test('a list of a hundred thousand names is not gone through', () => {
    const names = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`n${at}`, 'c']));
    expect(look({ alt_unit_names: names })).toMatchObject({ units: {} });
    expect(look({ name: 'x'.repeat(1_000_000) })).toMatchObject({ typed: 2, name: `${'x'.repeat(39)}…` });
  });

  test.each([
    [undefined],
    ['two'],
    [said({ num_fractional_input_digits: 9 })],
    [said({ num_fractional_trailing_zero_digits: -1 })],
    [said({ num_fractional_normal_digits: 1.5 })],
  ])('%j is nothing', (given) => expect(readCurrencyLook(given, 'KUDOS')).toBeUndefined());

  test('money that everybody knows keeps the digits that everybody knows', () => {
    expect(look({ num_fractional_input_digits: 0, num_fractional_trailing_zero_digits: 8 }, 'EUR')).toMatchObject({
      typed: 2,
      zeros: 2,
    });
  });
});

test('of two issuers that disagree: the more digits, and the names that both give; in whatever order', () => {
  const a = { currency: 'KUDOS', look: { name: 'Kudos', typed: 2, zeros: 2, units: { '0': 'ク', '-2': 'c' } } };
  const b = { currency: 'KUDOS', look: { name: 'Other', typed: 3, zeros: 0, units: { '0': 'K', '-2': 'c' } } };
  const both = { typed: 3, zeros: 2, units: { '-2': 'c' } };
  for (const order of [
    [a, b],
    [b, a],
    [b, { currency: 'EUR' }, a],
  ])
    expect(looksOf(order)).toEqual(new Map([['KUDOS', both]]));
  // Nobody's word keeps from typing sums of another who said nothing.
  for (const order of [
    [a, { currency: 'KUDOS' }],
    [{ currency: 'KUDOS' }, a],
  ])
    expect(looksOf(order).get('KUDOS')).toEqual({ ...a.look, typed: 8 });
});

test('shops and banks are heard of money of which no issuer says anything, and of what may be held they keep nobody from typing sums and name no part', () => {
  const issuer = { currency: 'KUDOS', look: { typed: 2, zeros: 2, units: { '0': 'ク' } } };
  const shop = (currency: string) => ({ currency, look: { typed: 0, zeros: 0, units: { '0': 'S', '3': 'c' } } });
  const looks = looksOf([issuer, { currency: 'POINT' }], [shop('KUDOS'), shop('POINT'), shop('MOON')]);
  expect(Object.fromEntries(looks)).toEqual({
    KUDOS: issuer.look,
    POINT: { typed: 8, zeros: 0, units: {} },
    MOON: shop('MOON').look,
  });
});

describe('how a sum is shown', () => {
  test.each([
    [{ num_fractional_trailing_zero_digits: 0 }, 'KUDOS:1000', '1,000 KUDOS'],
    [{ num_fractional_trailing_zero_digits: 4 }, 'KUDOS:0.5', '0.5000 KUDOS'],
    // No digit of it is ever left out.
    [{ num_fractional_trailing_zero_digits: 0 }, 'KUDOS:1.00000001', '1.00000001 KUDOS'],
  ])('%j: %s is %s', (change, sum, shown) => {
    write('KUDOS', change);
    expect(words('en-GB', 'UTC').amount(sum)).toBe(shown);
  });

  test.each([
    ['EUR', '€', '€'],
    // A sign that more have than one, or that is another one's, says too little or too much.
    ['USD', '$', 'USD'],
    ['GBP', '£', 'GBP'],
    ['KUDOS', '€', 'KUDOS'],
    ['EUR', '$', 'EUR'],
    ['EUR', 'CHF', 'EUR'],
    ['CHF', 'Fr.', 'CHF'],
    ['KUDOS', 'ク', 'KUDOS'],
  ])('the unit of %s whose issuer says %s is %s', (currency, sign, unit) => {
    write(currency, { alt_unit_names: { '0': sign } });
    expect(unitOf(currency)).toBe(unit);
  });
});

describe('how a sum is typed', () => {
  test('names in all languages; those of an issuer where they are nobody else’s', () => {
    const languages = ['en', 'de', 'fr', 'es', 'ar'];
    expect([...callsOf('EUR', languages)]).toEqual(expect.arrayContaining(['eur', '€', 'euros', 'يورو', 'euro']));
    expect([...callsOf('USD', languages)]).toEqual(expect.arrayContaining(['dólares estadounidenses', 'us-dollar']));
    write('KUDOS', { alt_unit_names: { '0': 'ク', '-2': 'c', '3': 'EUR', '-3': 'Euro', '-4': '$' } });
    expect([...callsOf('KUDOS', languages)]).toEqual(['kudos', 'ク']);
    expect(['c', 'ク', 'EUR', 'Euro', '$', 'x'].map((call) => exponentOf(call, 'KUDOS'))).toEqual([
      -2,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    write('KUDOS', { alt_unit_names: { '0': 'Euro' } });
    expect([...callsOf('KUDOS', languages)]).toEqual(['kudos']);
  });

  test('digits beyond its own are too many', () => {
    write('KUDOS', {});
    expect([leastOf('KUDOS'), leastOf('EUR')]).toEqual(['KUDOS:0.01', 'EUR:0.00000001']);
    expect(['KUDOS:1.05', 'KUDOS:1.005', 'EUR:1.005'].map((text) => isTooFine(amount(text)))).toEqual([
      false,
      true,
      false,
    ]);
    expect(typeable(amount('KUDOS:1.009'))).toEqual(amount('KUDOS:1'));
  });
});
