// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, type Amount } from '../../shared/amount.ts';
import type { Result } from '../../shared/result.ts';
import type { World } from '../world.ts';
import { parseBaseUrl } from '../taler/wire/base-url.ts';
import { failed, holds, otherwise } from './checks.ts';
import type { Walk } from './walk.ts';

/** Whose answer is asked for, and what its check is called. */
type ServiceCheck = readonly [server: Parameters<Walk['nameServer']>[0], check: 'copies-config' | 'escrow-config'];

type ServiceConfig = { readonly annualFee: Amount };

/** What a service that takes a fee a year says of itself, noted as its first check; undefined where nothing more can be asked of it. */
export const meetService = async <C extends ServiceConfig>(
  walk: Walk,
  [server, check]: ServiceCheck,
  address: string,
  configOf: (world: World, baseUrl: string) => Promise<Result<C, { readonly kind: string; readonly why?: unknown }>>,
): Promise<{ readonly baseUrl: string; readonly config: C } | undefined> => {
  const read = parseBaseUrl(address);
  if (!read.ok) {
    walk.note(failed(check, { kind: 'malformed-base-url', text: address.slice(0, 120) }));
    return undefined;
  }
  const baseUrl = read.value;
  walk.nameServer(server, baseUrl);
  walk.begin(check);
  const config = await configOf(walk.world, baseUrl);
  if (!config.ok) {
    walk.note(otherwise(check, config.error));
    return undefined;
  }
  walk.note(holds({ kind: check, facts: { fee: amountToText(config.value.annualFee) } }));
  return { baseUrl, config: config.value };
};
