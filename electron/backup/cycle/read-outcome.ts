// SPDX-License-Identifier: GPL-3.0-or-later
import { parseAmount } from '../../../shared/amount.ts';
import { quoted, readSaid } from '../../../shared/facts/read.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { isObject } from '../../taler/bytes/json.ts';
import type { CycleOutcome, Found } from './outcome.ts';

/**
 * A provider's last outcome as it was written down, by this version or an older one, which wrote sentences in the place of reasons:
 * those are kept as they are until the next round. Undefined for what cannot be read, so that the provider counts as never asked.
 */
export const readOutcome = (row: unknown): CycleOutcome | undefined => {
  if (!isObject(row)) return undefined;
  const { kind, why } = row;
  switch (kind) {
    case 'stored':
    case 'unchanged': {
      const renewal = row['renewal'] === undefined ? undefined : placeNote(row['renewal']);
      return { kind, found: FOUND.find((each) => each === row['found']) ?? 'nothing', ...(renewal ? { renewal } : {}) };
    }
    case 'lost-our-backup':
      return { kind, why: placeNote(why) };
    case 'payment-required':
      return {
        kind,
        ...(why === undefined ? {} : { why: failure(why) }),
        ...(isAmount(row['lacking']) ? { lacking: row['lacking'] } : {}),
      };
    case 'asks': {
      const reason = ask(why);
      return reason && { kind, why: reason };
    }
    case 'foreign-or-damaged':
      return { kind, why: trouble(why) };
    case 'unreachable':
      return {
        kind,
        why: trouble(why),
        ...(typeof row['retryAfterMs'] === 'number' ? { retryAfterMs: row['retryAfterMs'] } : {}),
        ...(row['stored'] === true ? { stored: true } : {}),
      };
    case 'misbehaved':
      return { kind, why: trouble(why), ...(row['gone'] === true ? { gone: true } : {}) };
    case 'shut-out':
      return { kind, reason: row['reason'] === 'permission' ? 'permission' : 'password' };
    case 'newer-format':
      return { kind, version: typeof row['version'] === 'number' ? row['version'] : 0 };
    case 'conflict':
    case 'old-copy':
    case 'legacy-format':
    case 'real-money-there':
    case 'too-large':
    case 'needs-newer':
    case 'not-ours':
      return { kind };
    default:
      return undefined;
  }
};

const FOUND: readonly Found[] = ['nothing', 'old-copy', 'lost-our-backup'];

const isAmount = (value: unknown): value is string => typeof value === 'string' && parseAmount(value).ok;

const textOf = (why: unknown): { readonly text: string } => ({ text: quoted(why) });

const trouble = (why: unknown): Said<'trouble'> => readSaid('trouble', why) ?? { kind: 'older', facts: textOf(why) };
const placeNote = (why: unknown): Said<'placeNote'> =>
  readSaid('placeNote', why) ?? { kind: 'older', facts: textOf(why) };
const failure = (why: unknown): Said<'failure'> => readSaid('failure', why) ?? { kind: 'older', facts: textOf(why) };

/** An older version wrote these facts beside the kind. */
const ask = (why: unknown): Said<'ask'> | undefined => {
  if (!isObject(why)) return undefined;
  const { kind, facts, ...flat } = why;
  return readSaid('ask', { kind, facts: facts ?? flat });
};
