// SPDX-License-Identifier: GPL-3.0-or-later
import { saying } from '../base/saying.ts';
import type { ReactNode } from 'react';
import type { BackupStatusView } from '../../../shared/view-backup.ts';
import { t } from '../../words.ts';
import { Icon } from '../base/icons.tsx';
import { isZeroText, Money } from '../base/money.tsx';

const TONE = { protected: 'good', partly: 'warn', unprotected: 'bad' } as const;
const ICON = { protected: 'backup', partly: 'warning', unprotected: 'warning' } as const;

/** The one honest sentence about the backup, with the sum that would be lost if the disk died now. */
export const BackupState = ({
  status,
  actions,
}: {
  readonly status: BackupStatusView;
  readonly actions?: ReactNode;
}): ReactNode => {
  // A device that stands still says why above every page; how its copies are is then no news.
  if (status.standing !== undefined) return null;
  const atRisk = status.atRisk.filter((sum) => !isZeroText(sum));
  const said = new Set(status.said.flatMap(({ facts }) => ('lost' in facts ? (facts.lost ?? []) : [])));
  const unsaid = atRisk.filter((sum) => !said.has(sum));
  // An empty wallet is not in danger; red is kept for money that is.
  const calm = status.level === 'unprotected' && atRisk.length === 0 && status.providersTotal === 0;
  const tone = calm ? 'plain' : TONE[status.level];
  return (
    <div className="backup-state" data-tone={tone} role="status">
      <span className="backup-state-icon">
        <Icon name={calm ? 'info' : ICON[status.level]} />
      </span>
      <div className="backup-state-words">
        <p className="backup-state-sentence">{saying('safety', status.said)}</p>
        <p className="backup-state-facts">
          {unsaid.length === 0 ? null : (
            <span>
              {t('status.atRisk')}{' '}
              {unsaid.map((sum, index) => (
                <span key={sum}>
                  {index > 0 ? ', ' : ''}
                  <Money text={sum} />
                </span>
              ))}
            </span>
          )}
          {status.verifiedAt === undefined ? null : <span>{t('status.verified', { at: status.verifiedAt })}</span>}
          {status.providersTotal === 0 ? null : (
            <span>{t('status.providers', { upToDate: status.providersUpToDate, total: status.providersTotal })}</span>
          )}
        </p>
      </div>
      {actions === undefined ? null : <div className="actions">{actions}</div>}
    </div>
  );
};
