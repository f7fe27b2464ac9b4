// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import type { EscrowOfferView, EscrowPlaceView } from '../../../shared/view-escrow.ts';
import { wayName as nameOfWay } from '../../../shared/words/escrow.ts';
import { apart } from '../../../shared/words/party.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { readKeeper, shown, t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { isZeroText } from '../base/money.tsx';
import { saying } from '../base/saying.ts';
import { Check } from './check.tsx';
import { MOST_PLACES } from './draft.ts';
import type { Offers } from './offers.ts';

/** A place of escrow by its host: how it calls itself is a quotation. */
export const placeName = (url: string): Spoken => apart(shown(), shown().foreign.place(url));

/** A way to prove who one is, in a person's words. */
export const wayName = (type: string): Spoken => nameOfWay(shown(), type);

/** The places that were asked, each with its offer or why there is none; more can be typed. */
export const Places = ({
  offers,
  refused,
  typed,
  onRefuse,
  onType,
  disabled,
}: {
  readonly offers: Offers;
  readonly refused: readonly string[];
  readonly typed: readonly string[];
  readonly onRefuse: (refused: readonly string[]) => void;
  readonly onType: (typed: readonly string[]) => void;
  readonly disabled: boolean;
}): ReactNode => {
  const [address, setAddress] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const url = address.trim();
    if (url === '' || offers.pending) return;
    onType([...new Set([...typed, url])]);
    setAddress('');
  };
  return (
    <>
      {offers.pending && offers.places.length === 0 ? (
        <p className="detail" role="status">
          {t('escrowPlaces.asking')}
        </p>
      ) : null}
      {offers.failure === undefined ? null : <Failure failure={offers.failure} />}
      <ul className="sources">
        {offers.places.map((place) => (
          <li key={place.url}>
            <Place
              place={place}
              chosen={!refused.includes(place.url)}
              disabled={disabled}
              onChoose={(chosen) =>
                onRefuse(chosen ? refused.filter((url) => url !== place.url) : [...refused, place.url])
              }
            />
          </li>
        ))}
      </ul>
      {offers.urls.length >= MOST_PLACES ? null : (
        <form onSubmit={submit}>
          <div className="inline">
            <Field
              label={t(offers.urls.length === 0 ? 'escrowPlaces.first' : 'escrowPlaces.another')}
              long
              value={address}
              onChange={setAddress}
              help={t('escrowPlaces.help')}
              disabled={disabled}
            />
            <Button type="submit" pending={offers.pending} disabled={disabled}>
              {t('addProvider.look')}
            </Button>
          </div>
        </form>
      )}
    </>
  );
};

const Place = ({
  place: { url, offer, why },
  chosen,
  disabled,
  onChoose,
}: {
  readonly place: EscrowPlaceView;
  readonly chosen: boolean;
  readonly disabled: boolean;
  readonly onChoose: (chosen: boolean) => void;
}): ReactNode =>
  offer === undefined ? (
    <div className="source">
      <div>
        <p>
          <strong>{placeName(url)}</strong>
        </p>
        <p className="detail">{why === undefined ? t('escrowPlaces.silent') : saying('escrow', [why])}</p>
      </div>
    </div>
  ) : (
    <div className="source escrow-place">
      <Check
        chosen={chosen}
        onChange={onChoose}
        disabled={disabled}
        label={placeName(url)}
        why={t('escrowPlaces.calls', { name: readKeeper(offer.businessName, offer.url) })}
      />
      <Offer offer={offer} />
    </div>
  );

const Offer = ({ offer }: { readonly offer: EscrowOfferView }): ReactNode => (
  <div className="escrow-offer">
    <p className="detail">{yearly(offer)}</p>
    <p className="detail">
      {t('escrowPlaces.ways', {
        ways: shown().list(
          offer.methods.map(({ type, fee }) =>
            isZeroText(fee) ? wayName(type) : t('escrowPlaces.wayFee', { way: wayName(type), fee }),
          ),
        ),
      })}
    </p>
  </div>
);

/** What it costs each year: to be kept there at all, and for each way. */
export const yearly = ({ annualFee, truthFee }: EscrowOfferView): Spoken =>
  isZeroText(annualFee) && isZeroText(truthFee)
    ? t('escrowPlaces.free')
    : isZeroText(truthFee)
      ? t('escrowPlaces.yearly', { fee: annualFee })
      : t('escrowPlaces.yearlyWay', { fee: annualFee, each: truthFee });
