// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { EscrowView } from '../../../shared/view-escrow.ts';
import { useAnswer } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Section } from '../base/layout.tsx';
import { EscrowCard } from './standing.tsx';

/** The escrow on the page of the backup: how it stands and the way to it. */
export const EscrowSection = (): ReactNode => {
  const status = useAnswer('escrow.status', {});
  if (status?.ok !== true) return null;
  const { escrow } = status.value;
  return (
    <Section title={t('escrowPage.title')}>
      {escrow === null ? (
        <div className="card form">
          <p>{t('escrowPage.offer')}</p>
          <div className="actions">
            <Link className="button" data-look="plain" href="/escrow">
              {t('escrowPage.open')}
            </Link>
          </div>
        </div>
      ) : (
        <EscrowCard escrow={escrow}>
          <PaidUntil escrow={escrow} />
          <div className="actions">
            <Link className="button" data-look="plain" href="/escrow">
              {t(escrow.step === 'current' ? 'escrowPage.show' : 'escrowPage.mend')}
            </Link>
          </div>
        </EscrowCard>
      )}
    </Section>
  );
};

/** The first of the places whose year ends. */
const PaidUntil = ({ escrow: { places } }: { readonly escrow: EscrowView }): ReactNode => {
  const untils = places.flatMap(({ paidUntil, isFree }) =>
    paidUntil === undefined || isFree === true ? [] : [paidUntil],
  );
  return untils.length === 0 ? null : (
    <p className="detail">{t('escrowNow.allPaid', { until: Math.min(...untils) })}</p>
  );
};
