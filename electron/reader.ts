// SPDX-License-Identifier: GPL-3.0-or-later
import { isMainThread, Worker } from 'node:worker_threads';
import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import { countAllocations } from '../shared/reading/allowance.ts';
import { MOST_DOTS } from '../shared/reading/codes.ts';
import { fitted, grayOf, type Gray } from '../shared/reading/gray.ts';
import { readFile } from '../shared/reading/read-file.ts';
import { err, type Result } from '../shared/result.ts';
import type { Eyes, Read, ReadingFailure } from '../shared/reading/reading.ts';

// The process in which the command line looks at a picture or a PDF: it knows no wallet and no key, takes one file, answers once and ends.
// What a file does to it (no end, no memory, a crash) it does to this process alone; `headless/read-picture.ts` tells what became of it.

/** What the process may hold: a picture of the most dots there may be takes a third. */
const MAX_RESIDENT = 1536 * 1024 * 1024;
const WATCH_MS = 50;
/** Whoever asked ends it before that; one whose wallet was killed ends by itself. */
const LIFE_MS = 75_000;
/** How long further tries may begin. */
const TRY_MS = 20_000;

const grayAt = (canvas: Canvas, width: number, height: number): Gray =>
  grayOf(canvas.getContext('2d').getImageData(0, 0, width, height).data, width, height);

const eyes = (): Eyes => {
  const until = performance.now() + TRY_MS;
  return {
    mayGoOn: () => performance.now() < until,
    decode: async (bytes) => {
      const image = await loadImage(bytes);
      const { width, height } = fitted(image.width, image.height, MOST_DOTS);
      const canvas = createCanvas(width, height);
      const context = canvas.getContext('2d');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, width, height);
      return grayAt(canvas, width, height);
    },
    easel: {
      make: (width, height) => createCanvas(width, height),
      gray: (canvas, width, height) => grayAt(canvas as Canvas, width, height),
    },
  };
};

const answer = async (bytes: Uint8Array): Promise<Result<Read, ReadingFailure>> => {
  const isTooMuch = countAllocations();
  const read = await readFile(bytes, eyes()).catch(() => undefined);
  if (isTooMuch()) return err({ kind: 'file-too-costly', facts: { of: 'memory' } });
  return read ?? err({ kind: 'unread-file', facts: { what: 'damaged' } });
};

/** The canvas has memory of its own, which no limit of Node counts, and nobody may be left to hear the answer; a thread looks on, for this one has no time to. */
const watch = (): void => {
  const asker = process.ppid;
  setInterval(() => {
    const isAlone = process.ppid !== asker || performance.now() > LIFE_MS;
    if (isAlone || process.memoryUsage.rss() > MAX_RESIDENT) process.kill(process.pid, 'SIGKILL');
  }, WATCH_MS);
};

if (!isMainThread) watch();
else if (process.send !== undefined) {
  new Worker(new URL(import.meta.url)).unref();
  process.once('message', (bytes: Uint8Array) => {
    void answer(bytes).then((read) => process.send?.(read, () => process.disconnect()));
  });
}
