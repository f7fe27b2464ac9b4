// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { EscrowSessionView } from '../../../shared/view-escrow-recovery.ts';
import { shown, t } from '../../words.ts';
import { wayName } from './places.tsx';

/** Nobody reads further. */
const MOST_SHOWN = 12;

/** Which ways are enough together: told only where it is not simply "any two of them", as it may be in what others have set up. */
export const Together = ({ session: { ways, methods } }: { readonly session: EscrowSessionView }): ReactNode => {
  if (isAnyOf(ways, methods.length)) return null;
  const types = new Map(methods.map(({ uuid, type }) => [uuid, type]));
  const open = new Set(methods.filter(({ state }) => state !== 'solved').map(({ uuid }) => uuid));
  return (
    <details className="codes">
      <summary>{t('regain.together')}</summary>
      <ul>
        {ways.slice(0, MOST_SHOWN).map((way) => (
          <li key={way.join(' ')}>
            {shown().list(way.filter((uuid) => open.has(uuid)).map((uuid) => wayName(types.get(uuid) ?? '')))}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** All of one length, and as many as there are choices of so many. */
const isAnyOf = (ways: EscrowSessionView['ways'], count: number): boolean => {
  const needed = ways[0]?.length ?? 0;
  let choices = 1;
  for (let at = 0; at < needed; at += 1) choices = (choices * (count - at)) / (at + 1);
  return ways.every(({ length }) => length === needed) && ways.length === Math.round(choices);
};
