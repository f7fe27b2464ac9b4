// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';

// How much of the times of payments those may learn who keep copies; a wallet's setting, so that every device of it is as quiet.

export const PRIVACY = 'privacy';

const HOUR_MS = 60 * 60_000;
const DEFAULT_HOURS = 6;

/** How much of a quiet wallet's rhythm is left to chance. */
export const QUIET_SPREAD = 0.3;

const schema = z.object({
  level: z.enum(['prompt', 'quiet']),
  hours: z.number().min(1).max(168).default(DEFAULT_HOURS),
});

export type Privacy = {
  /** `prompt`: copies soon after each change; `quiet`: at a rhythm of their own, whether or not anything changed */
  readonly level: 'prompt' | 'quiet';
  readonly everyMs: number;
};

type Settings = {
  readonly entry: (kind: 'setting', id: string) => { readonly value: { readonly value?: unknown } } | undefined;
};

/** What was chosen; prompt when nothing was, or nothing that this version knows. */
export const privacyOf = ({ entry }: Settings): Privacy => {
  const read = schema.safeParse(entry('setting', PRIVACY)?.value.value);
  const { level, hours } = read.success ? read.data : { level: 'prompt' as const, hours: DEFAULT_HOURS };
  return { level, everyMs: hours * HOUR_MS };
};

/** Two copies of a quiet wallet at one place are never further apart. */
export const longestQuiet = (everyMs: number): number => everyMs * (1 + QUIET_SPREAD);
/** How long it may be until the next copy is made by itself; where none waits for a rhythm, it is a matter of an hour. */
export const longestUntilCopy = (settings: Settings): number => {
  const { level, everyMs } = privacyOf(settings);
  return level === 'quiet' ? longestQuiet(everyMs) : HOUR_MS;
};
