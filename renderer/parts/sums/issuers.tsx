// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { useAnswer } from '../../bridge.ts';
import { address, row, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Facts, Section } from '../base/layout.tsx';
import { saying } from '../base/saying.ts';
import { Forget } from '../base/forget.tsx';
import { issuerTitle } from '../base/issuer.ts';

/** Of many some are there before somebody asks for more. */
const AT_ONCE = 25;

/** The issuers this wallet knows, used or not; one with nothing at it can be forgotten. */
export const Issuers = (): ReactNode => {
  const known = useAnswer('exchange.list', {});
  const [most, setMost] = useState(AT_ONCE);
  if (known?.ok !== true || known.value.exchanges.length === 0) return null;
  const all = known.value.exchanges;
  const seen = all.slice(0, most);
  return (
    <Section title={t('issuers.title')}>
      <ul className="card rows">
        {seen.map(({ baseUrl, currency, look, masterPub, note, shops, version }) => (
          <li key={`${baseUrl} ${masterPub}`} className="with-more">
            <div>
              <p>
                <strong>{issuerTitle(baseUrl)}</strong>
              </p>
              <p className="detail">
                {t('issuers.issues', { currency })}
                {look?.name === undefined ? null : <> {t('issuers.named', { name: look.name })}</>}
                {note === undefined ? null : <> {saying('note', [note])}</>}
              </p>
              {shops === undefined ? null : (
                <p className="detail">
                  {t('issuers.shops')} <span className="address selectable">{address(shops)}</span>
                </p>
              )}
              <details className="codes">
                <summary>{t('app.details')}</summary>
                <Facts
                  facts={[
                    [
                      t('suggested.address'),
                      <span key="address" className="address selectable">
                        {address(baseUrl)}
                      </span>,
                    ],
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
      {seen.length < all.length ? (
        <div className="actions">
          <Button onPress={() => setMost(most + AT_ONCE)}>
            {t('places.more', { count: Math.min(AT_ONCE, all.length - seen.length) })}
          </Button>
          <span className="detail">{t('places.shown', { shown: seen.length, all: all.length })}</span>
        </div>
      ) : null}
    </Section>
  );
};
