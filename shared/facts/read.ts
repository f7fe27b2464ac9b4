// SPDX-License-Identifier: GPL-3.0-or-later
import { plainText } from '../names.ts';
import type { Fact, Table } from './fact.ts';
import { subjects, type Said, type Subject } from './subjects.ts';

// What was stored or sent by another version is read by the tables; nothing of it is believed.

/** Text from outside is kept and shown up to here. */
const MAX_TEXT = 400;
const MAX_LIST = 100;
/** Sayings inside sayings, as deep as the tables nest them; a stored row cannot make us read for ever. */
const MAX_DEPTH = 4;

/** One thing said about a subject, with exactly the facts of its kind; undefined when it is not that. */
export const readSaid = <S extends Subject>(subject: S, value: unknown): Said<S> | undefined =>
  // The table of `subject` has just been followed; the compiler cannot follow it with us.
  read(subject, value, 0) as Said<S> | undefined;

/** The kind with no facts at all, where that is everything the kind has to say: what an older version left us is often no more. */
export const bareSaid = <S extends Subject>(subject: S, kind: string): Said<S> | undefined =>
  readSaid(subject, { kind, facts: {} });

/** Text of somebody else, cut to what is kept; a number as its digits, and nothing of anything else. */
export const quoted = (text: unknown): string =>
  typeof text === 'string'
    ? plainText(text.slice(0, MAX_TEXT), MAX_TEXT)
    : typeof text === 'number'
      ? String(text)
      : '';

const read = (subject: Subject, value: unknown, depth: number): object | undefined => {
  if (!isObject(value) || typeof value['kind'] !== 'string' || depth > MAX_DEPTH) return undefined;
  const tables: Table = subjects[subject];
  const table = Object.hasOwn(tables, value['kind']) ? tables[value['kind']] : undefined;
  const given = value['facts'];
  if (table === undefined || !isObject(given)) return undefined;
  const facts: Record<string, unknown> = {};
  for (const [name, fact] of Object.entries(table)) {
    const found = readFact(fact, given[name], depth);
    if (found !== undefined) facts[name] = found;
    else if (given[name] !== undefined || !mayMiss(fact)) return undefined;
  }
  return { kind: value['kind'], facts };
};

const mayMiss = (fact: Fact): boolean => typeof fact === 'string' && fact.endsWith('?');

const readFact = (fact: Fact, value: unknown, depth: number): unknown => {
  if (typeof fact !== 'string') return fact.find((word) => word === value);
  const [how = '', subject = ''] = fact.replace(/\?$/, '').split(':');
  switch (how) {
    case 'said':
      return read(subject as Subject, value, depth + 1);
    case 'saids': {
      const all = Array.isArray(value)
        ? value.slice(0, MAX_LIST).map((each) => read(subject as Subject, each, depth + 1))
        : [undefined];
      return all.includes(undefined) ? undefined : all;
    }
    case 'list':
    case 'amounts':
      return Array.isArray(value) && value.every((each) => typeof each === 'string')
        ? value.slice(0, MAX_LIST).map(quoted)
        : undefined;
    case 'string':
    case 'amount':
      return typeof value === 'string' ? quoted(value) : undefined;
    default:
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  }
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
