// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { SheetReadView, SharesReadView } from '../../../shared/view-restore.ts';
import type { BackupFailure } from '../failure/failure.ts';
import type { OnPaper } from '../paper/on-paper.ts';
import { parseRecovery, readPapers, uriIn, type Placed } from '../paper/parse.ts';
import { joinedPile, pileOf, recoveryOf, type Pile } from '../paper/pile.ts';
import { groupsOf, otherLines, paperToText } from '../paper/share-text.ts';

/** What the person has done already: taken the correction that was proposed, and put shares in. */
type Given = { readonly take?: boolean | undefined; readonly beside?: string | undefined };

/**
 * What stands on a sheet or a share, by its groups and its other lines, for whoever has just read or typed it. `take`: the person was shown
 * what is proposed for a damaged code and takes it; without that it is a failure like any other, and nothing is ever taken by itself.
 * `beside`: the shares that are in already. One that does not belong to them is refused, and so is one that is among them.
 */
export const readSheet = (
  recoveryText: string,
  { take = false, beside = '' }: Given = {},
): Result<SheetReadView, BackupFailure> => {
  // An address has no groups; it is handed on as it came.
  if (uriIn(recoveryText) !== undefined) {
    const read = parseRecovery(recoveryText);
    return read.ok ? ok({ groups: [], lines: '', text: recoveryText }) : read;
  }
  const before = beside.trim() === '' ? ok([]) : readPapers(beside);
  if (!before.ok) return before;
  const papers = readPapers(recoveryText, { take, beside: before.value.map(({ paper }) => paper) });
  if (!papers.ok) return papers;
  if (before.value.length === 0 && papers.value.every(({ paper }) => paper.share === undefined)) {
    const whole = recoveryOf(papers.value);
    const paper = papers.value[0]?.paper;
    return whole.ok && paper !== undefined ? ok(pageOf(paper)) : (whole as Result<never, BackupFailure>);
  }
  return readShares(before.value, papers.value);
};

const readShares = (before: readonly Placed[], papers: readonly Placed[]): Result<SheetReadView, BackupFailure> => {
  const pile = pileOf([...before, ...papers]);
  if (!pile.ok) return pile;
  const { split, needed, shares, twice } = pile.value;
  if (shares.length === before.length && twice !== undefined)
    return err({ kind: 'same-share-twice', share: twice, split, needed });
  if (shares.length >= needed) {
    const joined = joinedPile(pile.value);
    if (!joined.ok) return joined;
  }
  const [only, ...others] = papers;
  const page =
    only !== undefined && others.length === 0
      ? pageOf(only.paper)
      : { groups: [], lines: '', text: papers.map(({ paper }) => paperToText(paper)).join('\n') };
  return ok({ ...page, shares: pileView(pile.value) });
};

const pageOf = (paper: OnPaper): SheetReadView => {
  const groups = groupsOf(paper);
  const lines = otherLines(paper);
  const share = paper.share === undefined ? {} : { share: paper.share.number };
  if (lines.length === 0 && paper.share === undefined) return { groups, lines: '', text: groups.join(' ') };
  return { groups, lines: lines.join('\n'), text: paperToText(paper), ...share };
};

const pileView = ({ split, needed, of, shares }: Pile): SharesReadView => ({
  split,
  needed,
  ...(of === undefined ? {} : { of }),
  there: shares.map(({ share }) => share.number),
  texts: shares.map(paperToText),
});
