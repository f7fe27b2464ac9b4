// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { EscrowCountryView } from '../../../shared/view-escrow.ts';
import type { RecoverySearchView } from '../../../shared/view-escrow-recovery.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button, NumberedArea } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { likelyCountry } from './country.ts';
import type { Person } from './draft.ts';
import { Found } from './found.tsx';
import { askable, LookAgain, PersonFields } from './person-fields.tsx';
import { placeName } from './places.tsx';
import { PlayPlaces } from './play-places.tsx';
import { useChecked } from './wizard.tsx';

const MOST_PLACES = 20;

/** Who somebody is and where they think it lies; then what was found there, by name and date. */
export const FindForm = ({ countries }: { readonly countries: readonly EscrowCountryView[] }): ReactNode => {
  const [person, setPerson] = useState<Person>(() => ({ country: likelyCountry(countries), attributes: {} }));
  const [places, setPlaces] = useState('');
  const find = useRequest('recover.find');
  const named = linesOf(places);
  const { tried, failure, isDoubted, submit } = useChecked(person, () => {
    if (!find.pending) void find.send({ ...askable(person), places: [...named], alsoKnown: true });
  });
  const found: RecoverySearchView | undefined = find.answer?.ok === true ? find.answer.value : undefined;
  return (
    <>
      <form className="card form" onSubmit={(event) => void submit(event)}>
        <h2>{t('regain.person')}</h2>
        <p>{t('regain.person.words')}</p>
        <PersonFields
          countries={countries}
          person={person}
          onChange={(changed) => {
            setPerson(changed);
            find.reset();
          }}
          tried={tried}
          disabled={find.pending}
        />
        <NumberedArea
          label={t('regain.places')}
          value={places}
          onChange={(written) => {
            setPlaces(written);
            find.reset();
          }}
          rows={2}
          help={<KnownPlaces />}
        />
        <PlayPlaces />
        {isDoubted ? <LookAgain /> : null}
        {failure === undefined ? null : <Failure failure={failure} />}
        {find.answer?.ok === false && find.answer.error.kind !== 'search-stopped' ? (
          <Failure failure={find.answer.error} />
        ) : null}
        <div className="actions">
          {find.pending ? <StopSearch /> : null}
          <Button
            look={found?.secrets.some(({ isOurs }) => isOurs) === true ? 'plain' : 'primary'}
            icon="restore"
            type="submit"
            pending={find.pending}
          >
            {t('regain.find')}
          </Button>
        </div>
      </form>
      {find.pending ? <Asking named={named} /> : null}
      {found === undefined ? null : <Found found={found} />}
    </>
  );
};

/** Nobody has to wait for the slowest place: the search ends at once. */
const StopSearch = (): ReactNode => {
  const stop = useRequest('recover.stop');
  return (
    <Button pending={stop.pending} onPress={() => void stop.send({})}>
      {t('regain.stopSearch')}
    </Button>
  );
};

/** Who is asked at this moment. */
const Asking = ({ named }: { readonly named: readonly string[] }): ReactNode => {
  const suggested = useAnswer('escrow.suggested', {});
  const known = suggested?.ok === true ? suggested.value.places : [];
  return (
    <Section title={t('regain.asked')}>
      <p className="detail" role="status">
        {t('regain.finding')}
      </p>
      <ul className="sources">
        {[...new Set([...named, ...known])].map((url) => (
          <li key={url} className="source">
            <span className="tag" data-tone="plain">
              {t('restore.asking')}
            </span>
            <p>
              <strong>{placeName(url)}</strong>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MOST_PLACES);

/** Places that this program knows by itself are asked as well. */
const KnownPlaces = (): ReactNode => {
  const suggested = useAnswer('escrow.suggested', {});
  const count = suggested?.ok === true ? suggested.value.places.length : 0;
  return count === 0 ? t('regain.places.help') : t('regain.places.known', { count });
};
