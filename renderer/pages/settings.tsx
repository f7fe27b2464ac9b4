// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { AppStateView } from '../../shared/contract.ts';
import { t } from '../words.ts';
import { PageHead } from '../parts/base/layout.tsx';
import { NamesSection } from '../parts/frame/names.tsx';
import { PrivacySection } from '../parts/frame/privacy.tsx';
import { AboutSection } from '../parts/settings/about.tsx';
import { EraseSection } from '../parts/settings/erase.tsx';
import { KeptSection } from '../parts/settings/kept.tsx';
import { LockSection } from '../parts/settings/lock.tsx';
import { LookSection } from '../parts/settings/look.tsx';
import { SuggestedSection } from '../parts/settings/suggested.tsx';
import { TellSection } from '../parts/settings/tell.tsx';
import { Issuers } from '../parts/sums/issuers.tsx';

/** How the window looks, who may open the wallet here, whom it asks and what it tells, and where it lies. */
export const SettingsPage = ({ app }: { readonly app: AppStateView }): ReactNode => (
  <>
    <PageHead title={t('settings.title')} lead={t('settings.lead')} />
    <LookSection app={app} />
    <LockSection app={app} />
    <TellSection app={app} />
    <PrivacySection />
    <NamesSection />
    <Issuers />
    <SuggestedSection />
    <KeptSection app={app} />
    <AboutSection app={app} />
    <EraseSection />
  </>
);
