// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import type { Spoken } from '../../../shared/words/spoken.ts';

/** Something that is on or off, at once; its whole line can be pressed. */
export const Switch = ({
  label,
  on,
  onChange,
  disabled = false,
}: {
  readonly label: Spoken;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean;
}): ReactNode => (
  <AriaSwitch className="switch" isSelected={on} onChange={onChange} isDisabled={disabled}>
    <span>{label}</span>
    <span className="switch-track" aria-hidden="true">
      <span className="switch-knob" />
    </span>
  </AriaSwitch>
);
