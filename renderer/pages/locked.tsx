// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { AppStateView } from '../../shared/contract.ts';
import { useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Button, Field } from '../parts/base/controls.tsx';
import { Failure } from '../parts/base/failure.tsx';
import { Mark } from '../parts/base/icons.tsx';
import { UnlockBySheet } from '../parts/copies/unlock-by-sheet.tsx';
import { SetAside } from '../parts/frame/set-aside.tsx';

/** The wallet is here but its file is locked: by the passphrase, or where that is lost by the recovery sheet. */
export const LockedPage = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const [bySheet, setBySheet] = useState(false);
  const [aside, setAside] = useState(false);
  const [, go] = useLocation();
  const title = t('locked.title');
  useEffect(() => {
    document.title = `${title} · Holdfast`;
  }, [title]);
  return (
    <main className="alone">
      <div className="hero">
        <Mark />
        <h1>{title}</h1>
        <p className="lead">{t('lock.meanwhile')}</p>
      </div>
      {bySheet ? (
        <UnlockBySheet keychainAvailable={app.keychainAvailable} onBack={() => setBySheet(false)} />
      ) : (
        <>
          <Passphrase />
          {app.opensBySheet === true ? (
            <div className="form narrow">
              <p className="fine">{t('locked.sheet.words')}</p>
              <div className="actions">
                <Button icon="restore" onPress={() => setBySheet(true)}>
                  {t('locked.sheet.open')}
                </Button>
              </div>
            </div>
          ) : null}
          <div className="form narrow">
            <p className="fine">{t(app.opensBySheet === true ? 'locked.aside.words' : 'locked.lost')}</p>
            <div className="actions">
              <Button look="quiet" onPress={() => setAside(true)}>
                {t('locked.aside.do')}
              </Button>
            </div>
          </div>
        </>
      )}
      {aside ? (
        <SetAside
          directory={app.dataDirectory}
          toRestore
          onDone={() => go('/restore')}
          onCancel={() => setAside(false)}
        />
      ) : null}
    </main>
  );
};

/** What was typed is forgotten after every try. */
const Passphrase = (): ReactNode => {
  const [passphrase, setPassphrase] = useState('');
  const unlock = useRequest('app.unlock');

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase === '' || unlock.pending) return;
    void unlock.send({ passphrase });
    setPassphrase('');
  };

  return (
    <form className="card form narrow" onSubmit={submit}>
      <Field
        label={t('locked.passphrase')}
        type="password"
        autoComplete="current-password"
        autoFocus
        value={passphrase}
        onChange={(typed) => {
          setPassphrase(typed);
          unlock.reset();
        }}
        maxLength={1024}
      />
      <Failure failure={unlock.answer?.ok === false ? unlock.answer.error : undefined} />
      <div className="actions">
        <Button look="primary" type="submit" pending={unlock.pending}>
          {t('locked.do')}
        </Button>
      </div>
    </form>
  );
};
