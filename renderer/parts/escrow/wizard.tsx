// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import type { EscrowCountryView } from '../../../shared/view-escrow.ts';
import type { Request } from '../../bridge.ts';
import { ask } from '../../bridge.ts';
import type { FailureView } from '../../../shared/view.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { useTopOfPage } from '../base/top-of-page.ts';
import { likelyCountry } from './country.ts';
import { emptyDraft, withMethods, type Person } from './draft.ts';
import { useOffers } from './offers.ts';
import { askable, LookAgain, PersonFields } from './person-fields.tsx';
import { PlacesStep } from './places-step.tsx';
import { EscrowSteps, type EscrowStep } from './steps.tsx';
import { WaysStep } from './ways-step.tsx';

/** Three questions and one yes. What is typed stays while one goes back and forth, and is gone with the page. */
export const EscrowWizard = ({
  countries,
  setUp,
  onDone,
  onLeave,
}: {
  readonly countries: readonly EscrowCountryView[];
  readonly setUp: Request<'escrow.setUp'>;
  readonly onDone: () => void;
  /** where there is an escrow already: back to it, and nothing is changed */
  readonly onLeave?: () => void;
}): ReactNode => {
  const [draft, setDraft] = useState(() => emptyDraft(likelyCountry(countries)));
  const [step, setStep] = useState<Exclude<EscrowStep, 'done'>>('person');
  const offers = useOffers(draft.typed);
  useTopOfPage(step);
  return (
    <>
      <EscrowSteps at={step} />
      {onLeave === undefined || setUp.pending ? null : <Anew onLeave={onLeave} />}
      {step === 'person' ? (
        <PersonStep
          countries={countries}
          person={draft.person}
          onChange={(person) => setDraft({ ...draft, person })}
          onNext={() => setStep('ways')}
        />
      ) : step === 'ways' ? (
        <WaysStep
          methods={draft.methods}
          places={offers.places}
          onChange={(methods) => setDraft(withMethods(draft, methods))}
          onBack={() => setStep('person')}
          onNext={() => setStep('places')}
        />
      ) : (
        <PlacesStep
          draft={draft}
          offers={offers}
          setUp={setUp}
          onChange={(changed) => {
            setUp.reset();
            setDraft(changed);
          }}
          onBack={() => setStep('ways')}
          onDone={onDone}
        />
      )}
    </>
  );
};

/** Until the new one is agreed to the old one stays as it is. */
const Anew = ({ onLeave }: { readonly onLeave: () => void }): ReactNode => (
  <Notice tone="plain">
    <p>{t('escrowPage.anew')}</p>
    <div className="actions">
      <Button look="quiet" onPress={onLeave}>
        {t('escrowPage.leave')}
      </Button>
    </div>
  </Notice>
);

const PersonStep = ({
  countries,
  person,
  onChange,
  onNext,
}: {
  readonly countries: readonly EscrowCountryView[];
  readonly person: Person;
  readonly onChange: (person: Person) => void;
  readonly onNext: () => void;
}): ReactNode => {
  const { tried, failure, isDoubted, submit } = useChecked(person, onNext);
  return (
    <form className="card form" onSubmit={(event) => void submit(event)}>
      <h2>{t('escrowPerson.title')}</h2>
      <p>{t('escrowPerson.words')}</p>
      <PersonFields countries={countries} person={person} onChange={onChange} tried={tried} />
      {isDoubted ? <LookAgain /> : null}
      {failure === undefined ? null : <Failure failure={failure} />}
      <p className="detail">{t('escrowPerson.kept')}</p>
      <div className="actions">
        <Button look="primary" type="submit">
          {t('escrowPage.next')}
        </Button>
      </div>
    </form>
  );
};

/** Goes on once nothing that was typed is refused; where something looks mistyped, only after it could be seen. */
export const useChecked = (person: Person, onGood: () => void) => {
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<FailureView>();
  const [doubted, setDoubted] = useState<string>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const asked = askable(person);
    const answer = await ask('escrow.check', asked);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok || answer.value.troubles.some(({ refused }) => refused)) return;
    const typed = JSON.stringify(asked);
    if (answer.value.troubles.length === 0 || doubted === typed) onGood();
    else setDoubted(typed);
  };
  const isDoubted = doubted === JSON.stringify(askable(person));
  return { tried, failure, isDoubted, submit };
};
