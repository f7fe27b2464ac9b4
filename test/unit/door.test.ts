// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { recognise } from '../../shared/reading/door.ts';

const is = (text: string): string => recognise(text).is;
const CODE = `hold1${'q2r4z'.repeat(24)}`;

describe('the door recognises', () => {
  test.each([
    ['taler://pay/shop.example/1/', { page: '/pay' }],
    ['TALER://PAY/shop.example/1/', { page: '/pay' }],
    ['ext+taler://pay/shop.example/1/', { page: '/pay', text: 'taler://pay/shop.example/1/' }],
    ['taler+http://withdraw/localhost:1234/a', { page: '/add' }],
    ['taler://pay-push/x.example/K', { page: '/receive' }],
    ['taler://pay-pull/x.example/K', { page: '/pay' }],
    ['taler://pay-template/shop.example/x?amount=KUDOS:1', { page: '/pay' }],
    ['taler://refund/shop.example/1/', { page: '/receive' }],
    ['payto://iban/DE75512108001245126199?receiver-name=Ada', { page: '/deposit' }],
    ['“taler://pay/shop.example/1/”.', { page: '/pay', text: 'taler://pay/shop.example/1/' }],
    ['Please pay here: taler://pay/shop.example/1/ thank you', { page: '/pay', text: 'taler://pay/shop.example/1/' }],
    ['taler://pay/a.example/1/\n\ntaler://pay/a.example/1/', { page: '/pay' }],
    ['DE75 5121 0800 1245 1261 99', { page: '/deposit', text: 'DE75512108001245126199' }],
  ])('%s as a link', (text, wanted) => {
    expect(recognise(text)).toMatchObject({ is: 'link', ...wanted });
  });

  test.each([
    ['HOLDFAST-RECOVERY-1\nwallet: Ada\nprovider: https://backup.example/\nsecret: HOLD1 …\nEND', 'sheet'],
    ['HOLDFAST-SHARE-1\nshare: 2 of 3\nEND', 'share'],
    [CODE, 'code'],
    [(CODE.toUpperCase().match(/.{1,5}/g) ?? []).join(' '), 'code'],
    [`HOLDFAST:2:${CODE.toUpperCase()}:AB12:9XYZ`, 'sheet'],
    ['my code is HOLD1 00R5 XSQ4', 'sheet'],
    ['taler://restore/SECRET/sync.example', 'taler-wallet'],
    ['{"schema_version": 1}', 'taler-backup'],
    ['taler://withdraw-exchange/exchange.example/?a=KUDOS:20', 'issuer'],
    ['https://shop.example/', 'web'],
    ['A-12345-678-901', 'escrow-code'],
    ['123456', 'app-code'],
    [' 123 456 ', 'app-code'],
    ['12345', 'foreign'],
    ['123456789', 'foreign'],
    ['VExSV0JLMDEAAAA', 'taler-backup'],
    ['taler://pay/a.example/1/ or taler://pay/b.example/1/', 'two-links'],
    ['taler://dev-experiment/x', 'unsupported'],
    ['  \n ', 'nothing'],
  ])('%s', (text, wanted) => {
    expect(is(text)).toBe(wanted);
  });

  test('an issuer by the address that a link of it stands for', () => {
    expect(recognise('taler+http://withdraw-exchange/localhost:8081')).toEqual({
      is: 'issuer',
      url: 'http://localhost:8081/',
      text: 'taler+http://withdraw-exchange/localhost:8081',
    });
  });

  test.each([
    ['bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT', 'payment'],
    ['WIFI:S:home;T:WPA;P:secret;;', 'wifi'],
    ['abandon '.repeat(11) + 'about', 'seed'],
    ['DE75 5121 0800 1245 1261 98', 'text'],
    ['javascript:alert(1)', 'text'],
    ['file:///etc/passwd', 'text'],
    ['\u202Etaler\u202C://pay', 'text'],
  ])('%s as nothing of ours', (text, seems) => {
    expect(recognise(text)).toMatchObject({ is: 'foreign', seems });
  });

  test('no secret of another wallet is shown again, and of nothing more than its beginning', () => {
    expect(recognise('abandon '.repeat(11) + 'about')).toMatchObject({ shown: '' });
    const found = recognise(`x${'y'.repeat(5000)}`);
    expect(found.is === 'foreign' ? found.shown.length : Number.NaN).toBeLessThanOrEqual(60);
  });

  test('too long a text by its length alone, and every hostile one in one look', () => {
    expect(is('x'.repeat(2_000_001))).toBe('too-long');
    expect(is('x'.repeat(100_001))).toBe('too-long');
    expect(is(`taler://pay/${'a'.repeat(5000)}`)).toBe('too-long');
    expect(is(`{${'['.repeat(1_999_000)}`)).toBe('taler-backup');
    for (const each of ['taler:', 'hold1 ', 'secret: ', '“', '- ', 'A-123-', 'payto:a ', 'ext+'])
      expect(is(each.repeat(Math.floor(99_000 / each.length)))).toMatch(
        /^(?:foreign|too-long|two-links|code|unsupported)$/,
      );
  });
});
