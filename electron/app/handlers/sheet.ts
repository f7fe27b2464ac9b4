// SPDX-License-Identifier: GPL-3.0-or-later
import type { RequestInput } from '../../../shared/contract.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { DrawnPages } from '../../../shared/view-sheet.ts';
import type { FailureView } from '../../../shared/view.ts';
import type { SharesView } from '../../../shared/view-shares.ts';
import { explainBackupFailure } from '../../backup/failure/explain.ts';
import { orBackup } from './answers.ts';
import type { Handlers, OpenParts } from './parts.ts';

const NO_WINDOW = { kind: 'no-printer', facts: { why: 'no-window' } } as const;

type Pages = Awaited<ReturnType<OpenParts['sheetPages']>>;
type Way<T> = (pages: DrawnPages) => Promise<Result<T, FailureView>>;

const onPages = async <T>(pages: Pages, way: Way<T> | undefined): Promise<Result<T, FailureView>> => {
  if (!pages.ok) return pages;
  return way === undefined ? err(NO_WINDOW) : way(pages.value);
};

/** The requests on the recovery sheet. It is printed only while it is on the screen, which needs no second passphrase. */
export const sheetHandlers = (parts: OpenParts) => {
  let revealed = false;
  /** what is on the screen of a sheet that was split */
  let split: SharesView | undefined;
  /** how often the page has said that it shows no sheet */
  let hides = 0;
  const pages = async (paper: 'A4' | 'Letter'): ReturnType<OpenParts['sheetPages']> =>
    revealed ? parts.sheetPages(paper) : err({ kind: 'sheet-hidden', facts: { when: 'before-print' } });
  const sharePages = async ({ paper, only }: RequestInput<'shares.print'>): ReturnType<OpenParts['sharePages']> =>
    split === undefined
      ? err({ kind: 'sheet-hidden', facts: { when: 'before-print' } })
      : parts.sharePages(
          only === undefined ? split : { ...split, shares: split.shares.filter(({ number }) => number === only) },
          paper,
        );
  return {
    'sheet.reveal': async ({ passphrase }) => {
      const before = hides;
      const owner = await parts.confirmOwner(passphrase);
      if (!owner.ok) return owner;
      // A question can stand for minutes; a page that was left meanwhile gets no secret any more.
      if (hides !== before) return err({ kind: 'sheet-hidden', facts: { when: 'left' } });
      const sheet = parts.backup.recoverySheet();
      if (!sheet.ok) return err(explainBackupFailure(sheet.error));
      revealed = true;
      parts.sheetShown(true);
      // From now on there is a sheet to read back.
      parts.tellChanged();
      return sheet;
    },
    'sheet.page': async ({ paper }) => pages(paper),
    'sheet.print': async ({ paper }) => onPages(await pages(paper), parts.paper?.printPages),
    'sheet.save': async ({ paper }) => onPages(await pages(paper), parts.paper?.savePages),
    'sheet.split': async (size) => {
      if (!revealed) return err({ kind: 'sheet-hidden', facts: { when: 'before-print' } });
      const shares = orBackup(parts.backup.splitSheet(size));
      if (shares.ok) {
        split = shares.value;
        parts.tellChanged();
      }
      return shares;
    },
    'shares.page': async (wanted) => sharePages(wanted),
    'shares.print': async (wanted) => onPages(await sharePages(wanted), parts.paper?.printPages),
    'shares.save': async (wanted) => onPages(await sharePages(wanted), parts.paper?.savePages),
    'sheet.test': async ({ recoveryText }) => {
      const tested = orBackup(parts.backup.testSheet(recoveryText));
      if (tested.ok) parts.tellChanged();
      return tested;
    },
    'drill.run': async ({ recoveryText }) => {
      const drilled = orBackup(await parts.backup.drill(recoveryText));
      if (drilled.ok) parts.tellChanged();
      return drilled;
    },
    'drill.progress': async () => ok({ progress: parts.backup.drilling() ?? null }),
    'drill.stop': async () => {
      parts.backup.stopDrill();
      return ok({});
    },
    'sheet.hide': async () => {
      revealed = false;
      split = undefined;
      hides += 1;
      parts.sheetShown(false);
      return ok({});
    },
  } satisfies Partial<Handlers>;
};
