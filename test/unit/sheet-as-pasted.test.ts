// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../electron/backup/paper/decode.ts';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { recoveryToQr } from '../../electron/backup/paper/square.ts';
import { recoveryToText, secretGroups, sheetNumberFor } from '../../electron/backup/paper/text.ts';
import { bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import { openSecret, secret } from '../../electron/taler/crypto/secret.ts';

// The text of a sheet as programs hand it on. It is read as what it says, or refused for what it is.

const CASES = join(import.meta.dirname, 'sheet-text');

const read = (given: string | Uint8Array) => {
  const parsed = parseRecovery(typeof given === 'string' ? given : decodeText(given));
  if (!parsed.ok) return parsed.error;
  const { root, walletName, date, sheetNumber, providers } = parsed.value;
  return { root: bytesToHex(openSecret(root)), walletName, date, sheetNumber, providers };
};

const written = readFileSync(join(CASES, 'as-written.txt'), 'utf8');
const said = {
  root: '07'.repeat(64),
  walletName: 'Holdfast wallet',
  date: '2026-11-29',
  sheetNumber: 's754',
  providers: [{ name: 'sync', url: 'https://sync.example.org/' }],
};

it.each(readdirSync(CASES))('%s', (name) => {
  expect(read(readFileSync(join(CASES, name)))).toEqual({ ...said, root: expect.stringMatching(/^[0-9a-f]{128}$/) });
  expect(read(readFileSync(join(CASES, name)))).toEqual(read(written));
});

/** A sheet with several places, remarks and names in other scripts. */
const root = secret(Uint8Array.from({ length: 64 }, (_, at) => (at * 91 + 3) & 255));
const facts = {
  walletName: 'Zoë’s 家 wallet',
  date: '2026-11-23',
  providers: [
    { name: 'Dock = one', url: 'https://sync-1.example.com/a=b/' },
    { name: 'Cloud', url: 'holdfast+folder:0123456789ABCDEFGHJKMNPQRS', at: 'https://cloud.example.com/dav/Ada%20L/' },
    { name: '', url: 'holdfast+folder:ZZZZZZZZZZZZZZZZZZZZZZZZZZ' },
  ],
};
const sheet = { ...facts, root, sheetNumber: sheetNumberFor({ ...facts, root }) };
const text = recoveryToText(sheet);
const whole = { ...facts, root: bytesToHex(openSecret(root)), sheetNumber: sheet.sheetNumber };
const eachLine = (change: (line: string) => string) => text.trimEnd().split('\n').map(change).join('\n');
const utf16 = (given: string, order: 'le' | 'be', mark: boolean): Uint8Array => {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${given}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
const quotedPrintable = (given: string): string =>
  [...Buffer.from(given)]
    .map((byte) => (byte === 61 || byte > 126 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
    .join('')
    .replace(/.{60}(?=.)/g, (part) => `${part}=\r\n`);
const html = (given: string): string =>
  `<html><body><pre>${given.replaceAll('&', '&amp;').replaceAll('-', '&#8209;').replaceAll(' ', '&nbsp;').replaceAll('\n', '<br/>\n')}</pre></body></html>`;
const wrapAt = (given: string, width: number): string =>
  given
    .split('\n')
    .map((line) => line.replace(new RegExp(`(.{1,${width}})( |$)`, 'g'), '$1\n').trimEnd())
    .join('\n');

describe('every place and name is read from', () => {
  it.each<readonly [string, string | Uint8Array]>([
    ['the text as it is', text],
    ['its QR code', recoveryToQr(sheet).qrText],
    ['a text with a byte order mark', `\uFEFF${text}`],
    ['Windows line ends', text.replaceAll('\n', '\r\n')],
    ['line separators of a word processor', text.replaceAll('\n', '\u2028')],
    ['two line ends each', text.replaceAll('\n', '\n\n')],
    ['marks of direction round every line', eachLine((line) => `\u202A\u200E${line}\u200F\u202C`)],
    ['isolates and joiners inside the code', text.replaceAll(/(secret .*: \w\w)/g, '$1\u2060\u2066\u2069')],
    ['soft hyphens', text.replaceAll('RECOVERY', 'RECO\u00ADVERY').replaceAll('secret', 'sec\u00ADret')],
    ...['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\uFE63', '\uFF0D'].map(
      (dash) => [`the dash ${dash}`, text.replaceAll('-', dash)] as const,
    ),
    ['no-break spaces', text.replaceAll(' ', '\u00A0')],
    ['narrow and wide spaces', text.replaceAll(' ', '\u202F').replaceAll(': ', ':\u3000')],
    [
      'full width letters in all but names',
      eachLine((line) =>
        /^(wallet|provider)/.test(line)
          ? line
          : line.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
      ),
    ],
    ['UTF-16, little first, marked', utf16(text, 'le', true)],
    ['UTF-16, big first, marked', utf16(text, 'be', true)],
    ['UTF-16, little first', utf16(text, 'le', false)],
    ['UTF-16, big first', utf16(text, 'be', false)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['a mail', eachLine((line) => `> ${line}`)],
    ['a mail that was answered twice', eachLine((line) => `>>> ${line}`)],
    [
      'a mail with text around it',
      `Hello Anna,\n\nthis is it:\n\n${eachLine((line) => `> > ${line}`)}\n> -- \n> Bob\n\nBye`,
    ],
    ['the same sheet twice in one thread', `${text}\nOn Monday you wrote:\n${eachLine((line) => `> ${line}`)}`],
    ['a mail broken at 72', wrapAt(text, 72)],
    ['a mail in its source', quotedPrintable(text)],
    ['a page in its source', html(text)],
    ['quotation marks round it', `“${text.trimEnd()}”`],
    ['a code block', `\`\`\`\n${text}\`\`\``],
    ['no space round the equals sign', text.replaceAll(' = https', '=https')],
    ['lines that are indented', eachLine((line) => `\t  ${line}`)],
    [
      'steps that speak of it before',
      `Type from HOLDFAST-RECOVERY-1 to END.\n\n${text}\nNever give HOLDFAST-RECOVERY-1 away.`,
    ],
  ])('%s', (_, given) => {
    expect(read(given)).toEqual(whole);
  });

  it.each([
    ['one line', text.replaceAll('\n', ' ')],
    ['one line from its QR code', recoveryToQr(sheet).qrText.replaceAll('\n', ' ')],
    ['one line with text around it', `Look: ${text.replaceAll('\n', ' ')} and that is the END of it.`],
  ])('%s (where names end is a guess there)', (_, given) => {
    expect(read(given)).toMatchObject({
      root: whole.root,
      providers: facts.providers.map(({ name: _name, ...place }) => place),
    });
  });
});

describe('the code of the secret alone', () => {
  const groups = secretGroups(sheet);
  const alone = { root: whole.root, walletName: '', date: '', sheetNumber: sheet.sheetNumber, providers: [] };
  it.each([
    ['in groups', groups.join(' ')],
    ['as one word', groups.join('')],
    ['in small letters, over lines of any length', wrapAt(groups.join(' ').toLowerCase(), 23)],
    [
      'with its labels',
      text
        .split('\n')
        .filter((line) => line.startsWith('secret'))
        .join('\n'),
    ],
    ['with hyphens between', groups.join('-')],
    ['after some words', `My code is ${groups.join(' ')}. Keep it!`],
    ['before some words', `${groups.join(' ')}\nthanks, Anna`],
    ['in a mail', groups.map((group) => `> ${group}`).join('\n')],
    ['twice', `${groups.join(' ')}\n\n${groups.join('')}`],
  ])('%s', (_, given) => {
    expect(read(given)).toEqual(alone);
  });

  it('with an error: the group is named, and what it should say', () => {
    const wrong = groups.map((group, at) =>
      at === 9 ? `${group.slice(0, 4)}${group.endsWith('Q') ? 'P' : 'Q'}` : group,
    );
    const lines = [wrong.slice(0, 8).join(' '), wrong.slice(8).join(' ')].join('\n');
    expect(read(lines)).toMatchObject({
      kind: 'correction-proposed',
      changes: [{ kind: 'differs', facts: { group: 10, typed: wrong[9], proposed: groups[9] } }],
    });
    expect(read(groups.slice(0, 20).join(' '))).toMatchObject({
      why: { kind: 'characters-of-secret', facts: { got: 100 } },
    });
  });
});

describe('what is refused is called what it is', () => {
  const otherRoot = secret(Uint8Array.from({ length: 64 }, (_, at) => (at * 7 + 1) & 255));
  const other = { ...facts, root: otherRoot, sheetNumber: sheetNumberFor({ ...facts, root: otherRoot }) };
  const fewer = { ...facts, providers: facts.providers.slice(1), root, sheetNumber: '' };
  const newer = { ...fewer, sheetNumber: sheetNumberFor(fewer) };

  it.each([
    ['of two wallets', `${text}\n${recoveryToText(other)}`],
    ['of one wallet with other places', `${text}\n${recoveryToText(newer)}`],
    ['one of them with an error', `${text}\n${text.replace('END', 'ND')}`],
    ['quoted in an answer', `${text}\n${recoveryToText(other).replace(/^/gm, '> ')}`],
  ])('two sheets %s, with their lines', (_, given) => {
    expect(read(given)).toMatchObject({ kind: 'two-recovery-texts', line: 1 });
  });

  it('two codes alone', () => {
    expect(read(`${secretGroups(sheet).join(' ')}\nor\n${secretGroups(other).join(' ')}`)).toEqual({
      kind: 'two-recovery-texts',
      line: 1,
      other: 3,
    });
  });

  it('a sheet whose first line was mistyped is no secret alone: its places are not left out', () => {
    expect(read(text.replace('HOLDFAST', 'HOLDFST'))).toEqual({ kind: 'not-a-recovery-text', line: 1 });
  });

  it('no line that says HOLDFAST-RECOVERY-1 is said not to', () => {
    const spoilt = eachLine((line) => `\u200B>\u00A0${line.replace('date: ', 'datum: ')}`);
    expect(read(spoilt)).toMatchObject({ kind: 'recovery-line' });
    expect(read('hold 1 moment, HOLDFAST is a wallet')).toEqual({ kind: 'not-a-recovery-text', line: 1 });
  });

  it('an error in a mail is found on the line where it stands', () => {
    const at = text.split('\n').findIndex((line) => line.startsWith('secret 16-20')) + 1;
    const mail = `Hello\n\n${eachLine((line) => `> ${line.replace(/(secret 16-20:).*/, '$1 BIOBI BIOBI')}`)}`;
    expect(read(mail)).toMatchObject({ kind: 'recovery-line', line: at + 2, why: { kind: 'group-length' } });
    const one = `Hello\n\n${eachLine((line) => `> ${line.replace(/(secret 16-20: .)./, '$1B')}`)}`;
    expect(read(one)).toMatchObject({ kind: 'correction-proposed', changes: [{ facts: { group: 16 } }] });
  });
});

it('a name that a page gives back in another order does not keep its address from being read', () => {
  const turned = written.replace(
    /^provider 1 of 1: .*?(\S+) (\[[^\]]+\])$/m,
    'provider 1 of 1: (2) = גיבוי של דנה $1 $2',
  );
  expect(turned).not.toBe(written);
  expect(read(turned)).toMatchObject({ providers: [{ name: '', url: 'https://sync.example.org/' }] });
});
