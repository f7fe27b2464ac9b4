// SPDX-License-Identifier: GPL-3.0-or-later
import { ok } from '../../../shared/result.ts';
import { given, orBackup } from './answers.ts';
import type { Handlers, OpenParts } from './parts.ts';

/** The requests on providers and the copies they hold. */
export const copyHandlers = (parts: OpenParts) =>
  ({
    'backup.status': async () => ok(parts.backup.status()),
    'provider.inspect': async ({ target }) => orBackup(await parts.backup.inspectProvider(target)),
    'provider.add': async ({ target, ...how }) =>
      orBackup(
        await parts.backup.addProvider({
          target,
          consent: true,
          ...given(how),
        }),
      ),
    'provider.removal': async ({ id }) => orBackup(parts.backup.previewRemoval(id)),
    'provider.remove': async ({ id }) => orBackup(await parts.backup.removeProvider(id)),
    'provider.list': async () => ok({ providers: parts.backup.providers() }),
    'provider.chooseFolder': async () => ok({ directory: await parts.chooseFolder() }),
    'backup.run': async ({ id }) => ok({ reports: await parts.backup.cycle(id) }),
    'backup.setQuorum': async ({ copies }) => {
      parts.backup.setQuorum(copies);
      return ok({ copies });
    },
  }) satisfies Partial<Handlers>;
