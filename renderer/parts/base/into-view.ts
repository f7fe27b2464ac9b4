// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef, type RefObject } from 'react';

/** For what appears as an answer: scrolls it into view, as little as needed, so that nobody waits for something below the edge; once more where it `grows`. */
export const useIntoView = <T extends HTMLElement>(grows = false): RefObject<T | null> => {
  const place = useRef<T>(null);
  useEffect(() => {
    // In braces: newer engines return a promise, and React would call it as a clean-up.
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [grows]);
  return place;
};
