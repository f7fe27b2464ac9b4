// SPDX-License-Identifier: GPL-3.0-or-later
import type { World } from '../../electron/world.ts';
import type { Result } from '../../shared/result.ts';
import { recordedRequest, replayWorld, type SentRequest } from '../traces/replay.ts';
import type { Step } from '../traces/trace.ts';

export type Outcome = Result<unknown, { readonly kind: string }>;
export type Played<R = Outcome> = {
  readonly sent: readonly SentRequest[];
  readonly recorded: readonly SentRequest[];
  /** undefined where no call of ours makes such a request */
  readonly result: R | undefined;
};

/** Has our client make a recorded request anew, and hear what was answered then. `steps`: that request, and what the client asks behind it. */
export const play = async <R = Outcome>(
  steps: readonly Step[],
  nowMs: number,
  callIn: (world: World) => (() => Promise<R>) | undefined,
): Promise<Played<R>> => {
  const { world, sent } = replayWorld(steps, nowMs);
  const result = await callIn(world)?.();
  return { sent, recorded: steps.map(recordedRequest), result };
};
