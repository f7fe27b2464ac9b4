// SPDX-License-Identifier: GPL-3.0-or-later
import { rmSync } from 'node:fs';
import { webdavKind } from '../../electron/backup/providers/webdav/webdav.ts';
import type { Provider } from '../../electron/backup/providers/provider.ts';
import type { AccountKeys } from '../../electron/backup/root-secret.ts';
import type { World } from '../../electron/world.ts';
import type { ProviderKind } from './provider-contract.ts';

type Served = {
  readonly address: string;
  readonly directory: string;
  readonly user: string;
  readonly password: string;
  readonly close: () => Promise<void>;
};

/** A connection to a WebDAV folder, as the wallet opens one. */
export const connectDav = (world: World, { address, user, password }: Omit<Served, 'directory' | 'close'>) => {
  const access = { kind: 'webdav', address, answers: { user, password } };
  return (keys: AccountKeys): Provider => {
    const opened = webdavKind.open(world, keys, { access });
    if (!opened) throw new Error('the address was not taken');
    return opened;
  };
};

/** A WebDAV folder that was claimed, for the contract suite. */
export const davProvider = async (world: World, serve: () => Promise<Served>): Promise<ProviderKind> => {
  const served = await serve();
  const { address, user, password } = served;
  const claimed = await webdavKind.claim(world, address, { user, password });
  if (!claimed.ok) throw new Error(JSON.stringify(claimed.error));
  return {
    id: claimed.value.id,
    connect: connectDav(world, served),
    admit: async () => undefined,
    close: async () => {
      await served.close();
      rmSync(served.directory, { recursive: true, force: true });
    },
  };
};
