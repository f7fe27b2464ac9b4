// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor, type Expression, type Super } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { listSources, TOP } from '../support/imports.ts';

// Sentences stand in shared/words, in every language: below the window there are kinds and facts, and the window takes all it says
// from the words. Errors that are thrown and what the log keeps are for whoever mends the wallet, and stay English; so do the
// short technical details a fact may carry.

/** Texts that stand where they are needed, and why. */
const ALLOWED: readonly (readonly [where: RegExp, why: string])[] = [
  [/^electron\/(?:sandbox|demo)\//, 'developers read them'],
  [/^electron\/start\//, 'the starter of a checkout runs before anything of the wallet, words included, is there'],
  [/^electron\/app\/play-money\.ts: \w+ play provider$/, 'the name of a place, given by whoever runs it'],
  [/^shared\/play\.ts: \w+ play (?:place|keeper)$/, 'names that are kept; what a person reads is translated'],
  [/^electron\/backup\/paper\/text\.ts: # /, 'comments inside HOLDFAST-RECOVERY-1, a form that is read back'],
  [/^electron\/backup\/paper\/share-text\.ts: (?:# |share: )/, 'lines of HOLDFAST-SHARE-1, a form that is read back'],
  [/: Blinding KDF extractor HMAC key$/, 'a constant of the protocol'],
  [/: Holdfast$/, 'the name of the program'],
  [
    /^(?:electron|shared|renderer)\/.*: (?:erase this wallet|forget the escrow|leave play money)$/,
    'what a request must carry so that it erases or ends; what a person types is translated',
  ],
  [/^renderer\/.*: card form [a-z]+$/, 'names of styles'],
  [/^electron\/headless\/args\.ts: (?:holdfast )?[[a-z]+ [^.]*(?:[A-Z]{3,}|--)/, 'the grammar of the command line'],
  [/^electron\/storage\/tables\/[a-z-]+\.ts: .*\b(?:AS|VALUES)\b/, 'a part of an SQL statement'],
  [
    /^electron\/(?:taler|state)\/.*: [^.!?]+$/,
    'a technical detail: what is wrong with the bytes of a server or of a copy',
  ],
  [/^electron\/backup\/copies\/blob\.ts: (?:shorter than it says|it does not unpack)$/, 'a technical detail'],
  [/^electron\/backup\/providers\/webdav\/listing\.ts: [^.!?]+$/, 'a technical detail'],
  [
    /^electron\/app\/(?:directory\/unlocking|open-wallet)\.ts: (?:the mark of the erase|wrapping the key)/,
    'a technical detail',
  ],
  [/^electron\/app\/first-look\.ts: /, 'where something broke, for the log'],
  [/^shared\/known\.ts: [^.!?]+$/, 'names of houses'],
  [/^renderer\/.*: input, textarea, select, /, 'what is looked for in a page'],
  [/^electron\/storage\/tables\/undo\.ts: an undo copy/, 'where something broke, for the log'],
  [
    /^electron\/wallet\/(?:ledger|history|runner)\/[a-z]+\.ts: (?:gives no coins|no line of its own|is no money)$/,
    'marks in tables',
  ],
  [/^electron\/wallet\/(?:audit|flows)\/.*: [^.!?]+$/, 'what cannot be, for the log'],
];

const SQL = /^\s*(?:--|(?:SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|ALTER|DROP|WITH|BEGIN|VACUUM|EXPLAIN)\b)/;
const WORDS = /(?<![\w/.-])[\p{L}’']{2,}(?![\w/-])/gu;

/** Three words or more, however they begin and end. */
const isSentence = (text: string): boolean => {
  const trimmed = text.trim();
  if (SQL.test(trimmed) || trimmed.startsWith('<') || !/\p{Ll}/u.test(trimmed)) return false;
  return /\p{L}+[,;:]? \p{L}+/u.test(trimmed) && (trimmed.match(WORDS) ?? []).length >= 3;
};

/** What a browser shows or reads out as it stands: one word is text already. */
const isShown = (text: string): boolean => /\p{L}{2,}/u.test(text);
const SHOWN_ATTRIBUTE =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label)$/;

const nameOf = (callee: Expression | Super): string => {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return '';
  return `${nameOf(callee.object)}.${callee.property.name}`;
};

/** Whom an error is thrown at, and the log, nobody reads in passing. */
const isForDevelopers = (callee: Expression | Super): boolean =>
  callee.type === 'Super' || /(?:Error$|^(?:defect|invariant)$|\blog(?:\.|$))/.test(nameOf(callee));

const sentencesOf = (path: string, text: string): readonly string[] => {
  const found: string[] = [];
  let unseen = 0;
  const enter = (hidden: boolean): void => void (unseen += hidden ? 1 : 0);
  const leave = (hidden: boolean): void => void (unseen -= hidden ? 1 : 0);
  const note = (each: string): void => void found.push(`${path}: ${each.trim().replaceAll(/\s+/g, ' ')}`);
  const look = (each: string): void => {
    if (unseen === 0 && isSentence(each)) note(each);
  };
  new Visitor({
    ThrowStatement: () => enter(true),
    'ThrowStatement:exit': () => leave(true),
    NewExpression: ({ callee }) => enter(isForDevelopers(callee)),
    'NewExpression:exit': ({ callee }) => leave(isForDevelopers(callee)),
    CallExpression: ({ callee }) => enter(isForDevelopers(callee)),
    'CallExpression:exit': ({ callee }) => leave(isForDevelopers(callee)),
    Literal: ({ value }) => {
      if (typeof value === 'string') look(value);
    },
    TemplateLiteral: ({ quasis }) => look(quasis.map(({ value }) => value.cooked ?? '').join('…')),
    JSXText: ({ value }) => {
      if (isShown(value)) note(value);
    },
    JSXAttribute: ({ name, value }) => {
      if (name.type !== 'JSXIdentifier' || !SHOWN_ATTRIBUTE.test(name.name)) return;
      if (
        value?.type === 'Literal' &&
        typeof value.value === 'string' &&
        isShown(value.value) &&
        !isSentence(value.value)
      )
        note(value.value);
    },
  }).visit(parseSync(path, text).program);
  return found;
};

const found = listSources(['electron', 'shared', 'renderer'])
  .filter((path) => !path.startsWith('shared/words/'))
  .flatMap((path) => sentencesOf(path, readFileSync(join(TOP, path), 'utf8')));

describe('outside the words', () => {
  test('there is no sentence for people', () => {
    expect(found.filter((each) => !ALLOWED.some(([where]) => where.test(each)))).toEqual([]);
  });

  test('every exception is needed', () => {
    expect(ALLOWED.filter(([where]) => !found.some((each) => where.test(each))).map(([where]) => where)).toEqual([]);
  });

  test.each([
    ['a text', "const a = 'This money is lost.';"],
    ['a template', 'const a = (sum: string) => `You lose ${sum} by this`;'],
    ['a part', "const a = ['the exchange is silent.'];"],
    ['one without capital and end', "const a = { why: 'the money is not here' };"],
    ['a text of a page', 'const a = <p>Your <b>{sum}</b></p>;'],
    ['a word of a page', 'const a = <button onClick={go}>Pay</button>;'],
    ['what is read out', 'const a = <nav aria-label="Pages" />;'],
    ['a sentence that is read out', 'const a = <img alt="A code to be scanned" />;'],
  ])('%s is noticed', (_what, text) => {
    expect(sentencesOf('renderer/x.tsx', text)).toHaveLength(1);
  });

  test.each([
    ['an error', "const a = () => { throw new Error('This cannot be so.'); };"],
    ['the log', "log.event('The store was opened.');"],
    ['a name', "const a = 'Holdfast wallet';"],
    ['SQL', "const a = 'SELECT kind FROM entry WHERE id = ?';"],
    ['a technical detail of two words', "const a = { detail: 'no version' };"],
    ['what comes from the words', "const a = <p title={t('pay.title')}>{t('pay.lead')} · {sum}</p>;"],
    ['a name in the code of a page', 'const a = <p className="narrow" data-tone="bad" />;'],
  ])('%s is none', (_what, text) => {
    expect(sentencesOf('renderer/x.tsx', text)).toEqual([]);
  });
});
