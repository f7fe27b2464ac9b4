// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

/** So many tints there are in tokens.css. */
const TINTS = 6;

/** A round sign for an issuer, a shop, a place or a person: the first letter of its name in a tint of its own, or an icon. */
export const Token = ({
  name,
  icon,
  tone,
}: {
  readonly name: string;
  /** instead of a letter */
  readonly icon?: IconName;
  /** instead of a tint */
  readonly tone?: 'play' | 'good' | 'warn' | 'bad' | 'plain';
}): ReactNode => (
  <span
    className="token"
    aria-hidden="true"
    {...(tone === undefined ? { 'data-tint': tintOf(name) } : { 'data-tone': tone })}
  >
    {icon === undefined ? initialOf(name) : <Icon name={icon} />}
  </span>
);

/** The first letter or digit of a name; names of others may begin with anything. */
const initialOf = (name: string): string =>
  /[\p{L}\p{N}]/u.exec(name.slice(0, 200).replace(/^www\./, ''))?.[0]?.toUpperCase() ?? '•';

/** The same name has the same tint everywhere. */
const tintOf = (name: string): number => {
  let sum = 0;
  for (const sign of name.slice(0, 200)) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return sum % TINTS;
};
