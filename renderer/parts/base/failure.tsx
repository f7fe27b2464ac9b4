// SPDX-License-Identifier: GPL-3.0-or-later
import { codesOf, failureSaid } from './saying.ts';
import type { ReactNode } from 'react';
import type { FailureView } from '../../../shared/view.ts';
import { Icon } from './icons.tsx';
import { useIntoView } from './into-view.ts';
import { t } from '../../words.ts';

/** What went wrong, in the wallet's own sentence; announced to screen readers when it appears. */
export const Failure = ({ failure }: { readonly failure: FailureView | undefined }): ReactNode =>
  failure === undefined ? null : <Alert failure={failure} />;

const Alert = ({ failure }: { readonly failure: FailureView }): ReactNode => (
  <div className="notice" data-tone="bad" role="alert" data-kind={failure.kind} ref={useIntoView<HTMLDivElement>()}>
    <Icon name="warning" />
    <div>
      <p>{failureSaid(failure)}</p>
      <Details codes={codesOf(failure)} />
    </div>
  </div>
);

/** Codes for whoever is asked for help; the sentence does without them. */
const Details = ({ codes }: { readonly codes: string }): ReactNode =>
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
