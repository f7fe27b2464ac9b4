// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { EscrowCountryView, EscrowStandingView, EscrowView } from '../../../shared/view-escrow.ts';
import { countryName, placeSaid } from '../../../shared/words/escrow.ts';
import type { Request } from '../../bridge.ts';
import { shown, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Icon } from '../base/icons.tsx';
import { Facts, Section } from '../base/layout.tsx';
import { saying } from '../base/saying.ts';
import { When } from '../base/when.tsx';
import { useTopOfPage } from '../base/top-of-page.ts';
import { ForgetEscrow } from './forget.tsx';
import { NextStep } from './next-step.tsx';
import { placeName } from './places.tsx';
import { sums } from './plan.tsx';
import { Rehearsals } from './rehearsals.tsx';
import { EscrowSteps } from './steps.tsx';
import { UpdateWithData } from './update.tsx';

const TONE = { current: 'good', uploading: 'plain', behind: 'warn', 'wants-data': 'warn' } as const;
const ICON = {
  current: 'shield-anchor',
  uploading: 'turning',
  behind: 'shield-half',
  'wants-data': 'shield-half',
} as const;

/** The escrow that there is: how it stands, the one thing to do next, its ways and its places. */
export const EscrowStanding = ({
  escrow,
  countries,
  forget,
  onAnew,
}: {
  readonly escrow: EscrowView;
  readonly countries: readonly EscrowCountryView[];
  readonly forget: Request<'escrow.forget'>;
  readonly onAnew: () => void;
}): ReactNode => {
  useTopOfPage('escrow');
  return (
    <>
      {escrow.step === 'uploading' || isUntried(escrow) ? <EscrowSteps at="done" /> : null}
      <EscrowCard escrow={escrow}>
        {wantsMethods(escrow) ? (
          <div className="actions">
            <Button look="primary" onPress={onAnew}>
              {t('escrowNow.anew')}
            </Button>
          </div>
        ) : (
          <NextStep escrow={escrow} />
        )}
      </EscrowCard>
      {escrow.step === 'wants-data' && !wantsMethods(escrow) ? (
        <UpdateWithData countries={countries} country={escrow.country} />
      ) : null}
      <Section title={t('escrowNow.places')}>
        <ul className="sources">
          {escrow.places.map((place) => (
            <li key={place.url}>
              <Place place={place} />
            </li>
          ))}
        </ul>
      </Section>
      <Rehearsals escrow={escrow} />
      <Section title={t('escrowNow.more')}>
        <div className="card form">
          <Facts
            facts={[
              [t('escrowNow.country'), countryName(shown(), escrow.country)],
              [t('escrowNow.number'), <span key="n">{escrow.walletId}</span>],
              [t('escrowNow.agreed'), sums(escrow.agreed)],
              [t('escrowNow.person'), t(escrow.remembersPerson ? 'escrowNow.person.kept' : 'escrowNow.person.asked')],
            ]}
          />
          <div className="actions">
            <Button onPress={onAnew}>{t('escrowNow.change')}</Button>
            <ForgetEscrow forget={forget} />
          </div>
        </div>
      </Section>
    </>
  );
};

const isUntried = ({ step, methods }: EscrowView): boolean =>
  step === 'current' && methods.every(({ rehearsedAt }) => rehearsedAt === undefined);

/** For a new secret the ways themselves are wanted again. */
const wantsMethods = ({ said }: EscrowView): boolean => said.some(({ kind }) => kind === 'methods-wanted');

/** The card says so itself. */
const SAID_ALREADY: ReadonlySet<string> = new Set(['data-wanted']);

/** What changed a moment ago and is on its way by itself alarms nobody. */
const lookOf = ({ step, said, places }: EscrowView): EscrowView['step'] =>
  step === 'behind' && said.length === 0 && places.every((place) => place.said.length === 0) ? 'uploading' : step;

/** The state in a word and its sentences; the same here and on the page of the backup. */
const EscrowCard = ({
  escrow,
  children,
}: {
  readonly escrow: EscrowView;
  readonly children?: ReactNode;
}): ReactNode => (
  <div className="safety" data-tone={TONE[lookOf(escrow)]} data-state={escrow.step} role="status">
    <span className="safety-icon" data-turning={lookOf(escrow) === 'uploading'}>
      <Icon name={ICON[lookOf(escrow)]} />
    </span>
    <div className="safety-words">
      {wantsMethods(escrow) ? (
        <p className="safety-state">{t('escrowNow.wantsMethods')}</p>
      ) : (
        <>
          <p className="safety-state">{t(`escrowStep.${escrow.step}`)}</p>
          <p>
            {t(`escrowStepWhy.${escrow.step}`, {
              needed: escrow.needed,
              count: escrow.methods.length,
              places: escrow.places.filter(({ isCurrent }) => isCurrent).length,
            })}
          </p>
        </>
      )}
      {isUntried(escrow) ? <p className="safety-note">{t('escrowNow.untried')}</p> : null}
      {escrow.said
        .filter((each) => !SAID_ALREADY.has(each.kind))
        .map((each, at) => (
          <p key={`${each.kind} ${at}`} className="safety-note">
            {saying('escrow', [each])}
          </p>
        ))}
    </div>
    {children}
  </div>
);

const Place = ({ place }: { readonly place: EscrowStandingView }): ReactNode => (
  <div className="source">
    {place.isCurrent || place.storedAt !== undefined ? (
      <span className="tag" data-tone={place.isCurrent ? 'good' : 'warn'}>
        {t(place.isCurrent ? 'escrowNow.current' : 'escrowNow.behind')}
      </span>
    ) : (
      <span className="tag" data-tone="plain">
        {t('escrowNow.coming')}
      </span>
    )}
    <div>
      <p>
        <strong>{placeName(place.url)}</strong>
      </p>
      <p className="detail">
        {place.storedAt === undefined ? (
          // What came back with the wallet was stored by the computer that is gone.
          t(place.isCurrent ? 'escrowNow.before' : 'escrowNow.never')
        ) : (
          <>
            {t('escrowNow.stored')} <When ms={place.storedAt} />
          </>
        )}
        {place.paidUntil === undefined ? null : (
          <>
            {' · '}
            {t(place.isFree === true ? 'escrowNow.keptUntil' : 'escrowNow.paidUntil')}{' '}
            <When ms={place.paidUntil} precision="day" />
          </>
        )}
      </p>
      {place.said.map((each, at) => (
        <p key={`${each.kind} ${at}`} className="detail">
          {placeSaid(shown(), each)}
        </p>
      ))}
    </div>
  </div>
);
