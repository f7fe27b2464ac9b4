// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { plainWay, type PlainWay } from '../../../shared/escrow-input.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import type { PlainKey } from '../../../shared/words/words.ts';
import { t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { useIntoView } from '../base/into-view.ts';
import { CodeApp } from './code-app.tsx';
import type { MethodInput, MethodType } from './draft.ts';

type Asked = { readonly name: string; readonly label: PlainKey; readonly help?: PlainKey; readonly complete?: string };

/** What no place sends anything to; whoever mistypes it here can still put it right. The wallet looks more closely before it stores. */
const LOOKS_RIGHT: Readonly<Partial<Record<PlainWay, RegExp>>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@.]+$/,
  sms: /^(?:\+|00)[\d\s()./-]{7,}$/,
};

const FIELDS: Readonly<Record<PlainWay, readonly Asked[]>> = {
  question: [
    { name: 'question', label: 'escrowForm.question', help: 'escrowForm.question.help' },
    { name: 'answer', label: 'escrowForm.answer', help: 'escrowForm.answer.help' },
  ],
  email: [{ name: 'address', label: 'escrowForm.email', complete: 'email' }],
  sms: [{ name: 'number', label: 'escrowForm.sms', help: 'escrowForm.sms.help', complete: 'tel' }],
  post: [
    { name: 'full_name', label: 'escrowForm.post.name' },
    { name: 'street', label: 'escrowForm.post.street' },
    { name: 'postcode', label: 'escrowForm.post.postcode' },
    { name: 'city', label: 'escrowForm.post.city' },
    { name: 'country', label: 'escrowForm.post.country' },
  ],
  iban: [
    { name: 'iban', label: 'escrowForm.iban' },
    { name: 'holder', label: 'escrowForm.holder' },
  ],
};

/** One way to prove who one is, while it is filled in. */
export const MethodForm = ({
  type,
  onAdd,
  onCancel,
}: {
  readonly type: MethodType;
  readonly onAdd: (input: MethodInput) => void;
  readonly onCancel: () => void;
}): ReactNode =>
  type === 'totp' ? (
    <CodeApp onAdd={onAdd} onCancel={onCancel} />
  ) : type === 'file' ? null : (
    <PlainForm type={type} onAdd={onAdd} onCancel={onCancel} />
  );

const PlainForm = ({
  type,
  onAdd,
  onCancel,
}: {
  readonly type: PlainWay;
  readonly onAdd: (input: MethodInput) => void;
  readonly onCancel: () => void;
}): ReactNode => {
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const isWhole = FIELDS[type].every(({ name }) => (given[name] ?? '').trim() !== '');
  const isWrong = Object.values(given).some((value) => LOOKS_RIGHT[type]?.test(value.trim()) === false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isWhole && !isWrong) onAdd(plainWay(type, given));
  };
  return (
    <form
      className="consent"
      ref={useIntoView<HTMLFormElement>()}
      onSubmit={submit}
      aria-label={t(`escrowMethod.${type}`)}
    >
      <h3>{t(`escrowMethod.${type}`)}</h3>
      <p className="detail">{t(`escrowMethodWhy.${type}`)}</p>
      <div className="inline">
        {FIELDS[type].map(({ name, label, help, complete }, index) => (
          <Field
            key={name}
            label={t(label)}
            long={FIELDS[type].length < 3}
            value={given[name] ?? ''}
            onChange={(value) => setGiven({ ...given, [name]: value })}
            maxLength={254}
            autoFocus={index === 0}
            {...(complete === undefined ? {} : { autoComplete: complete })}
            {...(help === undefined ? {} : { help: t(help) })}
            error={tried ? wrongWith(type, given[name] ?? '') : undefined}
          />
        ))}
      </div>
      <div className="actions">
        <Button onPress={onCancel}>{t('escrowForm.not')}</Button>
        <Button look="primary" type="submit">
          {t('escrowForm.add')}
        </Button>
      </div>
    </form>
  );
};

const wrongWith = (type: PlainWay, value: string): Spoken | undefined => {
  if (value.trim() === '') return t('escrowTrouble.missing');
  const isRight = LOOKS_RIGHT[type]?.test(value.trim()) ?? true;
  return isRight || (type !== 'email' && type !== 'sms') ? undefined : t(`escrowForm.${type}.wrong`);
};
