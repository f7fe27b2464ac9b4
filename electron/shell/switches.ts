// SPDX-License-Identifier: GPL-3.0-or-later

/** Doors into a running program: whoever opens one reads the window, and with it the sheet. The fuses close those of Node; these are Chromium's. */
const DOORS = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'proxy-server',
  'host-rules',
  'host-resolver-rules',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
] as const;

/** The first switch that a packaged program does not start with, by its name; undefined when there is none. */
export const forbiddenSwitch = (hasSwitch: (name: string) => boolean): string | undefined => DOORS.find(hasSwitch);
