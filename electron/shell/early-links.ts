// SPDX-License-Identifier: GPL-3.0-or-later
import { app } from 'electron';

/** Nobody presses more links before a window is there. */
const MOST_EARLY = 5;

/** A link, or the path of a file. */
type Early = { readonly type: 'link' | 'file'; readonly text: string };
type Takes = { readonly opened: (link: string) => void; readonly openedFile: (path: string) => Promise<void> };

/** Catches the links and files a Mac hands over while the program starts; call before it is ready. `handTo` passes them on, and all later ones. */
export const catchEarlyLinks = (): { readonly handTo: (links: Takes) => void } => {
  const early: Early[] = [];
  let pass = (given: Early): void => {
    if (early.length < MOST_EARLY) early.push(given);
  };
  app.on('open-url', (event, text) => {
    event.preventDefault();
    pass({ type: 'link', text });
  });
  app.on('open-file', (event, text) => {
    event.preventDefault();
    pass({ type: 'file', text });
  });
  return {
    handTo: (links) => {
      pass = ({ type, text }) => (type === 'link' ? links.opened(text) : void links.openedFile(text));
      early.splice(0).forEach(pass);
    },
  };
};
