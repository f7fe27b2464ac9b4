// SPDX-License-Identifier: GPL-3.0-or-later
import { err } from '../../../shared/result.ts';
import type { Backup } from '../contract.ts';
import { drill } from '../drill/drill.ts';
import type { Common } from './common.ts';

/** The requests on restoring for a try: one at a time, beside everything else but a restore. */
export const drillRequests = ({ parts, alone, drilling }: Common) => {
  let stopping: AbortController | undefined;
  return {
    drill: async (recoveryText) => {
      if (stopping !== undefined) return err({ kind: 'drill-running' });
      if (alone.isBusy()) return err({ kind: 'restore-running' });
      stopping = new AbortController();
      drilling.begin();
      try {
        return await drill(
          { ...parts, progress: drilling },
          recoveryText,
          AbortSignal.any([stopping.signal, parts.closing]),
        );
      } finally {
        stopping = undefined;
        drilling.end();
      }
    },
    drilling: () => {
      const view = drilling.view();
      return view && { places: view.places, issuers: view.issuers };
    },
    stopDrill: () => stopping?.abort('stopped'),
  } satisfies Partial<Backup>;
};
