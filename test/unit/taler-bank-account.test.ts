// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBankAccount } from '../../electron/taler/wire/bank-account.ts';

const why = (text: string): string => {
  const read = readBankAccount(text);
  return read.ok ? read.value.paytoUri : read.error.kind === 'malformed-account' ? read.error.why : read.error.kind;
};

// Example numbers that the standard and central banks publish.
const IBANS = [
  'DE89370400440532013000',
  'GB82WEST12345698765432',
  'NO9386011117947',
  'MT84MALT011000012345MTLCAST001S',
  'CH9300762011623852957',
];

describe('bank accounts', () => {
  test.each(IBANS)('%s is an IBAN; with any one digit changed it is not', (iban) => {
    expect(why(`payto://iban/${iban}?receiver-name=A+B`)).toBe(`payto://iban/${iban}?receiver-name=A+B`);
    fc.assert(
      fc.property(fc.integer({ min: 2, max: iban.length - 1 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digit = iban.charCodeAt(at) - 48;
        fc.pre(digit >= 0 && digit <= 9);
        const changed = `${iban.slice(0, at)}${(digit + by) % 10}${iban.slice(at + 1)}`;
        return why(`payto://iban/${changed}?receiver-name=A`) === 'iban-checksum';
      }),
    );
  });

  test('two neighbours exchanged are noticed', () => {
    expect(why('payto://iban/DE98370400440532013000?receiver-name=A')).toBe('iban-checksum');
    expect(why('payto://iban/DE89370400440532010300?receiver-name=A')).toBe('iban-checksum');
  });

  test('one spelling: capitals, one name', () => {
    expect(why('payto://iban/sogedeffxxx/de89370400440532013000?receiver-name=A')).toBe(
      'payto://iban/SOGEDEFFXXX/DE89370400440532013000?receiver-name=A',
    );
    expect(why('  payto://x-taler-bank/localhost:8080/me  ')).toBe(
      'payto://x-taler-bank/localhost:8080/me?receiver-name=me',
    );
    expect(why('payto://bitcoin/bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4')).toContain('payto://bitcoin/bc1q');
    // A reference or sum in the address would be part of every hash, and is none of the account's business.
    expect(why('payto://x-taler-bank/bank.example/me?amount=KUDOS:5&message=hi&receiver-name=I')).toBe(
      'payto://x-taler-bank/bank.example/me?receiver-name=I',
    );
  });

  test.each([
    ['payto://iban/DE89370400440532013000', 'receiver-name'],
    ['payto://iban/DE8937?receiver-name=A', 'iban-shape'],
    // Each country's have one length: too short or too long is told as that, not as a wrong digit.
    ['payto://iban/DE8937040044053201300?receiver-name=A', 'iban-shape'],
    ['DE893704004405320130000', 'iban-shape'],
    ['CH93007620116238529571', 'iban-shape'],
    // A name that nobody sees is none.
    ['payto://iban/DE89370400440532013000?receiver-name=%E2%80%8B%E2%81%A0', 'receiver-name'],
    ['payto://iban/D989370400440532013000?receiver-name=A', 'iban-shape'],
    ['payto://iban/NOBIC1/DE89370400440532013000?receiver-name=A', 'bic'],
    [`payto://iban/DE89370400440532013000?receiver-name=${'x'.repeat(200)}`, 'receiver-name'],
    ['payto://iban/DE89370400440532013000?receiver-name=a%0Ab', 'receiver-name'],
    ['payto://x-taler-bank/bank.example/two/parts', 'account-name'],
    ['payto://x-taler-bank/bank.example/', 'not-a-payto'],
    ['payto://bitcoin/0x1234', 'bitcoin-address'],
    ['payto://ach/122000661/1234', 'unsupported-account'],
    ['payto://taler-reserve/exchange.example/ABC', 'not-a-payto'],
    ['https://bank.example/', 'not-a-payto'],
  ])('%s: %s', (text, expected) => expect(why(text)).toBe(expected));
});

test('what the refusal of a missing name says can be done: it is written behind the IBAN', () => {
  const uri = 'payto://iban/DE89370400440532013000?receiver-name=Ada+L';
  expect(why('DE89370400440532013000?receiver-name=Ada+L')).toBe(uri);
  expect(why('DE89 3704 0044 0532 0130 00?receiver-name=Ada L')).toBe(uri);
  // What cannot be seen in a name is none of it.
  expect(why('payto://iban/DE89370400440532013000?receiver-name=%E2%80%AEAda%E2%80%8B+L')).toBe(uri);
});
