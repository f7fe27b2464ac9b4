// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState, type ReactNode } from 'react';
import type { RequestInput } from '../../../shared/contract.ts';
import type { EscrowCountryView, IdentityFieldView, IdentityTroubleView } from '../../../shared/view-escrow.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { fieldHelp, fieldLabel } from '../../../shared/words/escrow.ts';
import { ask } from '../../bridge.ts';
import { shown, t } from '../../words.ts';
import { Field } from '../base/controls.tsx';
import { Notice } from '../base/failure.tsx';
import { Select } from '../base/select.tsx';
import { countryOptions } from './country.ts';
import type { Person } from './draft.ts';

/** Nobody types the next letter after that. */
const PAUSE_MS = 300;
const MAX_VALUE = 200;

/** The country, and what a person of it is asked for; a mistake is named while it can still be seen on the paper. */
export const PersonFields = ({
  countries,
  person,
  onChange,
  tried,
  disabled = false,
}: {
  readonly countries: readonly EscrowCountryView[];
  readonly person: Person;
  readonly onChange: (person: Person) => void;
  /** the person wanted to go on: what is missing is named from now on */
  readonly tried: boolean;
  readonly disabled?: boolean;
}): ReactNode => {
  const troubles = useTroubles(person);
  const fields = countries.find(({ code }) => code === person.country)?.fields ?? [];
  return (
    <>
      <Select
        label={t('escrowPage.country')}
        value={person.country}
        options={countryOptions(countries)}
        onChange={(country) => onChange({ ...person, country })}
        disabled={disabled}
      />
      {fields.map((field) => (
        <PersonField
          key={field.name}
          country={person.country}
          field={field}
          value={person.attributes[field.name] ?? ''}
          trouble={troubles.find((trouble) => trouble.field === field.name)}
          tried={tried}
          disabled={disabled}
          onChange={(value) => onChange({ ...person, attributes: { ...person.attributes, [field.name]: value } })}
        />
      ))}
    </>
  );
};

const PersonField = ({
  country,
  field,
  value,
  trouble,
  tried,
  disabled,
  onChange,
}: {
  readonly country: string;
  readonly field: IdentityFieldView;
  readonly value: string;
  readonly trouble: IdentityTroubleView | undefined;
  readonly tried: boolean;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}): ReactNode => {
  const isNamed = trouble !== undefined && (value.trim() !== '' || tried);
  const doubt = isNamed && !trouble.refused ? t(`escrowTrouble.${trouble.why}`) : undefined;
  const help = dayOf(field, value) ?? fieldHelp(shown(), country, field.name);
  return (
    <Field
      label={fieldLabel(shown(), country, field)}
      value={value}
      onChange={onChange}
      type={field.type === 'date' ? 'date' : 'text'}
      maxLength={MAX_VALUE}
      disabled={disabled}
      error={isNamed && trouble.refused ? t(`escrowTrouble.${trouble.why}`) : undefined}
      {...(doubt === undefined ? (help === undefined ? {} : { help }) : { help: <Doubt said={doubt} /> })}
    />
  );
};

/** A day as one reads it: fields for days show month and day in another order than some write them. */
const dayOf = ({ type }: IdentityFieldView, value: string): Spoken | undefined => {
  const at = type === 'date' ? Date.parse(`${value}T12:00`) : Number.NaN;
  return Number.isNaN(at) ? undefined : t('escrowPerson.day', { day: at });
};

const Doubt = ({ said }: { readonly said: Spoken }): ReactNode => (
  <span className="doubt" role="status">
    {said}
  </span>
);

/** Said where one wanted to go on, with something above that looks mistyped. */
export const LookAgain = (): ReactNode => (
  <Notice tone="warn" live>
    <p>{t('escrowPerson.lookAgain')}</p>
  </Notice>
);

/** What is wrong with what is typed, asked when nobody types; what was said of an older text is not said of this one. */
const useTroubles = ({ country, attributes }: Person): readonly IdentityTroubleView[] => {
  const [troubles, setTroubles] = useState<readonly IdentityTroubleView[]>([]);
  const typed = JSON.stringify(askable({ country, attributes }));
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => {
      void ask('escrow.check', JSON.parse(typed) as RequestInput<'escrow.check'>).then((answer) => {
        if (!isOver && answer.ok) setTroubles(answer.value.troubles);
      });
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [typed]);
  return troubles;
};

/** As it is asked about: what stays of another country's fields is not this one's. */
export const askable = ({ country, attributes }: Person): { country: string; attributes: Record<string, string> } => ({
  country,
  attributes: Object.fromEntries(Object.entries(attributes).filter(([, value]) => value.trim() !== '')),
});
