// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useAnswer, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { PageHead, Waiting } from '../parts/base/layout.tsx';
import { Kept } from '../parts/escrow/kept.tsx';
import { EscrowStanding } from '../parts/escrow/standing.tsx';
import { EscrowWizard } from '../parts/escrow/wizard.tsx';

/** The secret at several places that give it back to whoever shows that it is theirs: set up once, then how it stands. */
export const EscrowPage = (): ReactNode => {
  const backup = useAnswer('backup.status', {});
  const status = useAnswer('escrow.status', {});
  const countries = useAnswer('escrow.countries', {});
  // Here and not in the wizard: what it began is shown when it ends.
  const setUp = useRequest('escrow.setUp');
  const forget = useRequest('escrow.forget');
  const [isAnew, setAnew] = useState(false);
  const failure = [backup, status, countries].find((answer) => answer?.ok === false);
  return (
    <>
      <PageHead title={t('escrowPage.title')} lead={t('escrowPage.lead')} />
      {failure?.ok === false ? <Failure failure={failure.error} /> : null}
      {backup?.ok !== true || status?.ok !== true || countries?.ok !== true ? (
        failure === undefined ? (
          <Waiting />
        ) : null
      ) : status.value.needsNewer === true ? (
        <Notice tone="warn">
          <p>{t('waysBack.escrow.newer')}</p>
        </Notice>
      ) : status.value.escrow !== null && !isAnew ? (
        <>
          {setUp.answer?.ok === false ? <Failure failure={setUp.answer.error} /> : null}
          <EscrowStanding
            escrow={status.value.escrow}
            countries={countries.value.countries}
            forget={forget}
            onAnew={() => {
              setUp.reset();
              setAnew(true);
            }}
          />
        </>
      ) : backup.value.state === 'uninitialized' ? (
        <Notice tone="plain">
          <p>{t('escrowPage.noCopies')}</p>
          <p>
            <Link href="/protection">{t('sheet.toBackup')}</Link>
          </p>
        </Notice>
      ) : (
        <>
          {forget.answer?.ok === true && !isAnew ? <Kept kept={forget.answer.value.kept} /> : null}
          <EscrowWizard
            countries={countries.value.countries}
            setUp={setUp}
            onDone={() => setAnew(false)}
            {...(status.value.escrow === null ? {} : { onLeave: () => setAnew(false) })}
          />
        </>
      )}
    </>
  );
};
