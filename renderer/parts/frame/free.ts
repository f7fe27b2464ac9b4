// SPDX-License-Identifier: GPL-3.0-or-later

/** Pages on which somebody is in the middle of something that a link must not end. */
const BUSY: ReadonlySet<string> = new Set([
  '/restore',
  '/regain',
  '/takeover',
  '/import',
  '/sheet',
  '/new-secret',
  '/empty',
  '/abandon',
  '/escrow',
]);

export const isDialogOpen = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

/** Nothing is under way on this page, no dialog is open, and nothing is being typed. */
export const isFree = (path: string): boolean => {
  const at = document.activeElement;
  const isTyping =
    (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) &&
    at.value !== '' &&
    at.closest('.door') === null;
  return !BUSY.has(path) && !isTyping && !isDialogOpen();
};
