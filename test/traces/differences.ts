// SPDX-License-Identifier: GPL-3.0-or-later
import type { Difference, Side } from './difference.ts';
import { CLIENT_DIFFERENCES } from './differences-client.ts';
import { SANDBOX_DIFFERENCES } from './differences-sandbox.ts';

// Everything in which our client or our sandbox is not equal to a recording of a real server, with the reason. A step
// that is not named here must be equal; an entry that no test needs is an error.

export const DIFFERENCES: readonly Difference[] = [...CLIENT_DIFFERENCES, ...SANDBOX_DIFFERENCES];

/** What is listed for a step of a recording, undefined when it must be equal. */
export const differenceOf = (side: Side, trace: string, step: string): Difference | undefined =>
  DIFFERENCES.find((each) => each.side === side && isOf(each, trace) && each.steps.includes(step));

/** Whether an entry speaks of this recording. */
export const isOf = (difference: Difference, trace: string): boolean =>
  difference.trace === trace || difference.trace === trace.replace(/^v\d+-/, '');
