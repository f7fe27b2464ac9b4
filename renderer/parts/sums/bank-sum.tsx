// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import type { BankOfferView } from '../../../shared/view-bank.ts';
import { t } from '../../words.ts';
import { AmountField } from '../base/amount-field.tsx';
import { Button } from '../base/controls.tsx';
import { Money } from '../base/money.tsx';
import { readTyped, typedText, type TypedTrouble } from '../base/typed-sum.ts';
import type { Fact } from '../base/agree-parts.tsx';

/** What bank and card take beside the sum, in rows of the agreement. */
export const chargesOf = ({ cardFees, wireFee }: BankOfferView): readonly Fact[] => [
  cardFees === undefined ? null : [t('bank.cardFees'), <Money key="card" text={cardFees} />],
  wireFee === undefined ? null : [t('bank.wireFee'), <Money key="wire" text={wireFee} />],
];

/** A sum that the bank leaves to the person, within what it says; `onAsk` hears of one that can be read. */
export const BankSum = ({
  choose: { currency, suggested, most },
  pending,
  disabled,
  onTouched,
  onAsk,
}: {
  readonly choose: NonNullable<BankOfferView['choose']>;
  readonly pending: boolean;
  readonly disabled: boolean;
  readonly onTouched: () => void;
  readonly onAsk: (amount: string) => void;
}): ReactNode => {
  const [typed, setTyped] = useState(suggested === undefined ? '' : typedText(suggested));
  const [trouble, setTrouble] = useState<TypedTrouble>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readTyped(typed, currency);
    setTrouble(read.ok ? undefined : read.error);
    if (read.ok && !pending && !disabled) onAsk(read.value);
  };
  return (
    <form className="card form" onSubmit={submit}>
      <p>{most === undefined ? t('bank.choose') : t('bank.choose.most', { most })}</p>
      <div className="inline">
        <AmountField
          label={t('add.amount')}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setTrouble(undefined);
            onTouched();
          }}
          trouble={trouble}
          suffix={currency}
          disabled={disabled}
        />
        <Button type="submit" pending={pending} disabled={disabled}>
          {t('send.look')}
        </Button>
      </div>
    </form>
  );
};
