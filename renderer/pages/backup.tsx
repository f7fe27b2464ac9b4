// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { AppStateView } from '../../shared/contract.ts';
import { useAnswer, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { AddProvider } from '../parts/copies/add-provider.tsx';
import { SafetyCard } from '../parts/copies/safety-card.tsx';
import { Button } from '../parts/base/controls.tsx';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { PageHead, Section, Waiting } from '../parts/base/layout.tsx';
import { ProviderCard } from '../parts/copies/provider-card.tsx';
import { Round } from '../parts/copies/round.tsx';
import { FormerPlaces } from '../parts/copies/former-places.tsx';
import { Quorum } from '../parts/copies/quorum.tsx';
import { EscrowSection } from '../parts/escrow/escrow-section.tsx';
import { ToPages, BringIn } from '../parts/frame/ways-on.tsx';
import { PlayMissing } from '../parts/frame/play-missing.tsx';
import { StepsHere } from '../parts/frame/steps.tsx';

/** Where the copies are, how fresh each is, and what each provider last said. */
export const BackupPage = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const status = useAnswer('backup.status', {});
  const list = useAnswer('provider.list', {});
  const run = useRequest('backup.run');
  const [removed, setRemoved] = useState<string>();
  const providers = list?.ok === true ? list.value.providers : [];
  return (
    <>
      <PageHead
        title={t('backup.title')}
        lead={t('backup.lead')}
        actions={
          providers.length === 0 ? undefined : (
            <Button look="primary" icon="backup" pending={run.pending} onPress={() => void run.send({})}>
              {t('backup.run')}
            </Button>
          )
        }
      />
      <PlayMissing app={app} />
      <StepsHere />
      {status === undefined ? (
        <Waiting />
      ) : !status.ok ? (
        <Failure failure={status.error} />
      ) : (
        <SafetyCard status={status.value} />
      )}
      {run.answer === undefined ? null : !run.answer.ok ? (
        <Failure failure={run.answer.error} />
      ) : (
        <Round reports={run.answer.value.reports} />
      )}
      {removed === undefined ? null : (
        <Notice tone="plain" live>
          <p>{removed}</p>
        </Notice>
      )}
      {list === undefined ? null : !list.ok ? (
        <Failure failure={list.error} />
      ) : (
        <Section title={t('backup.providers')}>
          {providers.length === 0 ? (
            <p className="lead">{t('backup.none')}</p>
          ) : (
            <ul className="providers">
              {providers.map((provider) => (
                <li key={provider.id}>
                  <ProviderCard provider={provider} onRemoved={setRemoved} />
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      {list?.ok === true ? (
        <AddProvider playMoney={app.playMoney} taken={providers.map((provider) => provider.id)} />
      ) : null}
      {status?.ok === true ? (
        <Section title={t('quorum.title')}>
          <Quorum status={status.value} />
        </Section>
      ) : null}
      <EscrowSection />
      <FormerPlaces />
      <ToPages />
      <BringIn />
    </>
  );
};
