// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef } from 'react';
import { useAnswer } from '../../bridge.ts';

/**
 * Asks again by itself when the money of a currency has changed while something waits for it: what could not be paid because money was
 * on its way can be paid once that is here, and nobody has to press anything for that.
 */
export const useMoneyComes = (currency: string | undefined, waits: boolean, again: () => void): void => {
  const overview = useAnswer('wallet.overview', {}, waits);
  const asked = useRef(again);
  const seen = useRef<string>(undefined);
  useEffect(() => {
    asked.current = again;
  });
  const money =
    !waits || overview?.ok !== true
      ? undefined
      : overview.value.balances
          .filter((each) => each.currency === currency)
          .map(({ exchange, available, change = '' }) => `${exchange} ${available} ${change}`)
          .join();
  useEffect(() => {
    const before = seen.current;
    seen.current = money;
    if (before !== undefined && money !== undefined && before !== money) asked.current();
  }, [money]);
};
