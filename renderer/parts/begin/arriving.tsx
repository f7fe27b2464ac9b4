// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { OverviewView } from '../../../shared/view-overview.ts';
import { t } from '../../words.ts';
import { Icon } from '../base/icons.tsx';

/** What is on its way while the other screens are gone through; nothing where nothing is. */
export const Arriving = ({ overview }: { readonly overview: OverviewView }): ReactNode => {
  const waiting = overview.pending.filter(({ type, amount }) => type === 'withdrawal' && amount !== undefined);
  if (waiting.length === 0) return null;
  return (
    <ul className="begin-arriving">
      {waiting.map(({ id, amount = '', waitingFor }) => (
        <li key={id}>
          <Icon name="clock" />
          <span>{t(waitingFor === 'provider' ? 'begin.arriving.copy' : 'begin.arriving', { sum: amount })}</span>
          {waitingFor === 'transfer' ? <Link href={`/transfer/${id}`}>{t('begin.arriving.facts')}</Link> : null}
        </li>
      ))}
    </ul>
  );
};
