// SPDX-License-Identifier: GPL-3.0-or-later
import { NEWEST_AT, VERSION } from '../../shared/version.ts';
import type { NewestView } from '../../shared/contract-settings.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';
import { parseJsonBytes } from '../taler/bytes/json.ts';
import { request } from '../taler/wire/http.ts';
import type { World } from '../world.ts';

/** A version and a bracket or two. */
const MAX_BYTES = 4096;
const LONGEST_MS = 20_000;
/** As our own are written; each part is small enough to be compared as a number. */
const WRITTEN = /^\d{1,6}\.\d{1,6}\.\d{1,6}$/;

/**
 * Asks the one address which version is the newest: a plain request that carries nothing of this wallet, through the chosen proxy. Of the
 * answer one word is read, and nothing is fetched or started because of it; a redirect is not followed.
 */
export const askNewest = async (world: World): Promise<Result<NewestView, FailureView>> => {
  const limits = { maxBytes: MAX_BYTES, timeoutMs: LONGEST_MS, firstByteMs: LONGEST_MS, idleMs: LONGEST_MS };
  const answer = await request(world, { method: 'GET', url: NEWEST_AT, redirects: 'none', ...limits });
  if (!answer.ok) return nobody(NOT_REACHED.has(answer.error.kind) ? 'unreachable' : 'not-understood');
  if (answer.value.status !== 200) return nobody(answer.value.status >= 500 ? 'unreachable' : 'not-understood');
  const json = parseJsonBytes(answer.value.bytes);
  const version: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'version') : undefined;
  if (typeof version !== 'string' || !WRITTEN.test(version)) return nobody('not-understood');
  return ok({ version, isNewer: isNewer(version, VERSION) });
};

const NOT_REACHED: ReadonlySet<string> = new Set(['unreachable', 'timeout']);

const nobody = (why: 'unreachable' | 'not-understood'): Result<never, FailureView> =>
  err({ kind: 'no-version', facts: { why } });

const isNewer = (theirs: string, ours: string): boolean => {
  const [a, b] = [theirs, ours].map((each) => each.split('.').map(Number));
  const at = [0, 1, 2].find((part) => a?.[part] !== b?.[part]);
  return at !== undefined && (a?.[at] ?? 0) > (b?.[at] ?? 0);
};
