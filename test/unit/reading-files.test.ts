// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it, test } from 'vitest';
import { fileKind, promisedSize } from '../../shared/reading/file-kind.ts';
import { foreignKind, isOurs, shownOf } from '../../shared/reading/ours.ts';
import { fileOf } from '../support/sheet-pictures.ts';

// What a file is by its first bytes, how large its picture will be, and what a code in it is when it is not ours.

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('what a file is, and how large', () => {
  test.each<[string, Uint8Array, string, unknown]>([
    ['PNG', fileOf({ width: 7, height: 5, data: new Uint8Array(35) }), 'png', { width: 7, height: 5 }],
    ['JPEG', fileOf({ width: 9, height: 4, data: new Uint8Array(36) }, 50), 'jpeg', { width: 9, height: 4 }],
    ['GIF', Buffer.from('GIF89a\u0003\0\u0002\0', 'latin1'), 'gif', { width: 3, height: 2 }],
    [
      'BMP',
      Buffer.from(
        'BM....\0\0\0\0....\u0028\0\0\0\u0006\0\0\0\u00fe\u00ff\u00ff\u00ff'.replace('....', '\0\0\0\0'),
        'latin1',
      ),
      'bmp',
      { width: 6, height: 2 },
    ],
    [
      'large WebP',
      Buffer.from(`RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\u0009\0\0\u0004\0\0`, 'latin1'),
      'webp',
      { width: 10, height: 5 },
    ],
    ['PNG that ends early', Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'latin1'), 'png', undefined],
    [
      'JPEG of tables without end',
      Buffer.from('\u00ff\u00d8\u00ff\u00e0\0\u0002\u00ff\u00c4\0\u0002', 'latin1'),
      'jpeg',
      undefined,
    ],
    ['picture without a side', Buffer.from('GIF89a\0\0\u0002\0', 'latin1'), 'gif', undefined],
  ])('%s', (_what, bytes, kind, size) => {
    const known = fileKind(bytes);
    expect(known).toBe(kind);
    expect(promisedSize(bytes, known as 'png')).toEqual(size);
  });

  test.each([
    ['heic', '\0\0\0\u0018ftypheic\0\0\0\0'],
    ['other-picture', '\0\0\0\u0018ftypavif\0\0\0\0'],
    ['other-picture', 'II*\0\u0008\0\0\0'],
    ['archive', 'PK\u0003\u0004rest'],
    ['pdf', '%PDF-1.7\n'],
    ['pdf', `${' '.repeat(900)}%PDF-1.7\n`],
    ['text', 'HOLDFAST-RECOVERY-1\n'],
    ['text', 'BM is how a letter begins'],
    ['text', ''],
  ])('%s: %j', (kind, bytes) => {
    expect(fileKind(Buffer.from(bytes, 'latin1'))).toBe(kind);
  });
});

describe('the first bytes', () => {
  it.each([
    ['png', '\u0089PNG\r\n\u001a\n'],
    ['text', '\u0089PNG\r\n\u001a'],
    ['jpeg', '\u00ff\u00d8\u00ff'],
    ['text', '\u00ff\u00d8\u00fe'],
    ['text', '\u00ff\u00d9\u00ff'],
    ['text', '\u00fe\u00d8\u00ff'],
    ['gif', 'GIF87a'],
    ['text', 'GIF7'],
    ['webp', 'RIFFxxxxWEBP'],
    ['text', 'RIFFxxxxWAVE'],
    ['text', 'XIFFxxxxWEBP'],
    ['bmp', 'BMxxx\0xxxxxxxx\u000c\0'],
    ['bmp', 'BMxxx\0xxxxxxxx\u00ff\0'],
    ['text', 'BMxxx\0xxxxxxxx\u000b\0'],
    ['text', 'BMxxx\0xxxxxxxx\u000cx'],
    ['text', 'BMxxxxxxxxxxxx\u000c\0'],
    ['text', 'BMxxx\0'],
    ['text', 'xBxxx\0xxxxxxxx\u000c\0'],
    ...['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'].map((brand) => [
      'heic',
      `\0\0\0\0ftyp${brand}`,
    ]),
    ['other-picture', '\0\0\0\0ftypxxxx'],
    ['other-picture', 'MM\0*'],
    ['other-picture', 'II*\0'],
    ['text', 'MM*\0'],
    ['archive', 'PK\u0003\u0004'],
    ['text', 'PK\u0003\u0005'],
    ['pdf', `${'x'.repeat(1019)}%PDF-`],
    ['text', `${'x'.repeat(1020)}%PDF-`],
  ])('of %s: %j', (kind, bytes) => {
    expect(fileKind(latin(bytes))).toBe(kind);
  });

  it.each<readonly ['png' | 'jpeg' | 'gif' | 'webp' | 'bmp', string, unknown]>([
    ['png', `${'x'.repeat(12)}IHDR\0\0\u0001\u0002\0\0\0\u0003`, { width: 258, height: 3 }],
    ['png', `${'x'.repeat(12)}IDAT\0\0\u0001\u0002\0\0\0\u0003`, undefined],
    ['gif', 'GIF89a\u0001\u0002\u0003\0', { width: 513, height: 3 }],
    ['gif', 'GIF89a\u0001\u0002\0\0', undefined],
    ['bmp', `${'x'.repeat(18)}\u00fe\u00ff\u00ff\u00ff\u0005\0\0\0`, { width: 2, height: 5 }],
    [
      'webp',
      `${'x'.repeat(12)}VP8X${'x'.repeat(8)}\u0001\u0002\u0003\u0004\u0005\u0006`,
      { width: 197_122, height: 394_501 },
    ],
    ['webp', `${'x'.repeat(12)}VP8L${'x'.repeat(5)}\u0003\u00c0\u0002\u0010`, { width: 4, height: 12 }],
    ['webp', `${'x'.repeat(12)}VP8L${'x'.repeat(5)}\u00ff\u00ff\u00ff\u00ff`, { width: 16_384, height: 16_384 }],
    ['webp', `${'x'.repeat(12)}VP8 ${'x'.repeat(10)}\u0003\u0041\u0004\u0082`, { width: 259, height: 516 }],
    ['jpeg', '\u00ff\u00d8\u00ff\u00c0\0\u0011\u0008\u0001\u0002\u0003\u0004', { width: 772, height: 258 }],
    ['jpeg', '\u00ff\u00d8\u00ff\u00cf\0\u0011\u0008\0\u0002\0\u0004', { width: 4, height: 2 }],
    [
      'jpeg',
      '\u00ff\u00d8\u00ff\u00e0\0\u0004xx\u00ff\u00ff\u00ff\u00c2\0\u0011\u0008\0\u0002\0\u0004',
      { width: 4, height: 2 },
    ],
    ...['\u00c4', '\u00c8', '\u00cc', '\u00bf', '\u00d0', '\u00db'].map(
      (table) =>
        [
          'jpeg',
          `\u00ff\u00d8\u00ff${table}\0\u0009\u0008\0\u0009\0\u0009xx\u00ff\u00c1\0\u0011\u0008\0\u0002\0\u0004`,
          { width: 4, height: 2 },
        ] as const,
    ),
    ['jpeg', '\u00ff\u00d8\u00ff\u00e0\0\0\u00ff\u00c0\0\u0011\u0008\0\u0002\0\u0004', { width: 4, height: 2 }],
    ['jpeg', '\u00ff\u00d8xx', undefined],
  ])('promise the sides of a %s: %j', (kind, bytes, size) => {
    expect(promisedSize(latin(bytes), kind)).toEqual(size);
    // As a part of a larger store of bytes.
    const within = latin(`........${bytes}`).subarray(8);
    expect(promisedSize(within, kind)).toEqual(size);
  });
});

describe('a code of something else', () => {
  test.each([
    ['https://example.com/a', 'web'],
    ['taler://pay/shop.example.com/1/', 'taler'],
    ['payto://iban/DE75512108001245126199', 'payment'],
    ['BCD\n002\n1\nSCT', 'payment'],
    ['WIFI:T:WPA;S:home;P:secret;;', 'wifi'],
    ['BEGIN:VCARD\nN:Anna', 'contact'],
    ['mailto:anna@example.com', 'mail'],
    ['tel:+491234', 'phone'],
    ['ms10testsxxxxxxxxxxxxxxxxxxxxxxxxxx4nzvca9cmczlw', 'seed'],
    ['abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about', 'seed'],
    ['4006381333931', 'text'],
  ])('%j is told to be %s', (text, kind) => {
    expect([foreignKind(text), isOurs(text)]).toEqual([kind, false]);
    expect(shownOf(text).length).toBeLessThanOrEqual(kind === 'seed' ? 0 : 60);
  });

  test.each(['HOLD1 00R5X SQ48F', 'hold12name', 'HOLDFAST-RECOVERY-1', 'taler://restore/ABC/', 'holdfast:1:abc'])(
    '%j is ours',
    (text) => {
      expect(isOurs(text)).toBe(true);
    },
  );

  test.each([
    ['http://a', 'web'],
    ['WWW.example.com', 'web'],
    ['see https://a', 'text'],
    ['wwwx', 'text'],
    ['web+taler://pay/', 'taler'],
    ['taler+http://pay/', 'taler'],
    ['a taler: x', 'text'],
    ...['payto:', 'BCD\n', 'bitcoin:', 'ethereum:', 'lightning:', 'upi:', 'SPC\r\n'].map((begin) => [
      `${begin}x`,
      'payment',
    ]),
    ['BCDx', 'text'],
    ['no payto:', 'text'],
    ['my WIFI:', 'text'],
    ['MECARD:N:A', 'contact'],
    ['x BEGIN:VCARD', 'text'],
    ['MATMSG:TO:a', 'mail'],
    ['a mailto:b', 'text'],
    ['smsto:1', 'phone'],
    ['sms:1', 'phone'],
    ['hotel:1', 'text'],
    [`  ms1${'q'.repeat(20)} `, 'seed'],
    [`ms1${'q'.repeat(19)}`, 'text'],
    [`ms1${'q'.repeat(20)}!`, 'text'],
    [`xms1${'q'.repeat(20)}`, 'text'],
    [Array(12).fill('abandon').join(' '), 'seed'],
    [Array(24).fill('zoo').join(' '), 'seed'],
    [Array(11).fill('zoo').join(' '), 'text'],
    [Array(25).fill('zoo').join(' '), 'text'],
    [`${Array(12).fill('zoo').join(' ')} no`, 'text'],
  ])('that begins %j is %s', (text, kind) => {
    expect(foreignKind(text)).toBe(kind);
  });

  it('is shown by its first sixty letters, without blanks around', () => {
    expect(shownOf(`  ${'x'.repeat(61)} `)).toBe('x'.repeat(60));
    expect(shownOf(' x ')).toBe('x');
    expect(shownOf(`ms1${'q'.repeat(20)}`)).toBe('');
  });

  it.each(['threshold 1', 'household1', 'hold 2', 'taler://pay/', 'taler:restore/', 'HOLD  1'])(
    '%j is not ours',
    (text) => {
      expect(isOurs(text)).toBe(false);
    },
  );

  it.each(['my hold1', 'HOLD 1', 'taler+http://recovery/x', 'TALER://RESTORE/x', 'see taler://restore/x'])(
    '%j is ours, too',
    (text) => {
      expect(isOurs(text)).toBe(true);
    },
  );
});
