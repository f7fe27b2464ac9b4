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
  '/deposit': '/',
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
              <Link href={path} aria-current={here === path || UNDER[here] === path ? 'page' : undefined}>
                <Icon name={icon} />
                <span>{t(name)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="sidebar-foot">
        <SafetyTag />
        {app.playMoney ? (
          <p className="tag" data-tone="play">
            {t('nav.playMoney')}
          </p>
        ) : null}
        {app.protection === 'unprotected' ? (
          <p className="tag" data-tone="warn">
            {t('nav.unprotected')}
          </p>
        ) : null}
      </div>
    </header>
  );
};

/** How safe the money is, in one word, here and in the window's title. */
const SafetyTag = (): ReactNode => {
  const status = useAnswer('backup.status', {});
  const state = status?.ok === true ? status.value.safety.state : undefined;
  const word = state === undefined ? '' : t(`safetyState.${state}`);
  useEffect(() => {
    titleState(word);
    return () => titleState('');
  }, [word]);
  if (state === undefined) return null;
  return (
    <p className="tag safety-tag" data-tone={SAFETY_TONE[state]} data-state={state}>
      <Icon name={SAFETY_ICON[state]} />
      <span>{word}</span>
    </p>
  );
};
