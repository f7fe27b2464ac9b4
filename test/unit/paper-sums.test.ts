// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { writeReceipt } from '../../electron/app/empty-receipt.ts';
import { looksOf, readCurrencyLook, showCurrencies } from '../../shared/currency-look.ts';
import { mustOk } from '../../shared/result.ts';
import { words } from '../../shared/words/words.ts';

// The one paper with sums on it, the receipt of an emptied wallet, writes them as their issuers say.

afterEach(() => showCurrencies(new Map()));

const issuer = (currency: string, digits: number, units: object) => {
  const look = readCurrencyLook(
    {
      name: currency,
      num_fractional_input_digits: digits,
      num_fractional_normal_digits: digits,
      num_fractional_trailing_zero_digits: digits,
      alt_unit_names: units,
    },
    currency,
  );
  return { currency, ...(look === undefined ? {} : { look }) };
};

test('sums of no, three and eight digits, and of other units, on the receipt', async () => {
  showCurrencies(
    looksOf([
      issuer('POINT', 0, { '0': 'P', '3': 'kP' }),
      issuer('MILLE', 3, { '0': 'M', '-3': 'mM' }),
      issuer('BITS', 8, { '0': 'B', '-8': 'sat' }),
      issuer('EUR', 2, { '0': '€', '-2': 'ct' }),
    ]),
  );
  const receiptIn = async (locale: string): Promise<string> => {
    const directory = await mkdtemp(join(tmpdir(), 'receipt-'));
    const facts = {
      at: Date.UTC(2026, 11, 1),
      payments: [],
      totals: ['POINT:12000', 'MILLE:1.5', 'BITS:0.00000001', 'EUR:0.5'],
      fees: [],
      dust: ['POINT:0.5'],
      late: [],
    };
    const { text, files } = mustOk(await writeReceipt(directory, facts, words(locale, 'UTC')), 'receipt');
    const kept = await Promise.all(files.map((file) => readFile(file)));
    expect([kept[0]?.toString('utf8'), kept[1]?.subarray(0, 5).toString()]).toEqual([text, '%PDF-']);
    return text;
  };
  const english = await receiptIn('en-GB');
  for (const sum of ['12,000 POINT', '1.500 MILLE', '0.00000001 BITS', '0.50 €']) expect(english).toContain(sum);
  // What an issuer says of its digits never leaves one out.
  expect(english).toContain('0.5 POINT');
  const german = await receiptIn('de-DE');
  for (const sum of ['12.000', '1,500', '0,00000001', '0,50']) expect(german).toContain(sum);
});
