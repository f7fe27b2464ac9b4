// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Spoken } from '../../../shared/words/spoken.ts';
import './success.css';

/** The moment in which something was done: said once and calmly, with what can be done next. It takes the focus, so that a screen reader says it, too. */
export const Success = ({
  title,
  children,
  next = [],
}: {
  readonly title: Spoken;
  readonly children?: ReactNode;
  /** where one may want to go now; the first is what most people want */
  readonly next?: readonly (readonly [href: string, words: Spoken])[];
}): ReactNode => {
  const place = useRef<HTMLElement>(null);
  const id = useId();
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section className="success" ref={place} tabIndex={-1} aria-labelledby={id}>
      <svg className="success-mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <circle cx="24" cy="24" r="21" />
        <path d="M14 25.2 21 32 34.5 17.5" pathLength="1" />
      </svg>
      <h2 id={id}>{title}</h2>
      {children}
      {next.length === 0 ? null : (
        <div className="actions">
          {next.map(([href, words]) => (
            <Link key={href} className="button" data-look="plain" href={href}>
              {words}
            </Link>
          ))}
        </div>
      )}
    </section>
  );
};
