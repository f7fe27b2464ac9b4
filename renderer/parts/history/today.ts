// SPDX-License-Identifier: GPL-3.0-or-later
import { useSyncExternalStore } from 'react';

const LOOK_MS = 30_000;

/** When the day of now began, in the person's own zone; drawn anew at midnight, and when somebody sets the clock. */
export const useToday = (): number => useSyncExternalStore(lookOften, todayBegan);

const lookOften = (look: () => void): (() => void) => {
  const timer = setInterval(look, LOOK_MS);
  return () => clearInterval(timer);
};

const todayBegan = (): number => new Date().setHours(0, 0, 0, 0);
