// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said, Subject } from '../../shared/facts/subjects.ts';
import { en } from '../../shared/words/en.ts';
import { say } from '../../shared/words/say.ts';
import { joined, type Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import type { CommandFailure } from './command-result.ts';

/** What the wallet says, with the command that does what is spoken of where there is one. */
export const told = <S extends Subject>(words: Words, subject: S, ...said: readonly Said<S>[]): Spoken =>
  joined(
    said.flatMap((each) => [
      say(words, subject, each),
      ...hintOf(words, `hint.${subject}.${String(each.kind)}`, each.facts),
    ]),
  );

/** What went wrong, as a person at the terminal reads it. */
export const sayFailure = (words: Words, failure: CommandFailure): Spoken =>
  'say' in failure ? failure.say(words) : told(words, 'failure', failure);

const hintOf = (words: Words, key: string, facts: object): readonly Spoken[] =>
  // What a hint shows are facts of its kind; the test of facts follows that.
  Object.hasOwn(en, key) ? [(words.t as (key: string, facts: object) => Spoken)(key, facts)] : [];
