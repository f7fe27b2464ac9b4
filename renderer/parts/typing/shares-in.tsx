// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { SharesReadView } from '../../../shared/view-restore.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Icon } from '../base/icons.tsx';
import { isEnough } from './typed.ts';

/** Which shares are in and how many more are needed; nothing is said of the secret. */
export const SharesIn = ({
  shares,
  disabled,
  onDrop,
}: {
  readonly shares: SharesReadView;
  readonly disabled: boolean;
  readonly onDrop: () => void;
}): ReactNode => {
  const { split, needed, there } = shares;
  const lacking = Math.max(0, needed - there.length);
  return (
    <div
      className="shares-in"
      data-state={isEnough(shares) ? 'enough' : 'open'}
      role="group"
      aria-label={t('shares.in')}
    >
      <p role="status">
        <strong>
          {isEnough(shares)
            ? t('shares.in.enough', { split, needed })
            : t('shares.in.some', { split, needed, got: there.length })}
        </strong>
      </p>
      <ul>
        {there.map((number) => (
          <li key={number} data-in="true">
            <Icon name="check" />
            {t('shares.number', { number })}
          </li>
        ))}
        {Array.from({ length: lacking }, (_, i) => (
          <li key={`lacking-${i}`} data-in="false">
            {t('shares.lacking')}
          </li>
        ))}
      </ul>
      <p className="detail">{isEnough(shares) ? t('shares.in.next.enough') : t('shares.in.next')}</p>
      <p>
        <Button look="quiet" disabled={disabled} onPress={onDrop}>
          {t('shares.drop')}
        </Button>
      </p>
    </div>
  );
};

/** What was just read is one share: it is put beside the others, and the boxes are free for the next. */
export const PutIn = ({
  number,
  pending,
  disabled,
  onPutIn,
}: {
  /** which one it is, where that is known */
  readonly number: number | undefined;
  readonly pending: boolean;
  readonly disabled: boolean;
  readonly onPutIn: () => void;
}): ReactNode => (
  <p>
    <Button icon="check" pending={pending} disabled={disabled} onPress={onPutIn}>
      {number === undefined ? t('shares.putIn') : t('shares.putIn.number', { number })}
    </Button>
  </p>
);
