// SPDX-License-Identifier: GPL-3.0-or-later
import { otherCode } from '../../../shared/reading/read-file.ts';
import type { ReadingFailure } from '../../../shared/reading/reading.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { ask } from '../../bridge.ts';
import { openReader } from './reader.ts';

/** Four times a second is as quick as a hand, and leaves the other core alone. */
const BETWEEN_MS = 250;

const without = (why: Extract<ReadingFailure, { kind: 'no-camera' }>['facts']['why']): Result<never, ReadingFailure> =>
  err({ kind: 'no-camera', facts: { why } });

/** A camera that is on, its person has pressed for it. The window's program allows it only from then on, until it is off again. */
export const switchOn = async (): Promise<Result<MediaStream, ReadingFailure>> => {
  await ask('app.camera', { on: true });
  const opened = await open();
  if (!opened.ok) await ask('app.camera', { on: false });
  return opened;
};

export const switchOff = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
  void ask('app.camera', { on: false });
};

const open = async (): Promise<Result<MediaStream, ReadingFailure>> => {
  // A page that is no secure one has none of it.
  const devices = (navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices;
  if (devices === undefined) return without('none');
  try {
    const video = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } };
    return ok(await devices.getUserMedia({ audio: false, video }));
  } catch (thrown) {
    const name = thrown instanceof DOMException ? thrown.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') return without('refused');
    return without(name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none');
  }
};

export type Seen = {
  /** whether a code is what is looked for */
  readonly accepts: (text: string) => boolean;
  /** a code that is ours */
  readonly onText: (text: string) => void;
  /** a code of something else; it goes on looking */
  readonly onOther: (failure: ReadingFailure) => void;
  /** nothing more will be seen */
  readonly onEnd: (failure: ReadingFailure) => void;
};

/** Looks at the pictures of a camera until it is told to stop, or has found something that is ours. */
export const watch = (video: HTMLVideoElement, stream: MediaStream, seen: Seen): (() => void) => {
  const reader = openReader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  let number = 0;
  const stop = (): void => {
    isOver = true;
    clearTimeout(timer);
    reader.close();
  };
  const ended = (failure: ReadingFailure): void => {
    if (isOver) return;
    stop();
    seen.onEnd(failure);
  };
  const taken = (): void => ended({ kind: 'no-camera', facts: { why: 'taken' } });
  for (const track of stream.getTracks()) track.addEventListener('ended', taken);
  const look = async (): Promise<void> => {
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth > 0) {
      const picture = await createImageBitmap(video);
      const texts = (await reader.ask({ kind: 'frame', picture, number }, [picture])) as readonly string[];
      number += 1;
      if (isOver) return;
      const ours = texts.find(seen.accepts);
      if (ours !== undefined) {
        stop();
        return seen.onText(ours);
      }
      const [other] = texts;
      if (other !== undefined) seen.onOther(otherCode(other));
    }
    timer = setTimeout(next, BETWEEN_MS);
  };
  const next = (): void => void look().catch(() => ended({ kind: 'no-reader', facts: {} }));
  next();
  return stop;
};
