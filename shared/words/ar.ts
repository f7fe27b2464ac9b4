// SPDX-License-Identifier: GPL-3.0-or-later
import { copies } from './ar/copies.ts';
import { desktop } from './ar/desktop.ts';
import { drill } from './ar/drill.ts';
import { frame } from './ar/frame.ts';
import { history } from './ar/history.ts';
import { money } from './ar/money.ts';
import { moving } from './ar/moving.ts';
import { paper } from './ar/paper.ts';
import { people } from './ar/people.ts';
import { privacy } from './ar/privacy.ts';
import { reading } from './ar/reading.ts';
import { safety } from './ar/safety.ts';
import { sheet } from './ar/sheet.ts';
import { shell } from './ar/shell.ts';
import { terminal } from './ar/terminal.ts';
import { typing } from './ar/typing.ts';
import { undo } from './ar/undo.ts';

/** The sentences there are in Arabic so far; the others are English until they are translated. */
export const ar: Readonly<Record<string, string>> = {
  ...frame,
  ...money,
  ...people,
  ...paper,
  ...copies,
  ...privacy,
  ...reading,
  ...safety,
  ...desktop,
  ...drill,
  ...sheet,
  ...shell,
  ...terminal,
  ...typing,
  ...undo,
  ...moving,
  ...history,
};
