// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { t } from '../../words.ts';

const STEPS = ['person', 'ways', 'places', 'done'] as const;
export type EscrowStep = (typeof STEPS)[number];

/** Where one is on the way, in four steps. */
export const EscrowSteps = ({ at }: { readonly at: EscrowStep }): ReactNode => {
  const now = STEPS.indexOf(at);
  return (
    <div className="wizard">
      <ol aria-hidden="true">
        {STEPS.map((step, index) => (
          <li key={step} data-state={index < now ? 'done' : index === now ? 'here' : 'later'} />
        ))}
      </ol>
      <p className="wizard-name" aria-live="polite">
        {t('escrowPage.step', { number: now + 1, of: STEPS.length, step: t(`escrowPage.step.${at}`) })}
      </p>
    </div>
  );
};
