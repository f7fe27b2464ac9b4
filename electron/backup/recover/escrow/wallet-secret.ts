// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { CoreSecret } from '../../../taler/anastasis/core-secret.ts';
import { canonicalJson } from '../../../taler/bytes/canonical-json.ts';
import { bytesToCrock, parseCrock, utf8 } from '../../../taler/bytes/encodings.ts';
import { memberOf, parseJsonBytes } from '../../../taler/bytes/json.ts';
import { openSecret } from '../../../taler/crypto/secret.ts';
import type { World } from '../../../world.ts';
import { providerAddress, urlCheck, writtenAddress } from '../../paper/address.ts';
import type { Recovery } from '../../paper/text.ts';
import { rootSecretFromBytes } from '../../root-secret.ts';

// What a wallet gives into escrow is what stands on its sheet: root secret, places, name. It lies there under a name of its own, so
// that one person can escrow several wallets.

const VERSION = 1;
const MIME = 'application/json';
/** A few KiB: an escrow place may take no more than one MiB, sealed and compressed, and a wallet has a handful of places. */
const MOST_PLACES = 32;
const INSTANCE_BYTES = 16;
const NAME_PREFIX = 'taler-wallet-';

const secretSchema = z.object({
  version: z.literal(VERSION),
  root_secret: z.string().max(200),
  providers: z.array(z.object({ name: z.string().max(200).default(''), url: z.string().max(2100) })).max(MOST_PLACES),
  wallet_name: z.string().max(200).default(''),
});

/** A fresh id of a wallet, chosen when it is first given into escrow and kept with it. */
export const newEscrowName = ({ randomBytes }: Pick<World, 'randomBytes'>): string =>
  `${NAME_PREFIX}${bytesToCrock(randomBytes(INSTANCE_BYTES))}`;

/** Whether a name that was found is of a wallet; other programs escrow other secrets of the same person. */
export const isEscrowName = (name: string): boolean =>
  name.startsWith(NAME_PREFIX) && parseCrock(name.slice(NAME_PREFIX.length), INSTANCE_BYTES).ok;

/** First signs of a wallet's id: enough for a person to tell two of theirs apart. */
export const shortEscrowId = (name: string): string => name.slice(NAME_PREFIX.length, NAME_PREFIX.length + 8);

/** What is escrowed of a wallet. Equal states give equal bytes, so that nothing is uploaded twice for one. */
export const walletToCoreSecret = ({ root, walletName, providers }: Recovery): CoreSecret => ({
  mime: MIME,
  value: utf8(
    canonicalJson({
      version: VERSION,
      root_secret: bytesToCrock(openSecret(root)),
      providers: providers
        .slice(0, MOST_PLACES)
        .map((provider) => ({ name: provider.name, url: writtenAddress(provider) })),
      wallet_name: walletName,
    }),
  ),
});

export type WalletSecretFailure =
  /** another program's secret, or a damaged one */
  { readonly kind: 'no-wallet-secret' } | { readonly kind: 'newer-wallet-secret'; readonly version: number };

/** Reads it back, as if it had been typed from a sheet; a place whose address is none is left out. */
export const coreSecretToWallet = ({ value }: CoreSecret): Result<Recovery, WalletSecretFailure> => {
  const json = parseJsonBytes(value);
  const version = memberOf(json, 'version');
  if (typeof version === 'number' && Number.isSafeInteger(version) && version > VERSION)
    return err({ kind: 'newer-wallet-secret', version });
  const read = secretSchema.safeParse(json);
  if (!read.success) return err({ kind: 'no-wallet-secret' });
  const bytes = parseCrock(read.data.root_secret);
  const root = bytes.ok ? rootSecretFromBytes(bytes.value) : bytes;
  if (!root.ok) return err({ kind: 'no-wallet-secret' });
  const providers = read.data.providers.flatMap(({ name, url }) => {
    const address = providerAddress(url, urlCheck(url));
    return address === undefined ? [] : [{ name, ...address }];
  });
  return ok({ root: root.value, walletName: read.data.wallet_name, date: '', sheetNumber: '', providers });
};
