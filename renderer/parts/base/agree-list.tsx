// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { useIntoView } from './into-view.ts';
import { Facts } from './layout.tsx';
import { DeedButton, WhomLine, type Deed, type Fact, type Whom } from './agree-parts.tsx';

/** One of several who are paid, or through whom money goes. */
export type AgreeLine = {
  readonly key: string;
  readonly whom: Whom;
  readonly facts: readonly Fact[];
  readonly children?: ReactNode;
};

/** The card of what is agreed to, where it goes through several hands at once: each of them with its sums, what all of it comes to, and one button. */
export const AgreeList = ({
  lines,
  sums = [],
  deed,
  possible = true,
  children,
}: {
  readonly lines: readonly AgreeLine[];
  /** what all of them come to */
  readonly sums?: readonly Fact[];
  readonly deed?: Deed;
  readonly possible?: boolean;
  /** between the sums and the button */
  readonly children?: ReactNode;
}): ReactNode => (
  <div className="card form agree" ref={useIntoView<HTMLDivElement>()}>
    {lines.length === 0 ? null : (
      <ul className="agree-lines">
        {lines.map(({ key, whom, facts, children: more }) => (
          <li key={key}>
            <WhomLine whom={whom} />
            {facts.length === 0 ? null : <Facts look="receipt" facts={facts} />}
            {more}
          </li>
        ))}
      </ul>
    )}
    {sums.some((fact) => fact !== null) ? <Facts look="receipt" facts={sums} /> : null}
    {children}
    {deed === undefined ? null : <DeedButton deed={deed} possible={possible} />}
  </div>
);
