// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { useAnswer, type Request } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { Waiting } from '../base/layout.tsx';
import type { Answers } from '../copies/answers.tsx';
import { Folders, Places, placesNamed, Questions } from '../copies/where-copies.tsx';
import { TakeoverAnswer, type TakeoverAnswers } from '../takeover/answer.tsx';

type Wanted = Parameters<Request<'recover.takeOver'>['send']>[0] & TakeoverAnswers;

/** The secret is in hand: where copies are as far as it does not say so, what their places ask for, and the restore. */
export const RegainRun = ({
  run,
  takeOver,
}: {
  readonly run: Request<'recover.run'>;
  readonly takeOver: Request<'recover.takeOver'>;
}): ReactNode => {
  const asked = useAnswer('recover.questions', {});
  const [folders, setFolders] = useState<readonly string[]>([]);
  const [places, setPlaces] = useState('');
  const [answers, setAnswers] = useState<Readonly<Record<string, Answers>>>({});
  const pending = run.pending || takeOver.pending;
  const named = placesNamed(places);
  const given = {
    ...(folders.length === 0 ? {} : { folders: [...folders] }),
    ...(named.length === 0 ? {} : { places: named }),
    ...(Object.keys(answers).length === 0 ? {} : { answers }),
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    takeOver.reset();
    if (!pending) void run.send(given);
  };
  if (asked === undefined) return <Waiting />;
  if (!asked.ok) return <Failure failure={asked.error} />;
  const { namesNoPlace, questions } = asked.value;
  return (
    <form className="card form" onSubmit={submit}>
      <Notice tone="good" live>
        <p>{t('regain.open')}</p>
      </Notice>
      <Folders folders={folders} disabled={pending} onChange={setFolders} />
      {namesNoPlace ? <Places places={places} onChange={setPlaces} /> : null}
      {questions.length === 0 ? null : (
        <Questions asked={questions} answers={answers} disabled={pending} onChange={setAnswers} />
      )}
      {run.answer?.ok === false && takeOver.answer === undefined ? <Failure failure={run.answer.error} /> : null}
      <TakeOver run={run} takeOver={takeOver} given={given} />
      {isMoneyHere(run) ? null : (
        <div className="actions">
          <Button look="primary" icon="restore" type="submit" pending={run.pending}>
            {t('restore.do')}
          </Button>
        </div>
      )}
    </form>
  );
};

/** Money is here already: the other wallet's is paid over into this one, as with its sheet. */
const TakeOver = ({
  run,
  takeOver,
  given,
}: {
  readonly run: Request<'recover.run'>;
  readonly takeOver: Request<'recover.takeOver'>;
  readonly given: Wanted;
}): ReactNode => {
  const [asked, setAsked] = useState<Wanted>();
  const take = (wanted: Wanted): void => {
    setAsked(wanted);
    void takeOver.send(wanted);
  };
  if (!isMoneyHere(run)) return null;
  return takeOver.answer?.ok === false ? (
    <TakeoverAnswer failure={takeOver.answer.error} pending={takeOver.pending} asked={asked} take={take} />
  ) : (
    <div className="actions">
      <Button look="primary" pending={takeOver.pending} onPress={() => take(given)}>
        {t('takeover.do')}
      </Button>
    </div>
  );
};

const isMoneyHere = ({ answer }: Request<'recover.run'>): boolean =>
  answer?.ok === false && answer.error.kind === 'money-here';
