// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, type ReactNode } from 'react';
import type { EmptyReceiptView } from '../../shared/view-devices.ts';
import { row, t } from '../words.ts';
import { Button } from '../parts/base/controls.tsx';
import { Notice } from '../parts/base/failure.tsx';
import { Mark } from '../parts/base/icons.tsx';

/** The last page of an emptied wallet: the receipt, and where it was written; the wallet itself is gone by now. */
export const EmptiedPage = ({
  receipt,
  onDone,
}: {
  readonly receipt: EmptyReceiptView;
  readonly onDone: () => void;
}): ReactNode => {
  const title = t('emptied.title');
  useEffect(() => {
    document.title = `${title} · Holdfast`;
  }, [title]);
  return (
    <main className="alone">
      <div className="hero">
        <Mark />
        <h1>{t('emptied.title')}</h1>
        <p className="lead">{t('emptied.lead')}</p>
      </div>
      <div className="card form emptied">
        <pre role="region" aria-label={t('emptied.receipt')} tabIndex={0}>
          {receipt.text}
        </pre>
        <Notice tone="plain">
          <p>{t('emptied.files')}</p>
          {receipt.files.map((file) => (
            <p key={file} className="address selectable">
              {row(file)}
            </p>
          ))}
        </Notice>
        <div className="actions">
          <Button look="primary" onPress={onDone}>
            {t('emptied.done')}
          </Button>
        </div>
      </div>
    </main>
  );
};
