// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { useRequest } from '../bridge.ts';
import { t } from '../messages.ts';
import { Button, Field } from '../parts/controls.tsx';
import { Failure } from '../parts/failure.tsx';
import { Mark } from '../parts/icons.tsx';

/** The wallet is here but its file is locked; what was typed is forgotten after every try. */
export const LockedPage = (): ReactNode => {
  const [passphrase, setPassphrase] = useState('');
  const unlock = useRequest('app.unlock');
  useEffect(() => {
    document.title = `${t('locked.title')} · Holdfast`;
  }, []);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase === '' || unlock.pending) return;
    void unlock.send({ passphrase });
    setPassphrase('');
  };

  return (
    <main className="alone">
      <div className="hero">
        <Mark />
        <h1>{t('locked.title')}</h1>
        <p className="lead">{t('locked.lead')}</p>
      </div>
      <form className="card form narrow" onSubmit={submit}>
        <Field
          label={t('locked.passphrase')}
          type="password"
          autoComplete="current-password"
          autoFocus
          value={passphrase}
          onChange={setPassphrase}
          maxLength={1024}
        />
        <Failure failure={unlock.answer?.ok === false ? unlock.answer.error : undefined} />
        <div className="actions">
          <Button look="primary" type="submit" pending={unlock.pending}>
            {t('locked.do')}
          </Button>
        </div>
      </form>
      <p className="fine">{t('locked.lost')}</p>
    </main>
  );
};
