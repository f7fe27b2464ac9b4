// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { forbiddenSwitch } from '../../electron/shell/switches.ts';

// How the packaged program may not be started: each of these lets another program look into the window.

const startedWith = (...names: readonly string[]) => forbiddenSwitch((name) => names.includes(name));

test.each([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'js-flags',
  'host-resolver-rules',
])('--%s is refused by name', (name) => expect(startedWith('data', name)).toBe(name));

test('what a person may say is allowed', () => {
  expect(startedWith('data', 'lang', 'no-sandbox', 'enable-logging')).toBeUndefined();
});
