// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { ProviderView } from '../../../shared/view-backup.ts';
import { readName, t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { needy } from './picture.tsx';
import { PlaceRow } from './place-row.tsx';

/** From so many on a name is looked for. */
const SEARCHED = 9;
const AT_ONCE = 25;

/** The places in use as rows, what needs its person first; of many only some at once, and any by its name. */
export const Places = ({
  places,
  onRemoved,
}: {
  readonly places: readonly ProviderView[];
  readonly onRemoved: (sentence: string) => void;
}): ReactNode => {
  const [sought, setSought] = useState('');
  const [most, setMost] = useState(AT_ONCE);
  const wanted = sought.trim().toLowerCase();
  const found = needy(places).filter(({ id, name, place = '' }) =>
    [id, name, readName(name, id), place].some((text) => text.toLowerCase().includes(wanted)),
  );
  const shown = found.slice(0, most);
  if (places.length === 0) return <p className="lead">{t('backup.none')}</p>;
  return (
    <>
      {places.length < SEARCHED ? null : (
        <Field label={t('places.search')} value={sought} onChange={setSought} maxLength={200} />
      )}
      {found.length === 0 ? <p role="status">{t('places.notFound')}</p> : null}
      <ul className="places">
        {shown.map((provider) => (
          <li key={provider.id}>
            <PlaceRow provider={provider} onRemoved={onRemoved} />
          </li>
        ))}
      </ul>
      {found.length > shown.length ? (
        <div className="actions">
          <Button onPress={() => setMost(most + AT_ONCE)}>
            {t('places.more', { count: Math.min(AT_ONCE, found.length - shown.length) })}
          </Button>
          <span className="detail">{t('places.shown', { shown: shown.length, all: found.length })}</span>
        </div>
      ) : null}
    </>
  );
};
