// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { address, called, t } from '../../words.ts';
import { Button, NumberedArea } from '../base/controls.tsx';
import { placesRead } from './read-lines.ts';

/** Where the copies are: the places that were read of a sheet, or the lines as a person writes them. */
export const WhereCopies = ({
  lines,
  disabled,
  onChange,
}: {
  readonly lines: string;
  readonly disabled: boolean;
  readonly onChange: (lines: string) => void;
}): ReactNode => {
  const [isChanging, setChanging] = useState(false);
  const places = isChanging ? undefined : placesRead(lines);
  if (places === undefined)
    return (
      <NumberedArea
        label={t('code.lines')}
        value={lines}
        onChange={(written) => {
          setChanging(true);
          onChange(written);
        }}
        rows={2}
        help={t('code.lines.help')}
      />
    );
  return (
    <div className="where-copies" role="group" aria-label={t('code.lines')}>
      <h3>{t('code.lines')}</h3>
      <ul>
        {places.map((place, index) => (
          <li key={index}>
            <span>{called(place.name, place.address)}</span>
            {/^https?:/i.test(place.address) && place.name !== '' ? (
              <span className="detail">{address(place.address)}</span>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="detail">{t('code.lines.read')}</p>
      <p>
        <Button look="quiet" disabled={disabled} onPress={() => setChanging(true)}>
          {t('code.lines.change')}
        </Button>
      </p>
    </div>
  );
};
