// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState, type ReactNode } from 'react';
import { t } from '../../words.ts';
import { Button } from './controls.tsx';
import './slow.css';

/** What is answered within this time needs no word. */
const SOON_MS = 1000;

/**
 * Stands where something is waited for, and says so once that takes longer than a moment. What was only asked about can be cancelled;
 * what is being done goes on, and that is said.
 */
export const Slow = ({
  pending,
  onCancel,
}: {
  readonly pending: boolean;
  readonly onCancel?: () => void;
}): ReactNode => {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!pending) return undefined;
    const timer = setTimeout(() => setSlow(true), SOON_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [pending]);
  return (
    <div className="slow" role="status">
      {isSlow ? (
        <>
          <span className="detail">{t(onCancel === undefined ? 'slow.deed' : 'slow.look')}</span>
          {onCancel === undefined ? null : (
            <Button look="quiet" onPress={onCancel}>
              {t('slow.cancel')}
            </Button>
          )}
        </>
      ) : null}
    </div>
  );
};
