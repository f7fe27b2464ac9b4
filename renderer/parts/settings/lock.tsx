// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { AppStateView } from '../../../shared/contract.ts';
import { LOCK_AFTER } from '../../../shared/settings.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { Select } from '../base/select.tsx';
import { Switch } from '../base/switch.tsx';
import { ProtectionForm } from '../copies/protection-form.tsx';

const MINUTE_MS = 60_000;

/** Who opens this wallet here, and when it locks by itself. */
export const LockSection = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const [changing, setChanging] = useState(false);
  const [changed, setChanged] = useState(false);
  const lock = useRequest('app.lock');
  const set = useRequest('app.setSettings');
  const { lockAfter, lockOnSleep } = app.settings;
  const isLockable = app.protection === 'passphrase';
  const refused = [lock.answer, set.answer].find((answer) => answer?.ok === false);
  return (
    <Section title={t('lock.title')}>
      <div className="card settings">
        <div className="setting setting-line">
          <p>{t(`lock.opened.${app.protection}`)}</p>
          <span className="actions">
            <Button
              onPress={() => {
                setChanged(false);
                setChanging(true);
              }}
              disabled={changing}
            >
              {t('lock.change')}
            </Button>
            {isLockable ? (
              <Button icon="lock" pending={lock.pending} onPress={() => void lock.send({})}>
                {t('lock.now')}
              </Button>
            ) : null}
          </span>
          {changed ? (
            <p className="detail" role="status">
              {t('lock.change.done')}
            </p>
          ) : null}
        </div>
        {isLockable ? (
          <>
            <div className="setting">
              <Select
                label={t('lock.after')}
                value={String(lockAfter)}
                options={LOCK_AFTER.map((each) => [String(each), spanOf(each)])}
                onChange={(chosen) => {
                  const next = LOCK_AFTER.find((each) => String(each) === chosen);
                  if (next !== undefined) void set.send({ lockAfter: next });
                }}
                disabled={set.pending}
              />
            </div>
            <Switch label={t('lock.sleep')} on={lockOnSleep} onChange={(on) => void set.send({ lockOnSleep: on })} />
            <p className="detail setting">{t('lock.meanwhile')}</p>
          </>
        ) : (
          <p className="detail setting">{t('lock.needs')}</p>
        )}
        {refused?.ok === false ? <Failure failure={refused.error} /> : null}
      </div>
      {changing ? (
        <ChangeLock
          app={app}
          onDone={() => {
            setChanging(false);
            setChanged(true);
          }}
          onBack={() => setChanging(false)}
        />
      ) : null}
    </Section>
  );
};

const spanOf = (minutes: number): Spoken =>
  minutes === 0 ? t('lock.after.never') : t('lock.after.span', { span: minutes * MINUTE_MS });

/** The lock of now is asked for beside the new one; what was typed is forgotten with the form. */
const ChangeLock = ({
  app,
  onDone,
  onBack,
}: {
  readonly app: AppStateView;
  readonly onDone: () => void;
  readonly onBack: () => void;
}): ReactNode => {
  const [passphrase, setPassphrase] = useState('');
  const change = useRequest('app.changeLock');
  const asksFirst = app.protection === 'passphrase';
  return (
    <>
      <ProtectionForm
        title={t('lock.change.title')}
        keychainAvailable={app.keychainAvailable}
        pending={change.pending}
        action={t('lock.change.do')}
        onCreate={(protection) => {
          const now = asksFirst ? { passphrase } : {};
          void change.send({ protection, ...now }).then((answer) => {
            if (answer.ok) onDone();
          });
        }}
        onBack={onBack}
      >
        <p className="detail">{t('lock.change.words')}</p>
        {asksFirst ? (
          <Field
            label={t('lock.change.now')}
            type="password"
            autoComplete="current-password"
            value={passphrase}
            onChange={(typed) => {
              change.reset();
              setPassphrase(typed);
            }}
            maxLength={1024}
          />
        ) : null}
      </ProtectionForm>
      <Failure failure={change.answer?.ok === false ? change.answer.error : undefined} />
    </>
  );
};
