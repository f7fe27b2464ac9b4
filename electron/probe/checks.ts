// SPDX-License-Identifier: GPL-3.0-or-later
import { probes } from '../../shared/facts/probe.ts';
import type { KindOf, Said } from '../../shared/facts/subjects.ts';
import { explainFailure } from '../wallet/failure/explain.ts';
import type { WalletFailure } from '../wallet/failure/failure.ts';

export type CheckName = KindOf<'probe'>;
/** How it stands with one thing that a probe looks at: `differs` is the only one that is somebody's mistake, theirs or ours. */
export type CheckState = 'holds' | 'differs' | 'not-reached' | 'not-tried';
export type Check = {
  readonly state: CheckState;
  readonly said: Said<'probe'>;
  readonly why?: Said<'probeWhy'>;
};

/** Every name, in the order of the table. */
const CHECK_NAMES = Object.keys(probes) as readonly CheckName[];

/** It is as it was read. */
export const holds = (said: Said<'probe'>): Check => ({ state: 'holds', said });

/** Something of it is otherwise. */
export const differs = (name: CheckName, why: Said<'probeWhy'>): Check => ({ state: 'differs', said: bare(name), why });

/** Nobody was there to show it, or it could not come about. */
export const notReached = (name: CheckName, why: Said<'probeWhy'>): Check => ({
  state: 'not-reached',
  said: bare(name),
  why,
});

/** Nobody wanted it, or it is not there. */
export const notTried = (name: CheckName, why: Said<'probeWhy'>): Check => ({
  state: 'not-tried',
  said: bare(name),
  why,
});

/** What of a failure says nothing about the protocol: the line, the time, a server in trouble, money, or who somebody is. */
const NOT_REACHED: ReadonlySet<string> = new Set([
  'unreachable',
  'timeout',
  'server-trouble',
  'inner-address',
  'insufficient-balance',
  'kyc-required',
  'offer-expired',
  'order-claimed-elsewhere',
  'operation-taken',
  'operation-aborted',
  'no-payout-exchange',
  'unsupported-version',
]);

/** Whether a failure is somebody's mistake, theirs or ours. */
export const isMistake = ({ kind }: { readonly kind: string }): boolean => !NOT_REACHED.has(kind);

/** A failure as what it means for a check. */
export const failed = (name: CheckName, failure: WalletFailure): Check => explained(name, explainFailure(failure));

/** The same of one that the wallet has told already. */
export const explained = (name: CheckName, why: Said<'failure'>): Check =>
  (isMistake(why) ? differs : notReached)(name, { kind: 'failure', facts: { why } });

/** A failure of a service that the wallet itself has no word for. */
export const otherwise = (name: CheckName, failure: { readonly kind: string; readonly why?: unknown }): Check => {
  const what = typeof failure.why === 'string' ? failure.why : failure.kind;
  return (isMistake(failure) ? differs : notReached)(name, {
    kind: 'other',
    facts: { what: what.slice(0, MAX_WHAT) },
  });
};

const MAX_WHAT = 200;

/** All facts of a check may be missing. */
const bare = (name: CheckName): Said<'probe'> => ({ kind: name, facts: {} }) as Said<'probe'>;

/** Whose service a check looks at. */
export type Subject = 'exchange' | 'bank' | 'merchant' | 'sync' | 'anastasis';

const SUBJECT: Readonly<Record<string, Subject>> = {
  bank: 'bank',
  shop: 'merchant',
  copies: 'sync',
  escrow: 'anastasis',
};

/** Whose service that is about. */
export const subjectOf = (name: CheckName): Subject => SUBJECT[name.split('-')[0] ?? ''] ?? 'exchange';

/** What became of all: a list in the order of the table, where nobody came to whatever was not asked for, and to what a failure stood before. */
export const tableOf = (
  found: ReadonlyMap<CheckName, Check>,
  wish: { readonly [S in Subject]?: string },
): readonly Check[] =>
  CHECK_NAMES.map(
    (name) =>
      found.get(name) ??
      (wish[subjectOf(name)] === undefined
        ? notTried(name, { kind: 'not-asked', facts: {} })
        : notReached(name, { kind: 'before', facts: {} })),
  );
