// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_UNITS } from '../../shared/amount.ts';
import { isQrReference } from '../../shared/qr-reference.ts';
import { codesFor, type TransferCode } from '../../shared/transfer-codes.ts';
import { showCurrencies } from '../../shared/currency-look.ts';
import { inFours, readTransfer, sumForBank } from '../../shared/transfer.ts';

// What a bank's form and a banking app are given for a transfer, by the public guidelines: EPC069-12 and the Swiss payment part.

const SUBJECT = `Taler Withdrawal ${'Q'.repeat(52)}`;
const GERMAN = 'payto://iban/DE75512108001245126199';
const SWISS = 'payto://iban/CH9300762011623852957';
const PLACE = { 'receiver-postal-code': '2502', 'receiver-town': 'Biel/Bienne' };
const payto = (account: string, params: Readonly<Record<string, string>> = {}): string =>
  `${account}?${new URLSearchParams({ 'receiver-name': 'Example Issuer AG', message: SUBJECT, ...params }).toString()}`;
const codes = (text: string): readonly TransferCode[] => codesFor(readTransfer(text));
const kinds = (text: string): readonly string[] => codes(text).map(({ kind }) => kind);
const linesOf = (text: string, kind: TransferCode['kind']): readonly string[] =>
  codes(text)
    .find((code) => code.kind === kind)
    ?.text.split('\n') ?? [];

describe('what a form takes', () => {
  test.each([
    ['payto://iban/DE75512108001245126199', { account: 'DE75512108001245126199' }],
    ['payto://iban/COBADEFFXXX/de75512108001245126199', { account: 'DE75512108001245126199', bic: 'COBADEFFXXX' }],
    ['payto://x-taler-bank/bank.example/Exchange', { account: 'Exchange', bank: 'bank.example' }],
    ['payto://bitcoin/bc1qexample', { account: 'bitcoin/bc1qexample' }],
  ])('of the account in %s', (text, parts) => expect(readTransfer(text)).toMatchObject(parts));

  test('of everything else, and nothing of what is not there or hides', () => {
    expect(readTransfer(payto(GERMAN, { amount: 'EUR:25', ...PLACE }))).toMatchObject({
      receiver: 'Example Issuer AG',
      postalCode: '2502',
      town: 'Biel/Bienne',
      amount: { currency: 'EUR', units: 2_500_000_000n },
      subject: SUBJECT,
    });
    const bare = readTransfer('payto://iban/DE75512108001245126199?amount=much&receiver-name=%E2%80%AE');
    expect(Object.keys(bare).sort()).toEqual(['account', 'iban']);
  });

  test.each([
    [2_500_000_000n, '25,00'],
    [123_456_789_000_000n, '1234567,89'],
    [1n, '0,00000001'],
    [1_234_500_000n, '12,345'],
    [MAX_UNITS, '4503599627370496,99999999'],
  ])('of a sum of %s: %s', (units, text) => expect(sumForBank({ currency: 'EUR', units }, ',')).toBe(text));

  test('money without smaller units has no mark, where its issuer or everybody says so', () => {
    const sums = () => ['JPY', 'KWD', 'MOON'].map((currency) => sumForBank({ currency, units: 100_000_000_000n }, ','));
    expect(sums()).toEqual(['1000', '1000,00', '1000,00']);
    showCurrencies(new Map([['MOON', { typed: 0, zeros: 0, units: {} }]]));
    expect(sums()).toEqual(['1000', '1000,00', '1000']);
    showCurrencies(new Map());
    expect(sumForBank({ currency: 'JPY', units: 50_000_000n }, ',')).toBe('0,50');
  });

  test('an IBAN is shown as on a card', () =>
    expect(inFours('DE75512108001245126199')).toBe('DE75 5121 0800 1245 1261 99'));
});

describe('the European code', () => {
  test('is what the guideline has, line by line', () => {
    expect(linesOf(payto(GERMAN.replace('iban/', 'iban/COBADEFF/'), { amount: 'EUR:1234.5' }), 'epc')).toEqual(
      [
        ['BCD', '002', '1', 'SCT', 'COBADEFF', 'Example Issuer AG', 'DE75512108001245126199'],
        ['EUR1234.50', '', '', SUBJECT],
      ].flat(),
    );
  });

  test.each([
    ['another currency', payto(GERMAN, { amount: 'CHF:1' })],
    ['no sum', payto(GERMAN)],
    ['less than a cent', payto(GERMAN, { amount: 'EUR:0.001' })],
    ['parts of a cent', payto(GERMAN, { amount: 'EUR:1.005' })],
    ['nothing', payto(GERMAN, { amount: 'EUR:0' })],
    ['ten digits', payto(GERMAN, { amount: 'EUR:1000000000' })],
    ['no IBAN', payto('payto://x-taler-bank/bank.example/Exchange', { amount: 'EUR:1' })],
    ['an account outside its area', payto('payto://iban/BR1500000000000010932840814P2', { amount: 'EUR:1' })],
    ['nobody who gets it', payto(GERMAN, { amount: 'EUR:1', 'receiver-name': '' })],
    ['no subject', payto(GERMAN, { amount: 'EUR:1', message: '' })],
    ['a subject that would be cut', payto(GERMAN, { amount: 'EUR:1', message: 'S'.repeat(141) })],
  ])('is not made for %s', (_, text) => expect(kinds(text)).toEqual([]));

  test('of the largest sum; a long name is cut, and a line break in it begins no other part', () => {
    const text = payto(GERMAN, {
      amount: 'EUR:999999999.99',
      'receiver-name': `${'Ä'.repeat(40)}\nDE00${'x'.repeat(60)}`,
    });
    const lines = linesOf(text, 'epc');
    expect([lines.length, lines[7], [...(lines[5] ?? '')].length]).toEqual([11, 'EUR999999999.99', 70]);
  });

  test('whatever an issuer writes: eleven lines within its bytes, or none', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 120 }),
        fc.string({ unit: 'binary', maxLength: 160 }),
        (name, message) => {
          for (const { text } of codes(
            payto(GERMAN, { amount: 'EUR:1', 'receiver-name': name.toWellFormed(), message: message.toWellFormed() }),
          )) {
            expect(text.split('\n')).toHaveLength(11);
            expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(331);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the Swiss code', () => {
  const swiss = (params: Readonly<Record<string, string>> = {}, account = SWISS): string =>
    payto(account, { amount: 'CHF:25', ...PLACE, ...params });

  test('is what the guidelines have, line by line', () => {
    const nobody = ['', '', '', '', '', '', ''];
    expect(linesOf(swiss(), 'swiss')).toEqual(
      [
        ['SPC', '0200', '1', 'CH9300762011623852957'],
        ['S', 'Example Issuer AG', '', '', '2502', 'Biel/Bienne', 'CH', ...nobody],
        ['25.00', 'CHF', ...nobody, 'NON', '', SUBJECT, 'EPD'],
      ].flat(),
    );
  });

  // The example of the implementation guidelines.
  const QRR = '210000000003139471430009017';
  const QR_IBAN = 'payto://iban/CH4431999123000889012';

  test('with a reference of figures, for an account that takes one', () => {
    const spaced = QRR.replaceAll(/(.{5})/g, '$1 ');
    expect(linesOf(swiss({ 'ch-qrr': spaced }, QR_IBAN), 'swiss').slice(-4)).toEqual(['QRR', QRR, SUBJECT, 'EPD']);
  });

  test('any one figure of it changed, or two neighbours, and there is no code at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 26 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const figure = (Number(QRR[at]) + by) % 10;
        return !isQrReference(`${QRR.slice(0, at)}${figure}${QRR.slice(at + 1)}`);
      }),
    );
    expect(isQrReference(QRR.replace('13', '31'))).toBe(false);
    for (const wrong of ['', '0'.repeat(27), QRR.slice(1), `${QRR}0`, QRR.replace('7', '٧'), QRR.replace(/7$/, '8')]) {
      const given = swiss({ 'ch-qrr': wrong, amount: 'EUR:25' }, QR_IBAN);
      expect([readTransfer(given).badReference, kinds(given)]).toEqual([true, []]);
    }
    // A reference for an account that takes words.
    expect(kinds(swiss({ 'ch-qrr': QRR }))).toEqual([]);
  });

  test('in euros both codes are there', () => expect(kinds(swiss({ amount: 'EUR:25' }))).toEqual(['swiss', 'epc']));

  test.each([
    ['no town', swiss({ 'receiver-town': '' })],
    ['no postal code', swiss({ 'receiver-postal-code': '' })],
    ['another currency', swiss({ amount: 'USD:25' })],
    ['a German account', swiss({}, GERMAN)],
    ['an account that takes a reference of figures alone', swiss({}, 'payto://iban/CH4431999123000889012')],
    ['a long name', swiss({ 'receiver-name': 'x'.repeat(71) })],
    ['letters it cannot hold', swiss({ 'receiver-name': 'Пример' })],
  ])('is not made for %s', (_, text) => expect(kinds(text)).toEqual([]));
});
