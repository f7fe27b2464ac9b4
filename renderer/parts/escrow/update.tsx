// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { EscrowCountryView } from '../../../shared/view-escrow.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import type { Person } from './draft.ts';
import { askable, LookAgain, PersonFields } from './person-fields.tsx';
import { useChecked } from './wizard.tsx';

/** A person's data is asked for again where it is not kept: what the places have follows only then. */
export const UpdateWithData = ({
  countries,
  country,
}: {
  readonly countries: readonly EscrowCountryView[];
  readonly country: string;
}): ReactNode => {
  const [person, setPerson] = useState<Person>({ country, attributes: {} });
  const update = useRequest('escrow.update');
  const { tried, failure, isDoubted, submit } = useChecked(person, () => void update.send(askable(person)));
  return (
    <Section title={t('escrowUpdate.title')}>
      <form className="card form" onSubmit={(event) => void submit(event)}>
        <p>{t('escrowUpdate.words')}</p>
        <PersonFields
          countries={countries}
          person={person}
          onChange={setPerson}
          tried={tried}
          disabled={update.pending}
        />
        {isDoubted ? <LookAgain /> : null}
        {failure === undefined ? null : <Failure failure={failure} />}
        {update.answer?.ok === false ? <Failure failure={update.answer.error} /> : null}
        <div className="actions">
          <Button look="primary" type="submit" pending={update.pending}>
            {t('escrowNow.update')}
          </Button>
        </div>
      </form>
    </Section>
  );
};
