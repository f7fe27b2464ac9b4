// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { BackupStatusView, SafetyStep } from '../../../shared/view-backup.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Round } from './round.tsx';
import { Failure } from '../base/failure.tsx';
import { Icon } from '../base/icons.tsx';
import { SAFETY_ICON, SAFETY_TONE } from '../base/safety.ts';
import { saying } from '../base/saying.ts';

/** The one honest state of safety: its word, its sentence, what belongs beside it, and the one thing to do next. */
export const SafetyCard = ({ status }: { readonly status: BackupStatusView }): ReactNode => {
  const { state, said, next } = status.safety;
  // A device that stands still says why, and what to do about it, above every page.
  if (state === 'stopped') return null;
  const [first, ...more] = said;
  return (
    <div className="safety" data-tone={SAFETY_TONE[state]} data-state={state} role="status">
      <span className="safety-icon" data-turning={state === 'syncing'}>
        <Icon name={SAFETY_ICON[state]} />
      </span>
      <div className="safety-words">
        <p className="safety-state">{t(`safetyState.${state}`)}</p>
        {first === undefined ? null : <p>{saying('safety', [first])}</p>}
        {more.map((each) => (
          <p key={each.kind + JSON.stringify(each.facts)} className="safety-note">
            {saying('safety', [each])}
          </p>
        ))}
      </div>
      {next === undefined ? null : <NextStep next={next} isCalm={state === 'protected'} />}
    </div>
  );
};

const PATH: Readonly<Record<SafetyStep, string | undefined>> = {
  'add-money': '/add',
  'add-place': '/protection',
  'copy-now': undefined,
  'show-sheet': '/sheet',
  'test-sheet': '/sheet',
  'print-sheet': '/sheet',
  'test-again': '/sheet',
  'rehearse-escrow': '/escrow',
  'update-escrow': '/escrow',
  decide: '/protection',
  // On every page there is the button of a device that stands still.
  'continue-here': undefined,
};

/** What of the page it is, where its person already is there. */
const HERE: { readonly [step in SafetyStep]?: string } = { 'add-place': '#add-place', decide: '[data-decides]' };

const goTo = (where: string): void => {
  const place = document.querySelector(where);
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('button, input')?.focus();
};

/** The way to the next step; nothing where the person already is there. */
const NextStep = ({ next, isCalm }: { readonly next: SafetyStep; readonly isCalm: boolean }): ReactNode => {
  const [here] = useLocation();
  const path = PATH[next];
  if (next === 'copy-now') return here === '/protection' ? null : <CopyNow />;
  const at = path === here ? HERE[next] : undefined;
  if (at !== undefined)
    return (
      <div className="actions">
        <Button look="primary" onPress={() => goTo(at)}>
          {t(`safetyStep.${next}`)}
        </Button>
      </div>
    );
  if (path === undefined || path === here) return null;
  return (
    <div className="actions">
      <Link className="button" data-look={isCalm ? 'quiet' : 'primary'} href={path}>
        {t(`safetyStep.${next}`)}
      </Link>
    </div>
  );
};

/** Says what each place answered: one that is away stays away, and it is on the page of the places that it is taken off. */
const CopyNow = (): ReactNode => {
  const run = useRequest('backup.run');
  return (
    <>
      <div className="actions">
        <Button look="primary" icon="backup" pending={run.pending} onPress={() => void run.send({})}>
          {t('safetyStep.copy-now')}
        </Button>
        {run.answer?.ok === true ? (
          <Link className="button" data-look="quiet" href="/protection">
            {t('nav.protection')}
          </Link>
        ) : null}
      </div>
      {run.answer === undefined ? null : run.answer.ok ? (
        <Round reports={run.answer.value.reports} />
      ) : (
        <Failure failure={run.answer.error} />
      )}
    </>
  );
};
