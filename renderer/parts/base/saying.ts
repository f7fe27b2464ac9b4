// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said, Subject } from '../../../shared/facts/subjects.ts';
import { say, sayAll } from '../../../shared/words/say.ts';
import type { FailureView } from '../../../shared/view.ts';
import { shown } from '../../words.ts';

/** What the wallet says about a subject, in the words of the person at this window. */
export const saying = <S extends Subject>(subject: S, said: readonly Said<S>[]): string =>
  sayAll(shown(), subject, said);

/** What went wrong. */
export const failureSaid = (failure: FailureView): string => say(shown(), 'failure', failure);
