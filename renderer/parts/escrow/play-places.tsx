// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';

/** Whoever tried the program with play money on this computer finds its places again: they run only when they are wanted. */
export const PlayPlaces = (): ReactNode => {
  const offered = useAnswer('play.providers', {});
  const start = useRequest('play.start');
  if (offered?.ok !== true || offered.value.wasHere !== true || start.answer?.ok === true) return null;
  return (
    <div className="picks">
      <p className="detail">{t('regain.play.words')}</p>
      <Button pending={start.pending} onPress={() => void start.send({})}>
        {t('regain.play.do')}
      </Button>
      {start.answer?.ok === false ? <Failure failure={start.answer.error} /> : null}
    </div>
  );
};
