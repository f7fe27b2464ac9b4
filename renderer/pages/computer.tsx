// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { AppStateView } from '../../shared/contract.ts';
import type { SafetyView } from '../../shared/view-backup.ts';
import { useAnswer, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Confirm } from '../parts/base/confirm.tsx';
import { Button, Field } from '../parts/base/controls.tsx';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { Facts, PageHead, Section } from '../parts/base/layout.tsx';
import { moneyText } from '../parts/base/money.tsx';
import { saying } from '../parts/base/saying.ts';
import { NamesSection } from '../parts/frame/names.tsx';
import { LanguageSection } from '../parts/frame/language.tsx';

const WORDS = 'erase everything';

/** Where this wallet lives on this computer, how it is locked, and the way to take it off. */
export const ComputerPage = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const [erasing, setErasing] = useState(false);
  return (
    <>
      <PageHead title={t('computer.title')} lead={t('computer.lead')} />
      <div className="card form">
        <Facts
          facts={[
            [
              t('computer.directory'),
              <span key="d" className="address selectable">
                {app.dataDirectory}
              </span>,
            ],
            [t('computer.protection'), t(`computer.protection.${app.protection}`)],
            [t('computer.version'), app.version],
          ]}
        />
        {app.protection === 'unprotected' ? (
          <Notice tone="warn">
            <p>{t('computer.unprotected')}</p>
          </Notice>
        ) : null}
      </div>
      <NamesSection />
      <LanguageSection app={app} />
      <Section title={t('computer.erase.title')}>
        <div className="card form">
          <p>{t('computer.erase.words')}</p>
          <div className="actions">
            <Button look="danger" onPress={() => setErasing(true)}>
              {t('computer.erase.open')}
            </Button>
          </div>
        </div>
      </Section>
      {erasing ? <Erase onClose={() => setErasing(false)} /> : null}
    </>
  );
};

/** Says in money what only this computer has, then asks for two words. */
const Erase = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const [typed, setTyped] = useState('');
  // Typed in the person's own language; the wallet hears the same words in every one.
  const words = t('computer.erase.typed');
  const status = useAnswer('backup.status', {});
  const erase = useRequest('app.erase');
  const safety = status?.ok === true ? status.value.safety : undefined;
  return (
    <Confirm
      open
      title={t('computer.erase.title')}
      action={t('computer.erase.do')}
      pending={erase.pending}
      disabled={typed.trim().toLowerCase() !== words}
      onConfirm={() => void erase.send({ confirm: WORDS })}
      onCancel={onClose}
    >
      {safety === undefined ? null : <WhatIsLost safety={safety} />}
      <p>{t('computer.erase.confirm')}</p>
      <Field label={t('computer.erase.type', { words })} value={typed} onChange={setTyped} maxLength={40} />
      {erase.answer?.ok === false ? <Failure failure={erase.answer.error} /> : null}
    </Confirm>
  );
};

/** What erasing would take with it, by the wallet's own account of its safety. */
const WhatIsLost = ({ safety }: { readonly safety: SafetyView }): ReactNode => {
  const lost = safety.lost.map(moneyText);
  const first = safety.said[0];
  if (safety.state === 'nothing' || safety.state === 'protected' || first === undefined) return null;
  return (
    <Notice tone={lost.length > 0 ? 'bad' : 'warn'}>
      {lost.length > 0 ? <p>{t('computer.erase.lost', { sums: lost })}</p> : null}
      <p>{saying('safety', [first])}</p>
    </Notice>
  );
};
