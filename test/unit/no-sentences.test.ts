// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor, type Expression, type Super } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { listSources, TOP } from '../support/imports.ts';

// Below the window there are kinds and facts; sentences stand in shared/words, in every language. Errors that are thrown and what
// the log keeps are for whoever mends the wallet, and stay English; so do the short technical details a fact may carry.

/** Texts that stand where they are needed, and why. */
const ALLOWED: readonly (readonly [where: RegExp, why: string])[] = [
  [/^electron\/(?:sandbox|demo)\//, 'developers read them'],
  [/^electron\/start\//, 'the starter of a checkout runs before anything of the wallet, words included, is there'],
  [/^electron\/app\/play-money\.ts: \w+ play provider$/, 'the name of a place, given by whoever runs it'],
  [/^electron\/backup\/paper\/text\.ts: # /, 'comments inside HOLDFAST-RECOVERY-1, a form that is read back'],
  [/^electron\/backup\/leave\/emptying\.ts: Everything in this wallet$/, 'the subject of a payment, which is signed'],
  [/: Blinding KDF extractor HMAC key$/, 'a constant of the protocol'],
];

const SQL = /^\s*(?:--|SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|ALTER|DROP|WITH|BEGIN|VACUUM|EXPLAIN)\b/;
const WORDS = /(?<![\w/.-])[\p{L}’']{2,}(?![\w/-])/gu;

/** Three words or more that begin with a capital or end like a sentence. */
const isSentence = (text: string): boolean => {
  const trimmed = text.trim();
  if (SQL.test(trimmed) || trimmed.startsWith('<') || !/\p{Ll}/u.test(trimmed)) return false;
  const among = /\p{L}+[,;:]? \p{L}+/u.test(trimmed) && (trimmed.match(WORDS) ?? []).length >= 3;
  return among && (/^[^\p{L}]*\p{Lu}/u.test(trimmed) || /[.!?]$/.test(trimmed));
};

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
  const look = (each: string): void => {
    if (unseen === 0 && isSentence(each)) found.push(`${path}: ${each.trim().replaceAll(/\s+/g, ' ')}`);
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
  }).visit(parseSync(path, text).program);
  return found;
};

const found = listSources(['electron', 'shared'])
  .filter((path) => !path.startsWith('shared/words/'))
  .flatMap((path) => sentencesOf(path, readFileSync(join(TOP, path), 'utf8')));

describe('below the window', () => {
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
  ])('%s is noticed', (_what, text) => {
    expect(sentencesOf('electron/wallet/x.ts', text)).toHaveLength(1);
  });

  test.each([
    ['an error', "const a = () => { throw new Error('This cannot be so.'); };"],
    ['the log', "log.event('The store was opened.');"],
    ['a name', "const a = 'Holdfast wallet';"],
    ['SQL', "const a = 'SELECT kind FROM entry WHERE id = ?';"],
    ['a technical detail', "const a = { detail: 'no version in /keys' };"],
  ])('%s is none', (_what, text) => {
    expect(sentencesOf('electron/wallet/x.ts', text)).toEqual([]);
  });
});
