// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { Field } from '../base/controls.tsx';
import { HoursField, SumField, useSum, type Hours, type Most } from './sum-field.tsx';

/** What is said of money between two people: how much, for how long, and what for. */
type Between = { readonly amount: string; readonly summary: string; readonly expiresHours: number };

/** What a person types of it; `read` gives nothing while the amount cannot be read, and says so beside it. */
export const useBetween = () => {
  const sum = useSum();
  const [summary, setSummary] = useState('');
  const [hours, setHours] = useState<Hours>('168');
  const read = (): Between | undefined => {
    const amount = sum.read();
    return amount === undefined ? undefined : { amount, summary: summary.trim(), expiresHours: Number(hours) };
  };
  return { sum, summary, setSummary, hours, setHours, read };
};

export const BetweenFields = ({
  typed: { sum, summary, setSummary, hours, setHours },
  labels,
  onTouched,
  most,
  disabled = false,
}: {
  readonly typed: ReturnType<typeof useBetween>;
  readonly labels: { readonly amount: Spoken; readonly hours: Spoken; readonly summary: Spoken };
  readonly onTouched: () => void;
  /** what there is at most, where a button may put it into the field */
  readonly most?: Most;
  readonly disabled?: boolean;
}): ReactNode => (
  <>
    <div className="inline">
      <SumField
        sum={sum}
        label={labels.amount}
        onTouched={onTouched}
        disabled={disabled}
        {...(most === undefined ? {} : { most })}
      />
      <HoursField
        label={labels.hours}
        value={hours}
        disabled={disabled}
        onChange={(chosen) => {
          setHours(chosen);
          onTouched();
        }}
      />
    </div>
    <Field
      label={labels.summary}
      value={summary}
      onChange={(text) => {
        setSummary(text);
        onTouched();
      }}
      help={t('send.summary.help')}
      maxLength={1000}
      disabled={disabled}
    />
  </>
);
