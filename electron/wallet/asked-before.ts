// SPDX-License-Identifier: GPL-3.0-or-later
import { err, type Result } from '../../shared/result.ts';
import type { World } from '../world.ts';
import type { WalletFailure } from './failure/failure.ts';

/** What an issuer published that was refused, how often in a row, and until when it is not asked for another. */
export type Refused = { readonly failure: WalletFailure; readonly times: number; readonly until: number };

/** A refused document may be megabytes, and every step that needs the exchange would fetch it. */
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;
/** They say nothing about what the exchange publishes, or were wrong about it. */
const NO_ANSWER: ReadonlySet<WalletFailure['kind']> = new Set([
  'unreachable',
  'timeout',
  'server-trouble',
  'clock-skew',
  'link-other-issuer',
]);

/** Asks an exchange unless it has just published what was refused; then it is what was found wrong, and is asked later and later. */
export const withPatience = async <T>(
  { world, refused }: { readonly world: Pick<World, 'now'>; readonly refused: Map<string, Refused> },
  baseUrl: string,
  { asked = false }: { readonly asked?: boolean },
  ask: () => Promise<Result<T, WalletFailure>>,
): Promise<Result<T, WalletFailure>> => {
  const before = asked ? undefined : refused.get(baseUrl);
  const waitMs = (before?.until ?? 0) - world.now();
  // Longer than any wait: the clock was set back.
  if (before && waitMs > 0 && waitMs <= LONGEST_WAIT_MS) return err(before.failure);
  const connection = await ask();
  if (connection.ok) refused.delete(baseUrl);
  else if (!NO_ANSWER.has(connection.error.kind)) {
    const times = (before?.times ?? 0) + 1;
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (times - 1), LONGEST_WAIT_MS);
    refused.set(baseUrl, { failure: connection.error, times, until: world.now() + wait });
  }
  return connection;
};
