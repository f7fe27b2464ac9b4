// SPDX-License-Identifier: GPL-3.0-or-later
import { join } from 'node:path';
import type { AppStateView } from '../../shared/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { LOCK_AFTER, LOOKS, NOTICE_SORTS, SIZES, USUAL_SETTINGS, type Settings } from '../../shared/settings.ts';
import type { FailureView } from '../../shared/view.ts';
import { makeDirectorySync, readTextIfThere, writeWholeSync } from '../storage/whole-file.ts';
import type { Shell } from './options.ts';
import { parseJson } from '../taler/bytes/json.ts';

// What a person chose about the window. It lies beside the database, like the language: a locked wallet follows it, and a terminal sets it.

/** Five small facts; what is longer was not written by us. */
const MAX_BYTES = 4096;

const fileOf = (dataDirectory: string): string => join(dataDirectory, 'settings');

/** What was chosen; the usual where nothing was, and where the file cannot be read. */
export const keptSettings = (dataDirectory: string): Settings => {
  try {
    const text = readTextIfThere(fileOf(dataDirectory), MAX_BYTES);
    const json = text === undefined ? undefined : parseJson(text);
    return typeof json === 'object' && json !== null ? readSettings({ ...json }) : USUAL_SETTINGS;
  } catch {
    // A wallet opens as usual rather than not at all.
    return USUAL_SETTINGS;
  }
};

/** Each is read by itself, so that one that nobody understands takes no other with it. */
const readSettings = (facts: Readonly<Record<string, unknown>>): Settings => {
  const { silent, lockOnSleep } = facts;
  return {
    look: LOOKS.find((each) => each === facts['look']) ?? USUAL_SETTINGS.look,
    size: SIZES.find((each) => each === facts['size']) ?? USUAL_SETTINGS.size,
    lockAfter: LOCK_AFTER.find((each) => each === facts['lockAfter']) ?? USUAL_SETTINGS.lockAfter,
    lockOnSleep: typeof lockOnSleep === 'boolean' ? lockOnSleep : USUAL_SETTINGS.lockOnSleep,
    silent: NOTICE_SORTS.filter((each) => Array.isArray(silent) && silent.includes(each)),
  };
};

/** Keeps them whole, or fails and they are what they were. */
export const keepSettings = (dataDirectory: string, settings: Settings): Result<void, FailureView> => {
  try {
    makeDirectorySync(dataDirectory);
    writeWholeSync(fileOf(dataDirectory), new TextEncoder().encode(`${JSON.stringify(settings)}\n`));
    return ok(undefined);
  } catch {
    return err({ kind: 'cannot-write', facts: { what: 'settings' } });
  }
};

/** What the window shows and follows of them. */
export const settingsView = ({
  dataDirectory,
  shell,
}: {
  readonly dataDirectory: string;
  readonly shell?: Pick<Shell, 'wantsContrast'> | undefined;
}): Pick<AppStateView, 'settings' | 'contrast'> => {
  const settings = keptSettings(dataDirectory);
  const contrast = settings.look === 'contrast' || (settings.look === 'system' && shell?.wantsContrast() === true);
  return { settings, ...(contrast ? { contrast: true as const } : {}) };
};
