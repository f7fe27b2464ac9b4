// SPDX-License-Identifier: GPL-3.0-or-later
import { countAllocations } from '../../../shared/reading/allowance.ts';
import { codesInFrame, MOST_DOTS } from '../../../shared/reading/codes.ts';
import { fitted, grayOf, type Gray } from '../../../shared/reading/gray.ts';
import { readFile } from '../../../shared/reading/read-file.ts';
import type { Eyes, Read, ReadingFailure, Wanted } from '../../../shared/reading/reading.ts';
import { err, type Result } from '../../../shared/result.ts';
import { READY, type Answered, type Asked } from './asked.ts';

// The program of the worker that looks at files and at pictures of the camera, beside the window's own thread. It asks nobody anything;
// one that has looked at a file is ended, and with it whatever the file left in it.

/** How long further looks may begin. */
const LOOK_MS = 20_000;

const grayAt = (canvas: OffscreenCanvas, width: number, height: number): Gray => {
  const drawn = canvas.getContext('2d', { willReadFrequently: true })?.getImageData(0, 0, width, height);
  if (drawn === undefined) throw new Error('a canvas that nothing can be drawn on');
  return grayOf(drawn.data, width, height);
};

const grayOfBitmap = (picture: ImageBitmap): Gray => {
  const { width, height } = fitted(picture.width, picture.height, MOST_DOTS);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context !== null) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, width, height);
  }
  picture.close();
  return grayAt(canvas, width, height);
};

const eyes = (): Eyes => {
  const until = performance.now() + LOOK_MS;
  return {
    mayGoOn: () => performance.now() < until,
    decode: async (bytes) => grayOfBitmap(await createImageBitmap(new Blob([new Uint8Array(bytes)]))),
    easel: {
      make: (width, height) => new OffscreenCanvas(width, height),
      gray: (canvas, width, height) => grayAt(canvas as OffscreenCanvas, width, height),
    },
  };
};

const lookAt = async (bytes: Uint8Array, wants: Wanted): Promise<Result<Read, ReadingFailure>> => {
  const isTooMuch = countAllocations();
  const read = await readFile(bytes, eyes(), wants).catch(() => undefined);
  if (isTooMuch()) return err({ kind: 'file-too-costly', facts: { of: 'memory' } });
  return read ?? err({ kind: 'unread-file', facts: { what: 'damaged' } });
};

const say = (answer: unknown): void => globalThis.postMessage({ answer } satisfies Answered);
globalThis.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if (data.kind === 'frame') say(codesInFrame(grayOfBitmap(data.picture), data.number));
  else if (data.kind === 'file') void lookAt(data.bytes, data.wants).then(say);
});
globalThis.postMessage(READY);
