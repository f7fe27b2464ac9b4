// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { partsOf } from '../../../shared/balance.ts';
import type { OverviewView } from '../../../shared/view-overview.ts';
import { useAnswer } from '../../bridge.ts';
import type { PlainKey } from '../../../shared/words/words.ts';
import { shown, t } from '../../words.ts';
import { Icon } from '../base/icons.tsx';
import { isZeroText } from '../base/money.tsx';

type Step = {
  readonly name: PlainKey;
  readonly why: PlainKey;
  readonly path: string;
  readonly done: boolean;
  /** begun, and the way goes on meanwhile */
  readonly waiting?: boolean;
};

/** The same way on the pages it leads through: one line that shows where one is and what comes next. */
export const StepsHere = ({ isAside = false }: { readonly isAside?: boolean }): ReactNode => {
  const overview = useAnswer('wallet.overview', {});
  return overview?.ok === true ? <Steps overview={overview.value} look="compact" isAside={isAside} /> : null;
};

/** The way from an empty wallet to a protected one, in four screens. Null once the wallet is protected. */
export const Steps = ({
  overview,
  look = 'full',
  isAside = false,
}: {
  readonly overview: OverviewView;
  readonly look?: 'full' | 'compact';
  /** something else is to be decided first on this page */
  readonly isAside?: boolean;
}): ReactNode => {
  const steps = stepsOf(overview);
  const next = nextOf(overview);
  if (next === undefined) return null;
  return (
    <section className="steps" data-look={look} data-aside={isAside} aria-label={t('steps.title')}>
      <div className="steps-head">
        <h2>{t('steps.title')}</h2>
        <Link href="/begin">{t('begin.steps')}</Link>
      </div>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step.name}
            data-state={step.done ? 'done' : step.waiting === true ? 'waiting' : index === next ? 'next' : 'later'}
            {...(index === next ? { 'aria-current': 'step' } : {})}
          >
            <Link href={step.path}>
              <span className="step-mark" aria-hidden="true">
                {step.done ? (
                  <Icon name="check" />
                ) : step.waiting === true ? (
                  <Icon name="clock" />
                ) : (
                  shown().integer(index + 1)
                )}
              </span>
              <span className="step-name">{t(step.name)}</span>
              {step.done ? <span className="visually-hidden">{t('steps.done')}</span> : null}
              {step.waiting === true ? <span className="visually-hidden">{t('steps.waiting')}</span> : null}
              <span className="step-why">{t(step.waiting === true ? 'steps.waiting.why' : step.why)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
};

/** Which of them is next; none where the way was gone to its end. */
export const nextOf = (overview: OverviewView): number | undefined => {
  const next = stepsOf(overview).findIndex((step) => !step.done && step.waiting !== true);
  // A protected wallet whose money was spent is not at its beginning again.
  const { state } = overview.backup.safety;
  return next === -1 || state === 'protected' || state === 'syncing' ? undefined : next;
};

const stepsOf = ({ balances, backup }: OverviewView): readonly Step[] => [
  {
    name: 'steps.money',
    why: 'steps.money.why',
    path: '/add',
    ...moneyStep(balances),
  },
  { name: 'steps.provider', why: 'steps.provider.why', path: '/protection', done: backup.providersTotal > 0 },
  { name: 'steps.copy', why: 'steps.copy.why', path: '/protection', done: backup.verifiedAt !== undefined },
  { name: 'steps.sheet', why: 'steps.sheet.why', path: '/sheet', done: backup.sheetTestedAt !== undefined },
];

/** Money is in once some of it can be spent, or its change can; what is still arriving is on its way. */
const moneyStep = (balances: OverviewView['balances']): Pick<Step, 'done' | 'waiting'> => {
  const isThere = balances.some((balance) => {
    const { ready, change } = partsOf(balance);
    return !isZeroText(ready) || !isZeroText(change) || !isZeroText(balance.outgoing);
  });
  return { done: isThere, waiting: !isThere && balances.some(({ total }) => !isZeroText(total)) };
};
