// SPDX-License-Identifier: GPL-3.0-or-later
import { VERSION } from '../../../../shared/version.ts';
import type { ShareView, SharesView } from '../../../../shared/view-shares.ts';
import type { PageWords, Words } from '../../../../shared/words/words.ts';
import type { PageDescription, Section } from './description.ts';
import { both, bothOf, isEnglish, placeRow, subjectOf } from './recovery-page.ts';

/** What stands on the page of one share: which one it is, that alone it reveals nothing, how many are needed, and where the others are. */
export const sharePage = (shares: SharesView, share: ShareView, words: PageWords): PageDescription => {
  const { t } = words.own;
  const { walletName: name, date, providers, needed, of, split } = shares;
  return {
    direction: words.own.dir,
    file: t('print.share.file'),
    title: bothOf(words, (own) => own.t('print.share.title', { share: share.number, of }), ' · '),
    subject: subjectOf(words.own, name, date),
    number: {
      label: both(words, 'print.share.number', ' · '),
      value: split,
      note: t('print.share.number.note', { of }),
    },
    square: { text: share.qrText, level: share.qrLevel },
    beside: spoken(words.own, needed),
    below: isEnglish(words) ? [] : spoken(words.english, needed),
    code: {
      title: both(words, 'print.share.code', ' · '),
      note: t(share.code === 'secret' ? 'print.code.secret' : 'print.share.code.whole'),
      groups: share.groups,
      hint: both(words, 'print.code.hint', ' · '),
    },
    places: {
      title: both(words, 'print.places', ' · '),
      none: both(words, 'print.places.none', ' '),
      overleaf: both(words, 'print.places.overleaf', ' '),
      rows: providers.map((each) => placeRow(words.own, each)),
    },
    facts: [],
    blanks: [
      both(words, 'print.blank.tested', ' · '),
      t('print.blank.share'),
      both(words, 'print.blank.others', ' · '),
    ],
    foot: [
      bothOf(words, (own) => own.t('print.share.foot.without', { needed }), ' '),
      t('print.foot.made', { version: VERSION }),
    ],
  };
};

/** What a share is, and the steps, in one language. */
const spoken = ({ t }: Words, needed: number): readonly Section[] => [
  { title: t('print.share.warning', { needed }), lines: [t('print.share.advice')] },
  {
    title: t('print.steps'),
    lines: [
      t('print.step.install'),
      t('print.share.step.read', { needed }),
      t('print.step.places'),
      t('print.step.after'),
    ],
    numbered: true,
  },
];
