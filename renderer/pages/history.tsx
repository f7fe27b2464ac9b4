// SPDX-License-Identifier: GPL-3.0-or-later
import { joined, NOTHING, type Spoken } from '../../shared/words/spoken.ts';
import { saying } from '../parts/base/saying.ts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { BalanceView, HistoryLine } from '../../shared/view.ts';
import { useAnswer } from '../bridge.ts';
import { partyText, quotedText } from '../../shared/words/party.ts';
import { shown, t } from '../words.ts';
import { Abort, type AbortWhat } from '../parts/sums/abort.tsx';
import { Forget } from '../parts/base/forget.tsx';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { PageHead, Waiting } from '../parts/base/layout.tsx';
import { isZeroText, Money, moneyText, sumByCurrency } from '../parts/base/money.tsx';
import { When } from '../parts/base/when.tsx';

/** Everything that ever changed the balance, and the proof that the lines add up to it. */
export const HistoryPage = (): ReactNode => {
  const history = useAnswer('wallet.history', {});
  const overview = useAnswer('wallet.overview', {});
  const providers = useAnswer('provider.list', {});
  const nameById = new Map(providers?.ok === true ? providers.value.providers.map(({ id, name }) => [id, name]) : []);
  return (
    <>
      <PageHead title={t('history.title')} lead={t('history.lead')} />
      {history === undefined || overview === undefined ? (
        <Waiting />
      ) : !history.ok ? (
        <Failure failure={history.error} />
      ) : !overview.ok ? (
        <Failure failure={overview.error} />
      ) : history.value.lines.length === 0 ? (
        <p className="card">{t('history.empty')}</p>
      ) : (
        <Lines
          lines={history.value.lines.map((line) => ({ ...line, party: nameById.get(line.party) ?? line.party }))}
          balances={overview.value.balances}
        />
      )}
    </>
  );
};

const Lines = ({
  lines,
  balances,
}: {
  readonly lines: readonly HistoryLine[];
  readonly balances: readonly BalanceView[];
}): ReactNode => {
  const newestFirst = [...lines].sort((a, b) => b.at - a.at);
  const sums = sumByCurrency(lines.map((line) => line.effect));
  const held = sumByCurrency(balances.map((balance) => balance.total));
  const currencies = [...new Set([...sums.keys(), ...held.keys()])].sort();
  const unequal = currencies.filter(
    (currency) => (sums.get(currency) ?? `${currency}:0`) !== (held.get(currency) ?? `${currency}:0`),
  );
  return (
    <>
      <div className="table-frame" role="region" aria-label={t('history.title')} tabIndex={0}>
        <table className="history">
          <thead>
            <tr>
              <th scope="col">{t('history.when')}</th>
              <th scope="col">{t('history.what')}</th>
              <th scope="col" className="number">
                {t('history.amount')}
              </th>
              <th scope="col" className="number">
                {t('history.effect')}
              </th>
            </tr>
          </thead>
          <tbody>
            {newestFirst.map((line) => (
              <Line key={`${line.type} ${line.id}`} line={line} />
            ))}
          </tbody>
          <tfoot>
            {currencies.map((currency) => (
              <tr key={currency}>
                <th scope="row" colSpan={3}>
                  {t('history.sum')}
                </th>
                <td className="number" data-testid="history-sum">
                  <Money text={sums.get(currency) ?? `${currency}:0`} />
                </td>
              </tr>
            ))}
          </tfoot>
        </table>
      </div>
      {unequal.length === 0 ? (
        <p className="detail">{t('history.equal')}</p>
      ) : (
        <Notice tone="bad">
          <p>{t('history.unequal', { currencies: unequal })}</p>
        </Notice>
      )}
    </>
  );
};

/** What says that money is gone which somebody wanted to keep. */
const LOSSES: ReadonlySet<string> = new Set(['expired-coins', 'unpaid-kept']);

/** Red is for what is lost; what was ended, ran out or did not come about is no alarm. */
const toneOf = ({ state, notes = [] }: HistoryLine): 'warn' | 'bad' | 'plain' =>
  state === 'pending' ? 'warn' : notes.some(({ kind }) => LOSSES.has(kind)) ? 'bad' : 'plain';

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

const Actions = ({ line }: { readonly line: HistoryLine }): ReactNode => {
  const what = line.endable === true ? ENDING[line.type] : undefined;
  if (what === undefined) return null;
  return (
    <div className="line-actions">
      {what === 'push' || what === 'pull' ? (
        <Link className="button" data-look="quiet" href={what === 'push' ? '/send' : '/receive'}>
          {t('history.toCode')}
        </Link>
      ) : null}
      <Abort id={line.id} what={what} name={nameOf(line)} />
    </div>
  );
};

const nameOf = (line: HistoryLine): Spoken => joined([moneyText(line.amount), aboutOf(line)], ', ');

const Line = ({ line }: { readonly line: HistoryLine }): ReactNode => (
  <tr data-state={line.state}>
    <td className="when">
      <When ms={line.at} />
    </td>
    <td>
      <div className="with-more">
        <p>
          <strong>{t(`history.type.${line.type}`)}</strong>{' '}
          {line.state === 'done' ? null : (
            <span className="tag" data-tone={toneOf(line)}>
              {t(`history.state.${line.state}`)}
            </span>
          )}
        </p>
        {line.forgettable === true ? <Forget id={line.id} name={nameOf(line)} /> : null}
      </div>
      <p className="detail">{joined([partyText(shown(), line.party, line.partyHost), aboutOf(line)], ' · ')}</p>
      {line.partyOdd === true ? <p className="detail">{t('party.odd')}</p> : null}
      {line.notes === undefined ? null : <p className="detail">{saying('note', line.notes)}</p>}
      <Actions line={line} />
    </td>
    <td className="number">
      <Money text={line.amount} />
      {isZeroText(line.fees) ? null : <p className="detail">{t('history.fees', { fees: line.fees })}</p>}
    </td>
    <td className="number">
      <Money text={line.effect} signed />
    </td>
  </tr>
);

/**
 * What the line is about: what somebody wrote, or the wallet's own title. A backup service writes the same English contract words into
 * every bill; the line's own name says it in the person's language.
 */
const aboutOf = ({ type, title, summary }: HistoryLine): Spoken => {
  if (title !== undefined) return saying('title', [title]);
  return type === 'provider-fee' ? NOTHING : quotedText(shown(), summary);
};
