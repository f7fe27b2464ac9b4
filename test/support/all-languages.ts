// SPDX-License-Identifier: GPL-3.0-or-later
import { ar } from '../../shared/words/ar.ts';
import { de } from '../../shared/words/de.ts';
import { en } from '../../shared/words/en.ts';
import { es } from '../../shared/words/es.ts';
import { fr } from '../../shared/words/fr.ts';
import { LANGUAGES, teach, type Language, type Sentences } from '../../shared/words/words.ts';

/** The sentences of each language. Tests know all of them from the beginning; that a process learns its own is tested in processes. */
export const TEXTS: Readonly<Record<Language, Sentences>> = { en, de, fr, es, ar };

for (const language of Object.keys(LANGUAGES) as readonly Language[]) teach(language, TEXTS[language]);
