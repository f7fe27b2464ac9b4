// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { parseMessage, visit } from 'messageformat';
import { NEVER_MS, type Fact, type Table } from '../../shared/facts/fact.ts';
import { readSaid } from '../../shared/facts/read.ts';
import { subjects, type Said, type Subject } from '../../shared/facts/subjects.ts';
import { en } from '../../shared/words/en.ts';
import { say } from '../../shared/words/say.ts';
import { LANGUAGES, words } from '../../shared/words/words.ts';
import { TEXTS } from '../support/all-languages.ts';

const ENGLISH: Readonly<Record<string, string>> = en;
const SUBJECTS = Object.keys(subjects) as readonly Subject[];
const tableOf = (subject: Subject): Table => subjects[subject];

/** Every kind with its facts. */
const kinds = SUBJECTS.flatMap((subject) =>
  Object.entries(tableOf(subject)).map(([kind, facts]) => ({ subject, kind, facts, key: `${subject}.${kind}` })),
);

/** The main messages of a kind: one, or one for each choice. */
const mainKeys = (key: string, facts: Table[string]): readonly string[] =>
  Object.values(facts).reduce<readonly string[]>(
    (keys, fact) => (typeof fact === 'string' ? keys : keys.flatMap((each) => fact.map((word) => `${each}.${word}`))),
    [key],
  );

const addedKeys = (key: string, facts: Table[string]): readonly string[] =>
  Object.keys(facts)
    .map((name) => `${key}+${name}`)
    .filter((each) => Object.hasOwn(en, each));

/** What a message asks for: each name with its function. */
const placesOf = (source: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  visit(parseMessage(source), {
    expression: ({ arg, functionRef }) => {
      if (arg?.type === 'variable') found.set(arg.name, functionRef?.name ?? found.get(arg.name) ?? 'string');
    },
  });
  return found;
};

/** By which function a message may show a fact: what `say` has made of sayings and sums is said, any other text is somebody's. */
const shownBy = (fact: Fact): readonly string[] => {
  if (typeof fact !== 'string') return [];
  const type = fact.replace(/\?$/, '');
  if (type.includes(':') || type === 'amounts') return ['said'];
  if (type === 'string')
    return ['name', 'quote', 'host', 'place', 'address', 'code', 'version', 'file', 'currency', 'way', 'field'];
  if (type === 'list') return ['names', 'hosts', 'places', 'codes', 'currencies'];
  return type === 'time' ? ['time', 'day'] : [type];
};

describe('what the wallet says', () => {
  test('every kind of failure, state and note has its sentences', () => {
    const missing = kinds.flatMap(({ key, facts }) => mainKeys(key, facts)).filter((key) => !Object.hasOwn(en, key));
    expect(missing).toEqual([]);
  });

  test('no sentence is for a kind that nothing says', () => {
    const said = new Set(kinds.flatMap(({ key, facts }) => [...mainKeys(key, facts), ...addedKeys(key, facts)]));
    const ours = Object.keys(en).filter((key) => SUBJECTS.some((subject) => key.startsWith(`${subject}.`)));
    expect(ours.filter((key) => !said.has(key))).toEqual([]);
  });

  test('a sentence uses only facts its kind has, as what they are; a fact that may be missing only where it is there', () => {
    const problems: string[] = [];
    for (const { key, facts } of kinds) {
      for (const each of [...mainKeys(key, facts), ...addedKeys(key, facts)]) {
        for (const [name, by] of placesOf(ENGLISH[each] ?? '')) {
          const fact = facts[name];
          if (fact === undefined || !shownBy(fact).includes(by)) problems.push(`${each}: {$${name} :${by}}`);
          else if (typeof fact === 'string' && fact.endsWith('?') && !each.includes('+'))
            problems.push(`${each}: ${name} may be missing`);
        }
      }
    }
    expect(problems.filter((each) => !KNOWN.includes(each))).toEqual([]);
  });

  test('a hint of the command line is for a kind there is, and shows only facts the kind always has', () => {
    const hints = Object.entries(ENGLISH).filter(([key]) => key.startsWith('hint.'));
    const problems = hints.filter(([key, text]) => {
      const facts = kinds.find((each) => `hint.${each.key}` === key)?.facts;
      return !facts || [...placesOf(text)].some(([name, by]) => !shownBy(facts[name] ?? 'said:').includes(by));
    });
    expect([hints.length > 0, problems]).toEqual([true, []]);
  });

  test.each(Object.keys(LANGUAGES).filter((each) => each !== 'en'))('%s is not English', (language) => {
    const texts: Readonly<Record<string, string>> = TEXTS[language as keyof typeof TEXTS];
    const same = kinds
      .flatMap(({ key, facts }) => [...mainKeys(key, facts), ...addedKeys(key, facts)])
      .filter(
        (key) => texts[key] === ENGLISH[key] && /[a-z]{3,} /.test((ENGLISH[key] ?? '').replace(/\{[^}]*\}/g, '')),
      );
    expect(same).toEqual([]);
  });

  test('names no command, and no word that people do not use', () => {
    const never =
      /'holdfast |--[a-z]|\b(reserve|coins?|blob|denomination|epoch|quorum|purse|provider|merchant|entry)\b/i;
    const bad = kinds
      .flatMap(({ key, facts }) => [...mainKeys(key, facts), ...addedKeys(key, facts)])
      .filter((key) => never.test((ENGLISH[key] ?? '').replace(/\{[^}]*\}|\.(input|match)[^{]*/g, '')))
      // The lines of a sheet are quoted as they are printed.
      .filter((key) => !key.startsWith('recoveryLine.'));
    expect(bad).toEqual([]);
  });
});

/** Two counts that stand together: the gate names both or neither. */
const KNOWN = [
  'failure.not-backed-up-yet.too-few-providers: wanted may be missing',
  'failure.not-backed-up-yet.too-few-providers: there may be missing',
  'failure.not-backed-up-yet.fees-first: fees may be missing',
  'failure.not-backed-up-yet.fees-lacking: fees may be missing',
  'failure.not-backed-up-yet.fees-too-high: fees may be missing',
];

describe('saying it', () => {
  test('shows amounts and times as the person writes them, adds what is known, and nests', () => {
    const said: Said<'failure'> = {
      kind: 'insufficient-balance',
      facts: { needed: 'CHF:1234.5', fees: 'CHF:0.5', available: 'CHF:7', pending: 'CHF:3' },
    };
    expect(say(words('en'), 'failure', said)).toBe(
      '1,234.50 CHF is needed, 0.50 CHF of it for fees, and 7.00 CHF of one issuer can be used. Nothing was paid. 3.00 CHF more is on its way.',
    );
    expect(say(words('de'), 'failure', said)).toContain('1.234,50 CHF');
    const nested: Said<'placeNote'> = {
      kind: 'unpaid',
      facts: { why: { kind: 'unreachable', facts: { host: 'shop.example' } } },
    };
    expect(say(words('en'), 'placeNote', nested)).toMatch(
      /^It wants to be paid first\. shop\.example cannot be reached/,
    );
  });

  test('a time that never comes is a word, and a kind of a newer version shows as its name', () => {
    const open: Said<'note'> = { kind: 'invoice-open', facts: { until: NEVER_MS } };
    expect(say(words('en'), 'note', open)).toContain(words('en').t('time.never'));
    expect(say(words('en'), 'failure', { kind: 'from-the-future', facts: {} } as never)).toBe('from-the-future');
  });

  test('what was stored is read by its table, and nothing else is', () => {
    const row = JSON.parse(
      '{"kind":"fee-above-cap","facts":{"fee":"KUDOS:2","cap":"KUDOS:1","more":"x"},"x":1}',
    ) as unknown;
    expect(readSaid('ask', row)).toEqual({ kind: 'fee-above-cap', facts: { fee: 'KUDOS:2', cap: 'KUDOS:1' } });
    expect(readSaid('ask', { kind: 'fee-above-cap', facts: { fee: 'KUDOS:2' } })).toBeUndefined();
    expect(readSaid('ask', { kind: 'toString', facts: {} })).toBeUndefined();
    expect(readSaid('failure', { kind: 'not-backed-up-yet', facts: { why: 'nonsense', staysIn: {} } })).toBeUndefined();
    expect(readSaid('placeNote', { kind: 'asks', facts: { why: { kind: 'closing', facts: {} } } })).toEqual({
      kind: 'asks',
      facts: { why: { kind: 'closing', facts: {} } },
    });
  });
});
