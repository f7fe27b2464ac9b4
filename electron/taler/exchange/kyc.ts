// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import type { World } from '../../world.ts';
import { eddsaSign } from '../crypto/eddsa.ts';
import { bytesToCrock } from '../bytes/encodings.ts';
import { readJson, request } from '../wire/http.ts';
import { kycAuthBlock } from '../purposes/wallet.ts';
import { checkPlace } from '../wire/place.ts';
import { crockSchema } from '../wire/schemas.ts';
import { parseVersion } from '../wire/versions.ts';

const checkSchema = z.object({ kyc_url: z.string().max(2048) });
const statusSchema = z.object({ access_token: crockSchema(32) });

/** The first version at which the account's owner signs the question, and the page is found by a token. */
const FIRST_SIGNED = 21;

type Asked = {
  readonly baseUrl: string;
  readonly version: string;
  readonly requirementRow: number;
  readonly hPayto: string;
  /** private keys that may speak for the account, the likeliest first */
  readonly accountKeys: readonly Uint8Array[];
};

/**
 * The page where the owner of an account says who they are, from what a 451 told. Undefined when the exchange names none, or
 * knows no key of ours for the account: then only its own site can tell. Not seen on a recorded server.
 */
export const findKycPage = async (world: World, asked: Asked): Promise<string | undefined> => {
  const version = parseVersion(asked.version);
  return version.ok && version.value.current >= FIRST_SIGNED ? byToken(world, asked) : byRow(world, asked);
};

/** Asks as exchanges up to v20 expect: `kyc-check` with row and account; 202 names the page. */
const byRow = async (world: World, { baseUrl, requirementRow, hPayto }: Asked): Promise<string | undefined> => {
  const { href } = new URL(`kyc-check/${requirementRow}/${hPayto}/individual`, baseUrl);
  const answer = await request(world, { method: 'GET', url: href });
  if (!answer.ok || (answer.value.status !== 200 && answer.value.status !== 202)) return undefined;
  const read = readJson(answer.value, href, checkSchema);
  // A link is shown to be clicked: nothing but a web page may be behind it, and no place inside the person's own house.
  if (!read.ok || (await checkPlace(world, baseUrl, read.value.kyc_url)) !== undefined) return undefined;
  return read.value.kyc_url;
};

/** `kyc-check` with the account alone, signed by its key; the token in the answer leads to the exchange's own page. */
const byToken = async (world: World, { baseUrl, hPayto, accountKeys }: Asked): Promise<string | undefined> => {
  const { href } = new URL(`kyc-check/${hPayto}`, baseUrl);
  for (const key of accountKeys) {
    const headers = { 'account-owner-signature': bytesToCrock(eddsaSign(key, kycAuthBlock())) };
    const answer = await request(world, { method: 'GET', url: href, headers });
    if (!answer.ok) return undefined;
    // 403: another key speaks for the account.
    if (answer.value.status !== 200 && answer.value.status !== 202) continue;
    const read = readJson(answer.value, href, statusSchema);
    return read.ok ? new URL(`kyc-spa/${read.value.access_token}`, baseUrl).href : undefined;
  }
  return undefined;
};
