// SPDX-License-Identifier: GPL-3.0-or-later

/** When a pending step is tried next (milliseconds since the epoch), how often it failed in a row, and how it last failed. */
export type Task = {
  readonly kind: string;
  readonly id: string;
  readonly nextAt: number;
  readonly attempts: number;
  /** plain JSON, never a secret */
  readonly lastFailure?: unknown;
};
