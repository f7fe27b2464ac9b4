// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { BackupStatusView } from '../../../shared/view-backup.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { Select } from '../base/select.tsx';

/** Enough to choose from for anyone; a larger wish from the command line is offered too. */
const OFFERED = 4;

/** At how many providers a copy must be before money is drawn: what each choice means is said before it is made. */
export const Quorum = ({
  status,
}: {
  readonly status: Pick<BackupStatusView, 'copiesWanted' | 'providersTotal'>;
}): ReactNode => {
  const set = useRequest('backup.setQuorum');
  const [chosen, setChosen] = useState<number>();
  const { copiesWanted, providersTotal } = status;
  const copies = chosen ?? copiesWanted;
  const most = Math.max(OFFERED, providersTotal + 1, copiesWanted);
  const numbers = Array.from({ length: most }, (_, index) => index + 1);
  const keep = async (): Promise<void> => {
    const answer = await set.send({ copies });
    if (answer.ok) setChosen(undefined);
  };
  return (
    <div className="card form">
      <div className="inline">
        <Select
          label={t('quorum.label')}
          value={String(copies)}
          options={numbers.map((count) => [String(count), t('quorum.many', { count })])}
          onChange={(value) => {
            set.reset();
            setChosen(Number(value));
          }}
          disabled={set.pending}
        />
        <Button pending={set.pending} disabled={copies === copiesWanted} onPress={() => void keep()}>
          {t('quorum.do')}
        </Button>
      </div>
      <p>{t('quorum.words', { count: copies, rest: copies - 1 })}</p>
      {copies <= providersTotal || copies === 1 ? null : (
        <Notice tone="warn" live>
          <p>{t('quorum.tooFew', { count: copies, total: providersTotal })}</p>
          <p>{t('quorum.tooFew.words')}</p>
        </Notice>
      )}
      {set.answer?.ok === false ? <Failure failure={set.answer.error} /> : null}
      {set.answer?.ok === true ? (
        <p className="detail" role="status">
          {t('quorum.done')}
        </p>
      ) : null}
    </div>
  );
};
