// SPDX-License-Identifier: GPL-3.0-or-later
import { lettersOf } from '../../../electron/backup/paper/on-paper.ts';
import { readPapers } from '../../../electron/backup/paper/parse.ts';
import { codesIn } from '../../../shared/reading/codes.ts';
import { withinBound } from '../damages.ts';
import { diceOf, type Dice } from '../dice.ts';
import { printedPages, shotOf, textWithoutSquare, type Printed } from './printed.ts';
import { blotted, folded, grey, packed, ringed, turnedABit, type Change, type Shot } from './shot.ts';
import { blotAnywhere, blotBeside, blotOnMark, dropsBeside } from './stains.ts';

// Whether a page that something happened to is still read by its square alone, and where it is not, by its text alone.

const FIFTH = 0.2;

/** What happens to a page, in the order in which it does: to the paper, under the camera, in the file. */
export const SINGLE: Readonly<Record<string, Change>> = {
  'a fold through the square': folded,
  'a coffee ring on it': ringed,
  'a fifth blotted, marks free': blotted(blotBeside(FIFTH)),
  'turned by up to 7°': turnedABit,
  'grey scan': grey,
  'JPEG of quality 40': packed,
};

const OTHER_BLOTS: Readonly<Record<string, Change>> = {
  'a tenth blotted, marks free': blotted(blotBeside(0.1)),
  'a quarter blotted, marks free': blotted(blotBeside(0.25)),
  'a fifth in a dozen drops, marks free': blotted(dropsBeside(FIFTH)),
  'a fifth blotted, anywhere': blotted(blotAnywhere(FIFTH)),
  'a fifth blotted, on a corner mark': blotted(blotOnMark(FIFTH)),
};

const pairs = Object.entries(SINGLE).flatMap(([one, first], at, all) =>
  all
    .slice(at + 1)
    .map(([two, second]): readonly [string, Change] => [
      `${one} + ${two}`,
      async (shot, dice) => second(await first(shot, dice), dice),
    ]),
);

/** Everything that is measured, by its name in the table. */
export const DAMAGES: Readonly<Record<string, Change>> = {
  'as printed': (shot) => shot,
  ...SINGLE,
  ...OTHER_BLOTS,
  ...Object.fromEntries(pairs),
};

export const RESOLUTIONS = [150, 300] as const;

/** As long as the terminal tries (`electron/reader.ts`). */
const TRY_MS = 20_000;

export type Case = { readonly damage: string; readonly page: Printed; readonly dpi: number };
export type Outcome = Case & {
  readonly shot: Shot;
  readonly byCode: boolean;
  /** by the text of a page without its square; looked at where the square was not read */
  readonly byText?: boolean;
};

/** The code and the addresses that a text says, once a person has taken what is proposed; undefined where it says none. */
const saidIn = (text: string, take = false): { readonly code: string; readonly urls: string } | undefined => {
  const papers = readPapers(text, { take });
  const paper = papers.ok && papers.value.length === 1 ? papers.value[0]?.paper : undefined;
  if (paper === undefined) return undefined;
  return { code: lettersOf(paper), urls: paper.providers.map(({ url, at = '' }) => `${url} ${at}`).join('\n') };
};

/** Whether what was read is what was printed; a square without places says the code alone. */
const isRight = (page: Printed, read: string | undefined): boolean => {
  const [meant, said] = [saidIn(page.text), read === undefined ? undefined : saidIn(read)];
  if (meant === undefined) throw new Error(`${page.name} is no page`);
  return said?.code === meant.code && said.urls === (page.about.endsWith('secret') ? '' : meant.urls);
};

/** Up to four letters wrong or up to eight unreadable in the text of a page that has no square. */
const isReadByText = async (page: Printed, dice: Dice): Promise<boolean> => {
  const change = withinBound[dice.pick(['one to four wrong', 'one to eight unreadable'])];
  const damaged = change?.([...page.groups.join('').toLowerCase()], dice) ?? [];
  const printed = await textWithoutSquare(page);
  const text = page.groups.reduce(
    (all, group, at) =>
      all.replace(
        group,
        damaged
          .slice(at * 5, at * 5 + group.length)
          .join('')
          .toUpperCase(),
      ),
    printed,
  );
  const [meant, whole, corrected] = [saidIn(page.text), saidIn(printed), saidIn(text, true)];
  const isSame = (said: typeof meant): boolean => said?.code === meant?.code && said?.urls === meant?.urls;
  return isSame(whole) && text !== printed && isSame(corrected);
};

const tryCase = async (each: Case, scanned: Shot, seed: number): Promise<Outcome> => {
  const dice = diceOf(seed);
  const shot = (await DAMAGES[each.damage]?.(scanned, dice)) ?? scanned;
  const until = performance.now() + TRY_MS;
  const codes = codesIn(shot.picture, () => performance.now() < until);
  const byCode = codes.length === 1 && isRight(each.page, codes[0]);
  return { ...each, shot, byCode, ...(byCode ? {} : { byText: await isReadByText(each.page, dice) }) };
};

/** `each` cases for every damage, each on another page in turn; their chance is all from `seed`. */
export const measured = async function* (
  damages: readonly string[],
  each: number,
  seed: number,
  from = 0,
): AsyncGenerator<Outcome> {
  const pages = printedPages(seed);
  const scans = new Map<string, Shot>();
  for (let number = from; number < from + each; number++) {
    const page = pages[Math.floor(number / RESOLUTIONS.length) % pages.length];
    const dpi = RESOLUTIONS[number % RESOLUTIONS.length] ?? RESOLUTIONS[0];
    if (page === undefined) continue;
    const scanned = scans.get(`${page.name} ${dpi}`) ?? (await shotOf(page, dpi));
    scans.set(`${page.name} ${dpi}`, scanned);
    for (const [at, damage] of damages.entries())
      yield await tryCase({ damage, page, dpi }, scanned, seed * 1_000_003 + number * 1009 + at);
  }
};
