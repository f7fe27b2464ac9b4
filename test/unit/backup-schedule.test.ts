// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { headOf, isOlder } from '../../electron/backup/copies/head.ts';
import { blobHash } from '../../electron/backup/copies/pack.ts';
import { backOff, dueAt, promptDelay } from '../../electron/backup/cycle/schedule.ts';
import { realWorld, type World } from '../../electron/world.ts';

const HOUR = 3600 * 1000;
const dice = (byte: number): World => ({ ...realWorld(), randomBytes: (length) => new Uint8Array(length).fill(byte) });

describe('when to upload', () => {
  it('a change goes out within 60 s, spread over 30 s', () => {
    expect(promptDelay(dice(0))).toBe(20_000);
    expect(promptDelay(dice(255))).toBeGreaterThan(49_000);
    expect(promptDelay(dice(255))).toBeLessThanOrEqual(60_000);
  });

  it('failures wait longer and longer, up to a ceiling, with full jitter, never less than the server asked', () => {
    const longest = [1, 2, 3, 5, 8, 30, 1000].map((attempts) => backOff(dice(255), attempts));
    expect([...longest].sort((a, b) => a - b)).toEqual(longest);
    expect(longest.at(-1)).toBeLessThanOrEqual(6 * HOUR);
    expect(longest.at(-1)).toBeGreaterThan(5 * HOUR);
    expect(backOff(dice(0), 8)).toBe(5_000);
    expect(backOff(dice(0), 1, 2 * HOUR)).toBe(2 * HOUR);
  });

  it('a provider never tried is due at once, a failed one after its back-off, an unchanged one a day later', () => {
    const never = (): number => {
      throw new Error('nothing changed');
    };
    expect(dueAt(undefined, 5, never)).toBe(0);
    expect(dueAt({ providerId: 'p', lastAttemptAt: 1, attempts: 2, nextAt: 777, verifiedRevision: 4 }, 5, never)).toBe(
      777,
    );
    expect(
      dueAt({ providerId: 'p', lastAttemptAt: 1, attempts: 0, verifiedAt: 1000, verifiedRevision: 5 }, 5, never),
    ).toBe(1000 + 24 * HOUR);
    expect(
      dueAt({ providerId: 'p', lastAttemptAt: 1, attempts: 0, verifiedAt: 1000, verifiedRevision: 4 }, 5, () => 42),
    ).toBe(42);
  });
});

it('providers verified in the same moment are not looked at again in the same moment, but all within a day', () => {
  const due = [1, 2, 3, 4].map((seed) => {
    const lastHash = blobHash(new Uint8Array(100).fill(seed));
    const progress = { providerId: 'p', lastAttemptAt: 1, verifiedAt: 0, verifiedRevision: 5, lastHash };
    return dueAt(progress, 5, () => 0);
  });
  const sorted = [...due].sort((a, b) => a - b);
  expect(sorted[0]).toBeGreaterThanOrEqual(18 * HOUR);
  expect(sorted.at(-1)).toBeLessThanOrEqual(24 * HOUR);
  for (const [at, each] of sorted.entries()) expect(each - (sorted[at - 1] ?? 0)).toBeGreaterThan(HOUR / 60);
});

describe('an older copy', () => {
  const clock = (ms: number): string => `${String(ms).padStart(13, '0')}-00000-DEVICE`;
  const device = (id: string, ms: number) => ({
    kind: 'device',
    id,
    clock: clock(ms),
    value: { epoch: 1, status: 'active', last_clock: clock(ms) },
  });
  const setting = (ms: number) => ({ kind: 'setting', id: 'a', clock: clock(ms), value: { value: 1 } });

  it('lacks the newest change, or the last change of one device; a joined copy lacks neither', () => {
    const stored = headOf([device('A', 5), device('B', 3), setting(5)]);
    expect(isOlder(headOf([device('A', 4), device('B', 3), setting(4)]), stored)).toBe(true);
    expect(isOlder(headOf([device('A', 4), device('B', 9), setting(9)]), stored)).toBe(true);
    expect(isOlder(headOf([device('B', 9), setting(9)]), stored)).toBe(true);
    expect(isOlder(headOf([]), stored)).toBe(true);
    expect(isOlder(headOf([device('A', 5), device('B', 9), setting(9)]), stored)).toBe(false);
    expect(isOlder(stored, stored)).toBe(false);
  });

  it('its newest change counts wherever it stands, also where no device is named', () => {
    expect(headOf([setting(5), setting(4)]).clock).toBe(clock(5));
    expect(headOf([setting(4), setting(5)]).clock).toBe(clock(5));
    expect(headOf([])).toEqual({ clock: '', devices: {} });
    expect(isOlder(headOf([setting(4)]), headOf([setting(5)]))).toBe(true);
    expect(isOlder(headOf([setting(5)]), headOf([setting(4)]))).toBe(false);
  });

  it('a quarantined clock of the far future does not make everything else look old', () => {
    const withFuture = headOf([device('A', 5), { ...setting(9_000_000_000_000), quarantined: true as const }]);
    expect(isOlder(headOf([device('A', 5)]), withFuture)).toBe(false);
  });
});
