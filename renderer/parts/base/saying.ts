// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said, Subject } from '../../../shared/facts/subjects.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { say, sayAll, sayApart } from '../../../shared/words/say.ts';
import type { FailureView } from '../../../shared/view.ts';
import { row, shown } from '../../words.ts';

/** What the wallet says about a subject, in the words of the person at this window. */
export const saying = <S extends Subject>(subject: S, said: readonly Said<S>[]): Spoken =>
  sayAll(shown(), subject, said);

/** What went wrong. */
export const failureSaid = (failure: FailureView): Spoken => say(shown(), 'failure', failure);

/** The same in paragraphs: what is asked before money moves is read one thing after the other. */
export const failureApart = (failure: FailureView): readonly Spoken[] => sayApart(shown(), 'failure', failure);

const TECHNICAL: ReadonlySet<string> = new Set(['detail', 'code', 'status']);

/** What is technical about it, by name: "refused · status 409 · code 2103"; empty when nothing is. */
export const codesOf = ({ kind, facts }: FailureView): string => {
  const technical = Object.entries(facts).filter(([name]) => TECHNICAL.has(name));
  return technical.length === 0
    ? ''
    : [kind, ...technical.map(([name, value]) => `${name} ${row(String(value))}`)].join(' · ');
};
