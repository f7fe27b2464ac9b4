// SPDX-License-Identifier: GPL-3.0-or-later
import type { EscrowPlaceView, EscrowPlanView, EscrowView } from '../../shared/view-escrow.ts';
import { placeSaid, wayName } from '../../shared/words/escrow.ts';
import { joined, type Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import { told } from './spoken.ts';

// The lines the command line prints of an escrow.

/** How it stands: the state, its ways, its places. */
export const escrowLines = (words: Words, escrow: EscrowView | null): readonly Spoken[] => {
  const { t } = words;
  if (escrow === null) return [t('cli.escrow.none')];
  const { step, needed, methods, places, said, walletId } = escrow;
  const current = places.filter(({ isCurrent }) => isCurrent).length;
  return [
    t('cli.escrow.state', {
      state: t(`escrowStep.${step}`),
      why: t(`escrowStepWhy.${step}`, { needed, count: methods.length, places: current }),
    }),
    t('cli.escrow.number', { number: walletId }),
    ...(said.length === 0 ? [] : [told(words, 'escrow', ...said)]),
    ...methods.map(({ type, url, instructions, rehearsedAt }) =>
      joined([
        wayAt(words, { type, instructions, url }),
        ...(rehearsedAt === undefined ? [] : [t('cli.escrow.tried', { at: rehearsedAt })]),
      ]),
    ),
    ...places.map(({ url, isCurrent, paidUntil, isFree, said: notes }) =>
      joined([
        t('cli.escrow.place', { place: url, state: t(isCurrent ? 'escrowNow.current' : 'escrowNow.behind') }),
        ...(paidUntil === undefined
          ? []
          : [t(isFree === true ? 'cli.escrow.keptUntil' : 'cli.escrow.paidUntil', { until: paidUntil })]),
        ...notes.map((note) => placeSaid(words, note)),
      ]),
    ),
  ];
};

/** What would be agreed to: which way goes where, how strong that is, what each place asks and takes on, and the sum. */
export const planLines = (
  words: Words,
  plan: EscrowPlanView,
  places: readonly EscrowPlaceView[],
): readonly Spoken[] => {
  const { t } = words;
  const used = new Set(plan.methods.map(({ url }) => url));
  return [
    ...plan.methods.map(({ type, url, recoveryFee }) =>
      joined([
        t('cli.escrow.goes', { way: wayName(words, type), place: url }),
        ...(recoveryFee.endsWith(':0') ? [] : [t('escrowPlan.recoveryFee', { fee: recoveryFee })]),
      ]),
    ),
    joined([t('escrowPlan.needed'), t('escrowPlan.any', { needed: plan.needed, count: plan.methods.length })], ': '),
    ...(plan.said.length === 0 ? [] : [told(words, 'escrow', ...plan.said)]),
    ...places.flatMap(({ offer }) =>
      offer === undefined || !used.has(offer.url)
        ? []
        : [
            joined([
              t('cli.escrow.terms', { place: offer.url, terms: offer.termsUrl }),
              offer.liabilityLimit.endsWith(':0')
                ? t('escrowPlaces.noLiability')
                : t('escrowPlaces.liability', { sum: offer.liabilityLimit }),
            ]),
          ],
    ),
    joined([t('escrowPlan.now'), sums(words, plan.total)], ': '),
    joined([t('escrowPlan.yearly'), sums(words, plan.yearly)], ': '),
    ...(plan.paying.every((text) => text.endsWith(':0'))
      ? []
      : [joined([t('escrowPlan.paying'), sums(words, plan.paying)], ': ')]),
  ];
};

/** Sums of several currencies in a row. */
export const sums = (words: Words, texts: readonly string[]): Spoken => {
  const some = texts.filter((text) => !text.endsWith(':0'));
  return some.length === 0 ? words.t('escrowPlan.nothing') : words.list(some.map(words.amount));
};

/** A way and where it lies, with what the person noted of it where that is something. */
export const wayAt = (
  words: Words,
  { type, instructions, url }: { readonly type: string; readonly instructions: string; readonly url: string },
): Spoken => {
  const [way, place] = [wayName(words, type), url];
  return instructions === ''
    ? words.t('cli.escrow.wayAlone', { way, place })
    : words.t('cli.escrow.way', { way, hint: instructions, place });
};
