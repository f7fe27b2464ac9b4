// SPDX-License-Identifier: GPL-3.0-or-later
import { type Clock, clockToText, parseClock, tick } from '../../state/clock.ts';
import type { Self } from '../tables/self.ts';

/** The clock of one transaction, and the device that it stamps for. */
export type TxClock = {
  /** One for the whole transaction: entries that came about together carry the same text, and compress well. */
  readonly text: () => string;
  /** the latest clock used or heard */
  readonly last: () => Clock | undefined;
  /** What is put after hearing a later clock must be past it, or a register would keep the older value. */
  readonly hear: (heard: Clock | undefined) => void;
  readonly deviceId: () => string;
  readonly changeDevice: (deviceId: string) => void;
};

/** Begins where this installation stood (`self`); `nowMs` is the time of the whole transaction. */
export const txClock = (self: Self, nowMs: number): TxClock => {
  let { deviceId } = self;
  let last = readClock(self.clock);
  let own: string | undefined;
  return {
    text: () => {
      if (own === undefined) {
        last = tick(last, nowMs, deviceId);
        own = clockToText(last);
      }
      return own;
    },
    last: () => last,
    hear: (heard) => {
      if (heard === last) return;
      last = heard;
      own = undefined;
    },
    deviceId: () => deviceId,
    changeDevice: (next) => {
      deviceId = next;
      own = undefined;
    },
  };
};

const readClock = (text: string): Clock | undefined => {
  const clock = parseClock(text);
  return clock.ok ? clock.value : undefined;
};
