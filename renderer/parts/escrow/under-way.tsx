// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useAnswer } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Notice } from '../base/failure.tsx';

/** Leads whoever opens the window again back to the recovery that waits there; nothing where there is none. */
export const RegainUnderWay = (): ReactNode => {
  const under = useAnswer('recover.session', {});
  if (under?.ok !== true || under.value.session === null) return null;
  return (
    <Notice tone="warn" live>
      <p>{t('regain.under')}</p>
      <p>
        <Link href="/regain">{t('regain.goOn')}</Link>
      </p>
    </Notice>
  );
};
