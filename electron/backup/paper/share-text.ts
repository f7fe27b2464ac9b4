// SPDX-License-Identifier: GPL-3.0-or-later
import { lettersOf, type OnPaper } from './on-paper.ts';
import { GROUP_LENGTH, oneLine, providerLines, RECOVERY_HEADER, secretLines } from './text.ts';

// A share as text: like a recovery text, with a line that says which one of how many it is.

const SHARE_HEADER = 'HOLDFAST-SHARE-1';

/** A paper's facts for whoever has lost what they were written on: remarks are left out. */
export const paperToText = (paper: OnPaper): string => {
  const lines = otherLines(paper);
  const places = lines.filter((line) => line.startsWith('provider'));
  return [
    paper.share === undefined ? RECOVERY_HEADER : SHARE_HEADER,
    ...lines.slice(0, lines.length - places.length),
    ...secretLines(groupsOf(paper)),
    ...places,
    'END',
  ].join('\n');
};

/** The text of a share, version 1, with a remark that says what it is and what it is not. */
export const shareToText = (paper: OnPaper): string => {
  const [header, ...lines] = paperToText(paper).split('\n');
  const { needed = 0 } = paper.share ?? {};
  const alone = `# Alone this share reveals nothing. Any ${needed} shares of this split together are the money.`;
  const asks = providerLines(paper.providers).filter((line) => line.startsWith('#'));
  return [header, alone, ...asks, ...lines, ''].join('\n');
};

/** The lines beside those of the code; none where the code stood alone. */
export const otherLines = (paper: OnPaper): readonly string[] => {
  const { walletName, date, providers } = paper;
  const name = oneLine(walletName);
  if (name === '' && date === '' && providers.length === 0 && paper.of === undefined) return [];
  return [
    ...(name === '' ? [] : [`wallet: ${name}`]),
    ...(date === '' ? [] : [`date: ${date}`]),
    numberLine(paper),
    ...providerLines(providers).filter((line) => !line.startsWith('#')),
  ];
};

const numberLine = ({ share, of, identifier }: OnPaper): string => {
  const number = identifier.toUpperCase();
  if (share === undefined) return `sheet: ${number}`;
  return `share: ${share.number}${of === undefined ? '' : ` of ${of}`}, ${share.needed} needed, split ${number}`;
};

/** A code as upper-case groups of five characters (the last may be shorter). */
export const groupsOf = (paper: Pick<OnPaper, 'code'>): readonly string[] =>
  lettersOf(paper)
    .toUpperCase()
    .match(new RegExp(`.{1,${GROUP_LENGTH}}`, 'g')) ?? [];
