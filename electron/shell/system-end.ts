// SPDX-License-Identifier: GPL-3.0-or-later
import { powerMonitor } from 'electron';

/** Told that the machine or the session ends, before the program is: macOS and Linux say so, a terminal or a supervisor sends a signal. Windows asks no program. */
export const onSystemEnd = (listener: () => void): void => {
  powerMonitor.on('shutdown', listener);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, listener);
};
