// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { HistoryFilter } from '../../../shared/contract-history.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';

/** Saves what is shown as a file, in a table or as data. */
export const useExport = (filter: HistoryFilter) => {
  const saving = useRequest('wallet.exportHistory');
  const { answer, pending } = saving;
  const buttons: ReactNode = (
    <>
      {(['csv', 'json'] as const).map((format) => (
        <Button key={format} look="quiet" disabled={pending} onPress={() => void saving.send({ format, filter })}>
          {t(`history.export.${format}`)}
        </Button>
      ))}
    </>
  );
  const said: ReactNode =
    answer === undefined ? null : !answer.ok ? (
      <Failure failure={answer.error} />
    ) : answer.value.file === null ? null : (
      <Notice tone="good" live>
        <p>{t('history.exported', { count: answer.value.lines, file: answer.value.file })}</p>
      </Notice>
    );
  return { buttons, said };
};
