// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef, type ReactNode } from 'react';
import type { HistoryLine, PendingView } from '../../../shared/view.ts';
import { kindOfLine, type HistoryLineView } from '../../../shared/view-history.ts';
import { useAnswer } from '../../bridge.ts';
import { row, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { CopyText } from '../base/copy-text.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { Forget } from '../base/forget.tsx';
import { Facts, Waiting } from '../base/layout.tsx';
import { isZeroText, Money } from '../base/money.tsx';
import { issuerName } from '../base/issuer.ts';
import { saying } from '../base/saying.ts';
import { When } from '../base/when.tsx';
import { Abort, type AbortWhat } from '../sums/abort.tsx';
import { PeerPayment } from '../sums/peer-payment.tsx';
import { PendingList } from '../sums/pending.tsx';
import { aboutOf, nameOf, toneOf, withWhom } from './about.ts';

/** All that is known of a line, and all that can be done with it. */
export const LinePanel = ({
  line,
  onClose,
}: {
  readonly line: HistoryLine;
  readonly onClose: () => void;
}): ReactNode => {
  const heading = useRef<HTMLHeadingElement>(null);
  const answer = useAnswer('wallet.historyLine', { id: line.id, kind: kindOfLine(line) });
  const key = `${line.id} ${kindOfLine(line)}`;
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('.line-panel')?.scrollTo(0, 0);
  }, [key]);
  useEffect(() => {
    const byKey = (event: KeyboardEvent): void => {
      // A dialog that is open closes first.
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('[role=alertdialog]') === null)
        onClose();
    };
    document.addEventListener('keydown', byKey);
    return () => document.removeEventListener('keydown', byKey);
  }, [onClose]);
  return (
    <section className="line-panel card" aria-labelledby="line-panel-title">
      <header className="line-panel-head">
        <h2 id="line-panel-title" ref={heading} tabIndex={-1}>
          {t(`history.type.${line.type}`)}
        </h2>
        <Button look="quiet" icon="close" onPress={onClose}>
          {t('history.close')}
        </Button>
      </header>
      {answer === undefined ? (
        <Waiting />
      ) : answer.ok ? (
        <Known key={key} view={{ ...answer.value, line }} />
      ) : (
        <Failure failure={answer.error} />
      )}
    </section>
  );
};

const Known = ({ view }: { readonly view: HistoryLineView }): ReactNode => {
  const { line, payment } = view;
  return (
    <>
      <p className="line-panel-sum">
        <Money text={line.effect} signed size="large" />
        {line.state === 'done' ? null : (
          <span className="tag" data-tone={toneOf(line)}>
            {t(`history.state.${line.state}`)}
          </span>
        )}
      </p>
      {line.partyOdd === true ? (
        <Notice tone="warn">
          <p>{t('party.odd')}</p>
        </Notice>
      ) : null}
      {line.notes === undefined ? null : <p>{saying('note', line.notes)}</p>}
      <UnderWay line={line} />
      <FactsOf view={view} />
      {payment?.state === 'waiting' ? <PeerPayment payment={payment} /> : null}
      <Details view={view} />
      <Deeds view={view} />
    </>
  );
};

const FactsOf = ({ view }: { readonly view: HistoryLineView }): ReactNode => {
  const { line, began, settled, until, refundUntil } = view;
  const about = aboutOf(line);
  const party = withWhom(line);
  const when = (name: Parameters<typeof t>[0] & `history.fact.${string}`, ms: number | undefined) =>
    ms === undefined ? null : ([t(name), <When key={name} ms={ms} />] as const);
  return (
    <Facts
      facts={[
        party === '' ? null : [t('history.fact.party'), party],
        about === '' ? null : [t('history.fact.about'), about],
        [t('history.amount'), <Money key="amount" text={line.amount} />],
        isZeroText(line.fees) ? null : [t('history.fact.fees'), <Money key="fees" text={line.fees} />],
        [t('history.effect'), <Money key="effect" text={line.effect} signed />],
        [t('history.when'), <When key="at" ms={line.at} />],
        began === line.at ? null : when('history.fact.began', began),
        settled === line.at ? null : when('history.fact.settled', settled),
        when('history.fact.until', until),
        when('history.fact.refundUntil', refundUntil),
        line.exchange === '' ? null : [t('history.fact.issuer'), issuerName(line.exchange)],
      ]}
    />
  );
};

/** What only somebody asks for who has to tell another of it. */
const Details = ({ view }: { readonly view: HistoryLineView }): ReactNode => {
  const { line, order, contract, reserve, account, transfer } = view;
  const facts = [
    [t('history.fact.order'), order],
    [t('history.fact.contract'), contract],
    [t('history.fact.account'), account ?? transfer],
    [t('history.fact.reserve'), reserve],
    [t('history.fact.issuer'), line.exchange === '' ? undefined : line.exchange],
    [t('history.fact.line'), line.id],
  ] as const;
  return (
    <details className="codes">
      <summary>{t('history.details')}</summary>
      <dl className="line-details">
        {facts.map(([name, text]) =>
          text === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <CopyText text={text} what={name}>
                  {row(text)}
                </CopyText>
              </dd>
            </div>
          ),
        )}
      </dl>
    </details>
  );
};

/** What is waited for, why, and what its person can do about it. */
const UnderWay = ({ line }: { readonly line: HistoryLine }): ReactNode => {
  const answer = useAnswer('wallet.pending', {}, line.state === 'pending');
  const overview = useAnswer('wallet.overview', {}, line.state === 'pending');
  const mine = answer?.ok === true ? answer.value.pending.filter((item) => isOf(item, line)) : [];
  if (line.state !== 'pending' || mine.length === 0) return null;
  return (
    <PendingList
      pending={mine.map(({ endable: _, ...item }) => item)}
      noProvider={overview?.ok === true && overview.value.backup.providersTotal === 0}
    />
  );
};

const isOf = ({ id }: PendingView, line: HistoryLine): boolean => id === line.id || line.id.split(' ').includes(id);

/** How what a line says is ended. */
const ENDING: Partial<Record<HistoryLine['type'], AbortWhat>> = {
  payment: 'payment',
  'provider-fee': 'payment',
  'peer-sent': 'push',
  'peer-received': 'taking',
  'invoice-received': 'pull',
  'invoice-paid': 'paying',
  deposit: 'deposit',
  withdrawal: 'withdrawal',
};

const Deeds = ({ view: { line, payment } }: { readonly view: HistoryLineView }): ReactNode => {
  // The code of a payment brings its own way to end it.
  const what = line.endable === true && payment?.state !== 'waiting' ? ENDING[line.type] : undefined;
  if (what === undefined && line.forgettable !== true) return null;
  return (
    <div className="actions">
      {what === undefined ? null : <Abort id={line.id} what={what} name={nameOf(line)} />}
      {line.forgettable === true ? <Forget id={line.id} name={nameOf(line)} isInSight /> : null}
    </div>
  );
};
