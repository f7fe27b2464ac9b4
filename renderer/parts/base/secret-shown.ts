// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect } from 'react';
import { ask } from '../../bridge.ts';

/** How many parts of the page show now what is money to whoever photographs the screen. */
let shown = 0;

/** While it is on the screen, screenshots and screen sharing show nothing, where the system can do that. */
export const useSecretShown = (isShown = true): void => {
  useEffect(() => {
    if (!isShown) return undefined;
    shown += 1;
    if (shown === 1) void ask('app.secretShown', { on: true });
    return () => {
      shown -= 1;
      if (shown === 0) void ask('app.secretShown', { on: false });
    };
  }, [isShown]);
};
