// SPDX-License-Identifier: GPL-3.0-or-later
import { ok } from '../../../shared/result.ts';
import { given, orBackup } from './answers.ts';
import { knownEscrowPlaces } from './escrow-places.ts';
import type { Handlers, OpenParts } from './parts.ts';

/** The requests on giving the recovery secret into escrow. */
export const escrowHandlers = ({ backup, runningPlayMoney, tellChanged }: OpenParts) =>
  ({
    'escrow.countries': async () => ok({ countries: backup.escrowCountries() }),
    'escrow.check': async ({ country, attributes }) => ok({ troubles: backup.checkPerson(country, attributes) }),
    'escrow.suggested': async () => ok({ places: knownEscrowPlaces(runningPlayMoney()) }),
    'escrow.inspect': async ({ places }) => ok({ places: await backup.inspectEscrow(places) }),
    'escrow.codeKey': async () => ok(backup.newCodeKey()),
    'escrow.checkCode': async (asked) => ok(backup.checkCode(asked)),
    'escrow.quote': async (wish) => orBackup(await backup.quoteEscrow(given(wish))),
    'escrow.setUp': async (wish) => {
      const set = orBackup(await backup.setUpEscrow(wish));
      tellChanged();
      return set.ok ? ok({ escrow: set.value }) : set;
    },
    'escrow.status': async () =>
      ok({ escrow: backup.escrow() ?? null, ...(backup.isEscrowNewer() ? { needsNewer: true as const } : {}) }),
    'escrow.update': async (wish) => {
      const updated = orBackup(await backup.updateEscrow(given(wish)));
      tellChanged();
      return updated.ok ? ok({ escrow: updated.value }) : updated;
    },
    'escrow.forget': async () => {
      const kept = orBackup(backup.forgetEscrow());
      tellChanged();
      return kept.ok ? ok({ kept: kept.value }) : kept;
    },
  }) satisfies Partial<Handlers>;
