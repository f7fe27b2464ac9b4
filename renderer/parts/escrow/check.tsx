// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { Icon } from '../base/icons.tsx';

/** Yes or no, with what a yes means. */
export const Check = ({
  chosen,
  onChange,
  label,
  why,
  disabled = false,
}: {
  readonly chosen: boolean;
  readonly onChange: (chosen: boolean) => void;
  readonly label: Spoken;
  readonly why?: Spoken;
  readonly disabled?: boolean;
}): ReactNode => (
  <Checkbox className="check" isSelected={chosen} onChange={onChange} isDisabled={disabled}>
    <span className="check-box" aria-hidden="true">
      {chosen ? <Icon name="check" /> : null}
    </span>
    <span>
      {label}
      {why === undefined ? null : <span className="choice-why">{why}</span>}
    </span>
  </Checkbox>
);
