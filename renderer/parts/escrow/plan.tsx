// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { EscrowOfferView, EscrowPlaceView, EscrowPlanView } from '../../../shared/view-escrow.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { readKeeper, row, shown, t } from '../../words.ts';
import { CopyText } from '../base/copy-text.tsx';
import { Notice } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { isZeroText } from '../base/money.tsx';
import { saying } from '../base/saying.ts';
import { Select } from '../base/select.tsx';
import { hintOf, type MethodInput } from './draft.ts';
import { placeName, wayName, yearly } from './places.tsx';
import type { Deed } from '../base/agree-parts.tsx';
import { AgreeList, type AgreeLine } from '../base/agree-list.tsx';

/** "Any two of these three": which way goes where, how many are asked for, how strong that is, and what it costs. */
export const Plan = ({
  plan,
  methods,
  places,
  onAssign,
  onNeed,
  disabled,
}: {
  readonly plan: EscrowPlanView;
  readonly methods: readonly MethodInput[];
  readonly places: readonly EscrowPlaceView[];
  readonly onAssign: (assigned: readonly string[]) => void;
  readonly onNeed: (needed: number) => void;
  readonly disabled: boolean;
}): ReactNode => {
  const urls = plan.methods.map(({ url }) => url);
  return (
    <>
      <Section title={t('escrowPlan.title')}>
        <div className="escrow-any">
          <Select
            label={t('escrowPlan.needed')}
            value={String(plan.needed)}
            options={neededOptions(plan.methods.length)}
            onChange={(value) => onNeed(Number(value))}
            disabled={disabled}
          />
        </div>
        <ul className="sources">
          {plan.methods.map((method, at) => (
            <li key={`${method.type} ${at}`} className="source way-line">
              <div>
                <p>
                  <strong>{wayName(method.type)}</strong>
                </p>
                <p className="detail">{t('escrowWays.hint', { hint: row(hint(methods[at])) })}</p>
                {isZeroText(method.recoveryFee) ? null : (
                  <p className="detail">{t('escrowPlan.recoveryFee', { fee: method.recoveryFee })}</p>
                )}
              </div>
              <Select
                label={t('escrowPlan.at', { way: wayName(method.type) })}
                value={method.url}
                options={offering(places, method).map((url) => [url, placeName(url)])}
                onChange={(url) => onAssign(urls.with(at, url))}
                disabled={disabled}
              />
            </li>
          ))}
        </ul>
        <Notice tone="plain">
          <p>{thiefNeeds(plan)}</p>
        </Notice>
        {plan.said.map((each, at) => (
          <Notice key={`${each.kind} ${at}`} tone="plain">
            <p>{saying('escrow', [each])}</p>
          </Notice>
        ))}
      </Section>
    </>
  );
};

/** The card of what is agreed to: every place that is paid, what it takes on and where its terms stand, and what all of it comes to. */
export const Cost = ({
  plan: { methods, total, yearly, paying },
  places,
  deed,
  possible,
  children,
}: {
  readonly plan: EscrowPlanView;
  readonly places: readonly EscrowPlaceView[];
  readonly deed: Deed;
  readonly possible: boolean;
  readonly children: ReactNode;
}): ReactNode => {
  const used = new Set(methods.map(({ url }) => url));
  return (
    <Section title={t('escrowPlan.cost')}>
      <p className="detail">{t('escrowPlaces.termsAt')}</p>
      <AgreeList
        lines={places.flatMap(({ offer }) => (offer === undefined || !used.has(offer.url) ? [] : [lineOf(offer)]))}
        sums={[
          [t('escrowPlan.now'), <strong key="now">{sums(total)}</strong>],
          [t('escrowPlan.yearly'), sums(yearly)],
          paying.every(isZeroText) ? null : [t('escrowPlan.paying'), sums(paying)],
        ]}
        deed={deed}
        possible={possible}
      >
        <p className="detail">{t('escrowPlan.costWords')}</p>
        {children}
      </AgreeList>
    </Section>
  );
};

/** Read before anything is agreed to. */
const lineOf = (offer: EscrowOfferView): AgreeLine => ({
  key: offer.url,
  whom: { host: placeName(offer.url), name: readKeeper(offer.businessName, offer.url) },
  facts: [[t('provider.fee'), yearly(offer)]],
  children: (
    <div>
      <CopyText text={offer.termsUrl} what={t('escrowPlaces.termsOf', { place: offer.url })} />
      <p className="detail">
        {isZeroText(offer.liabilityLimit)
          ? t('escrowPlaces.noLiability')
          : t('escrowPlaces.liability', { sum: offer.liabilityLimit })}
      </p>
    </div>
  ),
});

const hint = (input: MethodInput | undefined): string => (input === undefined ? '' : hintOf(input));

/** What a thief gets soonest. */
const EASIEST = ['question', 'email', 'sms', 'iban', 'totp', 'post', 'file'] as const;

/** What somebody needs who knows the person's data by heart, at the weakest combination that is enough. */
const thiefNeeds = ({ methods, needed }: EscrowPlanView): Spoken => {
  const all = EASIEST.flatMap((type) =>
    methods.filter((each) => each.type === type).map(() => t(`escrowThief.${type}`)),
  );
  return t('escrowPlan.thief', { ways: shown().list(all.slice(0, needed)) });
};

/** All of one would be lost with one, and one alone is one theft. */
const neededOptions = (count: number): readonly (readonly [string, Spoken])[] =>
  Array.from({ length: Math.max(count - 1, 1) }, (_, at) => at + 2)
    .filter((needed) => needed <= count)
    .map((needed) => [String(needed), t('escrowPlan.any', { needed, count })]);

const offering = (
  places: readonly EscrowPlaceView[],
  { type, url }: EscrowPlanView['methods'][number],
): readonly string[] => {
  const all = places.flatMap(({ offer }) =>
    offer?.methods.some((each) => each.type === type) === true ? [offer.url] : [],
  );
  return all.includes(url) ? all : [url, ...all];
};

/** Sums of several currencies in a row; nothing where all of them are zero. */
export const sums = (texts: readonly string[]): Spoken => {
  const some = texts.filter((text) => !isZeroText(text));
  return some.length === 0 ? t('escrowPlan.nothing') : shown().list(some.map(shown().amount));
};
