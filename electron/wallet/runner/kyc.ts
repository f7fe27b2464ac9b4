// SPDX-License-Identifier: GPL-3.0-or-later
import { crockToBytes } from '../../taler/bytes/encodings.ts';
import { findKycPage } from '../../taler/exchange/kyc.ts';
import type { Step, StepOutcome, Wallets } from '../context.ts';
import { accountKeyOf } from '../ledger/reserve.ts';
import { flowOf } from './flows.ts';

/** People need minutes or days to answer; asked more often, an exchange hears nothing new. */
export const KYC_POLL_MS = 60_000;

/**
 * Where the owner can answer what the exchange wants to know (451), when that is why a step waits; `known` is what was found
 * at an earlier attempt, so a page is asked for once. Falls back to the exchange's own address.
 */
export const kycLink = async (
  wallets: Wallets,
  step: Step,
  outcome: StepOutcome,
  known: string | undefined,
): Promise<string | undefined> => {
  if (outcome.kind !== 'failed' || outcome.failure.kind !== 'kyc-required') return undefined;
  const { failure } = outcome;
  const { world, store } = wallets;
  const baseUrl = store
    .entries('exchange')
    .map(({ value }) => value.base_url)
    .find((each) => failure.url.startsWith(each));
  // What was fallen back to is no page yet: the exchange may know our key by now.
  if (known !== undefined && known !== baseUrl) return known;
  if (baseUrl === undefined) return URL.canParse(failure.url) ? `${new URL(failure.url).origin}/` : undefined;
  // A merchant passes the exchange's demand on without row and account.
  if (!('requirementRow' in failure) || failure.requirementRow === undefined || failure.hPayto === undefined)
    return baseUrl;
  const { requirementRow, hPayto, accountPub } = failure;
  const version = wallets.exchanges.cachedKeys(baseUrl)?.version ?? '';
  const accountKeys = keysOf(wallets, step, accountPub).map((key) => crockToBytes(key, 32));
  return (await findKycPage(world, { baseUrl, version, requirementRow, hPayto, accountKeys })) ?? baseUrl;
};

/** The private keys that may speak for the account behind a step: the one the exchange names, if it is one of our reserves, and the step's own. */
const keysOf = ({ store }: Wallets, { kind, id }: Step, accountPub: string | undefined): readonly string[] => {
  const own = flowOf(kind).accountKey?.(store, id);
  return [...new Set([accountKeyOf(store, accountPub), own])].filter((key) => key !== undefined);
};
