// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect } from 'react';

/** For what takes the place of everything below the heading: it is read from its top, and the keyboard goes on there. */
export const useTopOfPage = (what: string): void => {
  useEffect(() => {
    const main = document.getElementById('main');
    main?.querySelector('h1')?.focus({ preventScroll: true });
    main?.scrollTo(0, 0);
  }, [what]);
};
