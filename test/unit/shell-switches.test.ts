// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { forbiddenSwitch } from '../../electron/shell/switches.ts';

// How the packaged program may not be started: each of these lets another program look into the window.

const startedWith = (...names: readonly string[]) =>
  forbiddenSwitch(
    (name) => names.includes(name),
    names.map((name) => `--${name}`),
  );

test.each([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'js-flags',
  // Another program in the place of the window's, which hears all that the window is told.
  'browser-subprocess-path',
  'zygote-cmd-prefix',
  'remote-debugging-io-pipes',
  'auto-open-devtools-for-tabs',
  'disable-extensions-except',
  'proxy-pac-url',
  'ignore-certificate-errors',
  'host-resolver-rules',
  // A keychain whose key stands in Chromium's source.
  'use-mock-keychain',
  // A page with the rights of the program, or with its messages (MojoJS).
  'single-process',
  'enable-blink-features',
  // Written to a file: what the window showed, picture by picture.
  'trace-startup',
  'trace-startup-file',
  'enable-tracing',
])('--%s is refused by name', (name) => expect(startedWith('data', name)).toBe(name));

test('what a person may say is allowed', () => {
  expect(
    startedWith('data', 'lang', 'no-sandbox', 'enable-logging', 'enable-features', 'ozone-platform'),
  ).toBeUndefined();
});

test('what Electron says to itself is refused where somebody else says it, in every form that is heard', () => {
  const name = 'allow-file-access-from-files';
  const heard = (...argv: readonly string[]) => forbiddenSwitch((each) => each === name, ['/opt/holdfast', ...argv]);
  expect(heard('--data=/x')).toBeUndefined();
  for (const word of [`--${name}`, `-${name}`, `--${name}=1`, `/${name}`, `--${name.toUpperCase()}`])
    expect(heard(word)).toBe(name);
});
