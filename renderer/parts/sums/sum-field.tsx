// SPDX-License-Identifier: GPL-3.0-or-later
import type { Spoken } from '../../../shared/words/spoken.ts';
import { useState, type ReactNode } from 'react';
import { useAnswer } from '../../bridge.ts';
import { shown, t } from '../../words.ts';
import { AmountField } from '../base/amount-field.tsx';
import { currencyTyped, readTyped, type TypedTrouble } from '../base/typed-sum.ts';
import { Select } from '../base/select.tsx';

/** A sum being typed: what is in the field, in which currency, and how to read it. */
export type SumInput = {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly currencies: readonly string[];
  readonly currency: string | undefined;
  readonly setCurrency: (currency: string) => void;
  readonly trouble: TypedTrouble | undefined;
  /** the sum in canonical text, or undefined after the field has said what is wrong with it */
  readonly read: () => string | undefined;
};

/** The state behind a `SumField`; the currencies are those of the exchanges this wallet knows. */
export const useSum = (start = ''): SumInput => {
  const exchanges = useAnswer('exchange.list', {});
  const [typed, setText] = useState(start);
  const [chosen, setCurrency] = useState<string>();
  const [trouble, setTrouble] = useState<TypedTrouble>();
  // What was said about the last text says nothing about the next.
  const setTyped = (text: string): void => {
    setText(text);
    setTrouble(undefined);
  };
  const known = exchanges?.ok === true ? exchanges.value.exchanges : [];
  const currencies = [...new Set(known.map((exchange) => exchange.currency))].sort();
  const currency = chosen ?? currencies[0];
  const read = (): string | undefined => {
    if (currency === undefined) {
      setTrouble({ words: t('sum.noExchange') });
      return undefined;
    }
    const named = currencyTyped(typed, currencies) ?? currency;
    if (named !== currency) setCurrency(named);
    const sum = readTyped(typed, named);
    setTrouble(sum.ok ? undefined : sum.error);
    return sum.ok ? sum.value : undefined;
  };
  return { typed, setTyped, currencies, currency, setCurrency, trouble, read };
};

/** An amount, and its currency when there is a choice. `onTouched` hears of every change. */
export const SumField = ({
  sum,
  label,
  onTouched = () => undefined,
  disabled = false,
}: {
  readonly sum: SumInput;
  readonly label: Spoken;
  readonly onTouched?: () => void;
  readonly disabled?: boolean;
}): ReactNode => (
  <>
    <AmountField
      label={label}
      value={sum.typed}
      onChange={(typed) => {
        sum.setTyped(typed);
        onTouched();
      }}
      trouble={sum.trouble}
      {...(sum.currencies.length === 1 && sum.currency !== undefined ? { suffix: sum.currency } : {})}
      disabled={disabled}
    />
    {sum.currencies.length < 2 ? null : (
      <Select
        label={t('sum.currency')}
        value={sum.currency ?? ''}
        options={sum.currencies.map((currency) => [currency, shown().foreign.currency(currency)] as const)}
        onChange={(currency) => {
          sum.setCurrency(currency);
          onTouched();
        }}
        disabled={disabled}
      />
    )}
  </>
);

/** An evening, a day, a week, a month: in hours. */
const HOURS = ['4', '24', '168', '720'] as const;
const HOUR_MS = 3_600_000;
export type Hours = (typeof HOURS)[number];

/** Until when a payment or an invoice stays open. */
export const HoursField = ({
  label,
  value,
  onChange,
}: {
  readonly label: Spoken;
  readonly value: Hours;
  readonly onChange: (hours: Hours) => void;
}): ReactNode => (
  <Select
    label={label}
    value={value}
    options={HOURS.map((hours) => [hours, shown().span(Number(hours) * HOUR_MS)] as const)}
    onChange={(chosen) => {
      const hours = HOURS.find((each) => each === chosen);
      if (hours !== undefined) onChange(hours);
    }}
  />
);
