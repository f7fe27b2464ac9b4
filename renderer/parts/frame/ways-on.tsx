// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { t } from '../../words.ts';
import { Icon, type IconName } from '../base/icons.tsx';
import { Section } from '../base/layout.tsx';

type Way = {
  readonly name: 'sheet' | 'devices' | 'restore' | 'takeover' | 'import' | 'regain';
  readonly icon: IconName;
};

const PAGES: readonly Way[] = [
  { name: 'sheet', icon: 'sheet' },
  { name: 'devices', icon: 'devices' },
];

const WALLETS: readonly Way[] = [
  { name: 'restore', icon: 'restore' },
  { name: 'regain', icon: 'shield-anchor' },
  { name: 'takeover', icon: 'devices' },
  { name: 'import', icon: 'folder' },
];

/** The pages that belong to protection beside the places: paper and devices. */
export const ToPages = (): ReactNode => (
  <Section title={t('onward.pages')}>
    <Ways ways={PAGES} />
  </Section>
);

/** Every way for the money of another wallet to come into this one. */
export const BringIn = (): ReactNode => (
  <Section title={t('onward.bringIn')}>
    <Ways ways={WALLETS} />
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
