// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ProviderView } from '../../../shared/view-backup.ts';
import type { Backup } from '../contract.ts';
import { endAgreement } from '../cycle/payment.ts';
import { readPlace } from '../drill/one-place.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { agreeToPrice, renewEarly } from '../price.ts';
import { findProvider } from '../providers/known.ts';
import { providerView } from '../safety/status.ts';
import type { Common } from './common.ts';

/** The requests on one place that is in use: reading it back, what its year may cost, and its next year. */
export const onePlaceRequests = ({ parts, rounds, alone }: Common) => {
  const { world, store } = parts;
  const reading = new Map<string, AbortController>();
  const viewed = (id: string): Result<ProviderView, BackupFailure> => {
    const entry = store.entry('provider', id);
    return entry
      ? ok(providerView({ world, store, nextRoundAt: rounds.nextRoundAt }, entry))
      : err({ kind: 'unknown-provider', id });
  };
  /** The place has its say on what was agreed to, in a round of its own. */
  const heard = async (id: string): Promise<Result<ProviderView, BackupFailure>> => {
    await rounds.cycleNow([id]);
    endAgreement(store, id);
    return viewed(id);
  };
  return {
    testPlace: async (called) => {
      const id = findProvider(store, called);
      if (id === undefined) return err({ kind: 'unknown-provider', id: called });
      if (alone.isBusy()) return err({ kind: 'restore-running' });
      if (reading.has(id)) return err({ kind: 'drill-running' });
      const stop = new AbortController();
      reading.set(id, stop);
      try {
        const read = await readPlace(parts, id, AbortSignal.any([stop.signal, parts.closing]));
        const isBack = (store.local.providerProgress(id)?.failingSince ?? 0) > 0;
        // What it lost is saved there again, and what is said of it is said anew.
        if (read.ok && (read.value.place.lost === true || (isBack && read.value.isThere))) await rounds.cycleNow([id]);
        return read;
      } finally {
        reading.delete(id);
      }
    },
    stopTest: (called) => reading.get(findProvider(store, called) ?? called)?.abort('stopped'),
    limitPlace: async (called, maxFee) => {
      const agreed = agreeToPrice(parts, called, maxFee);
      return agreed.ok ? heard(agreed.value) : agreed;
    },
    renewPlace: async (called, maxFee) => {
      const id = findProvider(store, called);
      if (id === undefined) return err({ kind: 'unknown-provider', id: called });
      const asked = renewEarly(parts, id);
      if (!asked.ok) return asked;
      const agreed = agreeToPrice(parts, id, maxFee, 'at-least');
      if (agreed.ok) return heard(id);
      endAgreement(store, id);
      return agreed;
    },
  } satisfies Partial<Backup>;
};
