// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { longestQuiet, longestUntilCopy, PRIVACY, privacyOf, QUIET_SPREAD } from '../../electron/state/privacy.ts';

// How quiet a wallet is, read from a setting that any of its devices, or whoever once had the secret, can have written.

const HOUR = 3_600_000;
const set = (value: unknown) => ({
  entry: (kind: 'setting', id: string) => (kind === 'setting' && id === 'privacy' ? { value: { value } } : undefined),
});

describe('the setting', () => {
  test('is what was chosen', () => {
    expect(privacyOf(set({ level: 'quiet', hours: 12 }))).toEqual({ level: 'quiet', everyMs: 12 * HOUR });
    expect(privacyOf(set({ level: 'prompt', hours: 1 }))).toEqual({ level: 'prompt', everyMs: HOUR });
    expect(privacyOf(set({ level: 'quiet' }))).toEqual({ level: 'quiet', everyMs: 6 * HOUR });
    expect(privacyOf(set({ level: 'quiet', hours: 168 }))).toEqual({ level: 'quiet', everyMs: 168 * HOUR });
    expect(PRIVACY).toBe('privacy');
  });

  test.each([
    ['nothing', undefined],
    ['a word of a newer version', { level: 'silent', hours: 6 }],
    ['copies that never come', { level: 'quiet', hours: 169 }],
    ['copies without end', { level: 'quiet', hours: 0.9 }],
    ['no number', { level: 'quiet', hours: '6' }],
  ])('%s is prompt', (_what, value) => {
    expect(privacyOf(set(value))).toEqual({ level: 'prompt', everyMs: 6 * HOUR });
  });

  test('is prompt where it was never made', () => {
    expect(privacyOf({ entry: () => undefined })).toEqual({ level: 'prompt', everyMs: 6 * HOUR });
  });
});

test('the longest time between two copies is the rhythm and what is left to chance, or an hour', () => {
  expect(QUIET_SPREAD).toBe(0.3);
  expect(longestQuiet(10 * HOUR)).toBe(13 * HOUR);
  expect(longestUntilCopy(set({ level: 'quiet', hours: 10 }))).toBe(13 * HOUR);
  expect(longestUntilCopy(set({ level: 'prompt', hours: 10 }))).toBe(HOUR);
});
