// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { useAnswer } from '../bridge.ts';
import { shown, t } from '../words.ts';
import { Failure } from '../parts/base/failure.tsx';
import { PageHead, Waiting } from '../parts/base/layout.tsx';

/** Whose work is in this program, in their own words. */
export const LicencesPage = (): ReactNode => {
  const licences = useAnswer('app.licences', {});
  return (
    <>
      <PageHead title={t('about.licences')} lead={t('about.licences.lead')} />
      {licences === undefined ? <Waiting /> : null}
      <Failure failure={licences?.ok === false ? licences.error : undefined} />
      {licences?.ok === true ? (
        <pre className="licences" tabIndex={0} role="region" aria-label={t('about.licences.label')} dir="ltr">
          {shown().foreign.page(licences.value.text)}
        </pre>
      ) : null}
    </>
  );
};
