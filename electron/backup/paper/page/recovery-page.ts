// SPDX-License-Identifier: GPL-3.0-or-later
import { VERSION } from '../../../../shared/version.ts';
import type { RecoverySheetView } from '../../../../shared/view-backup.ts';
import { calledPlace as calledSo } from '../../../../shared/names.ts';
import { playPlaceOf } from '../../../../shared/play.ts';
import type { PageWords, PlainKey, Words } from '../../../../shared/words/words.ts';
import { urlCheck, writtenAddress, type SheetProvider } from '../address.ts';
import { onPaper } from '../fonts.ts';
import type { PageDescription, Section } from './description.ts';

/** What stands on the recovery sheet. */
export const recoveryPage = (sheet: RecoverySheetView, words: PageWords): PageDescription => {
  const { t } = words.own;
  const { walletName: name, date, providers } = sheet;
  return {
    direction: words.own.dir,
    file: t('print.file'),
    title: both(words, 'print.title', ' · '),
    subject: subjectOf(words.own, name, date),
    number: {
      label: both(words, 'print.number', ' · '),
      value: sheet.sheetNumber.toUpperCase(),
      note: t('print.number.note'),
    },
    square: { text: sheet.qrText, level: sheet.qrLevel },
    beside: spoken(words.own),
    below: isEnglish(words) ? [] : spoken(words.english),
    code: {
      title: both(words, 'print.code', ' · '),
      note: t(sheet.code === 'secret' ? 'print.code.secret' : 'print.code.whole'),
      groups: sheet.groups,
      hint: both(words, 'print.code.hint', ' · '),
    },
    places: {
      title: both(words, 'print.places', ' · '),
      none: both(words, 'print.places.none', ' '),
      overleaf: both(words, 'print.places.overleaf', ' '),
      rows: providers.map((each) => placeRow(words.own, each)),
    },
    facts: [factsOf(sheet, words)],
    blanks: [
      both(words, 'print.blank.tested', ' · '),
      both(words, 'print.blank.helper', ' · '),
      both(words, 'print.blank.copies', ' · '),
    ],
    foot: [both(words, 'print.foot.without', ' '), t('print.foot.made', { version: VERSION })],
  };
};

/** Whether there is an escrow, and when the page was tested; where English stands on a line of its own, it is the last one. */
const factsOf = ({ hasEscrow, testedOn }: RecoverySheetView, words: PageWords): string => {
  const escrow = both(words, hasEscrow === true ? 'print.escrow.set' : 'print.escrow.none', ' ');
  const tested = testedOn === undefined ? [] : [words.own.t('print.tested', { date: testedOn })];
  return (words.own.dir === 'ltr' ? [escrow, ...tested] : [...tested, escrow]).join('  ');
};

export const isEnglish = ({ own }: PageWords): boolean => own.language === 'en';

/** Whose page it is, and of when; a name that ends with that day says it already. */
export const subjectOf = ({ t }: Words, name: string, date: string): string => {
  const shown = onPaper(name);
  return isolated(
    shown.endsWith(date) ? t('print.subject.dated', { name: shown }) : t('print.subject', { name: shown, date }),
  );
};

/** In the person's language and in English, or once where they are the same. */
export const both = (words: PageWords, key: PlainKey, between: ' ' | ' · '): string =>
  bothOf(words, ({ t }) => t(key), between);

/** The same of a sentence with values. From the right, an English sentence stands on a line of its own, and an English name by itself. */
export const bothOf = (words: PageWords, say: (words: Words) => string, between: ' ' | ' · '): string => {
  const [own, english] = [say(words.own), say(words.english)];
  if (isEnglish(words)) return own;
  if (words.own.dir === 'ltr') return `${own}${between}${english}`;
  return between === ' ' ? `${own}\n${english}` : `${own}${between}\u2066${english}\u2069`;
};

/** The warning and the steps in one language. */
const spoken = ({ t }: Words): readonly Section[] => [
  { title: t('print.warning'), lines: [t('print.advice')] },
  {
    title: t('print.steps'),
    lines: [t('print.step.install'), t('print.step.read'), t('print.step.places'), t('print.step.after')],
    numbered: true,
  },
];

/** A place in words, and its address with check characters. */
export const placeRow = (words: Words, place: SheetProvider): PageDescription['places']['rows'][number] => ({
  name: isolated(calledPlace(words, place)),
  address: checkedAddress(place),
});

const calledPlace = ({ t }: Words, { name: given, url, at }: SheetProvider): string => {
  const which = playPlaceOf(calledSo(url, given));
  const name = which === undefined ? onPaper(given) : t(`addProvider.play.${which}`);
  if (/^https?:/i.test(url)) return t('print.place.sync', { name });
  if (!/^holdfast\+folder:/i.test(url)) return t('print.place.newer', { name });
  return at === undefined ? t('print.place.folder', { name }) : t('print.place.webdav', { name });
};

const checkedAddress = (provider: SheetProvider): string => {
  const written = writtenAddress(provider);
  return `${written} [${urlCheck(written)}]`;
};

/** What stands between quotation marks is read in the direction of its own letters, and leaves the marks where they are (isolates, UAX 9). */
const isolated = (line: string): string => line.replace(/([„“«])([^“”»]*)([“”»])/gu, '$1\u2068$2\u2069$3');
