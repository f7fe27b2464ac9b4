// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { AppStateView } from '../../../shared/contract.ts';
import type { PlainKey } from '../../../shared/words/words.ts';
import { useAnswer } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Icon, Mark, type IconName } from '../base/icons.tsx';
import { SAFETY_ICON, SAFETY_TONE } from '../base/safety.ts';
import { titleState } from '../base/title.ts';

/** The four places. */
const PLACES: readonly { readonly path: string; readonly icon: IconName; readonly name: PlainKey }[] = [
  { path: '/', icon: 'money', name: 'nav.money' },
  { path: '/history', icon: 'history', name: 'nav.history' },
  { path: '/protection', icon: 'backup', name: 'nav.protection' },
  { path: '/settings', icon: 'settings', name: 'nav.settings' },
];

/** Pages reached from one of the four, which stays marked while they are open. */
const UNDER: Readonly<Record<string, string | undefined>> = {
  '/add': '/',
  '/pay': '/',
  '/send': '/',
  '/receive': '/',
  '/request': '/',
  '/deposit': '/',
  '/transfer': '/',
  '/sheet': '/protection',
  '/new-secret': '/protection',
  '/escrow': '/protection',
  '/restore': '/protection',
  '/regain': '/protection',
  '/import': '/protection',
  '/devices': '/protection',
  '/takeover': '/protection',
  '/empty': '/protection',
  '/abandon': '/protection',
  '/shortcuts': '/settings',
  '/licences': '/settings',
};

/** Where one can go, and what should never be out of sight: how safe the money is, play money, and a file nobody has locked. */
export const Sidebar = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const [here] = useLocation();
  return (
    <header className="sidebar">
      <div className="brand">
        <Mark />
        <span>Holdfast</span>
      </div>
      <nav aria-label={t('nav.label')}>
        <ul>
          {PLACES.map(({ path, icon, name }) => (
            <li key={path}>
              <Link
                href={path}
                aria-current={here === path || UNDER[`/${here.split('/')[1] ?? ''}`] === path ? 'page' : undefined}
              >
                <Icon name={icon} />
                <span>{t(name)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Soundings />
      <div className="sidebar-foot">
        {app.playMoney ? (
          <p className="side-tag" data-tone="play">
            <Icon name="play" />
            <span>{t('nav.playMoney')}</span>
          </p>
        ) : null}
        {app.protection === 'unprotected' ? (
          <Link className="side-tag" data-tone="warn" href="/settings">
            <Icon name="unlocked" />
            <span>{t('nav.unprotected')}</span>
          </Link>
        ) : null}
        <SafetyTag />
      </div>
    </header>
  );
};

/** Lines of depth, as a chart has them. */
const Soundings = (): ReactNode => (
  <svg className="soundings" viewBox="0 0 208 210" aria-hidden="true" focusable="false" preserveAspectRatio="none">
    <path d="M0 52c40-26 74-8 108-28s64-26 100-14M0 88c44-24 80-4 112-26s62-24 96-8M0 126c48-22 82 2 116-22s58-20 92-2M0 166c52-20 84 6 118-18s56-14 90 4M0 200c50-14 90 4 120-14s54-6 88 6" />
  </svg>
);

/** How safe the money is, in one word and the sum that is not, here and in the window's title; it leads to where it is mended. */
const SafetyTag = (): ReactNode => {
  const status = useAnswer('backup.status', {});
  const safety = status?.ok === true ? status.value.safety : undefined;
  const word = safety === undefined ? '' : t(`safetyState.${safety.state}`);
  useEffect(() => {
    titleState(word);
    return () => titleState('');
  }, [word]);
  if (safety === undefined) return null;
  const { state } = safety;
  return (
    <Link className="side-tag" data-tone={SAFETY_TONE[state]} data-state={state} href="/protection">
      <Icon name={SAFETY_ICON[state]} />
      <span>{word}</span>
    </Link>
  );
};
