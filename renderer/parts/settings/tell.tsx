// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { AppStateView } from '../../../shared/contract.ts';
import { NOTICE_SORTS } from '../../../shared/settings.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Failure } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { Switch } from '../base/switch.tsx';

/** What is told outside the window, each sort by itself. */
export const TellSection = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const set = useRequest('app.setSettings');
  const { silent } = app.settings;
  return (
    <Section title={t('tell.title')}>
      <div className="card settings">
        {NOTICE_SORTS.map((sort) => (
          <Switch
            key={sort}
            label={t(`tell.${sort}`)}
            on={!silent.includes(sort)}
            onChange={(on) =>
              void set.send({ silent: NOTICE_SORTS.filter((each) => (each === sort ? !on : silent.includes(each))) })
            }
            disabled={set.pending}
          />
        ))}
        <p className="detail setting">{t('tell.words')}</p>
        {set.answer?.ok === false ? <Failure failure={set.answer.error} /> : null}
      </div>
    </Section>
  );
};
