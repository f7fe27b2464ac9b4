// SPDX-License-Identifier: GPL-3.0-or-later
import { plainText } from '../../../shared/names.ts';
import { memberOf } from '../../taler/bytes/json.ts';
import type { LocalReader } from '../../storage/local.ts';
import type { Reader, Tx } from '../../storage/store.ts';

// What a person calls a wallet and a device, so that sheets and devices can be told apart. Names travel in the copies, so
// that another device, or whoever once had the secret, may have written them.

/** The setting that holds the wallet's name; it is printed on the sheet. */
const WALLET_NAME = 'wallet-name';
/** What a wallet without a name is called; sheets have said so since the first version. */
const NAMELESS = 'Holdfast wallet';
/** As long as fits a line of the sheet and of a list. */
const LONGEST = 60;

/** A name made harmless to read; empty when nothing of it can be read. */
export const tidyName = (text: string): string => plainText(text, LONGEST);

/** The wallet's name, as it was given. */
export const walletName = (reader: Pick<Reader, 'entry'>): string => givenWalletName(reader) ?? NAMELESS;

const givenWalletName = ({ entry }: Pick<Reader, 'entry'>): string | undefined =>
  readName(entry('setting', WALLET_NAME)?.value.value);

const readName = (named: unknown): string | undefined => {
  const name = typeof named === 'string' ? tidyName(named) : '';
  return name === '' ? undefined : name;
};

/** What a new wallet is called until somebody names it: where it was made, and when. */
export const suggestedWalletName = (device: string | undefined, nowMs: number): string =>
  device === undefined ? NAMELESS : tidyName(`${device}, ${new Date(nowMs).toISOString().slice(0, 10)}`);

/** Names the wallet, in the transaction that makes it, unless it has a name. */
export const nameNewWallet = (tx: Tx, device: string | undefined, nowMs: number): void => {
  if (givenWalletName(tx) === undefined && device !== undefined) nameWallet(tx, suggestedWalletName(device, nowMs));
};

export const nameWallet = (tx: Pick<Tx, 'put'>, name: string): void => tx.put('setting', WALLET_NAME, { value: name });

/** A wallet that is brought back keeps its own name, whatever the empty one here was called: copies are joined by the later clock. */
export const keepNameOf = (tx: Tx, name: string | undefined): void => {
  if (name !== undefined && givenWalletName(tx) !== name) nameWallet(tx, name);
};

type Named = { readonly kind: string; readonly id: string; readonly value: unknown };

export const isWalletName = ({ kind, id }: Named): boolean => kind === 'setting' && id === WALLET_NAME;

/** The first name of these entries that can be read. */
export const nameIn = (entries: readonly Named[]): string | undefined =>
  entries.map(({ value }) => readName(memberOf(value, 'value'))).find((name) => name !== undefined);

/** What this device is called: as the person named it, else as the computer is called. */
export const ownDeviceName = (local: LocalReader, computer: string | undefined): string | undefined => {
  const name = tidyName(local.mark('device-name') ?? computer ?? '');
  return name === '' ? undefined : name;
};

/** Names this device, also for the time before it is one of a wallet. */
export const nameDevice = (tx: Tx, name: string): void => {
  tx.local.setMark('device-name', name);
  const own = tx.entry('device', tx.deviceId());
  if (own) tx.put('device', own.id, { ...own.value, name, name_clock: tx.clock() });
};
