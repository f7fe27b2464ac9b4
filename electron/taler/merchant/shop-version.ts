// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { readJson, request, shownUrl } from '../wire/http.ts';
import { isCompatible, parseVersion } from '../wire/versions.ts';
import type { MerchantFailure } from './merchant.ts';

/** Versions of the shops' protocol this wallet speaks: 30, and all before it, of which claiming and paying are the same (PROTOCOL.md#claim-and-pay). */
const OUR_VERSION = { current: 30, revision: 0, age: 30 };
/** Who does not say it soon is asked for the order itself. */
const PATIENCE_MS = 10_000;
const MAX_BYTES = 256 * 1024;

const configSchema = z.object({
  name: z.string().max(64).optional(),
  version: z.string().max(64),
  currencies: z.unknown().optional(),
});

/**
 * Asks a shop by `GET config` which versions it serves. Refused are those that this wallet does not speak, and what is no version;
 * a shop that says nothing (the oldest did not have to) is spoken to. Gives what it says of how its currencies are written, unread.
 */
export const checkShopVersion = async (
  world: World,
  merchantBaseUrl: string,
): Promise<Result<unknown, MerchantFailure>> => {
  const url = new URL('config', merchantBaseUrl).href;
  const answer = await request(world, { method: 'GET', url, timeoutMs: PATIENCE_MS, maxBytes: MAX_BYTES });
  if (!answer.ok || answer.value.status !== 200) return ok(undefined);
  const read = readJson(answer.value, url, configSchema);
  if (!read.ok) return read;
  const theirs = parseVersion(read.value.version);
  return theirs.ok && isCompatible(OUR_VERSION, theirs.value)
    ? ok(read.value.currencies)
    : err({ kind: 'shop-version', url: shownUrl(url), version: read.value.version });
};
