// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, type Amount } from '../../../shared/amount.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import type { ProviderOutcome } from '../../../shared/view-backup.ts';
import type { ProviderTrouble } from '../providers/provider.ts';

/** What a provider was caught at in a cycle before it stored our copy again. */
export type Found = 'nothing' | 'old-copy' | 'lost-our-backup';

/** What one cycle with one provider came to. Only `stored` and `unchanged` mean that a copy was downloaded again and found equal. */
export type CycleOutcome =
  | {
      readonly kind: 'stored' | 'unchanged';
      readonly found: Found;
      /** why the next year could not be paid ahead */ readonly renewal?: Said<'placeNote'>;
    }
  /** two devices keep writing past each other: tried again later */
  | { readonly kind: 'conflict' }
  /** it serves a copy older than the one it has confirmed to us */
  | { readonly kind: 'old-copy' }
  /** what it had confirmed is gone, and it does not take it again without a decision; `why` is its demand */
  | { readonly kind: 'lost-our-backup'; readonly why: Said<'placeNote'> }
  | {
      readonly kind: 'payment-required';
      /** absent while the payment is on its way */ readonly why?: Said<'failure'>;
      /** the fee, when the wallet has no coins that could pay it */ readonly lacking?: string;
    }
  | { readonly kind: 'asks'; readonly why: Said<'ask'> }
  | { readonly kind: 'foreign-or-damaged'; readonly why: Said<'trouble'> }
  /** a backup of GNU Taler's wallet of 2022 is there */
  | { readonly kind: 'legacy-format' }
  /** real money is there, put in on another device, and this wallet plays */
  | { readonly kind: 'real-money-there' }
  | { readonly kind: 'newer-format'; readonly version: number }
  | { readonly kind: 'too-large' }
  | {
      readonly kind: 'unreachable';
      readonly why: Said<'trouble'>;
      readonly retryAfterMs?: number;
      readonly stored?: true;
    }
  /** it wants another password, or does not let this user do what we need; what it holds stays there */
  | { readonly kind: 'shut-out'; readonly reason: 'password' | 'permission' }
  /** only a newer Holdfast can speak to it, so it was not asked */
  | { readonly kind: 'needs-newer' }
  /** it is no provider of this wallet, or was removed while the round was under way */
  | { readonly kind: 'not-ours' }
  /** `gone`: what it holds is not what it confirmed */
  | { readonly kind: 'misbehaved'; readonly why: Said<'trouble'>; readonly gone?: true };

/** Whether the outcome shows that an earlier verified copy is not there any more. */
export const isCopyGone = (outcome: CycleOutcome): boolean => {
  switch (outcome.kind) {
    case 'old-copy':
    case 'lost-our-backup':
    case 'foreign-or-damaged':
    case 'legacy-format':
    case 'real-money-there':
    case 'newer-format':
      return true;
    case 'misbehaved':
      return outcome.gone ?? false;
    default:
      return false;
  }
};

/** The fee that there were no coins for. */
export const lackingFee = (outcome: CycleOutcome | undefined): Amount | undefined =>
  outcome?.kind === 'payment-required' && outcome.lacking !== undefined ? amount(outcome.lacking) : undefined;

/** The outcome as one word, for lists. */
export const outcomeWord = (outcome: CycleOutcome): ProviderOutcome => {
  switch (outcome.kind) {
    case 'stored':
    case 'unchanged':
      return outcome.found === 'nothing' ? outcome.kind : outcome.found;
    case 'legacy-format':
    case 'real-money-there':
      return 'foreign-or-damaged';
    case 'not-ours':
      return 'unreachable';
    default:
      return outcome.kind;
  }
};

/** What has to be said where the word alone does not say what happened and what to do. */
export const outcomeNotes = (outcome: CycleOutcome): readonly Said<'placeNote'>[] => {
  switch (outcome.kind) {
    case 'stored':
    case 'unchanged':
      return [
        ...foundNotes(outcome.found),
        ...(outcome.renewal ? [{ kind: 'renewal' as const, facts: { why: outcome.renewal } }] : []),
      ];
    case 'lost-our-backup':
      return [{ kind: 'lost', facts: { why: outcome.why } }];
    case 'payment-required':
      return [outcome.why ? { kind: 'unpaid', facts: { why: outcome.why } } : { kind: 'paying', facts: {} }];
    case 'asks':
      return [{ kind: 'asks', facts: { why: outcome.why } }];
    case 'foreign-or-damaged':
      return [{ kind: 'unopened', facts: { why: outcome.why } }];
    case 'newer-format':
      return [{ kind: 'newer-format', facts: { version: outcome.version } }];
    case 'unreachable':
      return [{ kind: outcome.stored ? 'unverified' : 'silent', facts: { why: outcome.why } }];
    case 'shut-out':
      return [{ kind: 'shut-out', facts: { reason: outcome.reason } }];
    case 'misbehaved':
      return [{ kind: 'misbehaved', facts: { why: outcome.why } }];
    case 'conflict':
    case 'old-copy':
    case 'legacy-format':
    case 'real-money-there':
    case 'too-large':
    case 'needs-newer':
    case 'not-ours':
      return [{ kind: outcome.kind, facts: {} }];
  }
};

const foundNotes = (found: Found): readonly Said<'placeNote'>[] => {
  switch (found) {
    case 'nothing':
      return [];
    case 'old-copy':
      return [{ kind: 'found-old-copy', facts: {} }];
    case 'lost-our-backup':
      return [{ kind: 'found-lost', facts: {} }];
  }
};

/** The outcome of a cycle that a provider's trouble ended. */
export const fromTrouble = (trouble: ProviderTrouble): CycleOutcome => {
  switch (trouble.kind) {
    case 'silent':
      return fromSilent(trouble);
    case 'damaged':
      return { kind: 'foreign-or-damaged', why: trouble.why };
    case 'closing':
      return { kind: 'asks', why: { kind: 'closing', facts: {} } };
    case 'shut-out':
      return trouble;
    case 'misbehaved':
    case 'refused':
      return { kind: 'misbehaved', why: trouble.why };
  }
};

/** The outcome of a provider that did not answer: the next try is scheduled, and nothing is concluded. */
export const fromSilent = ({
  why,
  retryAfterMs,
}: Extract<ProviderTrouble, { readonly kind: 'silent' }>): Extract<CycleOutcome, { readonly kind: 'unreachable' }> => ({
  kind: 'unreachable',
  why,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});
