// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef } from 'react';
import type { LinkPage } from '../../../shared/links.ts';

// A link on its way to the page it is for. It lies here between the press that takes it and the page that reads it, and once.

type Given = { readonly page: LinkPage; readonly text: string };

let given: Given | undefined;
const listeners = new Set<() => void>();

/** Hands a link to its page, which may be the one that is shown already. */
export const giveLink = (link: Given): void => {
  given = link;
  for (const each of listeners) each();
};

/** Calls `read` with the link that is meant for this page, now or as soon as there is one. */
export const useGivenLink = (page: LinkPage, read: (text: string) => void): void => {
  const reading = useRef(read);
  useEffect(() => {
    reading.current = read;
  });
  useEffect(() => {
    const look = (): void => {
      if (given?.page !== page) return;
      const { text } = given;
      given = undefined;
      reading.current(text);
    };
    look();
    listeners.add(look);
    return () => void listeners.delete(look);
  }, [page]);
};
