// SPDX-License-Identifier: GPL-3.0-or-later
import { failureSaid } from '../base/saying.ts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { PendingView } from '../../../shared/view.ts';
import { t } from '../../words.ts';
import { CopyText } from '../base/copy-text.tsx';
import { HaveWithoutBackup } from './have-without-backup.tsx';
import { Icon } from '../base/icons.tsx';
import { AgreeToFees } from './withdrawal-fees.tsx';

/** What the wallet still has to do or waits for, each with who is being waited for. */
export const PendingList = ({
  pending,
  noProvider,
}: {
  readonly pending: readonly PendingView[];
  readonly noProvider: boolean;
}): ReactNode => (
  <ul className="pending">
    {pending.map((item) => (
      <li key={`${item.type} ${item.id}`}>
        <Icon name="clock" />
        <div className="pending-words">
          <p>
            <strong>{t(`pending.type.${item.type}`)}</strong> · {t(`pending.for.${item.waitingFor}`)}
          </p>
          {item.why === undefined ? null : <p className="detail">{failureSaid(item.why)}</p>}
          {item.link === undefined ? null : (
            <p className="pending-link">
              {t('pending.link')} <CopyText text={item.link} what={t('peer.address')} />
            </p>
          )}
          {item.attempts === 0 ? null : (
            <p className="detail">{t('pending.attempts', { count: item.attempts, next: item.nextTryAt })}</p>
          )}
        </div>
        {item.why?.kind === 'withdrawal-fees' ||
        item.why?.kind === 'renewal-fees' ||
        item.why?.kind === 'reissue-asks' ? (
          <div className="pending-ways">
            <AgreeToFees id={item.id} asked={item.why} name={t(`pending.type.${item.type}`)} />
          </div>
        ) : null}
        {item.waitingFor === 'provider' ? (
          <div className="pending-ways">
            <Link className="button" data-look="plain" href="/backup">
              {t(noProvider ? 'gate.addProvider' : 'overview.backup')}
            </Link>
            {item.withoutBackup === undefined ? null : (
              <HaveWithoutBackup id={item.id} sum={item.withoutBackup} name={t(`pending.type.${item.type}`)} />
            )}
          </div>
        ) : null}
      </li>
    ))}
  </ul>
);
