// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { errorFromAnswer, readJson, request, shownUrl } from '../wire/http.ts';
import { versionSchema } from '../wire/schemas.ts';
import { isCompatible, parseVersion } from '../wire/versions.ts';
import type { BankFailure } from './failure.ts';

/** What a bank says of itself; `speaks` is the newest version of the integration that both sides know. */
export type BankConfig = {
  readonly version: string;
  readonly currency: string | undefined;
  readonly speaks: number;
  /** how it writes its currency, unread */
  readonly specification: unknown;
};

/** Bank integration versions we speak: from `0` (2022) to `5` (PROTOCOL.md#bank-integration). */
const OUR_VERSION = { current: 5, revision: 0, age: 5 };

const configSchema = z.object({
  version: versionSchema,
  currency: z.string().max(2048).optional(),
  currency_specification: z.unknown().optional(),
});

/** `GET config` of a bank integration API. */
export const bankConfig = async (world: World, bankBaseUrl: string): Promise<Result<BankConfig, BankFailure>> => {
  const url = new URL('config', bankBaseUrl).href;
  const answer = await request(world, { method: 'GET', url });
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return err(errorFromAnswer(answer.value, url));
  const read = readJson(answer.value, url, configSchema);
  if (!read.ok) return read;
  const { version, currency, currency_specification: specification } = read.value;
  const theirs = parseVersion(version);
  return theirs.ok && isCompatible(OUR_VERSION, theirs.value)
    ? ok({ version, currency, specification, speaks: Math.min(theirs.value.current, OUR_VERSION.current) })
    : err({ kind: 'unsupported-version', url: shownUrl(url), version });
};
