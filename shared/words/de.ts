// SPDX-License-Identifier: GPL-3.0-or-later
import { copies } from './de/copies.ts';
import { frame } from './de/frame.ts';
import { history } from './de/history.ts';
import { money } from './de/money.ts';
import { moving } from './de/moving.ts';
import { paper } from './de/paper.ts';
import { people } from './de/people.ts';
import { sheet } from './de/sheet.ts';
import { shell } from './de/shell.ts';
import { terminal } from './de/terminal.ts';
import type { en } from './en.ts';

/** Every sentence in German; one that is missing does not compile. */
export const de: Readonly<Record<keyof typeof en, string>> = {
  ...frame,
  ...money,
  ...people,
  ...paper,
  ...copies,
  ...sheet,
  ...shell,
  ...terminal,
  ...moving,
  ...history,
};
