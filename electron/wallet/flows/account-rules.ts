// SPDX-License-Identifier: GPL-3.0-or-later
import { quoted } from '../../../shared/facts/read.ts';
import { memberOf } from '../../taler/bytes/json.ts';

// What an exchange says of who may send to an account of its own, or be paid from it.

const MOST_HINTS = 4;
const MOST_READ = 50;

const typeOf = (restriction: unknown): unknown => memberOf(restriction, 'type');

/** True for the rule that nobody may. */
export const isDenial = (restriction: unknown): boolean => typeOf(restriction) === 'deny';

/**
 * What the exchange says of those who alone may; an empty text where it does not say who they are. Its patterns are for its own eyes: a pattern of a stranger can take hours on one line, and which account its person sends from
 * nobody here knows.
 */
export const hintsOf = (restrictions: readonly unknown[]): readonly string[] => {
  const hints = restrictions.slice(0, MOST_READ).map((each) => {
    const hint = typeOf(each) === 'regex' ? memberOf(each, 'human_hint') : undefined;
    return typeof hint === 'string' ? quoted(hint) : '';
  });
  return [...new Set(hints)].slice(0, MOST_HINTS);
};
