// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { row, t } from '../../words.ts';
import { Button, Field, type FieldProps } from './controls.tsx';
import { moneyText } from './money.tsx';
import { typedText, type TypedTrouble } from './typed-sum.ts';

/** A field for a sum. What can mean two sums is answered by a press: the field then says it so that it can mean one only. */
export const AmountField = ({
  trouble,
  ...field
}: Omit<FieldProps, 'error' | 'mode' | 'type'> & { readonly trouble: TypedTrouble | undefined }): ReactNode => (
  <div className="amount-field">
    <Field
      {...field}
      mode="decimal"
      error={trouble?.readings === undefined ? trouble?.words : t('amount.which', { typed: row(field.value) })}
      maxLength={40}
    />
    {trouble?.readings === undefined ? null : (
      <div className="actions" role="group" aria-label={t('amount.readings')}>
        {trouble.readings.map((reading) => (
          <Button key={reading} disabled={field.disabled ?? false} onPress={() => field.onChange(typedText(reading))}>
            {moneyText(reading)}
          </Button>
        ))}
      </div>
    )}
  </div>
);
