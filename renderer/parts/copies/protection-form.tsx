// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { RequestInput } from '../../../shared/contract.ts';
import { t } from '../../words.ts';
import { Button, Field, type FieldProps } from '../base/controls.tsx';
import { Strength } from '../base/strength.tsx';

type Protection = RequestInput<'app.create'>['protection'];
type ProtectionType = Protection['type'];

/** Below this a stolen file falls to guessing within hours even behind Argon2id at half a second per guess. */
const SHORTEST_PASSPHRASE = 8;

const TYPES: readonly ProtectionType[] = ['keychain', 'passphrase', 'unprotected'];

/** How the wallet's file is locked on this computer; a passphrase is asked for twice, because nobody can reset it. */
export const ProtectionForm = ({
  title,
  keychainAvailable,
  pending,
  action = t('protection.do'),
  onCreate,
  onBack,
  children,
}: {
  readonly title: string;
  readonly keychainAvailable: boolean;
  readonly pending: boolean;
  readonly action?: string;
  readonly onCreate: (protection: Protection) => void;
  readonly onBack: () => void;
  /** what is asked before it */
  readonly children?: ReactNode;
}): ReactNode => {
  const [type, setType] = useState<ProtectionType>(keychainAvailable ? 'keychain' : 'passphrase');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const short = passphrase.length < SHORTEST_PASSPHRASE;
  const different = again !== passphrase;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (type !== 'passphrase') onCreate({ type });
    else if (!short && !different) onCreate({ type, passphrase });
  };

  return (
    <form className="card form" onSubmit={submit}>
      <h2>{title}</h2>
      {children}
      <TypeChoice type={type} keychainAvailable={keychainAvailable} onChange={setType} />
      {type !== 'passphrase' ? null : (
        <>
          <NewPassphrase
            label={t('protection.passphrase.field')}
            value={passphrase}
            onChange={setPassphrase}
            error={tried && short ? t('protection.passphrase.short', { length: SHORTEST_PASSPHRASE }) : undefined}
          />
          <Strength passphrase={passphrase} />
          <NewPassphrase
            label={t('protection.passphrase.again')}
            value={again}
            onChange={setAgain}
            error={tried && different ? t('protection.passphrase.different') : undefined}
          />
        </>
      )}
      <div className="actions">
        <Button onPress={onBack} disabled={pending}>
          {t('protection.back')}
        </Button>
        <Button look="primary" type="submit" pending={pending}>
          {action}
        </Button>
      </div>
    </form>
  );
};

/** A field for a passphrase that is made up now. */
const NewPassphrase = (field: Pick<FieldProps, 'label' | 'value' | 'onChange' | 'error'>): ReactNode => (
  <Field {...field} type="password" autoComplete="new-password" maxLength={1024} />
);

const TypeChoice = ({
  type,
  keychainAvailable,
  onChange,
}: {
  readonly type: ProtectionType;
  readonly keychainAvailable: boolean;
  readonly onChange: (type: ProtectionType) => void;
}): ReactNode => (
  <RadioGroup className="choices" value={type} onChange={(value) => onChange(value as ProtectionType)}>
    <Label>{t('protection.label')}</Label>
    {TYPES.map((each) => (
      <Radio key={each} className="choice" value={each} isDisabled={each === 'keychain' && !keychainAvailable}>
        <span className="choice-dot" aria-hidden="true" />
        <span>
          <strong>{t(`protection.${each}`)}</strong>
          <span className="choice-why">
            {t(each === 'keychain' && !keychainAvailable ? 'protection.keychain.missing' : `protection.${each}.why`)}
          </span>
        </span>
      </Radio>
    ))}
  </RadioGroup>
);
