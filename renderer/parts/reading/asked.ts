// SPDX-License-Identifier: GPL-3.0-or-later

import type { Wanted } from '../../../shared/reading/reading.ts';

/** What the worker is asked: one file, or picture after picture of a camera. */
export type Asked =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly wants: Wanted }
  | { readonly kind: 'frame'; readonly picture: ImageBitmap; readonly number: number };

/** Its first message: its program was found and runs. */
export const READY = 'ready';

export type Answered = { readonly answer: unknown };
export const isAnswer = (message: unknown): message is Answered =>
  typeof message === 'object' && message !== null && 'answer' in message;
