// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Entry } from '../../electron/state/entry.ts';
import { standingOf } from '../../electron/state/standing.ts';

describe('the rule', () => {
  const device = (
    id: string,
    epoch: number,
    status: 'active' | 'leaving' | 'abandoned' | 'taken-over' = 'active',
  ): Entry<'device'> => ({ kind: 'device', id, clock: '', value: { epoch, status } });

  it.each([
    ['nobody else', [device('A', 1)], 'active'],
    ['a higher epoch elsewhere', [device('A', 1), device('B', 2)], 'superseded'],
    ['a lower epoch elsewhere', [device('A', 3), device('B', 2)], 'active'],
    ['the same epoch, an id that sorts later', [device('A', 2), device('B', 2)], 'superseded'],
    [
      'the leader has left: its money waits for somebody else',
      [device('A', 1), device('B', 2, 'abandoned')],
      'superseded',
    ],
    ['we are leaving', [device('A', 2, 'leaving'), device('B', 1)], 'leaving'],
    ['we have left', [device('A', 2, 'abandoned')], 'abandoned'],
    ['we were taken over', [device('A', 2, 'taken-over'), device('B', 3)], 'taken-over'],
    ['we are not even registered', [device('B', 3)], 'active'],
  ] as const)('%s', (_name, devices, expected) => {
    expect(standingOf(devices, 'A')).toBe(expected);
    // However many there are, at most one of them is active.
    expect(devices.filter(({ id }) => standingOf(devices, id) === 'active').length).toBeLessThan(2);
  });
});

test('of any registry at most one device believes that it is the active one', () => {
  const device = fc.record({
    id: fc.constantFrom('A', 'B', 'C', 'D'),
    epoch: fc.integer({ min: 1, max: 3 }),
    status: fc.constantFrom('active' as const, 'leaving' as const, 'abandoned' as const, 'taken-over' as const),
  });
  fc.assert(
    fc.property(fc.uniqueArray(device, { selector: ({ id }) => id }), (found) => {
      const devices = found.map(({ id, ...value }): Entry<'device'> => ({ kind: 'device', id, clock: '', value }));
      expect(devices.filter(({ id }) => standingOf(devices, id) === 'active').length).toBeLessThan(2);
      // Whoever looks, in whatever order the registry was heard.
      const reversed = [...devices].reverse();
      for (const { id } of devices) expect(standingOf(reversed, id)).toBe(standingOf(devices, id));
    }),
  );
});

test('at the highest epoch there is whoever wrote last leads, so that one who got there by force can be passed', () => {
  const at = (id: string, clock: string, epoch: number): Entry<'device'> => ({
    kind: 'device',
    id,
    clock,
    value: { epoch, status: 'active' },
  });
  const leader = (...devices: readonly Entry<'device'>[]): string | undefined =>
    devices.find(({ id }) => standingOf(devices, id) === 'active')?.id;
  const HIGHEST = 1_000_000_000;
  for (const [epoch, expected] of [
    [HIGHEST, 'A'],
    [HIGHEST - 1, 'B'],
  ] as const) {
    expect(leader(at('A', 'later', epoch), at('B', 'earlier', epoch))).toBe(expected);
    expect(leader(at('B', 'earlier', epoch), at('A', 'later', epoch))).toBe(expected);
  }
  // At one clock the id decides, as everywhere.
  expect(leader(at('A', 'same', HIGHEST), at('B', 'same', HIGHEST))).toBe('B');
});
