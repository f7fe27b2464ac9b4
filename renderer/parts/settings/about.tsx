// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { AppStateView } from '../../../shared/contract.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { Report } from '../frame/report.tsx';

/** Which program this is, whose work is in it, and what helps whoever is asked for help. */
export const AboutSection = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const newest = useRequest('app.askVersion');
  const [reporting, setReporting] = useState(false);
  const found = newest.answer?.ok === true ? newest.answer.value : undefined;
  return (
    <Section title={t('about.title')}>
      <div className="card settings">
        <div className="setting setting-line">
          <p>{t('about.version', { version: app.version })}</p>
          <Button pending={newest.pending} onPress={() => void newest.send({})}>
            {t('about.ask')}
          </Button>
          <p className="detail">{t('about.ask.words')}</p>
        </div>
        {found === undefined ? null : (
          <Notice tone={found.isNewer ? 'plain' : 'good'} live>
            <p>{found.isNewer ? t('about.ask.newer', { version: found.version }) : t('about.ask.newest')}</p>
          </Notice>
        )}
        <Failure failure={newest.answer?.ok === false ? newest.answer.error : undefined} />
        <div className="setting actions">
          <Link className="button" href="/licences">
            {t('about.licences')}
          </Link>
          <Link className="button" href="/shortcuts">
            {t('about.shortcuts')}
          </Link>
          <Button onPress={() => setReporting(!reporting)} disabled={reporting}>
            {t('about.report')}
          </Button>
        </div>
      </div>
      {reporting ? <Report /> : null}
    </Section>
  );
};
