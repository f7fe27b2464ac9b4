// SPDX-License-Identifier: GPL-3.0-or-later
import { useMemo, type ReactNode, type RefObject } from 'react';
import {
  Collection,
  GridList,
  GridListHeader,
  GridListItem,
  GridListLoadMoreItem,
  GridListSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import type { HistoryLine } from '../../../shared/view.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { shown, t } from '../../words.ts';
import { nameOf } from './about.ts';
import { byDay, dayKey, type Day, type Row } from './days.ts';
import { LineRow } from './line-row.tsx';

/** Rows are as high as their two lines, so that nobody has to measure ten thousand of them. */
const LAYOUT = { rowSize: 64, headingSize: 40, loaderSize: 44, padding: 4 };

/** The lines by day: only those in sight are drawn, and more are asked for when the end comes near. */
export const LineList = ({
  today,
  lines,
  chosen,
  loading,
  onMore,
  onChoose,
  listRef,
}: {
  /** a moment of it */
  readonly today: number;
  readonly lines: readonly HistoryLine[];
  readonly chosen: string | undefined;
  readonly loading: boolean;
  readonly onMore: () => void;
  readonly onChoose: (key: string) => void;
  readonly listRef: RefObject<HTMLDivElement | null>;
}): ReactNode => {
  const days = useMemo(() => byDay(lines), [lines]);
  // What the rows are drawn by, beside their lines.
  const drawn = [chosen, today, shown().locale];
  return (
    <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
      <GridList ref={listRef} className="lines" aria-label={t('history.title')} disallowTypeAhead dependencies={drawn}>
        <Collection items={days} dependencies={drawn}>
          {(day: Day) => <OneDay day={day} chosen={chosen} today={today} onChoose={onChoose} />}
        </Collection>
        <GridListLoadMoreItem className="lines-more" isLoading={loading} onLoadMore={onMore}>
          <span role="status">{t('app.waiting')}</span>
        </GridListLoadMoreItem>
      </GridList>
    </Virtualizer>
  );
};

const OneDay = ({
  day,
  chosen,
  today,
  onChoose,
}: {
  readonly day: Day;
  readonly chosen: string | undefined;
  readonly today: number;
  readonly onChoose: (key: string) => void;
}): ReactNode => (
  <GridListSection id={`day ${day.key}`}>
    <GridListHeader className="lines-day">{dayName(day.ms, today)}</GridListHeader>
    <Collection items={day.rows} dependencies={[chosen, shown().locale]}>
      {(row: Row) => (
        <GridListItem
          id={row.key}
          className="line"
          data-state={row.line.state}
          data-chosen={row.key === chosen || undefined}
          textValue={nameOf(row.line)}
          onAction={() => onChoose(row.key)}
        >
          <LineRow line={row.line} />
        </GridListItem>
      )}
    </Collection>
  </GridListSection>
);

const dayName = (ms: number, today: number): Spoken => {
  const key = dayKey(ms);
  if (key === dayKey(today)) return t('history.today', { day: ms });
  return key === dayKey(dayBefore(today))
    ? t('history.yesterday', { day: ms })
    : t('history.day', { day: shown().weekday(ms) });
};

/** A moment of it: days may have 23 hours. */
const dayBefore = (ms: number): number => new Date(ms).setHours(0, 0, 0, 0) - 1;
