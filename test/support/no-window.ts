// SPDX-License-Identifier: GPL-3.0-or-later
import type { Shell } from '../../electron/app/options.ts';
import { err, ok } from '../../shared/result.ts';

/** The ways of a window that nobody takes in a test: a person who changes their mind about everything. */
export const noWindow: Omit<
  Shell,
  'chooseFolder' | 'sheetShown' | 'cameraWanted' | 'confirmReveal' | 'printPages' | 'savePages'
> = {
  saveReport: async () => ok({ file: null }),
  saveHistory: async () => ok({ file: null }),
  place: {
    isChosen: () => false,
    elsewhere: async () => ok({ moved: false }),
    usual: async () => ok({}),
    chooseNext: async () => ok(null),
    move: async () => err({ kind: 'no-place', facts: { why: 'not-chosen' } }),
  },
  wantsContrast: () => false,
  settingsKept: () => undefined,
  showFolder: async () => undefined,
  licences: () => '',
  links: { first: () => undefined, take: () => undefined },
  secretShown: () => undefined,
  copySecret: () => undefined,
  ended: () => undefined,
  readEnd: () => undefined,
};
