// SPDX-License-Identifier: GPL-3.0-or-later
import { calledPlace } from '../../../shared/names.ts';
import { saying } from '../base/saying.ts';
import { useState, type ReactNode } from 'react';
import type { ProviderOutcome, ProviderView } from '../../../shared/view-backup.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { called, row, t } from '../../words.ts';
import { Confirm } from '../base/confirm.tsx';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { Icon } from '../base/icons.tsx';
import { Facts } from '../base/layout.tsx';
import { isZeroText } from '../base/money.tsx';
import { When } from '../base/when.tsx';
import { PlaceName } from './place-name.tsx';
import { PlaceProxy } from './place-proxy.tsx';

/** One provider: what it is known to hold, when it is asked again, what it costs, what it last said. */
export const ProviderCard = ({
  provider,
  onRemoved,
}: {
  readonly provider: ProviderView;
  readonly onRemoved: (sentence: string) => void;
}): ReactNode => {
  const run = useRequest('backup.run');
  const [removing, setRemoving] = useState(false);
  const report = run.answer?.ok === true ? run.answer.value.reports[0] : undefined;
  return (
    <article className="card provider" aria-label={called(provider.name, provider.id)}>
      <Head provider={provider} />
      <ProviderFacts provider={provider} />
      {provider.notes === undefined ? null : (
        <Notice tone={toneOf(provider)}>
          <p>{saying('placeNote', provider.notes)}</p>
        </Notice>
      )}
      <PlaceName provider={provider} />
      {isOnTheWeb(provider) ? <PlaceProxy place={provider.id} /> : null}
      {run.answer?.ok === false ? <Failure failure={run.answer.error} /> : null}
      {report === undefined ? null : (
        <p className="detail" role="status">
          {t('provider.justNow')}{' '}
          {report.notes === undefined ? t(`outcome.${report.outcome}`) : saying('placeNote', report.notes)}
        </p>
      )}
      <div className="actions">
        <Button
          look="quiet"
          disabled={run.pending}
          onPress={() => setRemoving(true)}
          label={t('provider.remove.label', { name: calledPlace(provider.id, provider.name) })}
        >
          {t('provider.remove')}
        </Button>
        <Button
          pending={run.pending}
          disabled={provider.needsNewer === true}
          onPress={() => void run.send({ id: provider.id })}
          label={t('provider.run.label', { name: calledPlace(provider.id, provider.name) })}
        >
          {t('provider.run')}
        </Button>
      </div>
      <Removal provider={provider} open={removing} onClose={() => setRemoving(false)} onRemoved={onRemoved} />
    </article>
  );
};

/** A folder of this computer is reached through nobody. */
const isOnTheWeb = ({ place = '' }: ProviderView): boolean => /^https?:/.test(place);

const Head = ({ provider }: { readonly provider: ProviderView }): ReactNode => (
  <header>
    <Icon name={provider.icon} />
    <div>
      <h3>{called(provider.name, provider.id)}</h3>
      <p className="detail address">
        {provider.place === undefined
          ? t(provider.needsNewer === true ? 'providerKind.unknown' : 'provider.placeUnknown')
          : row(provider.place)}
      </p>
    </div>
    <span className="tag" data-tone={toneOf(provider)}>
      {t(
        provider.upToDate
          ? AWAY.includes(provider.lastOutcome)
            ? 'provider.away'
            : 'provider.upToDate'
          : provider.saving === true
            ? 'provider.saving'
            : provider.unread === true
              ? 'provider.unread'
              : provider.verifiedAt === undefined
                ? 'provider.noCopy'
                : 'provider.behind',
      )}
    </span>
  </header>
);

/** A place that has everything and could not be read just now is not called up to date beside that. */
const AWAY: readonly ProviderOutcome[] = ['unreachable', 'shut-out', 'misbehaved'];

const ProviderFacts = ({ provider }: { readonly provider: ProviderView }): ReactNode => (
  <Facts
    facts={[
      [
        t('provider.verified'),
        provider.unread === true ? (
          t('provider.noneSince')
        ) : provider.verifiedAt === undefined ? (
          t('provider.never')
        ) : (
          <When key="v" ms={provider.verifiedAt} />
        ),
      ],
      [
        t('provider.next'),
        provider.nextRoundAt === undefined ? t('provider.onChange') : <When key="n" ms={provider.nextRoundAt} />,
      ],
      !provider.takesFee ? null : [t('provider.fee'), <FeeText key="f" provider={provider} />],
      !provider.takesFee || isFree(provider)
        ? null
        : [
            t('provider.paidUntil'),
            provider.paidUntil === undefined ? (
              t('provider.notPaid')
            ) : (
              <When key="p" ms={provider.paidUntil} precision="day" />
            ),
          ],
      [t('provider.outcome'), t(`outcome.${provider.lastOutcome}`)],
    ]}
  />
);

const isFree = ({ annualFee }: ProviderView): boolean => annualFee !== undefined && isZeroText(annualFee);

const FeeText = ({ provider }: { readonly provider: ProviderView }): ReactNode => {
  if (provider.annualFee === undefined) return t('provider.feeUnknown');
  return (
    <>
      {isZeroText(provider.annualFee) ? t('provider.free') : t('provider.perYear', { fee: provider.annualFee })}
      {provider.maxFee === undefined || isZeroText(provider.maxFee) ? null : (
        <span className="detail"> {t('provider.cap', { cap: provider.maxFee })}</span>
      )}
    </>
  );
};

/** Says before it is done what removing means, in money and for the printed sheet. */
const Removal = ({
  provider,
  open,
  onClose,
  onRemoved,
}: {
  readonly provider: ProviderView;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onRemoved: (sentence: string) => void;
}): ReactNode => {
  const remove = useRequest('provider.remove');
  const preview = useAnswer('provider.removal', { id: provider.id }, open);
  const confirm = async (): Promise<void> => {
    const answer = await remove.send({ id: provider.id });
    if (!answer.ok) return;
    onClose();
    onRemoved(saying('removal', answer.value.said));
  };
  return (
    <Confirm
      open={open}
      title={t('provider.remove.title', { name: calledPlace(provider.id, provider.name) })}
      action={t('provider.remove.do')}
      pending={remove.pending}
      disabled={preview?.ok !== true}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      {preview?.ok !== true || preview.value.said.length === 0 ? null : (
        <Notice tone={preview.value.harmless ? 'plain' : 'bad'}>
          {preview.value.said.map((each) => (
            <p key={each.kind}>{saying('removal', [each])}</p>
          ))}
        </Notice>
      )}
      <p>{t('provider.remove.words')}</p>
      {preview?.ok === false ? <Failure failure={preview.error} /> : null}
      {remove.answer?.ok === false ? <Failure failure={remove.answer.error} /> : null}
    </Confirm>
  );
};

const WAITS: readonly ProviderOutcome[] = ['payment-required', 'asks', 'never-tried'];

const toneOf = (provider: ProviderView): 'good' | 'warn' | 'bad' | 'plain' => {
  if (provider.saving === true) return 'plain';
  if (provider.upToDate && (provider.lastOutcome === 'stored' || provider.lastOutcome === 'unchanged')) return 'good';
  if (provider.unread === true) return 'warn';
  return provider.verifiedAt === undefined && !WAITS.includes(provider.lastOutcome) ? 'bad' : 'warn';
};
