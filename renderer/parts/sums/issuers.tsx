// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { useAnswer } from '../../bridge.ts';
import { address, row, t } from '../../words.ts';
import { Facts, Section } from '../base/layout.tsx';
import { saying } from '../base/saying.ts';
import { Forget } from '../base/forget.tsx';

/** The issuers this wallet knows, used or not; one with nothing at it can be forgotten. */
export const Issuers = (): ReactNode => {
  const known = useAnswer('exchange.list', {});
  if (known?.ok !== true || known.value.exchanges.length === 0) return null;
  return (
    <Section title={t('issuers.title')}>
      <ul className="card rows">
        {known.value.exchanges.map(({ baseUrl, currency, masterPub, note, version }) => (
          <li key={`${baseUrl} ${masterPub}`} className="with-more">
            <div>
              <p className="address">{address(baseUrl)}</p>
              <p className="detail">
                {t('issuers.issues', { currency })}
                {note === undefined ? null : <> {saying('note', [note])}</>}
              </p>
              <details className="codes">
                <summary>{t('app.details')}</summary>
                <Facts
                  facts={[
                    [t('issuers.version'), row(version)],
                    [t('issuers.key'), <code key="key">{row(masterPub)}</code>],
                  ]}
                />
              </details>
            </div>
            <Forget id={baseUrl} name={address(baseUrl)} />
          </li>
        ))}
      </ul>
    </Section>
  );
};
