// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';

/** What a person may hand to whoever helps: shown before it is saved, so that they see what is in it. */
export const Report = (): ReactNode => {
  const report = useRequest('app.report');
  const saving = useRequest('app.saveReport');
  const text = report.answer?.ok === true ? report.answer.value.text : undefined;
  const saved = saving.answer?.ok === true ? saving.answer.value.file : null;
  const refusal = [report.answer, saving.answer].find((answer) => answer?.ok === false);
  return (
    <section className="way" data-look="row" aria-labelledby="way-report">
      <div>
        <h2 id="way-report">{t('rescue.report.title')}</h2>
        <p>{t('rescue.report.words')}</p>
        {saved === null ? null : <p role="status">{t('rescue.report.saved', { file: saved })}</p>}
      </div>
      {text === undefined ? (
        <Button icon="info" pending={report.pending} onPress={() => void report.send({})}>
          {t('rescue.report.show')}
        </Button>
      ) : (
        <Button icon="add" pending={saving.pending} onPress={() => void saving.send({})}>
          {t('rescue.report.save')}
        </Button>
      )}
      {text === undefined ? null : (
        <pre className="report" tabIndex={0} role="region" aria-label={t('rescue.report.label')} dir="ltr">
          {text}
        </pre>
      )}
      {refusal?.ok === false ? <Failure failure={refusal.error} /> : null}
    </section>
  );
};
