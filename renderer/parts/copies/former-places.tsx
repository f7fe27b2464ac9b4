// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { calledPlace } from '../../../shared/names.ts';
import { useAnswer } from '../../bridge.ts';
import { called, row, t } from '../../words.ts';
import { Section } from '../base/layout.tsx';
import { Forget } from '../base/forget.tsx';

/** Places that were removed: what is still known of them, until that is forgotten too. */
export const FormerPlaces = (): ReactNode => {
  const former = useAnswer('provider.former', {});
  if (former?.ok !== true || former.value.places.length === 0) return null;
  return (
    <Section title={t('former.title')}>
      <p className="lead">{t('former.lead')}</p>
      <ul className="card rows">
        {former.value.places.map(({ id, name, place }) => (
          <li key={id} className="with-more">
            <div>
              <p>{called(name, id)}</p>
              {place === undefined ? null : <p className="detail address">{row(place)}</p>}
            </div>
            <Forget id={id} name={t('former.name', { name: calledPlace(id, name) })} />
          </li>
        ))}
      </ul>
    </Section>
  );
};
