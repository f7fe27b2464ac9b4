// SPDX-License-Identifier: GPL-3.0-or-later
import { isLink, LONGEST_LINK, whereLinkLeads, type LinkView } from '../../shared/links.ts';

/** Links that nobody has looked at yet; a page that opens them by the thousand has the first few. */
const MOST_WAITING = 5;
/** A command line of more words was written by no desktop. */
const MOST_WORDS = 64;

/** The links and recovery files that other programs have handed over, until their person has seen them. */
export type Links = {
  /** what stands on a command line: of this start, or of another one while this program runs */
  readonly ofCommandLine: (words: readonly string[]) => void;
  readonly opened: (link: string) => void;
  /** a file that somebody opened with this program */
  readonly openedFile: (path: string) => Promise<void>;
  /** the one that waits longest */
  readonly first: () => LinkView | undefined;
  /** takes it away, and gives it */
  readonly take: () => LinkView | undefined;
};

/** The text of the recovery file that a word names, null where it names none, undefined where it cannot be read. */
export type ReadFile = (word: string) => Promise<string | null | undefined>;

/** `came` is told whenever a link is new: the window comes to the front, and asks for it. */
export const createLinks = (came: () => void, readFile: ReadFile): Links => {
  let waiting: readonly LinkView[] = [];
  const add = (leads: LinkView): void => {
    const isKnown = waiting.some((each) => JSON.stringify(each) === JSON.stringify(leads));
    if (!isKnown && waiting.length < MOST_WAITING) waiting = [...waiting, leads];
    came();
  };
  const opened = (link: string): void => {
    if (isLink(link)) add(whereLinkLeads(link.slice(0, LONGEST_LINK + 1)));
  };
  const openedFile = async (word: string): Promise<void> => {
    const text = waiting.length < MOST_WAITING ? await readFile(word) : null;
    if (text !== null) add(text === undefined ? { refused: 'unreadable-file' } : { page: '/restore', text });
  };
  return {
    ofCommandLine: (words) => {
      for (const word of words.slice(0, MOST_WORDS)) {
        opened(word);
        void openedFile(word);
      }
    },
    opened,
    openedFile,
    first: () => waiting[0],
    take: () => {
      const [first, ...rest] = waiting;
      waiting = rest;
      return first;
    },
  };
};
