// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { UndoStepView } from '../../../shared/view-undo.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Confirm } from '../base/confirm.tsx';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { saying } from '../base/saying.ts';

/** What was restored or taken over here and can be taken back; nothing where there is nothing. */
export const UndoSection = ({ onUndone }: { readonly onUndone?: () => void }): ReactNode => {
  const list = useAnswer('undo.list', {});
  const undo = useRequest('undo.run');
  const run = async (number: number): Promise<void> => {
    const answer = await undo.send({ number });
    if (answer.ok) onUndone?.();
  };
  const steps = list?.ok === true ? list.value.steps : [];
  const report = undo.answer?.ok === true ? undo.answer.value : undefined;
  if (steps.length === 0 && report === undefined) return null;
  return (
    <Section title={t('undoing.title')}>
      <p>{t('undoing.lead')}</p>
      {report === undefined ? null : (
        <Notice tone={report.state === 'done' ? 'good' : 'plain'} live>
          <p>{saying('undo', report.said)}</p>
        </Notice>
      )}
      {undo.answer?.ok === false ? <Failure failure={undo.answer.error} /> : null}
      <ul className="devices">
        {steps.map((step) => (
          <li key={step.number} className="device">
            <Step step={step} pending={undo.pending} run={() => run(step.number)} />
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Step = ({
  step,
  pending,
  run,
}: {
  readonly step: UndoStepView;
  readonly pending: boolean;
  readonly run: () => Promise<unknown>;
}): ReactNode => {
  const preview = useRequest('undo.preview');
  const [isAsking, setAsking] = useState(false);
  const ask = (): void => {
    preview.reset();
    setAsking(true);
    void preview.send({ number: step.number });
  };
  const confirm = (): void => void run().then(() => setAsking(false));
  return (
    <>
      <div>
        <p>
          <strong>{t(`undoing.step.${step.why}`)}</strong>
        </p>
        <p className="detail">
          {step.underWay ? t('undoing.underWay') : t('undoing.step.when', { at: step.at, until: step.until })}
        </p>
      </div>
      {step.underWay ? null : (
        <Button look="quiet" disabled={pending} onPress={ask} label={t('undoing.open.label', { at: step.at })}>
          {t('undoing.open')}
        </Button>
      )}
      <Confirm
        open={isAsking}
        title={t('undoing.ask.title')}
        action={t('undoing.do')}
        keep={t('undoing.keep')}
        pending={pending}
        disabled={preview.answer?.ok !== true}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        {preview.answer === undefined ? <p role="status">{t('undoing.ask.looking')}</p> : null}
        {preview.answer?.ok === true
          ? preview.answer.value.said.map((each) => <p key={each.kind}>{saying('undo', [each])}</p>)
          : null}
        {preview.answer?.ok === false ? <Failure failure={preview.answer.error} /> : null}
      </Confirm>
    </>
  );
};
