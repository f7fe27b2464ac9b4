// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { useAnswer, type Request } from '../../bridge.ts';
import { called, row, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { Waiting } from '../base/layout.tsx';
import { AnswerFields, type Answers } from '../copies/answers.tsx';

/** The secret is in hand: what the places for copies ask for beside it, and the restore. */
export const RegainRun = ({ run }: { readonly run: Request<'recover.run'> }): ReactNode => {
  const asked = useAnswer('recover.questions', {});
  const [answers, setAnswers] = useState<Readonly<Record<string, Answers>>>({});
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (run.pending) return;
    void run.send(Object.keys(answers).length === 0 ? {} : { answers });
  };
  if (asked === undefined) return <Waiting />;
  if (!asked.ok) return <Failure failure={asked.error} />;
  return (
    <form className="card form" onSubmit={submit}>
      <Notice tone="good" live>
        <p>{t('regain.open')}</p>
      </Notice>
      {asked.value.questions.length === 0 ? null : <p className="detail">{t('restore.asks.help')}</p>}
      {asked.value.questions.map(({ provider, name, place, fields }) => (
        <div key={provider} role="group" aria-label={called(name, provider)}>
          <p>
            <strong>{called(name, provider)}</strong> <span className="address">{row(place)}</span>
          </p>
          <AnswerFields
            fields={fields}
            answers={answers[provider] ?? {}}
            onChange={(given) => setAnswers({ ...answers, [provider]: given })}
            disabled={run.pending}
          />
        </div>
      ))}
      {run.answer?.ok === false ? <Failure failure={run.answer.error} /> : null}
      <div className="actions">
        <Button look="primary" icon="restore" type="submit" pending={run.pending}>
          {t('restore.do')}
        </Button>
      </div>
      {run.pending ? (
        <p className="detail" role="status">
          {t('restore.pending')}
        </p>
      ) : null}
    </form>
  );
};
