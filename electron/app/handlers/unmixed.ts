// SPDX-License-Identifier: GPL-3.0-or-later
import { isPlayIssuer } from '../../../shared/play.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { FailureView } from '../../../shared/view.ts';
import type { OpenParts } from './parts.ts';

// Play money and money never meet in one wallet: whoever plays leaves that first, and whoever has something real does not begin to play.

/** Why an issuer cannot be added to this wallet; undefined where nothing stands against it. */
export const realWhilePlaying = (
  { plays }: Pick<OpenParts, 'plays'>,
  issuer: string | undefined,
): Result<never, FailureView> | undefined =>
  issuer !== undefined && plays() && !isPlayIssuer(withScheme(issuer))
    ? err({ kind: 'play-money-here', facts: {} })
    : undefined;

/** Why this wallet cannot begin to play. */
export const playWhileReal = ({ wallet }: Pick<OpenParts, 'wallet'>): Result<never, FailureView> | undefined =>
  wallet.exchanges().some(({ baseUrl }) => !isPlayIssuer(baseUrl))
    ? err({ kind: 'real-money-here', facts: {} })
    : undefined;

/**
 * Why a wallet cannot come to one that plays: its sheet or link names a place that is on no play economy's computer, or its issuers,
 * which its person agrees to, are none of a play economy.
 */
export const bringingWhilePlaying = (
  { plays }: Pick<OpenParts, 'plays'>,
  { given = '', newExchanges = [] }: { readonly given?: string; readonly newExchanges?: readonly string[] | undefined },
): Result<never, FailureView> | undefined => {
  const named = [...given.matchAll(/https?:\/\/[^\s/?#]+/gi)].map(([address]) => address);
  return plays() && ![...named, ...newExchanges.map(withScheme)].every(isPlayIssuer)
    ? err({ kind: 'play-money-here', facts: {} })
    : undefined;
};

/** As an address is read where it is typed: by https unless it says otherwise. */
const withScheme = (address: string): string => (/^https?:/i.test(address) ? address : `https://${address}`);
