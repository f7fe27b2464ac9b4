// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { BackupStatusView } from '../../../shared/view-backup.ts';
import { joined } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { Icon } from '../base/icons.tsx';
import { countedPlaces } from './chain.tsx';
import { SAFETY_ICON, SAFETY_TONE } from '../base/safety.ts';

/** Safety in one line, where all is well: its word, how many places, and when the paper was tested. */
export const SafetyLine = ({ status }: { readonly status: BackupStatusView }): ReactNode => {
  const { state } = status.safety;
  const parts = [
    t(`safetyState.${state}`),
    ...(status.providersTotal === 0 ? [] : [countedPlaces(status)]),
    ...(status.sheetTestedAt === undefined ? [] : [t('chain.sheetTested', { at: status.sheetTestedAt })]),
  ];
  return (
    <Link className="safety-line" data-tone={SAFETY_TONE[state]} data-state={state} href="/protection">
      <Icon name={SAFETY_ICON[state]} />
      <span>{joined(parts, ' · ')}</span>
    </Link>
  );
};
