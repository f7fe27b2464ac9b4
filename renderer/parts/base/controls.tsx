// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Button as AriaButton, FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { Icon, type IconName } from './icons.tsx';

export type ButtonProps = {
  /** without any, `label` says what it does */
  readonly children?: ReactNode;
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly pending?: boolean;
  readonly disabled?: boolean;
  readonly type?: 'button' | 'submit';
  readonly onPress?: () => void;
  readonly label?: Spoken;
};

/** A button that keeps its place and says "busy" while the wallet works; a pending button cannot be pressed twice. */
export const Button = ({
  children,
  look = 'plain',
  icon,
  pending = false,
  disabled = false,
  type = 'button',
  onPress,
  label,
}: ButtonProps): ReactNode => (
  <AriaButton
    className="button"
    data-look={look}
    type={type}
    isPending={pending}
    isDisabled={disabled}
    {...(onPress === undefined ? {} : { onPress })}
    {...(label === undefined ? {} : { 'aria-label': label })}
  >
    {pending ? <span className="spinner" aria-hidden="true" /> : icon === undefined ? null : <Icon name={icon} />}
    {children === undefined ? null : <span>{children}</span>}
  </AriaButton>
);

export type FieldProps = {
  readonly label: Spoken;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: ReactNode;
  readonly error?: Spoken | undefined;
  readonly type?: 'text' | 'password' | 'date';
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly suffix?: string;
  /** a button that belongs to the field */
  readonly beside?: ReactNode;
  readonly mode?: 'text' | 'decimal';
  readonly long?: boolean;
  readonly maxLength?: number;
  readonly disabled?: boolean;
};

/** One labelled line of input, with its help and its error where screen readers find them. An error never blocks the next try. */
export const Field = ({
  label,
  value,
  onChange,
  help,
  error,
  type = 'text',
  autoComplete = 'off',
  autoFocus = false,
  suffix,
  beside,
  mode = 'text',
  long = false,
  maxLength = 4096,
  disabled = false,
}: FieldProps): ReactNode => (
  <TextField
    className="field"
    data-long={long}
    value={value}
    onChange={onChange}
    type={type}
    autoComplete={autoComplete}
    autoFocus={autoFocus}
    isInvalid={error !== undefined}
    validationBehavior="aria"
    isDisabled={disabled}
    maxLength={maxLength}
    spellCheck="false"
  >
    <Label>{label}</Label>
    <div className="field-line">
      {/* What is typed has the direction of its own letters: an address is written from the left in every language. */}
      <Input inputMode={mode} dir="auto" />
      {suffix === undefined ? null : (
        <span className="field-suffix" aria-hidden="true">
          {suffix}
        </span>
      )}
      {beside}
    </div>
    {help === undefined ? null : <Text slot="description">{help}</Text>}
    <FieldError>{error}</FieldError>
  </TextField>
);

/** Several lines, unwrapped and numbered, so that "line 7" in a sentence can be found. */
export const NumberedArea = ({
  label,
  value,
  onChange,
  help,
  rows,
}: {
  readonly label: Spoken;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help: ReactNode;
  readonly rows: number;
}): ReactNode => {
  const lines = Math.max(rows, value.split('\n').length);
  return (
    <TextField
      className="field"
      data-long
      value={value}
      onChange={onChange}
      autoComplete="off"
      spellCheck="false"
      maxLength={100_000}
    >
      <Label>{label}</Label>
      <div className="numbered">
        <div className="numbered-gutter" aria-hidden="true">
          {Array.from({ length: lines }, (_, index) => (
            <span key={index}>{index + 1}</span>
          ))}
        </div>
        {/* one row more: the scroll bar of a long line takes its height from the text */}
        <TextArea rows={lines + 1} wrap="off" />
      </div>
      <Text slot="description">{help}</Text>
    </TextField>
  );
};
