// SPDX-License-Identifier: GPL-3.0-or-later
import { codesOf, failureSaid } from './saying.ts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Spoken } from '../../../shared/words/spoken.ts';
import type { FailureView } from '../../../shared/view.ts';
import { Icon } from './icons.tsx';
import { useIntoView } from './into-view.ts';
import { t } from '../../words.ts';

/** What went wrong, in the wallet's own sentence; announced to screen readers when it appears. */
export const Failure = ({ failure }: { readonly failure: FailureView | undefined }): ReactNode =>
  failure === undefined ? null : <Alert failure={failure} />;

/** A new price is a question, and that nobody knows a newer version is no harm: nothing has gone wrong that would be red. */
const NO_HARM: ReadonlySet<FailureView['kind']> = new Set(['fees-changed', 'no-version']);

const Alert = ({ failure }: { readonly failure: FailureView }): ReactNode => (
  <div
    className="notice"
    data-tone={NO_HARM.has(failure.kind) ? 'warn' : 'bad'}
    role="alert"
    data-kind={failure.kind}
    ref={useIntoView<HTMLDivElement>()}
  >
    <Icon name="warning" />
    <div>
      <p>{failureSaid(failure)}</p>
      <WayOut failure={failure} />
      <Details codes={codesOf(failure)} />
    </div>
  </div>
);

/** Where what the sentence says is to be done can be done. */
const WayOut = ({ failure }: { readonly failure: FailureView }): ReactNode => {
  if (failure.kind === 'too-much-kept') return <Way href="/history" words={t('way.history')} />;
  return failure.kind === 'exchange-full' ? <Way href="/send" words={t('way.send')} /> : null;
};

const Way = ({ href, words }: { readonly href: string; readonly words: Spoken }): ReactNode => (
  <p>
    <Link href={href}>{words}</Link>
  </p>
);

/** Codes for whoever is asked for help; the sentence does without them. */
export const Details = ({ codes }: { readonly codes: string }): ReactNode =>
  codes === '' ? null : (
    <details className="codes">
      <summary>{t('app.details')}</summary>
      <code dir="ltr">{codes}</code>
    </details>
  );

/** A sentence that needs attention without being a failure. */
export const Notice = ({
  tone,
  children,
  live = false,
}: {
  readonly tone: 'good' | 'warn' | 'bad' | 'plain';
  readonly children: ReactNode;
  readonly live?: boolean;
}): ReactNode => (
  <div className="notice" data-tone={tone} {...(live ? { role: 'status' } : {})}>
    <Icon name={tone === 'good' ? 'check' : tone === 'plain' ? 'info' : 'warning'} />
    <div>{children}</div>
  </div>
);
