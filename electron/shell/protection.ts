// SPDX-License-Identifier: GPL-3.0-or-later

/** Why the window is hidden from whoever photographs the screen: a sheet lies open, or the page shows what is money to its reader. */
export type Reason = 'sheet' | 'page';

/** Keeps the window hidden while at least one reason holds. */
export type Protection = {
  readonly set: (reason: Reason, on: boolean) => void;
  /** nothing is shown any more: the page is gone, or the wallet was locked */
  readonly end: () => void;
};

/** `protect` is called when it changes, and no other time. */
export const createProtection = (protect: (on: boolean) => void): Protection => {
  const reasons = new Set<Reason>();
  let isOn = false;
  const settle = (): void => {
    if (isOn === reasons.size > 0) return;
    isOn = reasons.size > 0;
    protect(isOn);
  };
  return {
    set: (reason, on) => {
      if (on) reasons.add(reason);
      else reasons.delete(reason);
      settle();
    },
    end: () => {
      reasons.clear();
      settle();
    },
  };
};
