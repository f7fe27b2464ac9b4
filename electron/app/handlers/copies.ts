// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { BackupFailure } from '../../backup/failure/failure.ts';
import { given, orBackup } from './answers.ts';
import { nearOwn } from './own-disk.ts';
import type { Handlers, OpenParts } from './parts.ts';

/** A copy in the wallet's own folder would go with it. */
const ownFolder = (target: string): Result<never, BackupFailure> =>
  err({ kind: 'no-provider-there', target, why: { kind: 'folder-own', facts: {} } });

/** The requests on providers and the copies they hold. */
export const copyHandlers = (parts: OpenParts) =>
  ({
    'backup.status': async () => ok(parts.backup.status()),
    'provider.inspect': async ({ target }) => {
      const near = await nearOwn(parts.ownDirectory, target);
      if (near === 'inside') return orBackup(ownFolder(target));
      const offer = orBackup(await parts.backup.inspectProvider(target));
      return offer.ok && near === 'same-disk' ? ok({ ...offer.value, sameDisk: true as const }) : offer;
    },
    'provider.add': async ({ target, ...how }) =>
      (await nearOwn(parts.ownDirectory, target)) === 'inside'
        ? orBackup(ownFolder(target))
        : orBackup(await parts.backup.addProvider({ target, consent: true, ...given(how) })),
    'provider.removal': async ({ id }) => orBackup(parts.backup.previewRemoval(id)),
    'provider.rename': async ({ id, name }) => orBackup(parts.backup.renameProvider(id, name)),
    'provider.remove': async ({ id }) => orBackup(await parts.backup.removeProvider(id)),
    'provider.former': async () => ok({ places: parts.backup.formerPlaces() }),
    'provider.test': async ({ id }) => orBackup(await parts.backup.testPlace(id)),
    'provider.stopTest': async ({ id }) => {
      parts.backup.stopTest(id);
      return ok({});
    },
    'provider.limit': async ({ id, maxFee }) => orBackup(await parts.backup.limitPlace(id, maxFee)),
    'provider.renew': async ({ id, maxFee }) => orBackup(await parts.backup.renewPlace(id, maxFee)),
    'provider.list': async () => ok({ providers: parts.backup.providers() }),
    'provider.chooseFolder': async ({ at }) => ok({ directory: await parts.chooseFolder(at) }),
    'backup.run': async ({ id }) => ok({ reports: await parts.backup.cycle(id) }),
    'privacy.get': async () => ok(parts.backup.privacy()),
    'privacy.set': async (wanted) => orBackup(parts.backup.setPrivacy(given(wanted))),
    'backup.setQuorum': async ({ copies }) => {
      parts.backup.setQuorum(copies);
      return ok({ copies });
    },
  }) satisfies Partial<Handlers>;
