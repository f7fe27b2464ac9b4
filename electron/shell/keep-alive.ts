// SPDX-License-Identifier: GPL-3.0-or-later
import type { WebContents } from 'electron';
import { keepPageAlive, type Mortal } from './page-deaths.ts';

type Kept = Pick<Mortal, 'now' | 'forget' | 'quit' | 'isEnding'> & {
  /** the system's own question about a page that `died` again and again, or `hangs` */
  readonly ask: (what: 'died' | 'hangs') => Promise<boolean>;
};

/** Watches over the page of the window for as long as it lives. */
export const keepAlive = (contents: WebContents, { ask, ...kept }: Kept): void =>
  keepPageAlive({
    ...kept,
    onGone: (listener) => void contents.on('render-process-gone', (_, { reason }) => listener(reason)),
    onHung: (listener) => void contents.on('unresponsive', listener),
    redraw: () => {
      if (!contents.isDestroyed()) contents.reload();
    },
    askToGoOn: () => ask('died'),
    askToRedraw: () => ask('hangs'),
  });
