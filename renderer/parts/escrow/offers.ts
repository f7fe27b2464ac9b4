// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState } from 'react';
import type { EscrowPlaceView } from '../../../shared/view-escrow.ts';
import type { FailureView } from '../../../shared/view.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { MOST_PLACES } from './draft.ts';

export type Offers = {
  /** in the order in which they were suggested or typed */
  readonly urls: readonly string[];
  readonly places: readonly EscrowPlaceView[];
  readonly pending: boolean;
  readonly failure: FailureView | undefined;
  readonly again: () => void;
};

/** What the suggested places and those that were typed offer: asked once for each list, for every answer is requests to strangers. */
export const useOffers = (typed: readonly string[]): Offers => {
  const suggested = useAnswer('escrow.suggested', {});
  const inspect = useRequest('escrow.inspect');
  const [places, setPlaces] = useState<readonly EscrowPlaceView[]>([]);
  const known = suggested?.ok === true ? suggested.value.places : undefined;
  const urls = known === undefined ? [] : [...new Set([...known, ...typed])].slice(0, MOST_PLACES);
  const wanted = JSON.stringify(urls);
  const { send } = inspect;
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const asking = JSON.parse(wanted) as string[];
    let isOver = false;
    if (asking.length > 0)
      void send({ places: asking }).then((answer) =>
        !isOver && answer.ok ? setPlaces(answer.value.places) : undefined,
      );
    return () => {
      isOver = true;
    };
  }, [wanted, send, asked]);
  return {
    urls,
    places,
    pending: inspect.pending,
    failure: inspect.answer?.ok === false ? inspect.answer.error : undefined,
    again: () => setAsked(asked + 1),
  };
};
