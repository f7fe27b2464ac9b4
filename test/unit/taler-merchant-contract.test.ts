// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { hashContract } from '../../electron/taler/wire/contract-hash.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { checkContract } from '../../electron/taler/merchant/contract.ts';
import { NOW, merchantPub, noncePub, expected, TERMS, signed, check, terms } from './merchant-terms.ts';

describe('a contract', () => {
  test('that is right is read, and kept as it came', () => {
    expect(terms).toMatchObject({
      raw: TERMS,
      orderId: 'o 1',
      amount: amount('KUDOS:1.5'),
      maxFee: amount('KUDOS:0.1'),
      wireFeeAmortization: 1,
      merchantName: 'Tea shop',
    });
  });

  test.each<[string, object, object]>([
    ['for another nonce', { nonce: bytesToCrock(merchantPub) }, { kind: 'contract-nonce-mismatch' }],
    ['for another order', { order_id: 'o 2' }, { kind: 'contract-order-mismatch', got: 'o 2' }],
    [
      'of another merchant address',
      { merchant_base_url: 'https://shop.example/instances/a' },
      { kind: 'contract-base-url-mismatch' },
    ],
    ['whose time to pay is over', { pay_deadline: { t_s: 1_795_442_500 } }, { kind: 'contract-expired' }],
    [
      'from the future',
      { timestamp: { t_s: 1_795_442_500 + 90_000 } },
      { kind: 'clock-skew', theirs: { t_s: 1_795_442_500 + 90_000 } },
    ],
    [
      'refundable after the money is wired',
      { refund_deadline: { t_s: 1_795_450_001 } },
      { kind: 'contract-deadlines' },
    ],
    ['that is never wired', { wire_transfer_deadline: { t_s: 'never' } }, { kind: 'contract-deadlines' }],
    ['of two currencies', { max_fee: 'EUR:0.1' }, { kind: 'contract-currency', why: 'it mixes KUDOS and EUR' }],
    [
      'with a negative amount',
      { amount: 'KUDOS:-1' },
      { kind: 'contract-malformed', why: expect.stringContaining('amount') },
    ],
    ['without an amount', { amount: undefined }, { kind: 'contract-malformed' }],
    ['with a number nobody can hash', { extra: { a: 1.5 } }, { kind: 'contract-malformed', why: 'number' }],
    ['of version 1 without choices', { version: 1 }, { kind: 'contract-malformed' }],
    [
      'whose wire fee is in another currency than one of its choices',
      {
        version: 1,
        max_wire_fee: 'KUDOS:0',
        choices: [
          { amount: 'KUDOS:1', max_fee: 'KUDOS:1' },
          { amount: 'EUR:1', max_fee: 'EUR:1' },
        ],
      },
      { kind: 'contract-currency' },
    ],
    ['of a version nobody knows', { version: 2 }, { kind: 'contract-unsupported' }],
    ['amortised over zero orders', { wire_fee_amortization: 0 }, { kind: 'contract-malformed' }],
  ])('%s', (_what, change, failure) => {
    const clean = JSON.parse(JSON.stringify({ ...TERMS, ...change })) as object;
    const malformed = hashContract(clean);
    const merchantSig = malformed.ok ? signed(clean) : signed(TERMS);
    expect(checkContract({ terms: clean, merchantSig, expected, nowMs: NOW })).toMatchObject({
      ok: false,
      error: failure,
    });
  });

  test('in another currency than asked for', () => {
    expect(check({}, 'EUR')).toMatchObject({ ok: false, error: { kind: 'contract-currency' } });
    expect(check({}, 'KUDOS').ok).toBe(true);
  });

  test.each([
    ['changed after signing', { ...TERMS, summary: 'gold' }, signed(TERMS)],
    ['unsigned', TERMS, ''],
    ['signed by somebody else', { ...TERMS, merchant_pub: noncePub }, signed({ ...TERMS, merchant_pub: noncePub })],
  ])('%s', (_what, given, merchantSig) => {
    expect(checkContract({ terms: given, merchantSig, expected, nowMs: NOW })).toEqual({
      ok: false,
      error: { kind: 'contract-signature-invalid' },
    });
  });

  test.each([[null], [[]], ['text']])('that is %j', (given) => {
    expect(checkContract({ terms: given, merchantSig: '', expected, nowMs: NOW })).toMatchObject({
      ok: false,
      error: { kind: 'contract-malformed' },
    });
  });
});
