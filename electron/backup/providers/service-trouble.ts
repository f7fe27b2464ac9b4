// SPDX-License-Identifier: GPL-3.0-or-later
import { quoted } from '../../../shared/facts/read.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import type { AnastasisConfigFailure } from '../../taler/anastasis/config.ts';
import type { SyncTrouble } from '../../taler/sync-answer.ts';
import type { SyncConfigFailure } from '../../taler/sync-config.ts';

/** What a failure of a service, for copies or for escrow, says of it. */
export const whyOfService = (failure: SyncTrouble | SyncConfigFailure | AnastasisConfigFailure): Said<'trouble'> => {
  switch (failure.kind) {
    case 'unreachable':
      return { kind: 'unreachable', facts: { detail: quoted(failure.why) } };
    case 'timeout':
      return { kind: 'timeout', facts: { afterMs: failure.afterMs } };
    case 'server-trouble':
      return { kind: 'server-trouble', facts: { status: failure.status } };
    case 'too-large':
      return { kind: 'too-large', facts: { limitBytes: failure.limitBytes } };
    case 'malformed-response':
      return { kind: 'unreadable', facts: { detail: quoted(failure.why) } };
    case 'redirected':
      return { kind: 'redirected', facts: {} };
    case 'refused':
      return {
        kind: 'refused',
        facts: { status: failure.status, ...(failure.code === undefined ? {} : { code: failure.code }) },
      };
    case 'between':
      return { kind: 'between', facts: { status: failure.status } };
    case 'not-a-sync-service':
    case 'not-an-anastasis-provider':
      return { kind: 'no-service', facts: { detail: quoted(failure.why) } };
    case 'unsupported-version':
      return { kind: 'other-version', facts: { version: quoted(failure.version) } };
  }
};
