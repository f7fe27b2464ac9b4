// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactElement, ReactNode } from 'react';
import { isPlainHost } from '../../../shared/names.ts';
import { quotedText } from '../../../shared/words/party.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { shown } from '../../words.ts';
import { Button } from './controls.tsx';
import type { IconName } from './icons.tsx';
import { Slow } from './slow.tsx';
import { Token } from './token.tsx';
import './agree.css';

// What every card of what is agreed to is made of.

/** A line of such a card. */
export type Fact = readonly [Spoken, Spoken | ReactElement | null] | null;

/** Who is paid: the host that is really spoken to comes first, the name it gives itself second and quoted. */
export type Whom = { readonly label?: Spoken; readonly host: Spoken; readonly name?: string };

/** The line of who is paid. */
export const WhomLine = ({ whom: { label, host, name } }: { readonly whom: Whom }): ReactNode => (
  <div className="agree-whom">
    <Token name={host} />
    <div>
      {label === undefined ? null : <p className="detail">{label}</p>}
      <p>
        <strong className={isPlainHost(host) ? 'address' : undefined}>{host}</strong>
      </p>
      {name === undefined || name === '' || name === host ? null : (
        <p className="detail">{quotedText(shown(), name)}</p>
      )}
    </div>
  </div>
);

/** The button: it says what it does, and with how much. */
export type Deed = {
  readonly words: Spoken;
  readonly icon?: IconName;
  readonly look?: 'primary' | 'plain';
  readonly pending: boolean;
  readonly onPress: () => void;
};

/** The one button of a card. */
export const DeedButton = ({
  deed: { words, icon, look = 'primary', pending, onPress },
  possible,
}: {
  readonly deed: Deed;
  readonly possible: boolean;
}): ReactNode => (
  <div className="actions">
    <Button
      look={look}
      {...(icon === undefined ? {} : { icon })}
      pending={pending}
      disabled={!possible}
      onPress={onPress}
    >
      {words}
    </Button>
    <Slow pending={pending} />
  </div>
);
