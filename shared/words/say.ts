// SPDX-License-Identifier: GPL-3.0-or-later
import type { Fact, Table } from '../facts/fact.ts';
import { subjects, type KindOf, type Said, type Subject } from '../facts/subjects.ts';
import type { Words } from './words.ts';
import { en } from './en.ts';
import { joined, type Spoken } from './spoken.ts';

// From a kind and its facts to sentences. The message of `subject.kind` says the main thing, one of several when a fact chooses
// (`subject.kind.choice`); a fact that may be missing and has a message of its own (`subject.kind+fact`) adds a sentence.

type Facts = Readonly<Record<string, unknown>>;
type Anything = { readonly kind: string; readonly facts: Facts };
/** `Words['t']` for keys that are put together here; a test goes through all of them. */
type Sentence = (key: string, values: Facts) => Spoken;

/** What is said, in the words of a person. A kind that this version has no sentence for shows as its name. */
export const say = <S extends Subject>(words: Words, subject: S, said: Said<S>): Spoken =>
  sayAny(words, subject, said as Anything);

/** The same sentence by sentence, for what is long enough to be read in paragraphs. */
export const sayApart = <S extends Subject>(words: Words, subject: S, said: Said<S>): readonly Spoken[] =>
  sentencesOf(words, subject, said as Anything);

/** Several things that are said one after the other. */
export const sayAll = <S extends Subject>(words: Words, subject: S, said: readonly Said<S>[]): Spoken =>
  joined(said.map((each) => say(words, subject, each)));

/** The message keys of a kind: the main one, which depends on the facts that choose, and those of the facts that add a sentence. */
const keysOf = <S extends Subject>(subject: S, kind: KindOf<S>, facts: Facts): readonly string[] => {
  const key = `${subject}.${String(kind)}`;
  const table: Table[string] = (subjects[subject] as Table)[String(kind)] ?? {};
  const choices = Object.entries(table).flatMap(([name, fact]) => (isChoice(fact) ? [String(facts[name])] : []));
  const added = Object.keys(table).flatMap((name) =>
    facts[name] !== undefined && Object.hasOwn(en, `${key}+${name}`) ? [`${key}+${name}`] : [],
  );
  return [[key, ...choices].join('.'), ...added];
};

const sayAny = (words: Words, subject: Subject, said: Anything): Spoken => joined(sentencesOf(words, subject, said));

const sentencesOf = (words: Words, subject: Subject, { kind, facts }: Anything): readonly Spoken[] => {
  const table = (subjects[subject] as Table)[kind];
  const keys = table && keysOf(subject, kind as never, facts);
  if (!table || !keys?.every((key) => Object.hasOwn(en, key))) return [words.foreign.code(kind)];
  const values = Object.fromEntries(
    Object.entries(table).flatMap(([name, fact]) => {
      const value = facts[name];
      return value === undefined ? [] : [[name, shown(words, fact, value)]];
    }),
  );
  return keys.map((key) => (words.t as Sentence)(key, values));
};

/** Nested sayings and lists of sums become text here; everything else is shown by its place in the message. */
const shown = (words: Words, fact: Fact, value: unknown): unknown => {
  if (isChoice(fact)) return value;
  const type = fact.replace(/\?$/, '');
  if (type === 'amounts') return words.list((value as readonly string[]).map(words.amount));
  const [how = '', subject = ''] = type.split(':');
  if (how === 'said') return sayAny(words, subject as Subject, value as Anything);
  if (how === 'saids')
    return joined((value as readonly Anything[]).map((each) => sayAny(words, subject as Subject, each)));
  return value;
};

const isChoice = (fact: Fact): fact is readonly string[] => typeof fact !== 'string';
