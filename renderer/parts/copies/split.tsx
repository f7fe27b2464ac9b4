// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { SplitView } from '../../../shared/view-backup.ts';
import type { SharesView } from '../../../shared/view-shares.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { Select } from '../base/select.tsx';

const MOST = 8;
const MOST_NEEDED = 5;
const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** The sheet in several pages of which some together are enough: what that means is said before it is chosen. */
export const Split = ({ onSplit }: { readonly onSplit: (shares: SharesView) => void }): ReactNode => {
  const split = useRequest('sheet.split');
  const [count, setCount] = useState(3);
  const [wanted, setNeeded] = useState(2);
  const needed = Math.min(wanted, count);
  const make = async (): Promise<void> => {
    const made = await split.send({ needed, count });
    if (made.ok) onSplit(made.value);
  };
  return (
    <Section title={t('split.title')}>
      <div className="card form">
        <p>{t('split.words')}</p>
        <div className="inline">
          <Select
            label={t('split.count')}
            value={String(count)}
            options={numbers(2, MOST).map((each) => [String(each), t('split.many', { count: each })])}
            onChange={(value) => setCount(Number(value))}
            disabled={split.pending}
          />
          <Select
            label={t('split.needed')}
            value={String(needed)}
            options={numbers(2, Math.min(MOST_NEEDED, count)).map((each) => [
              String(each),
              t('split.any', { count: each }),
            ])}
            onChange={(value) => setNeeded(Number(value))}
            disabled={split.pending}
          />
        </div>
        <ul className="points">
          <li>{t('split.together', { needed, count })}</li>
          <li>{needed === count ? t('split.loseNone') : t('split.lose', { count: count - needed })}</li>
          <li>{t('split.fewer', { count: needed - 1 })}</li>
          <li>{t('split.voidsNothing')}</li>
        </ul>
        {split.answer?.ok === false ? <Failure failure={split.answer.error} /> : null}
        <div className="actions">
          <Button icon="sheet" pending={split.pending} onPress={() => void make()}>
            {t('split.do', { count })}
          </Button>
        </div>
      </div>
    </Section>
  );
};

/** Splits that were made here: whoever has enough shares of one of them has the money, however old it is. */
export const SplitsMade = ({ splits }: { readonly splits: readonly SplitView[] }): ReactNode => (
  <Section title={t('split.made')}>
    <ul className="points">
      {splits.map(({ split, needed, of, madeAt, testedAt }) => (
        <li key={split}>
          {t('split.made.one', { split, needed, of, at: madeAt })}{' '}
          {testedAt === undefined ? t('split.made.untested') : t('split.made.tested', { at: testedAt })}
        </li>
      ))}
    </ul>
    <p className="detail">{t('split.voidsNothing')}</p>
  </Section>
);
