// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../../storage/store.ts';
import type { CoreSecret } from '../../taler/anastasis/core-secret.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import { sha512Short } from '../../taler/crypto/hash.ts';
import type { World } from '../../world.ts';
import { standingOf } from '../../state/standing.ts';
import { isAbandoning, isRekeyedOnly } from '../devices/marks.ts';
import { placeRefusal } from '../../taler/wire/place.ts';
import { activeProviders, waysTo } from '../providers/known.ts';
import { walletToCoreSecret } from '../recover/escrow/wallet-secret.ts';
import { ownSheet } from '../recover/sheet.ts';
import { markOf } from '../safety/paper-mark.ts';
import type { EscrowRecord } from '../escrowed/record.ts';

// What is to lie in escrow now, and whether this device is the one to see to it.

export type EscrowParts = { readonly world: World; readonly store: Store };

/** What is escrowed of this wallet as it is now, a hash by which states are told apart, and the places for copies in it; undefined without a secret. */
export const secretNow = ({
  world,
  store,
}: EscrowParts): { readonly secret: CoreSecret; readonly state: string; readonly names: string[] } | undefined => {
  const sheet = ownSheet(world, store);
  if (!sheet.ok) return undefined;
  const secret = walletToCoreSecret(sheet.value);
  return { secret, state: stateOf(secret), names: sheet.value.providers.map(({ url }) => url) };
};

export const stateOf = ({ value }: CoreSecret): string => bytesToCrock(sha512Short(value));

/** Which of its times as the leading one this device has; in another one somebody else led between. */
export const epochNow = ({ entry, deviceId }: Pick<Store, 'entry' | 'deviceId'>): number =>
  entry('device', deviceId())?.value.epoch ?? 0;

/** Whether its methods were made for the secret that this wallet has now. */
export const isOfSecret = ({ local }: Pick<Store, 'local'>, { of }: Pick<EscrowRecord, 'of'>): boolean => {
  const root = local.rootSecret();
  return root !== undefined && markOf(root) === of;
};

/** Whether its secret was this wallet's before a new one was made here. */
export const isOfVoidSecret = ({ local }: Pick<Store, 'local'>, { of }: Pick<EscrowRecord, 'of'>): boolean =>
  (local.mark('void-secrets') ?? []).some((each) => each.of === of);

/** Whether this device sees to it now. While a new secret can still be taken back, the old one is what brings the money back. */
export const mayFollow = ({ store }: Pick<EscrowParts, 'store'>): boolean =>
  store.local.rootSecret() !== undefined &&
  standingOf(store.entries('device'), store.deviceId()) === 'active' &&
  !isAbandoning(store.local) &&
  !isRekeyedOnly(store);

/**
 * Whether a place may be asked on the word of copies. What a copy says may be a stranger's: one on the web leads to nothing inside
 * and to no plain http, a folder that its person pointed at may.
 */
export const mayBeAsked = (store: Store, url: string): boolean =>
  activeProviders(store).some(({ id }) => {
    const address = waysTo(store, id).access?.address ?? id;
    return !URL.canParse(address) || !/^https?:/.test(address) || placeRefusal(address, url) === undefined;
  });
