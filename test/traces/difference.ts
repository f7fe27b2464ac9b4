// SPDX-License-Identifier: GPL-3.0-or-later

// In what our client or our sandbox may differ from a recording of a real server.

export type Side = 'client' | 'sandbox';

export type Difference = {
  readonly side: Side;
  /** recordings by subject (`withdraw` is v17-withdraw and v23-withdraw) or by their whole name */
  readonly trace: string;
  readonly steps: readonly string[];
  readonly members?: readonly string[];
  /** sandbox: the generation whose recorded answer to the same step is the intended one */
  readonly like?: 'v17' | 'v23';
  /** sandbox: the intended answer, where no recording has it */
  readonly instead?: { readonly status: number; readonly code: number };
  /** sandbox: with this fault planned for the step, the defect is imitated and the recorded answer must come */
  readonly fault?: 'v17RefuseBatchReplay' | 'closeConnection';
  readonly why: string;
};
