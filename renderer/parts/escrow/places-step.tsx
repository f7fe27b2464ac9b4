// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState, type ReactNode } from 'react';
import type { EscrowPlanView } from '../../../shared/view-escrow.ts';
import type { Request } from '../../bridge.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { isZeroText } from '../base/money.tsx';
import { Check } from './check.tsx';
import type { Draft } from './draft.ts';
import type { Offers } from './offers.ts';
import { askable } from './person-fields.tsx';
import { Places } from './places.tsx';
import { Plan, sums } from './plan.tsx';

/** Where the parts go and what that costs; nothing is stored or paid before the person has agreed to this very plan. */
export const PlacesStep = ({
  draft,
  offers,
  setUp,
  onChange,
  onBack,
}: {
  readonly draft: Draft;
  readonly offers: Offers;
  readonly setUp: Request<'escrow.setUp'>;
  readonly onChange: (draft: Draft) => void;
  readonly onBack: () => void;
}): ReactNode => {
  const { plan, failure, pending } = usePlan(draft, offers);
  const isFree = plan === undefined || plan.total.every(isZeroText);
  const agree = (): void => {
    if (plan === undefined || pending) return;
    void setUp.send({
      ...askable(draft.person),
      methods: draft.methods.map((method, at) => ({
        ...method,
        url: plan.methods[at]?.url ?? '',
      })),
      needed: plan.needed,
      agreedFees: [...plan.total],
      remember: draft.remember,
    });
  };
  const { assigned: _assigned, ...unassigned } = draft;
  return (
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
        pending ? (
          <p className="detail" role="status">
            {t('escrowPlan.asking')}
          </p>
        ) : null
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
      <Check
        chosen={draft.remember}
        onChange={(remember) => onChange({ ...draft, remember })}
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
      <div className="actions">
        <Button onPress={onBack} disabled={setUp.pending}>
          {t('escrowPage.back')}
        </Button>
        <Button look="primary" pending={setUp.pending} disabled={plan === undefined || pending} onPress={agree}>
          {plan === undefined || isFree
            ? t('escrowPlan.do.free')
            : t('escrowPlan.do.paid', { total: sums(plan.total) })}
        </Button>
      </div>
    </div>
  );
};

/** What the choice of now would be, asked again whenever it changes; the last one stays in sight while a new one is asked for. */
const usePlan = (draft: Draft, { places }: Offers) => {
  const quote = useRequest('escrow.quote');
  const [plan, setPlan] = useState<EscrowPlanView>();
  const wanted = JSON.stringify({
    ...askable(draft.person),
    places: places.flatMap(({ offer }) =>
      offer === undefined || draft.refused.includes(offer.url) ? [] : [offer.url],
    ),
    methods: draft.methods,
    ...(draft.needed === undefined ? {} : { needed: draft.needed }),
    ...(draft.assigned === undefined ? {} : { assigned: draft.assigned }),
  });
  const { send } = quote;
  useEffect(() => {
    const asking = JSON.parse(wanted);
    let isOver = false;
    if (asking.places.length === 0) setPlan(undefined);
    else
      void send(asking).then((answer) => {
        if (!isOver) setPlan(answer.ok ? answer.value : undefined);
      });
    return () => {
      isOver = true;
    };
  }, [wanted, send]);
  return {
    plan,
    failure: quote.answer?.ok === false ? quote.answer.error : undefined,
    pending: quote.pending,
  };
};
