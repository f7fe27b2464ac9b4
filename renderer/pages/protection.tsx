// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { AppStateView } from '../../shared/contract.ts';
import type { BackupStatusView, ProviderView } from '../../shared/view-backup.ts';
import { useAnswer, useLookWhile, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { AddProvider } from '../parts/copies/add-provider.tsx';
import { SafetyCard } from '../parts/copies/safety-card.tsx';
import { Button } from '../parts/base/controls.tsx';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { PageHead, Section, Waiting } from '../parts/base/layout.tsx';
import { Round } from '../parts/copies/round.tsx';
import { FormerPlaces } from '../parts/copies/former-places.tsx';
import { Quorum } from '../parts/copies/quorum.tsx';
import { BringIn, Retire } from '../parts/frame/ways-on.tsx';
import { PlayMissing } from '../parts/frame/play-missing.tsx';
import { StepsHere } from '../parts/frame/steps.tsx';
import { Picture } from '../parts/protection/picture.tsx';
import { Places } from '../parts/protection/places.tsx';
import { WaysBack } from '../parts/protection/ways-back.tsx';
import '../parts/protection/protection.css';

/** How the money is protected: the picture of it, the places with copies, what leads to them, and how a wallet comes or goes. */
export const ProtectionPage = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const status = useAnswer('backup.status', {});
  const list = useAnswer('provider.list', {});
  const run = useRequest('backup.run');
  const [removed, setRemoved] = useState<string>();
  useLookWhile(run.pending);
  const providers = list?.ok === true ? list.value.providers : [];
  return (
    <>
      <PageHead
        title={t('backup.title')}
        lead={t('backup.lead')}
        actions={providers.length === 0 ? undefined : <CopyAll run={run} status={okOf(status)} />}
      />
      <PlayMissing app={app} />
      <StepsHere />
      {status === undefined ? (
        <Waiting />
      ) : !status.ok ? (
        <Failure failure={status.error} />
      ) : (
        <>
          <SafetyCard status={status.value} />
          {list?.ok === true ? <Picture status={status.value} places={providers} /> : null}
        </>
      )}
      {run.pending ? <Running providers={providers} onLeave={run.reset} /> : null}
      {run.answer === undefined ? null : !run.answer.ok ? (
        <Failure failure={run.answer.error} />
      ) : (
        <Round reports={run.answer.value.reports} />
      )}
      {removed === undefined ? null : <Removed said={removed} />}
      {list === undefined ? null : !list.ok ? (
        <Failure failure={list.error} />
      ) : (
        <>
          <Section title={t('backup.providers')}>
            <Places places={providers} onRemoved={setRemoved} />
          </Section>
          <div id="add-place">
            <AddProvider playMoney={app.playMoney} taken={providers.map((provider) => provider.id)} />
          </div>
        </>
      )}
      {status?.ok === true ? (
        <>
          <WaysBack status={status.value} />
          <Section title={t('quorum.title')}>
            <Quorum status={status.value} />
          </Section>
        </>
      ) : null}
      <FormerPlaces />
      <BringIn />
      <Retire />
    </>
  );
};

const okOf = <T,>(
  answer: { readonly ok: true; readonly value: T } | { readonly ok: false } | undefined,
): T | undefined => (answer?.ok === true ? answer.value : undefined);

/** What became of a place that was removed; its row is gone, so the keyboard goes on from here. */
const Removed = ({ said }: { readonly said: string }): ReactNode => {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus(), [said]);
  return (
    <div ref={here} tabIndex={-1}>
      <Notice tone="plain" live>
        <p>{said}</p>
      </Notice>
    </div>
  );
};

/** Copies everywhere now; it is the one thing to do next only where the state says so. */
const CopyAll = ({
  run,
  status,
}: {
  readonly run: ReturnType<typeof useRequest<'backup.run'>>;
  readonly status: BackupStatusView | undefined;
}): ReactNode => (
  <Button
    look={status?.safety.next === 'copy-now' ? 'primary' : 'plain'}
    icon="backup"
    pending={run.pending}
    onPress={() => void run.send({})}
  >
    {t('backup.run')}
  </Button>
);

/** How far a round with every place has come; nobody has to wait for it. */
const Running = ({
  providers,
  onLeave,
}: {
  readonly providers: readonly ProviderView[];
  readonly onLeave: () => void;
}): ReactNode => {
  const left = providers.filter(({ running }) => running === true).length;
  return (
    <div className="round" role="status">
      <p>{left === 0 ? t('backup.running') : t('backup.running.left', { left, all: providers.length })}</p>
      <div className="actions">
        <Button look="quiet" onPress={onLeave}>
          {t('backup.running.leave')}
        </Button>
      </div>
    </div>
  );
};
