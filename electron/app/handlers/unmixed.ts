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

/** A wallet that came and plays goes on playing, though its sheet named no place of the play economy: its issuers say so. `where`: what led to it. */
export const playingOn = async <T extends { readonly ok: boolean }>(
  { wallet, resumePlayMoney }: Pick<OpenParts, 'wallet' | 'resumePlayMoney'>,
  came: T,
  where: string,
): Promise<T> => {
  const issuers = wallet.exchanges().map(({ baseUrl }) => baseUrl);
  if (came.ok) await resumePlayMoney([where, ...issuers].join('\n'), true);
  return came;
};

/** As an address is read where it is typed: by https unless it says otherwise. */
const withScheme = (address: string): string => (/^https?:/i.test(address) ? address : `https://${address}`);
