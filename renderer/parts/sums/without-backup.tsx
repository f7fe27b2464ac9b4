// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import { Link } from 'wouter';
import { useAnswer } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Icon } from '../base/icons.tsx';

/** Where the money stays while no copy of what makes its coins is stored. */
export type StaysIn = 'reserve' | 'sender' | 'payer';

/** True while this wallet has no provider: what makes coins is stored nowhere else. */
export const useNoProvider = (): boolean => {
  const status = useAnswer('backup.status', {});
  return status?.ok === true && status.value.providersTotal === 0;
};

/** Shown while there is no provider: where the money waits, the way to add one, and the choice to go on without, with the sum at risk. */
export const WithoutBackup = ({
  staysIn,
  sum,
  chosen,
  onChange,
}: {
  readonly staysIn: StaysIn;
  /** canonical text, when it is known already */
  readonly sum: string | undefined;
  readonly chosen: boolean;
  readonly onChange: (chosen: boolean) => void;
}): ReactNode => (
  <div className="gate" data-chosen={chosen}>
    <div className="gate-words">
      <p>{t(`gate.${staysIn}`)}</p>
      <Link className="button" data-look="plain" href="/protection">
        {t('gate.addProvider')}
      </Link>
    </div>
    <Checkbox className="check" isSelected={chosen} onChange={onChange}>
      <span className="check-box" aria-hidden="true">
        {chosen ? <Icon name="check" /> : null}
      </span>
      <span>
        {t('gate.without')}
        <span className="choice-why">{sum === undefined ? t('gate.without.why') : t('gate.without.sum', { sum })}</span>
      </span>
    </Checkbox>
  </div>
);
