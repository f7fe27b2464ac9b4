// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { stillKept } from '../../../shared/facts/note.ts';
import { joined, type Spoken } from '../../../shared/words/spoken.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Confirm } from './confirm.tsx';
import { Button } from './controls.tsx';
import { Failure } from './failure.tsx';
import { More } from './more.tsx';
import { saying } from './saying.ts';

/** Forgets something that is over, after saying what is lost with it; nobody needs it in sight, so it is behind three dots. */
export const Forget = ({
  id,
  name,
  isInSight = false,
}: {
  readonly id: string;
  /** where everything that can be done is shown, it is not behind the dots */
  readonly isInSight?: boolean;
  /** what it is: the question says it, and so does the button to people who do not see its line */
  readonly name: Spoken;
}): ReactNode => {
  const [asking, setAsking] = useState(false);
  const about = useAnswer('forget.preview', { id }, asking);
  const forget = useRequest('forget');
  const confirm = async (): Promise<void> => {
    const answer = await forget.send({ id });
    if (answer.ok) setAsking(false);
  };
  if (forget.answer?.ok === true)
    return (
      <p className="detail" role="status">
        {joined([t('forget.done'), saying('forgetting', stillKept(forget.answer.value.said))], ' ')}
      </p>
    );
  return (
    <>
      {isInSight ? (
        <Begin name={name} onPress={() => setAsking(true)} />
      ) : (
        <More name={name}>
          <Begin name={name} onPress={() => setAsking(true)} />
        </More>
      )}
      <Confirm
        open={asking}
        title={t('forget.title')}
        action={t('forget.do')}
        pending={forget.pending}
        disabled={about?.ok !== true}
        onConfirm={() => void confirm()}
        onCancel={() => {
          forget.reset();
          setAsking(false);
        }}
      >
        <p className="detail">{name}</p>
        {about?.ok === true ? <p>{saying('forgetting', about.value.said)}</p> : null}
        {about?.ok === false ? <Failure failure={about.error} /> : null}
        {forget.answer?.ok === false ? <Failure failure={forget.answer.error} /> : null}
      </Confirm>
    </>
  );
};

const Begin = ({ name, onPress }: { readonly name: Spoken; readonly onPress: () => void }): ReactNode => (
  <Button look="quiet" onPress={onPress} label={t('abort.label', { action: t('forget.begin'), name })}>
    {t('forget.begin')}
  </Button>
);
