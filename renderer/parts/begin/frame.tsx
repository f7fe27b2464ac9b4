// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef, type ReactNode } from 'react';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Mark } from '../base/icons.tsx';
import { titlePage } from '../base/title.ts';
import './begin.css';

const SCREENS = 4;

/** One of the four screens: where one is, what it is about, and the way out of all of them. */
export const BeginFrame = ({
  at,
  title,
  lead,
  onBack,
  onLater,
  children,
}: {
  /** from 1 */
  readonly at: number;
  readonly title: Spoken;
  readonly lead: Spoken;
  readonly onBack?: (() => void) | undefined;
  readonly onLater?: (() => void) | undefined;
  readonly children: ReactNode;
}): ReactNode => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    titlePage(title);
    heading.current?.focus({ preventScroll: true });
    document.getElementById('main')?.scrollTo(0, 0);
  }, [title]);
  return (
    <>
      <header className="begin-head">
        <Mark />
        <div className="begin-bars" role="img" aria-label={t('begin.at', { at, of: SCREENS })}>
          {Array.from({ length: SCREENS }, (_, index) => (
            <span key={index} data-state={index < at ? 'done' : 'later'} />
          ))}
        </div>
        {onLater === undefined ? (
          <span />
        ) : (
          <Button look="quiet" onPress={onLater}>
            {t('begin.later')}
          </Button>
        )}
      </header>
      <div className="begin-title">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="lead">{lead}</p>
      </div>
      {children}
      {onBack === undefined ? null : (
        <p className="begin-back">
          <Button look="quiet" onPress={onBack}>
            {t('begin.back')}
          </Button>
        </p>
      )}
    </>
  );
};
