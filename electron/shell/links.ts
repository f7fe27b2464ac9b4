// SPDX-License-Identifier: GPL-3.0-or-later
import { isLink, LONGEST_LINK, whereLinkLeads, type LinkView } from '../../shared/links.ts';

/** Links that nobody has looked at yet; a page that opens them by the thousand has the first few. */
const MOST_WAITING = 5;
/** A command line of more words was written by no desktop. */
const MOST_WORDS = 64;

/** The links that other programs have handed over, until their person has seen them. */
export type Links = {
  /** what stands on a command line: of this start, or of another one while this program runs */
  readonly ofCommandLine: (words: readonly string[]) => void;
  readonly opened: (link: string) => void;
  /** the one that waits longest */
  readonly first: () => LinkView | undefined;
  /** takes it away, and gives it */
  readonly take: () => LinkView | undefined;
};

/** `came` is told whenever a link is new: the window comes to the front, and asks for it. */
export const createLinks = (came: () => void): Links => {
  let waiting: readonly LinkView[] = [];
  const opened = (link: string): void => {
    const leads = whereLinkLeads(link);
    const isKnown = waiting.some((each) => JSON.stringify(each) === JSON.stringify(leads));
    if (!isKnown && waiting.length < MOST_WAITING) waiting = [...waiting, leads];
    came();
  };
  return {
    ofCommandLine: (words) => {
      for (const word of words.slice(0, MOST_WORDS)) if (isLink(word)) opened(word.slice(0, LONGEST_LINK + 1));
    },
    opened: (link) => {
      if (isLink(link)) opened(link.slice(0, LONGEST_LINK + 1));
    },
    first: () => waiting[0],
    take: () => {
      const [first, ...rest] = waiting;
      waiting = rest;
      return first;
    },
  };
};
