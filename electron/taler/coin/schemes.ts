// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../../shared/result.ts';
import type { BadPoint } from '../crypto/ecdh.ts';
import { deriveWithdrawCoin, type CoinSecrets } from './planchet.ts';
import { deriveRefreshCoin, deriveTransferPrivs, linkSecret, transferPubs, transferSecret } from './refresh.ts';
import { deriveBatchSeeds, deriveTransferPrivsOf, sessionMark } from './refresh-v32.ts';

/** A refresh session after the melt: its seed, the coin that was melted, and which candidate stayed hidden. */
export type MadeSession = {
  readonly seed: Uint8Array;
  readonly oldCoin: { readonly pub: Uint8Array; readonly priv: Uint8Array };
  readonly noRevealIndex: 0 | 1 | 2;
};

/** A withdrawal batch: its seed of 32 bytes and, where the scheme has one, its blinding secret. */
export type MadeBatch = { readonly seed: Uint8Array; readonly blinding?: Uint8Array };

/** One way in which coins follow from seeds; every batch and session names its own by number. */
export type CoinScheme = {
  /** coin `index` of a withdrawal batch */
  readonly withdrawn: (batch: MadeBatch, index: number) => CoinSecrets | undefined;
  /** new coin `index` of a session */
  readonly refreshed: (session: MadeSession, index: number) => Result<CoinSecrets, BadPoint>;
  /** new coin `index` of a melt that the exchange has told of, with the old coin alone; left out where it tells the session's seed, and the coin is made as ever */
  readonly linked?: (oldCoinPriv: Uint8Array, transferPub: Uint8Array, index: number) => Result<CoinSecrets, BadPoint>;
  /** every transfer key by which the exchange may tell of this session, or what stands for them */
  readonly transferPubs: (session: Pick<MadeSession, 'seed'>) => readonly Uint8Array[];
};

/** As wallet-core 2022 derives them: withdrawals of every generation, and refreshes up to v23. */
const first: CoinScheme = {
  withdrawn: ({ seed }, index) => deriveWithdrawCoin(seed, index),
  refreshed: ({ seed, oldCoin, noRevealIndex }, index) => {
    const secret = transferSecret(deriveTransferPrivs(seed)[noRevealIndex], oldCoin.pub);
    return secret.ok ? ok(deriveRefreshCoin(secret.value, index)) : secret;
  },
  linked: (oldCoinPriv, transferPub, index) => {
    const secret = linkSecret(oldCoinPriv, transferPub);
    return secret.ok ? ok(deriveRefreshCoin(secret.value, index)) : secret;
  },
  transferPubs: ({ seed }) => transferPubs(deriveTransferPrivs(seed)),
};

/** A coin of another program, of which nothing is known but its own secrets: the seed is its private key. Nothing is withdrawn by it, and it is renewed as any other. */
const given: CoinScheme = {
  ...first,
  withdrawn: ({ seed, blinding }, index) =>
    index === 0 && blinding !== undefined ? { coinPriv: seed, blindingSecret: blinding } : undefined,
};

/** Refreshes from v32 on; withdrawals are made as before, so no batch of ours names it. */
const v32: CoinScheme = {
  withdrawn: first.withdrawn,
  refreshed: ({ seed, oldCoin, noRevealIndex }, index) => {
    const batchSeed = deriveBatchSeeds(seed, oldCoin.priv)[noRevealIndex];
    const priv = deriveTransferPrivsOf(batchSeed, index + 1)[index];
    if (!priv) throw new Error('defect: fewer transfer keys than asked for');
    const secret = transferSecret(priv, oldCoin.pub);
    return secret.ok ? ok(deriveRefreshCoin(secret.value, index)) : secret;
  },
  transferPubs: ({ seed }) => [sessionMark(seed)],
};

/** FORMAT.md#9-from-seeds-to-coins: what names no scheme is of this one. */
export const FIRST_SCHEME = 1;
/** Of a batch that is one coin of another program. */
export const GIVEN_SCHEME = 2;
/** Of a session with an exchange from version 32 on. */
export const V32_SCHEME = 3;

const SCHEMES: ReadonlyMap<number, CoinScheme> = new Map([
  [FIRST_SCHEME, first],
  [GIVEN_SCHEME, given],
  [V32_SCHEME, v32],
]);

/** The scheme of that number; undefined for one of a newer wallet. */
export const coinScheme = (scheme: number = FIRST_SCHEME): CoinScheme | undefined => SCHEMES.get(scheme);
