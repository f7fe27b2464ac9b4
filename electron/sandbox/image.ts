// SPDX-License-Identifier: GPL-3.0-or-later

/** What a server has written down at one moment, in SQLite's own form. */
export type Books = {
  readonly image: () => Uint8Array;
  /** Puts an image of this very server back, as if nothing had happened since; only servers whose data is in memory can. */
  readonly restore: (image: Uint8Array) => void;
};
