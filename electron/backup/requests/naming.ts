// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../../shared/result.ts';
import type { NamesView } from '../../../shared/view-devices.ts';
import type { Backup } from '../contract.ts';
import { nameDevice, nameWallet, ownDeviceName, tidyName, walletName } from '../devices/names.ts';
import { findProvider } from '../providers/known.ts';
import { providerView } from '../safety/status.ts';
import type { Common } from './common.ts';

/** The requests on what a wallet, its device and its places are called. */
export const namingRequests = ({ parts: { store, deviceName, world }, rounds }: Common) => {
  const names = (): NamesView => ({
    wallet: walletName(store),
    device: ownDeviceName(store.local, deviceName) ?? store.deviceId().slice(0, 6),
  });
  return {
    names,
    rename: ({ wallet, device }) => {
      const [ofWallet, ofDevice] = [wallet, device].map((name) => (name === undefined ? undefined : tidyName(name)));
      if (ofWallet === '' || ofDevice === '') return err({ kind: 'empty-name' });
      store.transaction((tx) => {
        if (ofWallet !== undefined) nameWallet(tx, ofWallet);
        if (ofDevice !== undefined) nameDevice(tx, ofDevice);
      });
      return ok(names());
    },
    renameProvider: (called, given) => {
      const [id, name] = [findProvider(store, called), tidyName(given)];
      if (name === '') return err({ kind: 'empty-name' });
      if (id === undefined) return err({ kind: 'unknown-provider', id: called });
      store.transaction((tx) => {
        const entry = tx.entry('provider', id)?.value;
        if (entry && entry.name !== name) tx.put('provider', id, { ...entry, name });
      });
      const entry = store.entry('provider', id);
      return entry
        ? ok(providerView({ world, store, nextRoundAt: rounds.nextRoundAt }, entry))
        : err({ kind: 'unknown-provider', id: called });
    },
  } satisfies Partial<Backup>;
};
