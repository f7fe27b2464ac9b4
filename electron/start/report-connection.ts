// SPDX-License-Identifier: GPL-3.0-or-later
import { subscribe } from 'node:diagnostics_channel';

// Loaded into Electron's installer, which says "fetch failed" and not why: here the runtime itself tells what went wrong with a connection.

const report = (message: unknown): void => {
  if (typeof message !== 'object' || message === null || !('error' in message)) return;
  const { error } = message;
  if (!(error instanceof Error)) return;
  const code = 'code' in error && typeof error.code === 'string' ? `${error.code} ` : '';
  process.stderr.write(`${code}${error.message}\n`);
};

subscribe('undici:client:connectError', report);
subscribe('undici:request:error', report);
