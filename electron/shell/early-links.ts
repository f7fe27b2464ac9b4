// SPDX-License-Identifier: GPL-3.0-or-later
import { app } from 'electron';

/** Nobody presses more links before a window is there. */
const MOST_EARLY = 5;

/** Catches the links a Mac hands over while the program starts; call before it is ready. `handTo` passes them on, and all later ones. */
export const catchEarlyLinks = (): { readonly handTo: (opened: (link: string) => void) => void } => {
  const early: string[] = [];
  let pass = (link: string): void => {
    if (early.length < MOST_EARLY) early.push(link);
  };
  app.on('open-url', (event, link) => {
    event.preventDefault();
    pass(link);
  });
  return {
    handTo: (opened) => {
      early.splice(0).forEach(opened);
      pass = opened;
    },
  };
};
