// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { Icon } from './icons.tsx';

/** What is seldom wanted of something, behind three dots. `name` is what it is, for people who do not see its line. */
export const More = ({ name, children }: { readonly name: Spoken; readonly children: ReactNode }): ReactNode => {
  const [open, setOpen] = useState(false);
  return (
    <div
      className="more"
      role="presentation"
      onKeyDown={(event) => (event.key === 'Escape' ? setOpen(false) : undefined)}
    >
      {open ? children : null}
      <AriaButton
        className="button"
        data-look="quiet"
        aria-label={t('more.label', { name })}
        aria-expanded={open}
        onPress={() => setOpen(!open)}
      >
        <Icon name="more" />
      </AriaButton>
    </div>
  );
};
