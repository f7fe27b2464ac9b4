// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../shared/amount.ts';
import { typeable } from '../../../shared/currency-look.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { useState, type ReactNode } from 'react';
import type { Result } from '../../../shared/result.ts';
import type { FailureView, MostView } from '../../../shared/view.ts';
import { useAnswer } from '../../bridge.ts';
import { shown, t } from '../../words.ts';
import { AmountField } from '../base/amount-field.tsx';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { isZeroText } from '../base/money.tsx';
import { currencyTyped, readTyped, typedText, type TypedTrouble } from '../base/typed-sum.ts';
import { Select } from '../base/select.tsx';

/** A sum being typed: what is in the field, in which currency, and how to read it. */
export type SumInput = {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly currencies: readonly string[];
  readonly currency: string | undefined;
  readonly setCurrency: (currency: string) => void;
  readonly trouble: TypedTrouble | undefined;
  /** says something beside the field until it is changed */
  readonly say: (words: Spoken) => void;
  /** the sum in canonical text, or undefined after the field has said what is wrong with it */
  readonly read: () => string | undefined;
};

/** The state behind a `SumField`; the currencies are those of the exchanges this wallet knows, or the only one it may be. */
export const useSum = (start = '', only?: string): SumInput => {
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
  const currencies = only === undefined ? [...new Set(known.map((exchange) => exchange.currency))].sort() : [only];
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
  const say = (words: Spoken): void => setTrouble({ words });
  return { typed, setTyped, currencies, currency, setCurrency, trouble, say, read };
};

/** Asks what there is at most in a currency, after fees; undefined where something else has to be written first, which was said. */
export type Most = (currency: string) => Promise<Result<MostView, FailureView> | undefined>;

/** The button that puts the most there is into the field. It asks the wallet first, which may have change to make ready. */
const MostButton = ({
  sum,
  most,
  onTouched,
  disabled,
  onFailed,
}: {
  readonly sum: SumInput;
  readonly most: Most;
  readonly onTouched: () => void;
  readonly disabled: boolean;
  readonly onFailed: (failure: FailureView | undefined) => void;
}): ReactNode => {
  const [pending, setPending] = useState(false);
  const { currency } = sum;
  const fill = async (): Promise<void> => {
    if (currency === undefined || pending) return;
    setPending(true);
    onFailed(undefined);
    const answer = await most(currency);
    setPending(false);
    if (answer === undefined) return;
    if (!answer.ok) {
      onFailed(answer.error);
      return;
    }
    onTouched();
    const all = amountToText(typeable(amount(answer.value.amount)));
    if (isZeroText(all)) sum.say(t('sum.most.nothing'));
    else sum.setTyped(typedText(all));
  };
  return (
    <Button
      look="quiet"
      pending={pending}
      disabled={disabled || currency === undefined}
      onPress={() => void fill()}
      label={t('sum.most.label')}
    >
      {t('sum.most')}
    </Button>
  );
};

/** An amount, and its currency when there is a choice. `onTouched` hears of every change. */
export const SumField = ({
  sum,
  label,
  onTouched = () => undefined,
  disabled = false,
  most,
}: {
  readonly sum: SumInput;
  readonly label: Spoken;
  readonly onTouched?: () => void;
  readonly disabled?: boolean;
  readonly most?: Most;
}): ReactNode => {
  const [failure, setFailure] = useState<FailureView>();
  return (
    <>
      <AmountField
        label={label}
        value={sum.typed}
        onChange={(typed) => {
          sum.setTyped(typed);
          setFailure(undefined);
          onTouched();
        }}
        trouble={sum.trouble}
        beside={
          most === undefined ? null : (
            <MostButton sum={sum} most={most} onTouched={onTouched} disabled={disabled} onFailed={setFailure} />
          )
        }
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
      <Failure failure={failure} />
    </>
  );
};

/** An evening, a day, a week, a month: in hours. */
const HOURS = ['4', '24', '168', '720'] as const;
const HOUR_MS = 3_600_000;
export type Hours = (typeof HOURS)[number];

/** Until when a payment or an invoice stays open. */
export const HoursField = ({
  label,
  value,
  onChange,
  disabled = false,
}: {
  readonly label: Spoken;
  readonly disabled?: boolean;
  readonly value: Hours;
  readonly onChange: (hours: Hours) => void;
}): ReactNode => (
  <Select
    label={label}
    value={value}
    disabled={disabled}
    options={HOURS.map((hours) => [hours, shown().span(Number(hours) * HOUR_MS)] as const)}
    onChange={(chosen) => {
      const hours = HOURS.find((each) => each === chosen);
      if (hours !== undefined) onChange(hours);
    }}
  />
);
