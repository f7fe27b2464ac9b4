// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState } from 'react';
import type { RequestInput } from '../../../shared/contract.ts';
import type { EscrowPlanView } from '../../../shared/view-escrow.ts';
import type { FailureView } from '../../../shared/view.ts';
import { useRequest } from '../../bridge.ts';
import type { Draft } from './draft.ts';
import type { Offers } from './offers.ts';
import { askable } from './person-fields.tsx';

export type Planned = {
  readonly plan: EscrowPlanView | undefined;
  readonly failure: FailureView | undefined;
  readonly pending: boolean;
};

/** What the choice of now would be, asked again whenever it changes; the last one stays in sight while a new one is asked for. */
export const usePlan = (draft: Draft, { places }: Offers): Planned => {
  const { send, answer, pending } = useRequest('escrow.quote');
  const [plan, setPlan] = useState<EscrowPlanView>();
  const chosen = places.flatMap(({ offer }) =>
    offer === undefined || draft.refused.includes(offer.url) ? [] : [offer.url],
  );
  const hasPlaces = chosen.length > 0;
  const wanted = JSON.stringify({
    ...askable(draft.person),
    places: chosen,
    methods: draft.methods,
    ...(draft.needed === undefined ? {} : { needed: draft.needed }),
    ...(draft.assigned === undefined ? {} : { assigned: draft.assigned }),
  });
  useEffect(() => {
    let isOver = false;
    if (hasPlaces)
      void send(JSON.parse(wanted) as RequestInput<'escrow.quote'>).then((quoted) => {
        if (!isOver) setPlan(quoted.ok ? quoted.value : undefined);
      });
    return () => {
      isOver = true;
    };
  }, [wanted, hasPlaces, send]);
  return hasPlaces
    ? { plan, failure: answer?.ok === false ? answer.error : undefined, pending }
    : { plan: undefined, failure: undefined, pending: false };
};
