// SPDX-License-Identifier: GPL-3.0-or-later
import { findKycPage } from '../taler/exchange-kyc.ts';
import type { StepOutcome, Wallets } from './context.ts';

/** People need minutes or days to answer; asked more often, an exchange hears nothing new. */
export const KYC_POLL_MS = 60_000;

/**
 * Where the owner can answer what the exchange wants to know (451), when that is why a step waits; `known` is what was found
 * at an earlier attempt, so the exchange is asked once. Falls back to the exchange's own address.
 */
export const kycLink = async (
  { world, store }: Wallets,
  outcome: StepOutcome,
  known: string | undefined,
): Promise<string | undefined> => {
  if (outcome.kind !== 'failed' || outcome.failure.kind !== 'kyc-required') return undefined;
  if (known !== undefined) return known;
  const { failure } = outcome;
  const baseUrl = store
    .entries('exchange')
    .map(({ value }) => value.base_url)
    .find((each) => failure.url.startsWith(each));
  if (baseUrl === undefined) return URL.canParse(failure.url) ? `${new URL(failure.url).origin}/` : undefined;
  // A merchant passes the exchange's demand on without row and account.
  if (!('requirementRow' in failure) || failure.requirementRow === undefined || failure.hPayto === undefined)
    return baseUrl;
  const { requirementRow, hPayto } = failure;
  return (await findKycPage(world, { baseUrl, requirementRow, hPayto })) ?? baseUrl;
};
