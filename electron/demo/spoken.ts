// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said, Subject } from '../../shared/facts/subjects.ts';
import type { FailureView } from '../../shared/view.ts';
import { say, sayAll } from '../../shared/words/say.ts';
import { words } from '../../shared/words/words.ts';

/** The demo is a developer's tool and speaks English. */
const english = words('en');

export const told = <S extends Subject>(subject: S, ...said: readonly Said<S>[]): string =>
  sayAll(english, subject, said);

export const sayFailure = (failure: FailureView): string => say(english, 'failure', failure);
