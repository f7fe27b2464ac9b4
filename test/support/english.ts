// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said, Subject } from '../../shared/facts/subjects.ts';
import { sayAll } from '../../shared/words/say.ts';
import { words } from '../../shared/words/words.ts';

const inEnglish = words('en', 'UTC');

/** What a person with English words reads. */
export const english = <S extends Subject>(subject: S, ...said: readonly Said<S>[]): string =>
  sayAll(inEnglish, subject, said);
