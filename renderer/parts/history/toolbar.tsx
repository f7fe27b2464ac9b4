// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { LINE_STATES, LINE_TYPES } from '../../../shared/view-history.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { shown, t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Select } from '../base/select.tsx';
import { EVERYTHING, TIMES, type Wanted } from './wanted.ts';

/** Search and filters; what they come to is said below them. */
export const Toolbar = ({
  wanted,
  currencies,
  onChange,
}: {
  readonly wanted: Wanted;
  readonly currencies: readonly string[];
  readonly onChange: (wanted: Wanted) => void;
}): ReactNode => {
  const set = (change: Partial<Wanted>): void => onChange({ ...wanted, ...change });
  const any = ['', t('history.any')] as const;
  const isNarrowed = JSON.stringify(wanted) !== JSON.stringify(EVERYTHING);
  return (
    <search className="history-tools">
      <Field label={t('history.search')} value={wanted.text} maxLength={200} onChange={(text) => set({ text })} />
      <Select
        label={t('history.filter.type')}
        value={wanted.type}
        options={[any, ...LINE_TYPES.map((type) => [type, t(`history.type.${type}`)] as const)]}
        onChange={(type) => set({ type })}
      />
      <Select
        label={t('history.filter.state')}
        value={wanted.state}
        options={[any, ...LINE_STATES.map((state) => [state, t(`history.state.${state}`)] as const)]}
        onChange={(state) => set({ state })}
      />
      {currencies.length < 2 ? null : (
        <Select
          label={t('history.filter.currency')}
          value={wanted.currency}
          options={[any, ...currencies.map((each) => [each, shown().foreign.currency(each)] as const)]}
          onChange={(currency) => set({ currency })}
        />
      )}
      <Select
        label={t('history.filter.time')}
        value={wanted.time}
        options={TIMES.map((time) => [time, timeName(time)] as const)}
        onChange={(time) => set({ time: TIMES.find((each) => each === time) ?? 'any' })}
      />
      {wanted.time === 'own' ? (
        <>
          <Field label={t('history.from')} type="date" value={wanted.from} onChange={(from) => set({ from })} />
          <Field label={t('history.to')} type="date" value={wanted.to} onChange={(to) => set({ to })} />
        </>
      ) : null}
      {isNarrowed ? (
        <Button look="quiet" onPress={() => onChange(EVERYTHING)}>
          {t('history.all')}
        </Button>
      ) : null}
    </search>
  );
};

const timeName = (time: Wanted['time']): Spoken => (time === 'any' ? t('history.any') : t(`history.time.${time}`));
