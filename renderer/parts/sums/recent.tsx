// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { HistoryLine } from '../../../shared/view.ts';
import { partyText, quotedText } from '../../../shared/words/party.ts';
import { joined, NOTHING, type Spoken } from '../../../shared/words/spoken.ts';
import { useAnswer } from '../../bridge.ts';
import { shown, t } from '../../words.ts';
import type { IconName } from '../base/icons.tsx';
import { Section } from '../base/layout.tsx';
import { isZeroText, Money } from '../base/money.tsx';
import { saying } from '../base/saying.ts';
import { Token } from '../base/token.tsx';
import { When } from '../base/when.tsx';

/** So many lines of the history the first page shows. */
const LINES = 5;

/** What happened last, and the way to all of it. */
export const Recent = (): ReactNode => {
  const history = useAnswer('wallet.history', { limit: LINES });
  const providers = useAnswer('provider.list', {});
  if (history?.ok !== true || history.value.lines.length === 0) return null;
  const nameById = new Map(providers?.ok === true ? providers.value.providers.map(({ id, name }) => [id, name]) : []);
  return (
    <Section title={t('overview.recent')} actions={<Link href="/history">{t('overview.seeAll')}</Link>}>
      <ul className="recent card">
        {history.value.lines.map((line) => (
          <Line key={`${line.type} ${line.id}`} line={{ ...line, party: nameById.get(line.party) ?? line.party }} />
        ))}
      </ul>
    </Section>
  );
};

const Line = ({ line }: { readonly line: HistoryLine }): ReactNode => (
  <li data-state={line.state}>
    <Token name={line.party} {...signOf(line)} />
    <div className="recent-words">
      <p>
        <strong>{t(`history.type.${line.type}`)}</strong>{' '}
        {line.state === 'done' ? null : (
          <span className="tag" data-tone={line.state === 'pending' ? 'warn' : 'plain'}>
            {t(`history.state.${line.state}`)}
          </span>
        )}
      </p>
      <p className="detail">
        <When ms={line.at} />
        {aboutOf(line) === NOTHING ? null : <> · {aboutOf(line)}</>}
      </p>
    </div>
    <p className="recent-sum">
      {/* Of what moved nothing the sum it was about is what a person looks for. */}
      {isZeroText(line.effect) ? <Money text={line.amount} /> : <Money text={line.effect} signed />}
    </p>
  </li>
);

/** Who it was, and what it was about. */
const aboutOf = ({ type, party, partyHost, title, summary }: HistoryLine): Spoken =>
  joined(
    [
      partyText(shown(), party, partyHost),
      title === undefined
        ? type === 'provider-fee'
          ? NOTHING
          : quotedText(shown(), summary)
        : saying('title', [title]),
    ],
    ' · ',
  );

const ICONS: Partial<Record<HistoryLine['type'], IconName>> = {
  withdrawal: 'bank',
  deposit: 'bank',
  'provider-fee': 'backup',
  refresh: 'turning',
  'spent-elsewhere': 'devices',
  'found-again': 'restore',
  'peer-sent': 'send',
  'peer-received': 'request',
  'invoice-paid': 'send',
  'invoice-received': 'request',
};

/** A shop has the first letter of its name; whatever has no name of its own, the shape of its kind. */
export const signOf = ({
  type,
  state,
}: HistoryLine): { readonly icon?: IconName; readonly tone?: 'plain' | 'warn' } => {
  if (state === 'pending') return { icon: 'clock', tone: 'warn' };
  const icon = ICONS[type];
  return icon === undefined ? {} : { icon, tone: 'plain' };
};
