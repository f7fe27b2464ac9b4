// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef } from 'react';
import { readIssuerLink } from '../../../shared/issuer-link.ts';
import type { LinkPage } from '../../../shared/links.ts';

// A link on its way to the page it is for. It lies here between the press that takes it and the page that reads it, and once.

/** Who reads what is given: a page, or the part of one that takes an issuer or a place for copies by its address. */
export type GivenFor = LinkPage | '/takeover' | '/sheet' | '/import' | '/regain' | '/escrow' | 'issuer' | 'place';

/** The address of the page that reads it. */
export const pageOf = (page: GivenFor): string =>
  page === 'issuer' ? '/add' : page === 'place' ? '/protection' : page;

type Given = { readonly page: GivenFor; readonly text: string };

/** What nobody has read by then is forgotten: it may be a secret. */
const KEPT_MS = 60_000;

let given: Given | undefined;
let forgetting: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Hands a link to its page, which may be the one that is shown already; one that names an issuer to the part that takes issuers. */
export const giveLink = (link: Given): void => {
  given = readIssuerLink(link.text) === undefined ? link : { page: 'issuer', text: link.text };
  clearTimeout(forgetting);
  forgetting = setTimeout(() => (given = undefined), KEPT_MS);
  for (const each of listeners) each();
};

/** Calls `read` with the link that is meant for this page, now or as soon as there is one; without a page, never. */
export const useGivenLink = (page: GivenFor | undefined, read: (text: string) => void): void => {
  const reading = useRef(read);
  useEffect(() => {
    reading.current = read;
  });
  useEffect(() => {
    const look = (): void => {
      if (given === undefined || given.page !== page) return;
      const { text } = given;
      given = undefined;
      reading.current(text);
    };
    look();
    listeners.add(look);
    return () => void listeners.delete(look);
  }, [page]);
};
