// SPDX-License-Identifier: GPL-3.0-or-later
import type { Spoken } from '../../../shared/words/spoken.ts';
import { useId, type ReactNode } from 'react';

/** One of a few values, in the system's own list. */
export const Select = ({
  label,
  value,
  options,
  onChange,
  disabled = false,
}: {
  readonly label: Spoken;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: Spoken])[];
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean;
}): ReactNode => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-line">
        <select id={id} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
          {options.map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
};
