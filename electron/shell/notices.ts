// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, compareAmounts, parseAmount, subtractAmounts } from '../../shared/amount.ts';
import type { NoticeSort } from '../../shared/settings.ts';
import type { SafetyView } from '../../shared/view-backup.ts';
import type { BalanceView, PeerPaymentView } from '../../shared/view.ts';
import type { Words } from '../../shared/words/words.ts';

/** What is looked at to know whether a person is needed. */
export type Seen = {
  readonly balances: readonly Pick<BalanceView, 'exchange' | 'currency' | 'total'>[];
  readonly safety: SafetyView['state'];
  /** a paid year of a place ends within so many days, and none follows by itself */
  readonly yearWithin?: number;
  readonly payments: readonly Pick<PeerPaymentView, 'id' | 'kind' | 'state' | 'amount'>[];
};

/** Something that a person who does not look at the window wants to know. */
export type Notice =
  | { readonly kind: 'arrived' | 'taken' | 'paid'; readonly sum: string }
  | { readonly kind: 'payment-due' | 'not-protected' | 'at-risk' | 'year-ends' };

/** A person is told of this many things at once; the window has the rest. */
const MOST_AT_ONCE = 3;

/** What has come about between two looks; nothing at the first one, for then all of it may be old. */
export const noticesOf = (before: Seen | undefined, now: Seen): readonly Notice[] => {
  if (before === undefined) return [];
  const ended = now.payments.flatMap((payment): readonly Notice[] => {
    const was = before.payments.find(({ id }) => id === payment.id)?.state;
    if (was === undefined || was === payment.state) return [];
    if (payment.kind === 'push' && payment.state === 'taken') return [{ kind: 'taken', sum: payment.amount }];
    return payment.kind === 'pull' && payment.state === 'paid' ? [{ kind: 'paid', sum: payment.amount }] : [];
  });
  // What a paid request brings is told as that.
  const arrived = ended.some(({ kind }) => kind === 'paid') ? [] : now.balances.flatMap((each) => grown(before, each));
  const lost = safetyLost(before.safety, now.safety);
  // One thing is told once, by its larger name.
  const years = lost.some(({ kind }) => kind === 'payment-due') ? [] : yearEnds(before, now);
  return [...lost, ...years, ...ended, ...arrived].slice(0, MOST_AT_ONCE);
};

const grown = (before: Seen, { exchange, currency, total }: Seen['balances'][number]): readonly Notice[] => {
  const was = before.balances.find((each) => each.exchange === exchange && each.currency === currency)?.total;
  const [then, since] = [parseAmount(was ?? `${currency}:0`), parseAmount(total)];
  if (!then.ok || !since.ok || compareAmounts(since.value, then.value) <= 0) return [];
  return [{ kind: 'arrived', sum: amountToText(subtractAmounts(since.value, then.value)) }];
};

/** A month, a week and a day before. */
const yearEnds = ({ yearWithin: was = Number.POSITIVE_INFINITY }: Seen, { yearWithin }: Seen): readonly Notice[] =>
  yearWithin !== undefined && yearWithin < was ? [{ kind: 'year-ends' }] : [];

/** A change that is on its way is no loss, and what was at risk before is known. */
const safetyLost = (before: Seen['safety'], now: Seen['safety']): readonly Notice[] => {
  if (before === now) return [];
  if (now === 'payment-due') return [{ kind: now }];
  const wasSafe = before === 'protected' || before === 'syncing' || before === 'payment-due';
  return wasSafe && (now === 'not-protected' || now === 'at-risk') ? [{ kind: now }] : [];
};

/** By which of its person's choices it is told or not. */
export const sortOf = ({ kind }: Notice): NoticeSort => {
  if (kind === 'arrived' || kind === 'paid') return 'money';
  if (kind === 'taken') return 'taken';
  return kind === 'payment-due' ? 'place' : 'safety';
};

/** How it is said; without sums where others may see the screen. */
export const noticeText = (
  notice: Notice,
  { t }: Words,
  withSums: boolean,
): { readonly title: string; readonly body: string } => ({
  title: withSums && 'sum' in notice ? t(`notify.${notice.kind}.sum`, { sum: notice.sum }) : t(`notify.${notice.kind}`),
  body: t('notify.open'),
});
