// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { ownerCheck } from '../../electron/shell/owner.ts';

// Who is asked before the recovery secret is shown, on a system with a sensor and on one without.

const asked = (sensorSays: boolean | 'none', dialogSays: boolean) => {
  const heard: string[] = [];
  const check = ownerCheck({
    sensor: () =>
      sensorSays === 'none'
        ? undefined
        : async () => {
            heard.push('sensor');
            return sensorSays;
          },
    dialog: async () => {
      heard.push('dialog');
      return dialogSays;
    },
  });
  return { check, heard };
};

describe('before the recovery sheet is shown', () => {
  test.each([
    ['keychain', true, false, true, ['sensor']],
    // The finger was refused: nobody gets past that with a click.
    ['keychain', false, true, false, ['sensor']],
    ['keychain', 'none', true, true, ['dialog']],
    ['keychain', 'none', false, false, ['dialog']],
    ['unprotected', true, false, false, ['dialog']],
    ['unprotected', 'none', true, true, ['dialog']],
  ] as const)('%s, sensor %s, dialog %s: %s', async (kind, sensor, dialog, outcome, who) => {
    const { check, heard } = asked(sensor, dialog);
    expect(await check(kind)).toBe(outcome);
    expect(heard).toEqual(who);
  });

  test('a second question while one is open is answered no, and asked again afterwards', async () => {
    let answer: (yes: boolean) => void = () => undefined;
    let dialogs = 0;
    const check = ownerCheck({
      sensor: () => undefined,
      dialog: () => {
        dialogs += 1;
        return new Promise((resolve) => (answer = resolve));
      },
    });
    const first = check('unprotected');
    expect(await check('unprotected')).toBe(false);
    expect(dialogs).toBe(1);
    answer(true);
    expect(await first).toBe(true);
    const third = check('unprotected');
    answer(false);
    expect([await third, dialogs]).toEqual([false, 2]);
  });

  test('a dialog that cannot be shown shows no secret, and does not block the next question', async () => {
    let broken = true;
    const check = ownerCheck({
      sensor: () => undefined,
      dialog: () => (broken ? Promise.reject(new Error('no window')) : Promise.resolve(true)),
    });
    await expect(check('unprotected')).rejects.toThrow('no window');
    broken = false;
    expect(await check('unprotected')).toBe(true);
  });
});
