// SPDX-License-Identifier: GPL-3.0-or-later
import { promises as fs } from 'node:fs';
import { basename, isAbsolute, resolve } from 'node:path';
import { amountToText } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ProviderOfferView } from '../../../shared/view-backup.ts';
import type { Store } from '../../storage/store.ts';
import type { Secret } from '../../taler/crypto/secret.ts';
import { syncConfig } from '../../taler/sync-config.ts';
import { parseBaseUrl } from '../../taler/wire/base-url.ts';
import type { World } from '../../world.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { accountKeys, type AccountKeys } from '../root-secret.ts';
import { folderProvider } from './folder/folder.ts';
import { isFolderId, readMarker } from './folder/marker.ts';
import type { Provider } from './provider.ts';
import { syncProvider } from './sync.ts';

/** One person's list; every cycle and restore asks all of them, and a hostile blob must not make us ask thousands. */
export const MAX_PROVIDERS = 32;

/** What a provider asks, before anything is agreed to. `target` is a web address or a folder; nothing is written anywhere. */
export const inspectProvider = async (
  world: World,
  target: string,
): Promise<Result<ProviderOfferView, BackupFailure>> => {
  const directory = await asDirectory(target);
  if (directory !== undefined) {
    const marker = await readMarker(directory);
    if (!marker.ok)
      return err({
        kind: 'no-provider-there',
        target,
        why: 'why' in marker.error ? marker.error.why : 'it cannot be read',
      });
    return ok({ id: marker.value ?? directory, kind: 'folder', suggestedName: basename(directory) || directory });
  }
  const baseUrl = parseBaseUrl(target);
  if (!baseUrl.ok)
    return err({ kind: 'no-provider-there', target, why: 'it is neither a folder that exists nor a web address' });
  const config = await syncConfig(world, baseUrl.value);
  if (!config.ok) {
    if (
      config.error.kind === 'unreachable' ||
      config.error.kind === 'timeout' ||
      config.error.kind === 'server-trouble'
    ) {
      return err({
        kind: 'provider-silent',
        target,
        why: config.error.kind === 'unreachable' ? config.error.why : 'no answer in time, or only an error',
      });
    }
    const why =
      config.error.kind === 'unsupported-version'
        ? `it speaks version ${config.error.version} of the backup protocol`
        : config.error.kind === 'not-a-sync-service'
          ? config.error.why
          : 'it does not answer like a backup service';
    return err({ kind: 'no-provider-there', target, why });
  }
  const { annualFee, liabilityLimit, storageLimitMegabytes } = config.value;
  return ok({
    id: baseUrl.value,
    kind: 'sync',
    suggestedName: new URL(baseUrl.value).host,
    annualFee: amountToText(annualFee),
    liability: amountToText(liabilityLimit),
    storageLimitMb: storageLimitMegabytes,
  });
};

/** The provider behind an id, with the account our root secret has there; undefined for a folder nobody knows the place of. */
export const openProvider = (
  world: World,
  store: Store,
  root: Secret,
  id: string,
  directory = store.entry('provider', id)?.value.directory,
): { readonly provider: Provider; readonly keys: AccountKeys } | undefined => {
  const keys = accountKeys(root, id);
  if (!isFolderId(id)) return { provider: syncProvider(world, id, keys), keys };
  return directory === undefined ? undefined : { provider: folderProvider(directory, keys), keys };
};

/** Which kind of provider an id belongs to. */
export const kindOfId = (id: string): Provider['kind'] => (isFolderId(id) ? 'folder' : 'sync');

/** Whether providers of the kind of this id are paid. */
export const takesFee = (id: string): boolean => kindOfId(id) === 'sync';

/** Whether the provider of this id can be reached only where its directory is known. */
export const needsDirectory = (id: string): boolean => kindOfId(id) === 'folder';

/** The id of the provider that lies in a directory; undefined when none does, or it cannot be read now. */
export const providerInFolder = async (directory: string): Promise<string | undefined> => {
  const marker = await readMarker(directory);
  return marker.ok ? marker.value : undefined;
};

/** The folder a target names, as an absolute path; undefined for a web address. */
export const asDirectory = async (target: string): Promise<string | undefined> => {
  if (/^https?:\/\//i.test(target)) return undefined;
  if (isAbsolute(target) || target.startsWith('.')) return resolve(target);
  const there = await fs.stat(resolve(target)).catch(() => undefined);
  return there?.isDirectory() === true ? resolve(target) : undefined;
};
