// SPDX-License-Identifier: GPL-3.0-or-later
import { bareSaid, quoted, readSaid } from '../../../shared/facts/read.ts';
import type { FailureView } from '../../../shared/view.ts';
import { explainFailure } from './explain.ts';
import type { Refusal, WalletFailure } from './failure.ts';

// What the runner writes down about a try that failed, beside the time of the next one.

/** How a step last failed. `link`: where the person can do what is waited for; `needsPerson`: trying again brings nothing without them. */
type Noted = FailureView & { readonly link?: string; readonly needsPerson?: true; readonly refused?: Refusal };

/** The failure as it is written down. */
export const noteFailure = (failure: WalletFailure, link: string | undefined): Noted => ({
  ...explainFailure(failure),
  ...(needsPerson(failure) ? { needsPerson: true } : {}),
  ...(failure.kind === 'coins-withheld' && failure.refused !== undefined ? { refused: failure.refused } : {}),
  ...(link === undefined ? {} : { link }),
});

/** Without a key nothing can be sent until another copy is found; withheld coins until the exchange has changed its mind; a price or an unnamed issuer only with a yes. */
const needsPerson = (failure: WalletFailure): boolean =>
  failure.kind === 'reissue-asks' ||
  failure.kind === 'unknown-exchange' ||
  failure.kind === 'coin-not-derivable' ||
  failure.kind === 'coins-withheld' ||
  failure.kind === 'withdrawal-fees' ||
  failure.kind === 'renewal-fees' ||
  failure.kind === 'refund-renewal' ||
  failure.kind === 'fees-changed' ||
  (failure.kind === 'not-backed-up-yet' && failure.why !== undefined && PERSONS.has(failure.why));

/** Closed gates that only the person opens. */
const PERSONS: ReadonlySet<string> = new Set(['no-provider', 'too-few-providers', 'fees-lacking']);

/** The refusal that a noted failure is about, if it is about one. */
export const readRefusal = (row: unknown): Refusal | undefined => {
  const refused = typeof row === 'object' && row !== null && 'refused' in row ? row.refused : undefined;
  if (typeof refused !== 'object' || refused === null || !('list' in refused) || !('at' in refused)) return undefined;
  const { list, at } = refused;
  return typeof list === 'string' && typeof at === 'number' ? { list, at } : undefined;
};

/**
 * What `noteFailure` wrote, read back. `kind` also of rows in which an older version wrote its sentence down: what has no facts to
 * lose is its kind again, and of the others the old text is shown until the step is tried once more. Undefined for anything else.
 */
export const readNoted = (
  row: unknown,
): { readonly kind: string; readonly why: FailureView; readonly link?: string } | undefined => {
  if (typeof row !== 'object' || row === null || !('kind' in row) || typeof row.kind !== 'string') return undefined;
  const { kind } = row;
  const why = readSaid('failure', row) ?? ('sentence' in row ? older(kind, row.sentence) : undefined);
  if (why === undefined) return undefined;
  return { kind, why, ...('link' in row && typeof row.link === 'string' ? { link: row.link } : {}) };
};

const older = (kind: string, sentence: unknown): FailureView | undefined =>
  typeof sentence === 'string'
    ? (bareSaid('failure', kind) ?? { kind: 'older', facts: { text: quoted(sentence) } })
    : undefined;
