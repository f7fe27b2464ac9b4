// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../../../shared/result.ts';
import type { ExchangeFailure } from '../failure.ts';
import type { ExchangeKeys } from './model.ts';
import { parseKeys } from './keys.ts';

/** More exchanges than anybody's wallet talks to in one hour; each document may be megabytes. */
const MAX_KNOWN = 8;

/** Verified keys under the exact text they were read from, so that another byte is another document. */
const known = new Map<string, ExchangeKeys>();

/**
 * `parseKeys` for a document that comes again: an exchange serves the same bytes for days and is asked every hour, and each
 * of its hundreds of signatures costs a tenth of a millisecond. Whether the keys are valid now is not decided here.
 */
export const readKeys = (baseUrl: string, raw: string): Result<ExchangeKeys, ExchangeFailure> => {
  const name = `${baseUrl} ${raw}`;
  const before = known.get(name);
  if (before) return ok(before);
  const keys = parseKeys(baseUrl, raw);
  if (!keys.ok) return keys;
  const [oldest] = known.keys();
  if (known.size >= MAX_KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(name, keys.value);
  return keys;
};
