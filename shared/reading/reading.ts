// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../facts/subjects.ts';
import type { PictureKind } from './file-kind.ts';
import type { Gray } from './gray.ts';

/** What a file says. */
export type Read = {
  /** what is ours, as it was found, the most reliable first */
  readonly texts: readonly string[];
  /** what codes of something else say */
  readonly others: readonly string[];
  /** pages that were looked at, and how many there are; a picture is one */
  readonly looked: number;
  readonly of: number;
};

/** Whether only what leads back to a wallet is wanted, or whatever stands there. */
export type Wanted = 'ours' | 'all';

type Kinds = 'nothing-shown' | 'other-code' | 'two-sheets' | 'file-too-large' | 'picture-too-large' | 'unread-file';
export type ReadingFailure = Extract<
  Said<'failure'>,
  { kind: Kinds | 'pdf-locked' | 'file-too-costly' | 'no-reader' | 'no-camera' }
>;

/** Where a page is drawn: a canvas of the browser, or one like it. */
export type Easel = {
  readonly make: (width: number, height: number) => object;
  readonly gray: (canvas: object, width: number, height: number) => Gray;
};

/** What differs between the window and the terminal: who decodes pictures, and on what pages are drawn. */
export type Eyes = {
  /** no side longer than the decoder of codes takes; rejects for what is no picture */
  readonly decode: (bytes: Uint8Array, kind: PictureKind) => Promise<Gray>;
  readonly easel: Easel;
  readonly mayGoOn: () => boolean;
};
