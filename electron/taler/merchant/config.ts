// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { errorFromAnswer, readJson, request, type HttpFailure } from '../wire/http.ts';
import { versionSchema } from '../wire/schemas.ts';

export type MerchantConfig = { readonly version: string };

const configSchema = z.object({ name: z.literal('taler-merchant'), version: versionSchema });
const MAX_BYTES = 256 * 1024;

/** `GET config` of a merchant back end; paying needs nothing of it. */
export const merchantConfig = async (world: World, baseUrl: string): Promise<Result<MerchantConfig, HttpFailure>> => {
  const url = new URL('config', baseUrl).href;
  const answer = await request(world, { method: 'GET', url, maxBytes: MAX_BYTES });
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return err(errorFromAnswer(answer.value, url));
  const read = readJson(answer.value, url, configSchema);
  return read.ok ? ok({ version: read.value.version }) : read;
};
