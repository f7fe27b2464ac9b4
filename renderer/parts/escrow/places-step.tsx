// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { RequestInput } from '../../../shared/contract.ts';
import type { EscrowPlaceView, EscrowPlanView } from '../../../shared/view-escrow.ts';
import type { Request } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { isZeroText } from '../base/money.tsx';
import { Check } from './check.tsx';
import type { Draft } from './draft.ts';
import type { Offers } from './offers.ts';
import { askable } from './person-fields.tsx';
import { usePlan, type Planned } from './planned.ts';
import { Places } from './places.tsx';
import { Cost, Plan, sums } from './plan.tsx';

/** Where the parts go and what that costs; nothing is stored or paid before the person has agreed to this very plan. */
export const PlacesStep = ({
  draft,
  offers,
  setUp,
  onChange,
  onBack,
  onDone,
}: {
  readonly draft: Draft;
  readonly offers: Offers;
  readonly setUp: Request<'escrow.setUp'>;
  readonly onChange: (draft: Draft) => void;
  readonly onBack: () => void;
  readonly onDone: () => void;
}): ReactNode => {
  const planned = usePlan(draft, offers);
  const { plan, failure, pending } = planned;
  const agree = (): void => {
    if (plan === undefined || pending) return;
    void setUp.send(agreedTo(draft, plan)).then((answer) => (answer.ok ? onDone() : undefined));
  };
  const { assigned: _assigned, ...unassigned } = draft;
  return (
    <>
      <div className="card form">
        <h2>{t('escrowPlaces.title')}</h2>
        <p>{t('escrowPlaces.words')}</p>
        <Places
          offers={offers}
          refused={draft.refused}
          typed={draft.typed}
          onRefuse={(refused) => onChange({ ...unassigned, refused })}
          onType={(typed) => onChange({ ...unassigned, typed })}
          disabled={setUp.pending}
        />
        {failure === undefined ? null : <Failure failure={failure} />}
        {plan === undefined ? (
          <Asking pending={pending} />
        ) : (
          <Plan
            plan={plan}
            methods={draft.methods}
            places={offers.places}
            onAssign={(chosen) => onChange({ ...draft, assigned: chosen })}
            onNeed={(needed) => onChange({ ...draft, needed })}
            disabled={setUp.pending}
          />
        )}
        <div className="actions">
          <Button onPress={onBack} disabled={setUp.pending}>
            {t('escrowPage.back')}
          </Button>
        </div>
      </div>
      {plan === undefined ? null : (
        <Agree
          plan={plan}
          planned={planned}
          places={offers.places}
          remember={draft.remember}
          setUp={setUp}
          onRemember={(remember) => onChange({ ...draft, remember })}
          onAgree={agree}
        />
      )}
    </>
  );
};

/** Places take a moment to say their price. */
const Asking = ({ pending }: { readonly pending: boolean }): ReactNode =>
  pending ? (
    <p className="detail" role="status">
      {t('escrowPlan.asking')}
    </p>
  ) : null;

/** Exactly what was shown. */
const agreedTo = (draft: Draft, plan: EscrowPlanView): RequestInput<'escrow.setUp'> => ({
  ...askable(draft.person),
  methods: draft.methods.map((method, at) => ({ ...method, url: plan.methods[at]?.url ?? '' })),
  needed: plan.needed,
  agreedFees: [...plan.total],
  remember: draft.remember,
});

/** The last word: whether the data is kept, and the yes to this very price. */
const Agree = ({
  plan,
  planned: { pending },
  places,
  remember,
  setUp,
  onRemember,
  onAgree,
}: {
  readonly plan: EscrowPlanView;
  readonly planned: Planned;
  readonly places: readonly EscrowPlaceView[];
  readonly remember: boolean;
  readonly setUp: Request<'escrow.setUp'>;
  readonly onRemember: (remember: boolean) => void;
  readonly onAgree: () => void;
}): ReactNode => (
  <Cost
    plan={plan}
    places={places}
    deed={{
      words: plan.total.every(isZeroText)
        ? t('escrowPlan.do.free')
        : t('escrowPlan.do.paid', { total: sums(plan.total) }),
      pending: setUp.pending,
      onPress: onAgree,
    }}
    possible={!pending}
  >
    <Check
      chosen={remember}
      onChange={onRemember}
      label={t('escrowPlan.remember')}
      why={t('escrowPlan.remember.why')}
      disabled={setUp.pending}
    />
    {setUp.answer?.ok === false ? <Failure failure={setUp.answer.error} /> : null}
    {setUp.pending ? (
      <p className="detail" role="status">
        {t('escrowPlan.storing')}
      </p>
    ) : null}
  </Cost>
);
