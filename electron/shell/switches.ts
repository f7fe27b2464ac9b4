// SPDX-License-Identifier: GPL-3.0-or-later

/** Doors into a running program: whoever opens one reads the window, and with it the sheet. The fuses close those of Node; these are Chromium's. */
const DOORS = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-io-pipes',
  'remote-debugging-socket-name',
  'remote-debugging-targets',
  'remote-allow-origins',
  'enable-automation',
  'headless',
  'auto-open-devtools-for-tabs',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'load-extension',
  'load-component-extension',
  'disable-extensions-except',
  'disable-web-security',
  'allow-file-access-from-files',
  'unsafely-treat-insecure-origin-as-secure',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'log-net-log',
  'ssl-key-log-file',
  'proxy-server',
  'proxy-pac-url',
  'proxy-bypass-list',
  'no-proxy-server',
  'host-rules',
  'host-resolver-rules',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'zygote-cmd-prefix',
  'ppapi-plugin-launcher',
  'browser-subprocess-path',
  'gpu-launcher',
  'use-mock-keychain',
  'use-fake-ui-for-media-stream',
  'use-fake-device-for-media-stream',
  'auto-accept-camera-and-microphone-capture',
  'single-process',
  'enable-blink-features',
  'enable-experimental-web-platform-features',
  'trace-startup',
  'trace-startup-file',
  'trace-config-file',
  'enable-tracing',
  'enable-tracing-output',
  'full-memory-crash-report',
] as const;

/** Electron says this one to itself at every start, whatever its fuses are: only what stands on the command line is somebody's. */
const SAID_BY_ELECTRON: ReadonlySet<string> = new Set(['allow-file-access-from-files']);

/**
 * The first switch that a packaged program does not start with, by its name; undefined when there is none. `hasSwitch` tells what Chromium
 * has heard, `words` are those of the command line.
 */
export const forbiddenSwitch = (hasSwitch: (name: string) => boolean, words: readonly string[]): string | undefined =>
  DOORS.find((name) => hasSwitch(name) && (!SAID_BY_ELECTRON.has(name) || isSaid(name, words)));

/** As Chromium reads a command line, on Windows with a slash or capital letters as well. */
const isSaid = (name: string, words: readonly string[]): boolean =>
  words.some((word) => /^(?:--?|\/)([^=]+)/.exec(word)?.[1]?.toLowerCase() === name);
