// SPDX-License-Identifier: GPL-3.0-or-later
import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { HistoryProof } from '../../shared/view-history.ts';
import type { HistoryLine } from '../../shared/view.ts';
import { useAnswer, useHistory } from '../bridge.ts';
import { Drawn } from '../parts/base/drawn.tsx';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { PageHead, Waiting } from '../parts/base/layout.tsx';
import { Money } from '../parts/base/money.tsx';
import { dayKey, keyOfLine } from '../parts/history/days.ts';
import { useExport } from '../parts/history/export.tsx';
import { LineList } from '../parts/history/list.tsx';
import { LinePanel } from '../parts/history/panel.tsx';
import { Toolbar } from '../parts/history/toolbar.tsx';
import { EVERYTHING, filterOf } from '../parts/history/wanted.ts';
import '../parts/history/history.css';
import { shown, t } from '../words.ts';

/** Everything that ever changed the balance, day by day, and the proof that it adds up to it. */
export const HistoryPage = (): ReactNode => {
  const [wanted, setWanted] = useState(EVERYTHING);
  const wishes = useDeferredValue(wanted);
  // The first answer brings the wallet's own clock, and nothing was chosen before it.
  const [now, setNow] = useState(0);
  const filter = filterOf(wishes, shown(), now);
  const history = useHistory(filter);
  if (history.first !== undefined && dayKey(history.first.now) !== dayKey(now)) setNow(history.first.now);
  const saving = useExport(filter);
  const { first, failure } = history;
  const isEmpty = first?.total === 0;
  return (
    <div className="history-place">
      <PageHead
        title={t('history.title')}
        lead={t('history.lead')}
        actions={isEmpty || first === undefined ? undefined : saving.buttons}
      />
      {saving.said}
      {failure !== undefined ? (
        <Failure failure={failure} />
      ) : first === undefined ? (
        <Waiting />
      ) : isEmpty ? (
        <div className="card empty">
          <Drawn name="history" />
          <p className="empty-title">{t('history.empty')}</p>
          <Link className="button" href="/add">
            {t('overview.add')}
          </Link>
        </div>
      ) : (
        <>
          <Toolbar wanted={wanted} currencies={first.proof.sums.map(currencyOf)} onChange={setWanted} />
          <Found found={first.found} total={first.total} isAll={Object.keys(filter).length === 0} />
          <Lines now={now} lines={history.lines} loading={history.loading} onMore={history.more} />
          <Proof proof={first.proof} />
        </>
      )}
    </div>
  );
};

const currencyOf = (sum: string): string => sum.slice(0, sum.indexOf(':'));

/** The lines, and beside them the one that was chosen. */
const Lines = ({
  now,
  lines,
  loading,
  onMore,
}: {
  readonly now: number;
  readonly lines: readonly HistoryLine[];
  readonly loading: boolean;
  readonly onMore: () => void;
}): ReactNode => {
  const [chosen, setChosen] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const named = useNamed(lines);
  const line = useMemo(() => named.find((each) => keyOfLine(each) === chosen), [named, chosen]);
  const closed = useRef<string>(undefined);
  const close = (): void => {
    closed.current = chosen;
    setChosen(undefined);
  };
  // Back to where the person came from, once that is in sight again.
  useEffect(() => {
    if (chosen !== undefined || closed.current === undefined) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
    (rows.find((each) => each.dataset['key'] === closed.current) ?? list.current)?.focus();
    closed.current = undefined;
  }, [chosen]);
  if (lines.length === 0) return <p className="card">{t('history.none')}</p>;
  return (
    <div className="history-body" data-open={line !== undefined}>
      <LineList
        today={now}
        lines={named}
        chosen={chosen}
        loading={loading}
        onMore={onMore}
        onChoose={setChosen}
        listRef={list}
      />
      {line === undefined ? null : <LinePanel line={line} onClose={close} />}
    </div>
  );
};

/** The lines with the names that the person gave their places for copies. */
const useNamed = (lines: readonly HistoryLine[]): readonly HistoryLine[] => {
  const providers = useAnswer('provider.list', {});
  const places = providers?.ok === true ? providers.value.providers : undefined;
  return useMemo(() => {
    const nameById = new Map(places?.map(({ id, name }) => [id, name]));
    return lines.map((line) => {
      const name = nameById.get(line.party);
      return name === undefined ? line : { ...line, party: name };
    });
  }, [lines, places]);
};

const Found = ({
  found,
  total,
  isAll,
}: {
  readonly found: number | undefined;
  readonly total: number;
  readonly isAll: boolean;
}): ReactNode => (
  <p className="detail" role="status">
    {found === undefined || isAll ? t('history.count', { total }) : t('history.found', { found, total })}
  </p>
);

const Proof = ({ proof: { sums, unequal } }: { readonly proof: HistoryProof }): ReactNode => (
  <footer className="history-proof">
    {unequal.length === 0 ? (
      <p className="detail">{t('history.equal')}</p>
    ) : (
      <Notice tone="bad">
        <p>{t('history.unequal', { currencies: unequal })}</p>
      </Notice>
    )}
    <ul>
      {sums.map((sum) => (
        <li key={sum} data-testid="history-sum">
          <Money text={sum} />
        </li>
      ))}
    </ul>
  </footer>
);
