// SPDX-License-Identifier: GPL-3.0-or-later
import { hashJson0 } from '../crypto/hash.ts';

/** No shop has so many ways to pay one order; each of them costs a look at all coins. */
export const MAX_CHOICES = 32;

/** What the wallet says to a shop beside its coins, and signs with each of them: which choice of the contract it takes, and nothing else. */
export type WalletData = { readonly choice_index: number };

/** The hash that each coin signs with the contract (1201), made like that of contract terms. */
export const walletDataHash = (data: WalletData): Uint8Array => hashJson0(data);

let hashes: readonly Uint8Array[] | undefined;

const possibleWalletData = (): readonly Uint8Array[] =>
  (hashes ??= Array.from({ length: MAX_CHOICES }, (_, at) => walletDataHash({ choice_index: at })));

/** What a coin of ours may have signed at a shop (1201): what its history says, or, where that says nothing, nothing or any choice. */
export const whatMaySign = (
  said: Uint8Array | undefined,
  triesChoices: boolean,
): readonly (Uint8Array | 'none' | 'absent')[] =>
  said === undefined ? ['none', 'absent', ...(triesChoices ? possibleWalletData() : [])] : [said];
