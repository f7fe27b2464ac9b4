// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef } from 'react';
import { useAnswer } from '../../bridge.ts';

/** So long after a look that was in vain comes the next, and each after that twice as long. */
const FIRST_MS = 5000;
const LONGEST_MS = 5 * 60_000;

/**
 * Asks again by itself when the money of a currency has changed while something waits for it: what could not be paid because money was
 * on its way can be paid once that is here, and nobody has to press anything for that. Change is made because somebody asks for it, and
 * may fail then, so it is asked for now and then as well.
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
  useEffect(() => {
    if (!waits) return;
    let timer: ReturnType<typeof setTimeout>;
    const askIn = (ms: number): void => {
      timer = setTimeout(() => {
        asked.current();
        askIn(Math.min(2 * ms, LONGEST_MS));
      }, ms);
    };
    askIn(FIRST_MS);
    return () => clearTimeout(timer);
  }, [waits]);
};
