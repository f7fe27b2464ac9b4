// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { readBankAccount } from '../../electron/taler/wire/bank-account.ts';
import { parseBaseUrl } from '../../electron/taler/wire/base-url.ts';
import { parseTalerUri } from '../../electron/taler/wire/taler-uri.ts';
import { requestInputs } from '../../shared/contract.ts';

// Addresses as they are pasted: what came along is left out at the one door, and the rest is refused by its name.

const ROUND: readonly (readonly [string, (address: string) => string])[] = [
  ['nothing', (address) => address],
  ['blanks', (address) => `  ${address}\t`],
  ['line ends', (address) => `\r\n${address}\r\n`],
  ['no-break spaces', (address) => `\u00A0${address}\u202F`],
  ['a byte order mark', (address) => `\uFEFF${address}`],
  ['marks of direction', (address) => `\u202A\u200E${address}\u200F\u202C`],
  ['invisible letters inside', (address) => `${address.slice(0, 12)}\u200B\u00AD${address.slice(12)}`],
  ['quotation marks', (address) => `"${address}"`],
  ['those of print', (address) => `„${address}“`],
  ['French ones', (address) => `« ${address} »`],
  ['a mail’s brackets', (address) => `<${address}>`],
  ['the form of RFC 3986', (address) => `<URL:${address}>`],
];
const field = (name: keyof typeof requestInputs, input: object): unknown => {
  const parsed = requestInputs[name].safeParse(input);
  return parsed.success ? parsed.data : parsed.error.issues;
};

describe.each(ROUND)('%s round an address', (_, round) => {
  it('of an issuer, a shop, a person, a bank, a place and an account is left out', () => {
    const [url, uri] = ['https://exchange.example/sub/', 'taler://pay-push/exchange.example/KEY'];
    expect(field('exchange.add', { url: round(url) })).toEqual({ url });
    expect(field('withdraw.quote', { exchange: round(url), amount: 'KUDOS:1' })).toMatchObject({ exchange: url });
    expect(field('peer.quote', { exchange: round(url), amount: 'KUDOS:1' })).toMatchObject({ exchange: url });
    for (const name of ['withdraw.uri', 'pay.prepare', 'peer.prepareReceive', 'refund.uri'] as const)
      expect(field(name, { uri: round(uri) })).toEqual({ uri });
    expect(field('provider.inspect', { target: round(url) })).toEqual({ target: url });
    expect(field('provider.remove', { id: round(url) })).toEqual({ id: url });
    const payto = 'payto://iban/DE89370400440532013000?receiver-name=J.+Doe+Jr.';
    expect(field('deposit.prepare', { payto: round(payto), amount: 'KUDOS:1' })).toMatchObject({ payto });
  });
});

it.each(['.', ',', ';', ')', '!', '.”'])('the stop of a sentence behind a link is no part of it (%j)', (stop) => {
  expect(field('pay.prepare', { uri: `(taler://pay/shop.example/1/${stop}` })).toEqual({
    uri: 'taler://pay/shop.example/1/',
  });
});

it('a folder stays as it was written', () => {
  for (const target of ['/media/my stick ', 'Dock "one"', './a', 'C:\\Copies\\', '~/copies'])
    expect(field('provider.inspect', { target })).toEqual({ target });
});

it('what stands inside is refused by name', () => {
  for (const [url, why] of [
    ['https://ex change.example/', 'syntax'],
    ['https://a.example/ https://b.example/', 'syntax'],
    ['https:/a.example/', 'syntax'],
    ['ftp://a.example/', 'scheme'],
    ['https://me:secret@a.example/', 'credentials'],
  ] as const)
    expect(parseBaseUrl(url)).toEqual({ ok: false, error: { kind: 'malformed-base-url', why } });
});

describe('the slash at the end of a link', () => {
  const KEY = '0'.repeat(52);
  it.each([
    ['withdraw/bank.example/api/OP', 'withdraw/bank.example/api/OP/'],
    [`pay-push/exchange.example/${KEY}`, `pay-push/exchange.example/${KEY}/`],
    [`pay-pull/exchange.example/${KEY}`, `pay-pull/exchange.example/${KEY}/`],
  ])('%s and %s are one', (one, other) => {
    const read = parseTalerUri(`taler://${one}`);
    expect(read.ok).toBe(true);
    expect(parseTalerUri(`taler://${other}`)).toEqual(read);
  });

  // Of a shop's link the last segment is a session: without its slash it says something else.
  it.each([
    'withdraw//',
    'withdraw/bank.example/',
    'pay/shop.example/ORDER',
    'pay/shop.example/',
    'pay/shop.example//',
    'refund/shop.example/',
  ])('does not stand for what is missing: %s', (link) => expect(parseTalerUri(`taler://${link}`).ok).toBe(false));
});

describe('an account', () => {
  const why = (text: string): string => {
    const read = readBankAccount(text);
    return read.ok ? read.value.paytoUri : read.error.kind === 'malformed-account' ? read.error.why : read.error.kind;
  };
  const IBAN = 'payto://iban/DE89370400440532013000?receiver-name=A';
  it('keeps the postal code and the town that phone wallets add, and shows them', () => {
    const whole =
      'payto://iban/CH9300762011623852957?receiver-name=A+B&receiver-postal-code=8000&receiver-town=Z%C3%BCrich';
    const read = readBankAccount(whole);
    expect(read).toMatchObject({
      ok: true,
      value: { paytoUri: whole, shown: 'CH9300762011623852957 (A B, 8000 Zürich)' },
    });
    expect(why(`${whole}&amount=CHF:5&message=hi`)).toBe(whole);
    expect(why(`${IBAN}&receiver-town=`)).toBe(IBAN);
    expect(why(`${IBAN}&receiver-town=${'x'.repeat(200)}`)).toBe('receiver-place');
    expect(why(`${IBAN}&receiver-postal-code=8%0A0`)).toBe('receiver-place');
  });

  it.each([
    'payto://iban/DE89 3704 0044 0532 0130 00?receiver-name=A',
    'payto://iban/DE89%203704%200044%200532%200130%2000?receiver-name=A',
    ' “payto://iban/de89370400440532013000?receiver-name=A” ',
    'payto://iban/DE89\u00A03704\u00A00044\u00A00532\u00A00130\u00A000?receiver-name=A',
  ])('%s is read', (text) => expect(why(text)).toBe(IBAN));

  it('that is a plain IBAN is checked like one, and asks for the name of its owner', () => {
    expect(why('DE89 3704 0044 0532 0130 00')).toBe('receiver-name');
    expect(why('IBAN: DE89-3704-0044-0532-0130-00')).toBe('receiver-name');
    expect(why('DE89 3704 0044 0532 0130 01')).toBe('iban-checksum');
    expect(why('DE89 3704')).toBe('iban-shape');
    expect(why('my account')).toBe('not-a-payto');
  });
});
