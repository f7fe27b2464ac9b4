// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import type { World } from '../world.ts';
import { readJson, request } from './http.ts';

const checkSchema = z.object({ kyc_url: z.string().max(2048) });

/**
 * The page where the owner of an account says who they are, from what a 451 told (`kyc-check` with row and account, up to
 * v22). Undefined when the exchange names none: then only its own site can tell. Not seen on a recorded server.
 */
export const findKycPage = async (
  world: World,
  {
    baseUrl,
    requirementRow,
    hPayto,
  }: { readonly baseUrl: string; readonly requirementRow: number; readonly hPayto: string },
): Promise<string | undefined> => {
  const { href } = new URL(`kyc-check/${requirementRow}/${hPayto}/individual`, baseUrl);
  const answer = await request(world, { method: 'GET', url: href });
  if (!answer.ok || (answer.value.status !== 200 && answer.value.status !== 202)) return undefined;
  const read = readJson(answer.value, href, checkSchema);
  return read.ok && isWebAddress(read.value.kyc_url) ? read.value.kyc_url : undefined;
};

/** A link is shown to be clicked: nothing but a web page may be behind it. */
const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
