// SPDX-License-Identifier: GPL-3.0-or-later
import { crockToBytes } from '../../taler/bytes/encodings.ts';
import { findKycPage } from '../../taler/exchange/kyc.ts';
import type { Step, StepOutcome, Wallets } from '../context.ts';
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
  const { world } = wallets;
  const account = accountOf(wallets, step, 'accountPub' in failure ? failure : {});
  if (account === undefined) return URL.canParse(failure.url) ? `${new URL(failure.url).origin}/` : undefined;
  const baseUrl = account.exchange;
  // What was fallen back to is no page yet: the exchange may know our key by now.
  if (known !== undefined && known !== baseUrl) return known;
  // A merchant passes the exchange's demand on without row and account.
  if (!('requirementRow' in failure) || failure.requirementRow === undefined || failure.hPayto === undefined)
    return baseUrl;
  const { requirementRow, hPayto } = failure;
  const version = wallets.exchanges.cachedKeys(baseUrl)?.version ?? '';
  const accountKeys = account.keys.map((key) => crockToBytes(key, 32));
  return (await findKycPage(world, { baseUrl, version, requirementRow, hPayto, accountKeys })) ?? baseUrl;
};

/**
 * The exchange behind a step and the private keys that may speak for its account: the step's own and, for a deposit, the reserve
 * which that exchange names, if it is one of ours there. Who holds so much is told by the holder alone, whom this wallet named
 * itself. The signature is bound to no exchange and no account (v23): with that of another key it could ask another exchange for
 * this person's page in our name.
 */
const accountOf = (
  { store }: Wallets,
  { kind, id }: Step,
  { accountPub, holds }: { readonly accountPub?: string | undefined; readonly holds?: string | undefined },
): { readonly exchange: string; readonly keys: readonly string[] } | undefined => {
  const flow = flowOf(kind);
  const at = flow.entries.flatMap((each) => {
    const value = store.entry(each, id)?.value;
    return value && 'exchange' in value && 'master_pub' in value ? [value] : [];
  })[0];
  if (at === undefined) return undefined;
  const reserve = accountPub === undefined ? undefined : store.entry('reserve', accountPub)?.value;
  const isHere = reserve?.exchange === at.exchange && reserve.master_pub === at.master_pub;
  const isHolder = kind === 'withdrawal' && holds !== undefined;
  const named = (kind === 'deposit' || isHolder) && isHere ? reserve.priv : undefined;
  const own = isHolder && named !== undefined ? undefined : flow.accountKey?.(store, id);
  const keys = [...new Set([named, own])].filter((key) => key !== undefined);
  return { exchange: at.exchange, keys };
};
