// SPDX-License-Identifier: GPL-3.0-or-later
import { explainBackupFailure } from '../../electron/backup/failure/explain.ts';
import { english } from '../support/english.ts';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { urlCheck } from '../../electron/backup/paper/address.ts';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { recoveryToQr } from '../../electron/backup/paper/square.ts';
import { recoveryToText, secretGroups, sheetNumberFor, type Recovery } from '../../electron/backup/paper/text.ts';
import { openProvider } from '../../electron/backup/providers/kinds.ts';
import { bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import { openSecret, secret } from '../../electron/taler/crypto/secret.ts';
import { realWorld } from '../../electron/world.ts';

const facts = {
  walletName: 'Anna’s wallet',
  date: '2026-11-23',
  providers: [
    { name: 'Free one', url: 'https://sync.example.com/sub/path/' },
    { name: 'USB = stick', url: 'holdfast+folder:0123456789ABCDEFGHJKMNPQRS' },
  ],
};
/** Places with an id of their own: reached by an address, and of a kind that only a newer Holdfast knows. */
const places = [
  {
    name: 'Cloud',
    url: 'holdfast+folder:0123456789ABCDEFGHJKMNPQRS',
    at: 'https://Cloud.Example.com/dav/Ada%20L/Backup/',
  },
  { name: 'Tape', url: 'holdfast+tape:ZZZZZZZZZZZZZZZZZZZZZZZZZZ' },
  { name: '', url: 'holdfast+vault-2:00000000000000000000000000', at: `https://a.example/${'long/'.repeat(20)}` },
];
const rootBytes = Uint8Array.from({ length: 64 }, (_, i) => (i * 37 + 11) & 255);
const sheet: Recovery = {
  ...facts,
  root: secret(rootBytes),
  sheetNumber: sheetNumberFor({ ...facts, root: secret(rootBytes) }),
};
const text = recoveryToText(sheet);
const lines = text.split('\n');
const lineOf = (start: string): number => lines.findIndex((line) => line.startsWith(start)) + 1;

const readBack = (given: string): unknown => {
  const read = parseRecovery(given);
  return read.ok ? { ...read.value, root: bytesToHex(openSecret(read.value.root)) } : read.error;
};
const everything = { ...sheet, root: bytesToHex(rootBytes) };
const changeLine = (start: string, change: (line: string) => string): string =>
  lines.map((line) => (line.startsWith(start) ? change(line) : line)).join('\n');

describe('a place with an address beside its id', () => {
  const placed: Recovery = {
    ...sheet,
    providers: places,
    sheetNumber: sheetNumberFor({ ...facts, root: secret(rootBytes), providers: places }),
  };
  const written = recoveryToText(placed);
  const expected = { ...placed, root: bytesToHex(rootBytes) };

  it('is read back with it, from text and QR code, also typed in small letters or over two lines', () => {
    expect(readBack(written)).toEqual(expected);
    expect(readBack(recoveryToQr(placed).qrText)).toEqual(expected);
    const small = written.replaceAll(/holdfast\+[a-z0-9-]+:[0-9A-Z]{26}/g, (id) => id.toLowerCase());
    expect(readBack(small)).toEqual(expected);
    expect(readBack(written.replaceAll(/^(provider .{70})/gm, '$1\n    '))).toEqual(expected);
  });

  it('says that it asks for more than the sheet holds; the sheet has another number when its address changes', () => {
    expect(written.match(/^# Provider \d asks for a user name and a password/gm)).toEqual([
      '# Provider 1 asks for a user name and a password',
      '# Provider 3 asks for a user name and a password',
    ]);
    const moved = places.map((each) => (each.at === undefined ? each : { ...each, at: 'https://b.example/' }));
    expect(sheetNumberFor({ ...facts, root: secret(rootBytes), providers: moved })).not.toBe(placed.sheetNumber);
  });

  it('is refused by line when a character of id or address is wrong, or it is no address at all', () => {
    const change = (from: string | RegExp, to: string): unknown => readBack(written.replace(from, to));
    const line = written.split('\n').findIndex((each) => each.startsWith('provider 1 ')) + 1;
    for (const wrong of [
      change('/Backup/ [', '/backup/ ['),
      change('@https://Cloud', '@https://Clud'),
      change('@https', '@ftp'),
      change('PQRS@', 'PQRT@'),
      change('+folder:', '+older:'),
      change('PQRS@', 'PQRIL@'),
    ])
      expect(wrong).toMatchObject({ kind: 'recovery-line', line });
  });
});

describe('the recovery text', () => {
  it('begins with its name, numbers its groups of five, and ends with END', () => {
    expect(lines[0]).toBe('HOLDFAST-RECOVERY-1');
    expect(lines.filter((line) => line.startsWith('secret')).map((line) => line.slice(0, 18))).toEqual([
      'secret 01-05: HOLD',
      expect.stringMatching(/^secret 06-10: /),
      expect.stringMatching(/^secret 11-15: /),
      expect.stringMatching(/^secret 16-20: /),
      expect.stringMatching(/^secret 21-25: /),
      expect.stringMatching(/^secret 26: [A-Z0-9]{4}$/),
    ]);
    expect(lines.at(-2)).toBe('END');
    expect(readBack(text)).toEqual(everything);
    expect(readBack(recoveryToQr(sheet).qrText)).toEqual(everything);
  });

  it('survives retyping: letter case, spaces, empty lines, Windows line ends, no group numbers, no check characters', () => {
    const secretOnly = lines
      .filter((line) => line.startsWith('secret'))
      .map((line) => line.replace(/^secret [^:]*/, 'secret'));
    const variants = [
      lines.map((line) => (/[=’]/.test(line) ? line : line.toLowerCase())).join('\r\n'),
      lines.map((line) => `  ${line.replaceAll(' ', '   ')} `).join('\n\n'),
      [
        ...lines.filter((line) => !line.startsWith('secret') && line !== 'END' && line !== ''),
        ...secretOnly,
        'end',
      ].join('\n'),
      lines.map((line) => line.replace(/ \[\w{4}\]$/, '')).join('\n'),
      `\uFEFF${text}\nthank you for reading`,
    ];
    for (const variant of variants) expect(readBack(variant)).toEqual(everything);
  });

  it('a provider line that the paper breaks in two, anywhere, is read as one', () => {
    const at = lineOf('provider 1') - 1;
    const long = lines[at] ?? '';
    for (let cut = 'provider 1 of 2: '.length; cut < long.length; cut += 1) {
      const broken = [...lines.slice(0, at), long.slice(0, cut), long.slice(cut), ...lines.slice(at + 1)].join('\n');
      const read = parseRecovery(broken);
      expect(read.ok && read.value.providers.map((each) => each.url)).toEqual(facts.providers.map((each) => each.url));
    }
  });

  it('reads back whatever names a wallet and its providers have, for both root lengths', () => {
    const url = fc
      .webUrl()
      .map((given) => new URL(given))
      .map((parsed) => `${parsed.origin}${parsed.pathname.replace(/\/?$/, '/')}`);
    fc.assert(
      fc.property(
        fc.string(),
        fc.uniqueArray(url, { maxLength: 4 }),
        fc.constantFrom(32, 64),
        fc.string(),
        (name, urls, length, walletName) => {
          const given = { walletName, date: '2026-01-31', providers: urls.map((each) => ({ name, url: each })) };
          const root = secret(rootBytes.slice(0, length));
          const read = parseRecovery(
            recoveryToText({ ...given, root, sheetNumber: sheetNumberFor({ ...given, root }) }),
          );
          expect(
            read.ok && [read.value.providers.map((each) => each.url), bytesToHex(openSecret(read.value.root))],
          ).toEqual([urls, bytesToHex(rootBytes.slice(0, length))]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('reads back as many places as a wallet may have, with the longest names and addresses', () => {
    const providers = Array.from({ length: 32 }, (_, at) => {
      const begin = `https://place-${at}.example/`;
      return { name: 'n'.repeat(58) + String(at), url: `${begin}${'x'.repeat(1023 - begin.length)}/` };
    });
    const given = { ...facts, providers, root: secret(rootBytes) };
    const written = recoveryToText({ ...given, sheetNumber: sheetNumberFor(given) });
    expect(written.length).toBeGreaterThan(35_000);
    const read = parseRecovery(written);
    expect(read.ok && read.value.providers).toEqual(providers);
  });

  it('the sheet number changes with the providers and with the secret', () => {
    const numberOf = (change: Partial<Omit<Recovery, 'sheetNumber'>>): string =>
      sheetNumberFor({ ...facts, root: secret(rootBytes), ...change });
    expect(numberOf({})).toBe(sheet.sheetNumber);
    expect(numberOf({ providers: facts.providers.slice(1) })).not.toBe(sheet.sheetNumber);
    // Two wallets of one name, printed on one day, with the same places.
    expect(numberOf({ root: secret(rootBytes.map((byte) => byte ^ 1)) })).not.toBe(sheet.sheetNumber);
  });

  it('a sheet that was numbered in another way is read like any other', () => {
    const read = parseRecovery(recoveryToText({ ...sheet, sheetNumber: 'qpzr' }));
    expect(read.ok && bytesToHex(openSecret(read.value.root))).toBe(bytesToHex(rootBytes));
  });
});

describe('a wrong recovery text says which line', () => {
  const groupOf = (number: number): string => secretGroups(sheet)[number - 1] ?? '';
  const proposed = (group: number, typed: string) => ({
    kind: 'correction-proposed',
    changes: [{ kind: 'differs', facts: { group, typed, proposed: groupOf(group) } }],
  });
  const lastWrong = (line: string): string => line.slice(0, -1) + (line.endsWith('Q') ? 'P' : 'Q');

  it('one wrong character in the secret: the group, with what it should say', () => {
    const wrong = changeLine('secret 11-15', lastWrong);
    expect(readBack(wrong)).toMatchObject(proposed(15, lastWrong(groupOf(15))));
  });

  it('a character the code does not have', () => {
    const wrong = changeLine('secret 06-10', (line) => line.slice(0, -1) + 'B');
    expect(readBack(wrong)).toMatchObject(proposed(10, `${groupOf(10).slice(0, 4)}B`));
    const none = changeLine('secret 06-10', (line) => `${line.slice(0, 13)}${' BIOBI'.repeat(5)}`);
    expect(readBack(none)).toMatchObject({
      kind: 'recovery-line',
      line: lineOf('secret 06-10'),
      why: { kind: 'unused-character' },
    });
  });

  it('a missing character, a missing line, two lines exchanged', () => {
    expect(readBack(changeLine('secret 16-20', (line) => line.slice(0, -1)))).toMatchObject(
      proposed(20, groupOf(20).slice(0, -1)),
    );
    expect(readBack(lines.filter((line) => !line.startsWith('secret 06-10')).join('\n'))).toMatchObject({
      kind: 'recovery-line',
      line: lineOf('secret 06-10'),
      why: { kind: 'groups-missing', facts: { first: 6, last: 10 } },
    });
    expect(readBack(lines.filter((line) => !line.startsWith('secret 26')).join('\n'))).toMatchObject({
      kind: 'correction-proposed',
      changes: [{ kind: 'unread', facts: { group: 26, proposed: groupOf(26) } }],
    });
    const [first = '', second = ''] = lines.filter((line) => /^secret (?:16|21)/.test(line));
    const exchanged = lines.map((line) => (line === first ? second : line === second ? first : line));
    expect(readBack(exchanged.join('\n'))).toEqual(everything);
  });

  it('many wrong characters: more than can be found', () => {
    const wrong = changeLine('secret 11-15', (line) => `${line.slice(0, 13)}${' QQQQQ'.repeat(5)}`);
    expect(readBack(wrong)).toEqual({ kind: 'too-damaged' });
  });

  it('cut off after any line before END', () => {
    for (let kept = 1; kept < lines.length - 1; kept += 1) {
      expect(readBack(lines.slice(0, kept).join('\n'))).toEqual({
        kind: 'recovery-truncated',
        line: kept === 2 ? 1 : kept,
      });
    }
  });

  it('a mistyped provider, a missing provider, a wrong sheet number, a wrong date, a line of something else', () => {
    expect(readBack(changeLine('provider 1', (line) => line.replace('example.com', 'exanple.com')))).toMatchObject({
      line: lineOf('provider 1'),
    });
    expect(readBack(changeLine('provider 1', (line) => line.replace('https', 'ftp')))).toMatchObject({
      line: lineOf('provider 1'),
    });
    expect(readBack(lines.filter((line) => !line.startsWith('provider 1')).join('\n'))).toMatchObject({
      line: lineOf('provider 1'),
    });
    expect(readBack(lines.filter((line) => !line.startsWith('provider 2')).join('\n'))).toMatchObject({
      line: lineOf('provider 1'),
    });
    expect(readBack(changeLine('sheet', () => 'sheet: QQQQ'))).toMatchObject({ line: lineOf('sheet') });
    expect(readBack(changeLine('date', () => 'date: 2026-13-01'))).toMatchObject({ line: lineOf('date') });
    expect(readBack(changeLine('date', () => 'once upon a time'))).toMatchObject({ line: lineOf('date') });
  });

  it('something else, something newer, something huge', () => {
    expect(readBack('hello')).toEqual({ kind: 'not-a-recovery-text', line: 1 });
    expect(readBack('\n\n')).toEqual({ kind: 'not-a-recovery-text', line: 1 });
    expect(readBack(text.replace('RECOVERY-1', 'RECOVERY-2'))).toEqual({
      kind: 'newer-recovery-text',
      line: 1,
      version: 2,
    });
    expect(readBack('x'.repeat(44_001))).toEqual({ kind: 'recovery-too-long', limit: 44_000 });
  });

  it('every failure is a sentence that quotes no more of the secret than what is proposed', () => {
    const read = parseRecovery(changeLine('secret 11-15', lastWrong));
    if (read.ok) throw new Error('must fail');
    const said = english('failure', explainBackupFailure(read.error));
    expect(secretGroups(sheet).filter((group) => said.includes(group))).toEqual([groupOf(15)]);
    expect(JSON.stringify(read)).toContain('"code":"<secret>","payload":"<secret>"');
  });
});

describe('URIs of GNU Taler wallets', () => {
  type Case = {
    readonly kind: string;
    readonly recovery?: {
      readonly walletRootPriv: string;
      readonly providers: readonly { readonly name: string; readonly url: string }[];
    };
    readonly recovery_uri_by_peer?: string;
  };
  const { cases } = JSON.parse(readFileSync(new URL('../vectors/data/sync-backup.json', import.meta.url), 'utf8')) as {
    readonly cases: readonly Case[];
  };
  const recorded = cases.find((each) => each.kind === 'recovery-document');

  it('taler://recovery with a 32-byte root, as the wallet of 2022 wrote it', () => {
    const read = parseRecovery(recorded?.recovery_uri_by_peer ?? '');
    expect(read.ok && openSecret(read.value.root).length).toBe(32);
    expect(read.ok && read.value.providers).toEqual(
      recorded?.recovery?.providers.map(({ name, url }) => ({ name, url })),
    );
  });

  it('taler://restore with a 64-byte root', () => {
    const root = '0'.repeat(103);
    const read = parseRecovery(`taler://restore/${root}/${encodeURIComponent('https://sync.example.com/')}`);
    expect(read.ok && openSecret(read.value.root).length).toBe(64);
    expect(read.ok && read.value.providers).toEqual([{ name: '', url: 'https://sync.example.com/' }]);
  });

  it('a cut-off key, and a URI for something else', () => {
    expect(readBack(`taler://restore/${'0'.repeat(60)}/`)).toEqual({ kind: 'malformed-recovery-uri', why: 'key' });
    expect(readBack('taler://pay/merchant.example/order/')).toEqual({ kind: 'malformed-recovery-uri', why: 'pay' });
  });
});

describe('a sheet of a newer Holdfast', () => {
  const forms = [
    'holdfast+s3:bucket/ada@eu-1',
    'holdfast+share:2:of:3',
    'holdfast+folder:short@s3://bucket',
    `holdfast+a:${'x'.repeat(1000)}`,
  ];
  const withPlace = (written: string, check: string): string =>
    text.replace(/^(provider 1 of 2: Free one = ).*$/m, `$1${written} [${check}]`);

  it.each(forms)('with a place of another form (%s) opens all the same', (written) => {
    const read = parseRecovery(withPlace(written, urlCheck(written)));
    expect(read.ok ? read.value.providers : read.error).toEqual([
      { name: 'Free one', url: written },
      facts.providers[1],
    ]);
    if (!read.ok) return;
    expect(openProvider(realWorld(), read.value.root, written, {})).toEqual({ kind: 'needs-newer' });
    expect(recoveryToText({ ...sheet, providers: read.value.providers })).toContain(
      `${written} [${urlCheck(written)}]`,
    );
  });

  it.each(forms)('and its check characters still find a slip in it (%s)', (written) => {
    const slip = written.replace(/.$/, (last) => (last === 'z' ? 'y' : 'z'));
    expect(parseRecovery(withPlace(slip, urlCheck(written)))).toMatchObject({
      ok: false,
      error: { kind: 'recovery-line', why: { kind: 'address-check' } },
    });
  });
});
