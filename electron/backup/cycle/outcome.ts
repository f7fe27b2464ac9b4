// SPDX-License-Identifier: GPL-3.0-or-later
import type { ProviderOutcome } from '../../../shared/view-backup.ts';
import type { ProviderTrouble } from '../providers/provider.ts';

/** What a provider was caught at in a cycle before it stored our copy again. */
export type Found = 'nothing' | 'old-copy' | 'lost-our-backup';

/** What one cycle with one provider came to. Only `stored` and `unchanged` mean that a copy was downloaded again and found equal. */
export type CycleOutcome =
  | {
      readonly kind: 'stored' | 'unchanged';
      readonly found: Found;
      /** why the next year could not be paid ahead */ readonly renewal?: string;
    }
  /** two devices keep writing past each other: tried again later */
  | { readonly kind: 'conflict' }
  /** it serves a copy older than the one it has confirmed to us */
  | { readonly kind: 'old-copy' }
  /** what it had confirmed is gone, and it does not take it again without a decision; `why` is its demand */
  | { readonly kind: 'lost-our-backup'; readonly why: string }
  | {
      readonly kind: 'payment-required';
      readonly why: string;
      /** the fee, when the wallet has no coins that could pay it */ readonly lacking?: string;
    }
  | { readonly kind: 'asks'; readonly why: AskReason }
  | { readonly kind: 'foreign-or-damaged'; readonly why: string }
  /** a backup of GNU Taler's wallet of 2022 is there */
  | { readonly kind: 'legacy-format' }
  | { readonly kind: 'newer-format'; readonly version: number }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreachable'; readonly why: string; readonly retryAfterMs?: number; readonly stored?: true }
  /** it wants another password, or does not let this user do what we need; what it holds stays there */
  | { readonly kind: 'shut-out'; readonly reason: 'password' | 'permission' }
  /** only a newer Holdfast can speak to it, so it was not asked */
  | { readonly kind: 'needs-newer' }
  /** it is no provider of this wallet, or was removed while the round was under way */
  | { readonly kind: 'not-ours' }
  /** `gone`: what it holds is not what it confirmed */
  | { readonly kind: 'misbehaved'; readonly why: string; readonly gone?: true };

/** Why nothing was paid: each needs a decision of the person. */
export type AskReason =
  | { readonly kind: 'no-consent' }
  | { readonly kind: 'fee-above-cap'; readonly fee: string; readonly cap: string }
  | { readonly kind: 'other-currency'; readonly fee: string; readonly cap: string }
  /** `total`: the fee and what giving these coins takes */
  | { readonly kind: 'costs-too-much'; readonly fee: string; readonly total: string }
  | { readonly kind: 'order-differs'; readonly announced: string; readonly asked: string }
  | { readonly kind: 'paid-already'; readonly until: number }
  /** it has made us claim one order after another that could not be paid */
  | { readonly kind: 'too-many-orders' }
  | { readonly kind: 'closing' };

/** Whether the outcome shows that an earlier verified copy is not there any more. */
export const isCopyGone = (outcome: CycleOutcome): boolean => {
  switch (outcome.kind) {
    case 'old-copy':
    case 'lost-our-backup':
    case 'foreign-or-damaged':
    case 'legacy-format':
    case 'newer-format':
      return true;
    case 'misbehaved':
      return outcome.gone ?? false;
    default:
      return false;
  }
};

/** The outcome as one word, for lists. */
export const outcomeWord = (outcome: CycleOutcome): ProviderOutcome => {
  switch (outcome.kind) {
    case 'stored':
    case 'unchanged':
      return outcome.found === 'nothing' ? outcome.kind : outcome.found;
    case 'legacy-format':
      return 'foreign-or-damaged';
    case 'not-ours':
      return 'unreachable';
    default:
      return outcome.kind;
  }
};

/** One sentence when the word alone does not say what happened and what to do. */
export const outcomeNote = (outcome: CycleOutcome): string | undefined => {
  switch (outcome.kind) {
    case 'stored':
    case 'unchanged':
      return (
        [foundNote(outcome.found), outcome.renewal && `The next year could not be paid ahead: ${outcome.renewal}`]
          .filter((note) => note)
          .join(' ') || undefined
      );
    case 'conflict':
      return 'Another device of this wallet keeps uploading at the same time; both copies are kept and joined at the next try.';
    case 'old-copy':
      return 'It serves an older copy than it has confirmed, so this provider does not protect you now; tried again later.';
    case 'lost-our-backup':
      return `It has lost our backup. ${outcome.why}`;
    case 'payment-required':
      return outcome.why;
    case 'asks':
      return askNote(outcome.why);
    case 'foreign-or-damaged':
      return `What is stored there cannot be opened (${outcome.why}); it was neither imported nor overwritten. Other providers are not affected.`;
    case 'legacy-format':
      return "A backup of GNU Taler's wallet of 2022 (TLRWBK01) is stored there. It was not overwritten; this version cannot import it yet.";
    case 'newer-format':
      return `A newer Holdfast has written there (format ${outcome.version}); it was not overwritten. Please update.`;
    case 'too-large':
      return 'The backup is larger than this provider accepts; other providers are not affected.';
    case 'unreachable':
      return outcome.stored
        ? `The copy was stored but could not be verified: ${outcome.why}.`
        : `It did not answer: ${outcome.why}. That does not mean the backup is gone.`;
    case 'shut-out':
      return outcome.reason === 'password'
        ? 'It does not accept the user name and password any more; what is stored there stays. Add it again with the right ones, or remove it.'
        : 'It does not let this user read and write there; what is stored there stays. Change that on the server, or remove it.';
    case 'needs-newer':
      return 'A newer Holdfast has added it, and this one does not know how to speak to it: it was not asked, and gets no copies from here. Please update.';
    case 'not-ours':
      return 'It is not one of the providers of this wallet, so nothing was sent to it.';
    case 'misbehaved':
      return `Its answer cannot be right: ${outcome.why}.`;
  }
};

const foundNote = (found: Found): string => {
  switch (found) {
    case 'nothing':
      return '';
    case 'old-copy':
      return 'It served an older copy than it had confirmed; the current one was uploaded again and verified. Consider another provider.';
    case 'lost-our-backup':
      return 'It had lost our backup; it was uploaded again and verified. Consider another provider.';
  }
};

const askNote = (why: AskReason): string => {
  switch (why.kind) {
    case 'no-consent':
      return 'It asks for a payment and no price was agreed; add it again to agree to one.';
    case 'fee-above-cap':
      return `It now asks ${why.fee} a year and you agreed to at most ${why.cap}; nothing was paid. Add it again with a higher cap, or remove it.`;
    case 'other-currency':
      return `It asks ${why.fee} and you agreed to ${why.cap}; nothing was paid. Add it again to agree to that, or remove it.`;
    case 'costs-too-much':
      return `Paying its ${why.fee} would take ${why.total} with the exchange's fees for the coins there are, more than the price twice over and more than you agreed to; nothing was paid. Add it again with a cap of at least ${why.total}, or withdraw smaller coins.`;
    case 'order-differs':
      return `It announces ${why.announced} a year and asks for ${why.asked}; nothing was paid. It is asked again later; if it goes on like that, remove it.`;
    case 'paid-already':
      return `It asks for another payment although it is paid until ${new Date(why.until).toISOString().slice(0, 10)}; nothing was paid. Add it again to pay for another year, or remove it.`;
    case 'too-many-orders':
      return 'It has asked for one payment after another and none could be paid, so its orders are not looked at any more; nothing was paid. Add it again to give it another chance, or remove it.';
    case 'closing':
      return 'It is closing down; please choose another provider.';
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
      return { kind: 'asks', why: { kind: 'closing' } };
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
