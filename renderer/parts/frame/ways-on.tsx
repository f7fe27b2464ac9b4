// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { t } from '../../words.ts';
import { Icon, type IconName } from '../base/icons.tsx';
import { Section } from '../base/layout.tsx';

type Way = {
  readonly name: 'restore' | 'takeover' | 'import' | 'regain' | 'empty' | 'abandon';
  readonly icon: IconName;
};

const WALLETS: readonly Way[] = [
  { name: 'restore', icon: 'restore' },
  { name: 'regain', icon: 'shield-anchor' },
  { name: 'takeover', icon: 'devices' },
  { name: 'import', icon: 'folder' },
];

const LEAVING: readonly Way[] = [
  { name: 'empty', icon: 'send' },
  { name: 'abandon', icon: 'computer' },
];

/** Every way for the money of another wallet to come into this one. */
export const BringIn = (): ReactNode => (
  <Section title={t('onward.bringIn')}>
    <Ways ways={WALLETS} />
  </Section>
);

/** What joins a wallet that is here already. */
export const JoinAnother = (): ReactNode => (
  <Section title={t('onward.bringIn')}>
    <Ways ways={WALLETS.filter(({ name }) => name === 'takeover' || name === 'import')} />
  </Section>
);

/** How this computer lets go of the wallet. */
export const Retire = (): ReactNode => (
  <Section title={t('onward.retire')}>
    <Ways ways={LEAVING} />
  </Section>
);

const Ways = ({ ways }: { readonly ways: readonly Way[] }): ReactNode => (
  <ul className="ways-on">
    {ways.map(({ name, icon }) => (
      <li key={name}>
        <Link href={`/${name}`} aria-label={t(`onward.${name}`)} aria-describedby={`way-${name}`}>
          <Icon name={icon} />
          <span>
            <strong>{t(`onward.${name}`)}</strong>
            <span className="detail" id={`way-${name}`}>
              {t(`onward.${name}.words`)}
            </span>
          </span>
          <Icon name="onward" />
        </Link>
      </li>
    ))}
  </ul>
);
