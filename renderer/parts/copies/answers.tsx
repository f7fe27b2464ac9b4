// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { ProviderField } from '../../../shared/view-backup.ts';
import { isKindOf } from '../../../shared/words/words.ts';
import { row, t } from '../../words.ts';
import { Field } from '../base/controls.tsx';

/** What was answered so far, by field name; it lives in the form that asks and is gone with it. */
export type Answers = Readonly<Record<string, string>>;

/** What a provider asks for beside its address, such as a user name and a password. */
export const AnswerFields = ({
  fields,
  answers,
  onChange,
  disabled,
}: {
  readonly fields: readonly ProviderField[];
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
  readonly disabled: boolean;
}): ReactNode => (
  <div className="inline">
    {fields.map(({ name, secret }) => (
      <Field
        key={name}
        label={isKindOf('providerField', name) ? t(`providerField.${name}`) : row(name)}
        type={secret ? 'password' : 'text'}
        value={answers[name] ?? ''}
        onChange={(value) => onChange({ ...answers, [name]: value })}
        maxLength={1024}
        disabled={disabled}
      />
    ))}
  </div>
);

/** Whether everything that is asked has an answer. */
export const isAnswered = (fields: readonly ProviderField[], answers: Answers): boolean =>
  fields.every(({ name }) => (answers[name] ?? '') !== '');
