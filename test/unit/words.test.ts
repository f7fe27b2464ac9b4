// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseMessage, validate, visit } from 'messageformat';
import { subjects } from '../../shared/facts/subjects.ts';
import { en } from '../../shared/words/en.ts';
import { pseudo } from '../../shared/words/pseudo.ts';
import { isLanguage, languageOf, words, type MessageKey } from '../../shared/words/words.ts';
import { TEXTS } from '../support/all-languages.ts';
import { literal } from '../../shared/words/spoken.ts';
import { listSources } from '../support/imports.ts';

/** What a message asks for: each name with its function, in order of the alphabet. */
const placesOf = (source: string): readonly string[] => {
  const found = new Map<string, string>();
  visit(parseMessage(source), {
    expression: ({ arg, functionRef }) => {
      if (arg?.type !== 'variable') return;
      const wanted = functionRef === undefined ? (found.get(arg.name) ?? 'text') : functionRef.name;
      found.set(arg.name, wanted);
    },
  });
  return [...found].map(([name, wanted]) => `${name} :${wanted}`).sort();
};

const KEYS = Object.keys(en) as readonly MessageKey[];

describe.each(Object.entries(TEXTS))('%s', (_language, texts: Readonly<Record<string, string>>) => {
  test('has every sentence, and none that English does not have', () => {
    expect(Object.keys(texts).sort()).toEqual([...KEYS].sort());
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('every sentence is a valid message with the parameters of the English one', () => {
    const problems: string[] = [];
    for (const key of KEYS) {
      const source = texts[key] ?? '';
      validate(parseMessage(source), (type) => problems.push(`${key}: ${type}`));
      if (String(placesOf(source)) !== String(placesOf(en[key]))) problems.push(`${key}: ${String(placesOf(source))}`);
    }
    expect(problems).toEqual([]);
  });
});

describe('every sentence', () => {
  const sources = [
    ...listSources(['renderer', 'electron']),
    'shared/words/party.ts',
    'shared/words/escrow.ts',
    'shared/shortcuts.ts',
  ]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  /** beginnings of keys that are put together from a kind: `outcome.${outcome}` */
  const families = [...sources.matchAll(/`([a-z][\w.-]+\.)\$\{/g)].map((match) => match[1] ?? '');

  /** whatever stands between single quotation marks: read once, for to search all sources for each of the keys takes seconds */
  const quoted = new Set([...sources.matchAll(/(?<=')[a-z][\w.-]*(?=')/gi)].map(([text]) => text));

  /** What is said by kind and facts is looked after by facts.test.ts. */
  const isSaid = (key: string): boolean =>
    Object.keys(subjects).some((subject) => key.startsWith(`${subject}.`) || key.startsWith(`hint.${subject}.`));

  test('is used', () => {
    const used = (key: string): boolean =>
      quoted.has(key) || families.some((family) => key.startsWith(family)) || key === 'time.never' || isSaid(key);
    expect(KEYS.filter((key) => !used(key))).toEqual([]);
  });

  test('stands in one file only', () => {
    const files = listSources(['shared/words/en']).map((path) => readFileSync(path, 'utf8'));
    const keys = files.flatMap((text) => [...text.matchAll(/^ {2}'([^']+)':/gm)].map((match) => match[1]));
    expect(keys.length).toBe(new Set(keys).size);
    expect(keys.length).toBe(KEYS.length);
  });
});

describe('a sentence', () => {
  test('shows sums, times and numbers as the person writes them', () => {
    const american = words('en-US', 'America/New_York');
    const german = words('de-DE', 'Europe/Berlin');
    const swiss = words('de-CH', 'Europe/Zurich');
    const at = Date.UTC(2026, 2, 12, 23, 30);
    expect(american.time(at)).toBe('Mar 12, 2026, 7:30 PM');
    expect(german.time(at)).toBe('13.03.2026, 00:30');
    expect(american.amount('KUDOS:4503599627370496.00000001')).toBe('4,503,599,627,370,496.00000001 KUDOS');
    expect(german.amount('EUR:1234567.5')).toBe('1.234.567,50 EUR');
    expect(swiss.amount('CHF:1234.5')).toMatch(/^1['’]234\.50 CHF$/);
    expect([german.change('EUR:3'), german.change('EUR:-3'), german.change('EUR:0')]).toEqual([
      '+3,00 EUR',
      '−3,00 EUR',
      '0,00 EUR',
    ]);
    expect(german.span(30 * 86_400_000)).toBe('30 Tage');
    expect(american.list([literal('A'), literal('B'), literal('C')])).toBe('A, B, and C');
    expect(german.day(Number.POSITIVE_INFINITY)).toBe(german.t('time.never'));
  });

  test('speaks the language nearest to the locale, and English with the region’s numbers where it has none', () => {
    expect([words('de-AT').locale, words('la-FR').language, words('la-FR').amount('EUR:1234.5')]).toEqual([
      'de-AT',
      'en',
      words('en-FR').amount('EUR:1234.5'),
    ]);
    expect(['de', 'DE_de', 'en-GB', 'zh-Hant', '', 'constructor'].map(languageOf)).toEqual([
      'de',
      'de',
      'en',
      'en',
      'en',
      'en',
    ]);
    expect(words('not a locale').locale).toBe('en');
    expect([isLanguage('de'), isLanguage('toString')]).toEqual([true, false]);
  });

  test('has the numbers, quotation marks and spaces of its language', () => {
    const { t, amount, day, foreign, dir } = words('fr-CA', 'UTC');
    expect([amount('CAD:1234.5'), day(0), foreign.name('A')]).toEqual([
      '1\u00a0234,50 CAD',
      '1 janv. 1970',
      '«\u00a0A\u00a0»',
    ]);
    expect([dir, words('ar').dir, words('ar').language]).toEqual(['ltr', 'rtl', 'ar']);
    expect(words('es-MX').amount('MXN:1234.5')).toBe('1,234.50 MXN');
    expect(words('fr-CH').amount('CHF:1234.5')).toMatch(/^1['’\u202f]234,50 CHF$/);
    expect(t('proposal.title')).toBe('Est-ce bien ce que dit la feuille\u202f?');
    expect(t('safety.place-asks', { place: 'A', why: literal('B') })).toBe('«\u00a0A\u00a0»\u00a0: B');
  });

  test('isolates a name that would turn the line around, and leaves all others alone', () => {
    const { t } = words('en');
    expect(t('provider.remove.title', { name: 'Example Backup' })).not.toMatch(/[\u2066-\u2069]/);
    expect(t('provider.remove.title', { name: 'חנות 00.1' })).toMatch(/\u2068“חנות 00\.1”\u2069/);
  });

  test('from right to left keeps numbers, addresses and names in the direction of their own letters', () => {
    const { t, amount, change } = words('ar', 'UTC');
    expect(amount('KUDOS:4.2')).toBe('\u2067\u20684.20\u2069 KUDOS\u2069');
    expect(change('KUDOS:-4.2')).toBe('\u2067\u2068\u200e−4.20\u2069 KUDOS\u2069');
    expect(t('failure.unreachable', { host: 'a.example:80' })).toContain('\u2066a.example:80\u2069');
    expect(t('provider.remove.title', { name: 'مرفأ 1' })).toContain('\u2068«مرفأ 1»\u2069');
    expect(t('sheetTest.leads-to', { places: ['https://a.example/', 'B 2'] })).toContain(
      '\u2067\u2068a.example\u2069 و\u2068«B 2»\u2069\u2069',
    );
    expect(words('ar-EG').amount('KUDOS:4.2')).toContain('٤٫٢٠');
  });

  test('takes text for a sum as it is, because a sentence never stops a wallet', () => {
    expect(words('en').t('provider.cap', { cap: 'nonsense' })).toContain('nonsense');
  });
});

describe('the types', () => {
  test('refuse a missing, an extra and a wrong parameter, and an unknown key', () => {
    const { t } = words('en');
    const lines = (): void => {
      // @ts-expect-error: `cap` is missing
      t('provider.cap', {});
      // @ts-expect-error: no parameters at all
      t('provider.cap');
      // @ts-expect-error: `extra` belongs to no place of the sentence
      t('provider.cap', { cap: 'KUDOS:1', extra: 'x' });
      // @ts-expect-error: a count is a number
      t('pending.attempts', { count: '3' });
      // @ts-expect-error: this sentence has no place
      t('app.opening', { name: 'x' });
      // @ts-expect-error: no such sentence
      t('app.unknown');
    };
    expect(lines).toBeTypeOf('function');
  });

  test('a key known only as a union needs the parameters of all of its sentences', () => {
    const { t } = words('en');
    const kind: 'push' | 'pull' = Math.abs(1) === 1 ? 'push' : 'pull';
    expect(t(`peer.${kind}.qr`, { sum: 'KUDOS:1' })).toContain('1.00 KUDOS');
    // @ts-expect-error: both need a sum
    t(`peer.${kind}.qr`);
  });
});

describe('the pseudo-locales', () => {
  test('change every letter of a message and no place', () => {
    expect(pseudo('{$sum :amount} to {$name}')).toBe('⟦{$sum :amount} ťó {$name}~~⟧');
    const { t, dir } = words('en-XA');
    expect(t('provider.cap', { cap: 'KUDOS:1' })).toMatch(/^⟦.*1\.00 KUDOS.*⟧$/);
    expect([dir, words('ar-XB').dir]).toEqual(['ltr', 'rtl']);
  });

  test('every sentence has a pseudo form with the same parameters', () => {
    expect(KEYS.filter((key) => String(placesOf(pseudo(en[key]))) !== String(placesOf(en[key])))).toEqual([]);
  });
});
