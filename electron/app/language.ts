// SPDX-License-Identifier: GPL-3.0-or-later
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';
import { learn } from '../../shared/words/learn.ts';
import { isLanguage, localeOf, words, type Language, type Words } from '../../shared/words/words.ts';
import { makeDirectorySync, readTextIfThere, writeWholeSync } from '../storage/whole-file.ts';

// The language a person chose for this wallet. It lies beside the database and not in it, because a locked wallet speaks too; it is no secret.

/** A language tag and its line end; more is not ours. */
const MAX_BYTES = 64;

const fileOf = (dataDirectory: string): string => join(dataDirectory, 'language');

/** The chosen language; undefined while the system's is followed, and when the file cannot be read. */
export const keptLanguage = (dataDirectory: string): Language | undefined => {
  try {
    const text = readTextIfThere(fileOf(dataDirectory), MAX_BYTES)?.trim() ?? '';
    return isLanguage(text) ? text : undefined;
  } catch {
    // A wallet opens in the system's language rather than not at all.
    return undefined;
  }
};

/** Keeps the choice; undefined follows the system again. Fails when the disk refuses, and then the choice is what it was. */
export const keepLanguage = (dataDirectory: string, chosen: Language | undefined): Result<void, FailureView> => {
  try {
    if (chosen === undefined) rmSync(fileOf(dataDirectory), { force: true });
    else {
      makeDirectorySync(dataDirectory);
      writeWholeSync(fileOf(dataDirectory), new TextEncoder().encode(`${chosen}\n`));
    }
    return ok(undefined);
  } catch {
    return err({ kind: 'cannot-write', facts: { what: 'language' } });
  }
};

/** The words of whoever this app was started for: what was said at its start, else the chosen language, else the system's. */
export const spokenBy = ({
  words: given,
  dataDirectory,
  systemLocale = localeOfProcess(),
}: {
  readonly words?: Words;
  readonly dataDirectory: string;
  readonly systemLocale?: string;
}): Words => given ?? words(localeOf(keptLanguage(dataDirectory), systemLocale));

/** Learns what `spokenBy` is going to speak. */
export const learnFor = ({
  dataDirectory,
  systemLocale = localeOfProcess(),
}: {
  readonly dataDirectory: string;
  readonly systemLocale?: string;
}): Promise<void> => learn(localeOf(keptLanguage(dataDirectory), systemLocale));

export const localeOfProcess = (): string => new Intl.DateTimeFormat().resolvedOptions().locale;
