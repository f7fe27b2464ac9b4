// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { shown, t } from '../../words.ts';
import { titlePage } from './title.ts';

/** A page's heading; takes the focus when the page opens, so that the keyboard starts there and a screen reader says where it is. */
export const PageHead = ({
  title,
  lead,
  actions,
  look = 'seen',
}: {
  readonly title: Spoken;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** a page that begins with what it is about says its name to screen readers alone */
  readonly look?: 'seen' | 'unseen';
}): ReactNode => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    titlePage(title);
    heading.current?.focus({ preventScroll: true });
    document.getElementById('main')?.scrollTo(0, 0);
  }, [title]);
  if (look === 'unseen')
    return (
      <h1 ref={heading} tabIndex={-1} className="visually-hidden">
        {title}
      </h1>
    );
  return (
    <header className="page-head">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead === undefined ? null : <p className="lead">{lead}</p>}
      </div>
      {actions === undefined ? null : <div className="actions">{actions}</div>}
    </header>
  );
};

/** A titled block of a page. */
export const Section = ({
  title,
  children,
  actions,
}: {
  readonly title: Spoken;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}): ReactNode => {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {actions === undefined ? null : <div className="actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
};

/** Names and values, side by side where there is room; as a `receipt` one below the other with the values on the right. */
export const Facts = ({
  facts,
  look = 'facts',
}: {
  readonly facts: readonly (readonly [Spoken, Spoken | ReactElement | null] | null)[];
  readonly look?: 'facts' | 'receipt';
}): ReactNode => (
  <dl className={look}>
    {facts
      .filter((fact) => fact !== null)
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof value === 'string' ? <Value text={value} /> : value}</dd>
        </div>
      ))}
  </dl>
);

/** In a window that is read from the right, a number, a name or an address without such letters is read from the left all the same. */
const Value = ({ text }: { readonly text: Spoken }): ReactNode =>
  shown().dir === 'ltr' ? text : <bdi dir={/[\u0590-\u08ff\u200f]/u.test(text) ? 'rtl' : 'ltr'}>{text}</bdi>;

/** Stands where an answer will be. */
export const Waiting = (): ReactNode => (
  <p className="waiting" role="status">
    {t('app.waiting')}
  </p>
);
