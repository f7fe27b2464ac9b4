// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { REKEY_STEPS, type RekeyView } from '../../../shared/view-rekey.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { shown, t } from '../../words.ts';
import { Confirm } from '../base/confirm.tsx';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { Icon } from '../base/icons.tsx';
import { saying } from '../base/saying.ts';

/** How far a new secret has come, what it waits for, and what its person can do. */
export const RekeyProgress = ({
  progress,
  onCancelled,
}: {
  readonly progress: RekeyView;
  readonly onCancelled: () => void;
}): ReactNode => {
  const goOn = useRequest('rekey.goOn');
  const { step, number, of, said, mayCancel } = progress;
  const isPaper = step === 'sheet' || step === 'test';
  return (
    <>
      <section className="steps" data-look="list" aria-label={t('newSecret.under')}>
        <h2>{t('newSecret.step', { number, of, step: t(`newSecret.step.${step}`) })}</h2>
        <ol>
          {REKEY_STEPS.map((each, index) => (
            <li
              key={each}
              data-state={index + 1 < number ? 'done' : index + 1 === number ? 'next' : 'later'}
              {...(each === step ? { 'aria-current': 'step' as const } : {})}
            >
              <span className="step-row">
                <span className="step-mark" aria-hidden="true">
                  {index + 1 < number ? <Icon name="check" /> : shown().integer(index + 1)}
                </span>
                <span className="step-name">{t(`newSecret.step.${each}`)}</span>
                {index + 1 < number ? <span className="visually-hidden">{t('steps.done')}</span> : null}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {said.map((each) => (
        <Notice key={each.kind} tone={each.kind === 'taken' || each.kind === 'reachable' ? 'warn' : 'plain'} live>
          <p>{saying('rekey', [each])}</p>
        </Notice>
      ))}
      {isPaper ? (
        <Notice tone="warn">
          <p>{t(step === 'sheet' ? 'newSecret.void' : 'newSecret.unread')}</p>
        </Notice>
      ) : (
        <p className="detail">{t('newSecret.running')}</p>
      )}
      <div className="actions">
        {isPaper ? (
          <Link className="button" data-look="primary" href="/sheet">
            {t('newSecret.toSheet')}
          </Link>
        ) : (
          <Button look="primary" pending={goOn.pending} onPress={() => void goOn.send({})}>
            {t('newSecret.goOn')}
          </Button>
        )}
        {mayCancel ? <Cancel disabled={goOn.pending} onCancelled={onCancelled} /> : null}
      </div>
      <Failure failure={goOn.answer?.ok === false ? goOn.answer.error : undefined} />
    </>
  );
};

const Cancel = ({
  disabled,
  onCancelled,
}: {
  readonly disabled: boolean;
  readonly onCancelled: () => void;
}): ReactNode => {
  const cancel = useRequest('rekey.cancel');
  const [asking, setAsking] = useState(false);
  const confirm = async (): Promise<void> => {
    const answer = await cancel.send({});
    setAsking(false);
    if (answer.ok) onCancelled();
  };
  return (
    <>
      <Button disabled={disabled} onPress={() => setAsking(true)}>
        {t('newSecret.cancel')}
      </Button>
      <Failure failure={cancel.answer?.ok === false ? cancel.answer.error : undefined} />
      <Confirm
        open={asking}
        title={t('newSecret.cancel.title')}
        action={t('newSecret.cancel')}
        keep={t('newSecret.cancel.keep')}
        pending={cancel.pending}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('newSecret.cancel.words')}</p>
      </Confirm>
    </>
  );
};

/** Where a wallet begins: one that is under way, and nothing else. */
export const RekeyUnderWay = (): ReactNode => {
  const under = useAnswer('rekey.progress', {});
  const progress = under?.ok === true ? under.value.progress : null;
  return progress === null ? null : <RekeyDoor progress={progress} />;
};

/** Beside the sheet: one is under way, or how to begin one. */
export const RekeyDoor = ({ progress }: { readonly progress: RekeyView | null }): ReactNode => (
  <div className="card form">
    {progress === null ? (
      <p>{t('newSecret.open.words')}</p>
    ) : (
      <p>
        {t('newSecret.under')}.{' '}
        {t('newSecret.step', {
          number: progress.number,
          of: progress.of,
          step: t(`newSecret.step.${progress.step}`),
        })}
      </p>
    )}
    <div className="actions">
      <Link className="button" href="/new-secret">
        {progress === null ? t('newSecret.open') : t('newSecret.look')}
      </Link>
    </div>
  </div>
);
