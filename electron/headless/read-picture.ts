// SPDX-License-Identifier: GPL-3.0-or-later
import { fork } from 'node:child_process';
import type { Read, ReadingFailure } from '../../shared/reading/reading.ts';
import { err, type Result } from '../../shared/result.ts';

/** What Node itself may hold of a file there; the process looks after the rest (`electron/reader.ts`). */
const MAX_HEAP_MB = 512;
/** Half a minute of tries and the start of a process on a slow machine. */
const READ_MS = 60_000;

/**
 * What a picture or a PDF says, looked at in a process of its own that has no wallet: whatever the file does there, this one goes on and
 * says what became of it.
 */
export const readPicture = (bytes: Uint8Array, limitMs = READ_MS): Promise<Result<Read, ReadingFailure>> =>
  new Promise((done) => {
    const reader = fork(new URL('../reader.ts', import.meta.url), {
      execArgv: [`--max-old-space-size=${MAX_HEAP_MB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let isLate = false;
    const tooLate = setTimeout(() => {
      isLate = true;
      reader.kill('SIGKILL');
    }, limitMs);
    const costly = (of: 'memory' | 'time'): Result<never, ReadingFailure> =>
      err({ kind: 'file-too-costly', facts: { of } });
    reader.on('message', (read: Result<Read, ReadingFailure>) => done(read));
    reader.on('error', () => done(err({ kind: 'no-reader', facts: {} })));
    // What answered has been heard before it ended. One that ended by itself had no program to run, or no library for it.
    reader.on('exit', (code) => {
      clearTimeout(tooLate);
      done(isLate ? costly('time') : code === 1 ? err({ kind: 'no-reader', facts: {} }) : costly('memory'));
    });
    reader.send(bytes, (failed) => {
      if (failed) done(err({ kind: 'no-reader', facts: {} }));
    });
  });
