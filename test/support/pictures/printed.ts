// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import type { Paper } from '../../../electron/backup/paper/page/description.ts';
import { pagesToPdf } from '../../../electron/backup/paper/page/draw-pdf.ts';
import { layOut } from '../../../electron/backup/paper/page/lay-out.ts';
import { recoveryPage } from '../../../electron/backup/paper/page/recovery-page.ts';
import { sharesPages } from '../../../electron/backup/paper/page/shares-pages.ts';
import { groupsOf, shareToText } from '../../../electron/backup/paper/share-text.ts';
import { splitIntoShares } from '../../../electron/backup/paper/split.ts';
import { recoveryToQr, shareToQr } from '../../../electron/backup/paper/square.ts';
import { recoveryToText, secretGroups, sheetNumberFor } from '../../../electron/backup/paper/text.ts';
import { secret } from '../../../electron/taler/crypto/secret.ts';
import type { DrawnMark, DrawnPages } from '../../../shared/view-sheet.ts';
import '../all-languages.ts';
import { withEnglish, words } from '../../../shared/words/words.ts';
import { bytesOf } from '../seed.ts';
import { scanOf } from '../sheet-pictures.ts';
import type { Shot } from './shot.ts';

// The pages that are measured: sheets with few places and with many, and a share, on both papers and in two languages.

const PLACES = [1, 3, 10, 25] as const;
const SHARED_PLACES = 3;

/** What is on a page, and the page as it is drawn. */
export type Printed = {
  /** `3 places`, `share, 3 places` */
  readonly kind: string;
  /** with paper and language */
  readonly name: string;
  /** what its square says */
  readonly square: string;
  /** `H`, 101 modules, whole */
  readonly about: string;
  /** what can be put in by hand, as the program itself would write it */
  readonly text: string;
  readonly groups: readonly string[];
  readonly drawn: DrawnPages;
};

/** Services, folders on sticks and shares on the web in turn, with names and addresses as people have them. */
const placesOf = (count: number, seed: number) => {
  const random = bytesOf(`places ${seed}`);
  const id = (): string => [...random(26)].map((byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte & 31]).join('');
  return Array.from({ length: count }, (_, at) => {
    const number = at + 1;
    if (at % 3 === 0) return { name: `Service ${number}`, url: `https://backup-${number}.example.org/` };
    if (at % 3 === 1) return { name: `USB stick “Blue ${number}”`, url: `holdfast+folder:${id()}` };
    return { name: `Cloud ${number}`, url: `holdfast+folder:${id()}`, at: `https://cloud.example.com/dav/${number}/` };
  });
};

const factsOf = (count: number, seed: number) => ({
  walletName: 'Anna’s wallet',
  date: '2026-11-30',
  providers: placesOf(count, seed),
  root: secret(bytesOf(`root ${seed}`)(64)),
});

const sheet = (count: number, paper: Paper, locale: string, seed: number): Omit<Printed, 'name'> => {
  const facts = factsOf(count, seed);
  const recovery = { ...facts, sheetNumber: sheetNumberFor(facts) };
  const qr = recoveryToQr(recovery);
  const { sheetNumber } = recovery;
  const [text, groups] = [recoveryToText(recovery), secretGroups(recovery)];
  const drawn = layOut(recoveryPage({ ...facts, text, ...qr, groups, sheetNumber }, withEnglish(words(locale))), paper);
  const kind = count === 1 ? '1 place' : `${count} places`;
  return { kind, about: aboutOf(qr, drawn), square: qr.qrText, text, groups, drawn };
};

const share = (paper: Paper, locale: string, seed: number): Omit<Printed, 'name'> => {
  const facts = factsOf(SHARED_PLACES, seed);
  const [first] = splitIntoShares(facts, { needed: 2, count: 3 }, bytesOf(`split ${seed}`));
  if (first?.share === undefined) throw new Error('no share');
  const [text, groups, qr] = [shareToText(first), groupsOf(first), shareToQr(first)];
  const one = { number: first.share.number, text, ...qr, groups };
  const shares = { ...facts, split: first.identifier.toUpperCase(), needed: 2, of: 3, shares: [one] };
  const drawn = sharesPages(shares, paper, withEnglish(words(locale)));
  return { kind: `share, ${SHARED_PLACES} places`, about: aboutOf(qr, drawn), square: qr.qrText, text, groups, drawn };
};

/** The square among the marks of a page: the one outline that is filled. */
const isSquare = (mark: DrawnMark): mark is Extract<DrawnMark, { kind: 'area' }> =>
  mark.kind === 'area' && mark.pen === undefined;
const squareOn = ({ pages }: DrawnPages): Extract<DrawnMark, { kind: 'area' }> => {
  const square = pages[0]?.marks.find(isSquare);
  if (square === undefined) throw new Error('no square on the page');
  return square;
};

const aboutOf = ({ qrLevel, code }: { readonly qrLevel: string; readonly code: string }, drawn: DrawnPages): string =>
  `${qrLevel}, ${squareOn(drawn).side} modules, ${code}`;

/** Every page there is, in an order in which the first few differ the most. */
export const printedPages = (seed: number): readonly Printed[] =>
  (
    [
      ['A4', 'en'],
      ['Letter', 'de'],
      ['Letter', 'en'],
      ['A4', 'de'],
    ] as const
  ).flatMap(([paper, locale], at) =>
    [...PLACES.map((count) => sheet(count, paper, locale, seed + at)), share(paper, locale, seed + at)].map((each) => ({
      ...each,
      name: `${each.kind}, ${paper}, ${locale}`,
    })),
  );

const POINTS = 72;

/** A page as a scanner of so many dots to the inch sees it, and where its square is. */
export const shotOf = async ({ drawn }: Printed, dpi: number): Promise<Shot> => {
  const { x, y, size, side } = squareOn(drawn);
  const dots = dpi / POINTS;
  const square = { left: x * dots, top: y * dots, size: size * dots, modules: side };
  return { picture: scanOf(await pagesToPdf(drawn), dpi), square, dpi };
};

/** The text of all pages once nothing of the square is left. */
export const textWithoutSquare = async ({ drawn }: Printed): Promise<string> => {
  const pages = drawn.pages.map((page) => ({ ...page, marks: page.marks.filter((mark) => !isSquare(mark)) }));
  const input = Buffer.from(await pagesToPdf({ ...drawn, pages }));
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' });
};
