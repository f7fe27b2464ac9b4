// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { addCapped, amountToText, isZero, parseAmount, type Amount } from '../../../shared/amount.ts';
import type { AppStateView } from '../../../shared/contract.ts';
import { PLAY_PLACES } from '../../../shared/play.ts';
import type { OverviewView } from '../../../shared/view-overview.ts';
import { countryName } from '../../../shared/words/escrow.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { useAnswer } from '../../bridge.ts';
import { called, readName, shown, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Icon } from '../base/icons.tsx';
import { isZeroText, moneyText } from '../base/money.tsx';
import { priceOf } from '../copies/play-providers.tsx';
import { suggestedPlaces } from './suggested.ts';
import { isAddable, usePlaces, type Candidate, type Suggestion } from './use-places.ts';

const MEBIBYTE = 1024 * 1024;

/** Where copies go: what is suggested with its price, a folder or stick, and one press for all of them. */
export const FirstPlaces = ({
  app,
  overview,
  onNext,
}: {
  readonly app: AppStateView;
  readonly overview: OverviewView;
  readonly onNext: () => void;
}): ReactNode => {
  const suggestions = useSuggestions(app.playMoney, overview);
  const { rows, isAdding, pickFolder, drop, addAll } = usePlaces(suggestions);
  const [added, setAdded] = useState<number>();
  const ready = rows.filter(isAddable);
  const sums = totalsOf(ready);
  const add = async (): Promise<void> => {
    const count = await addAll();
    setAdded(count);
    if (count === ready.length && count > 0) onNext();
  };
  return (
    <>
      <ul className="begin-rows" aria-label={t('begin.places.list')}>
        {rows.map((row) => (
          <li key={row.target} data-state={row.state}>
            <Row row={row} disabled={isAdding} onDrop={() => drop(row.target)} />
          </li>
        ))}
        <li data-state="open">
          <span className="begin-mark">
            <Icon name="stick" />
          </span>
          <div>
            <p>
              <strong>{t('begin.places.folder')}</strong>
            </p>
            <p className="detail">{t('begin.places.folder.why')}</p>
          </div>
          <Button disabled={isAdding} onPress={() => void pickFolder()}>
            {t('addProvider.folder')}
          </Button>
        </li>
      </ul>
      {!app.playMoney && suggestions.length === 0 ? <p className="detail">{t('begin.places.none')}</p> : null}
      {sums.length > 0 ? <p className="detail">{t('begin.places.draws')}</p> : null}
      <div className="actions">
        <Button look="primary" pending={isAdding} disabled={ready.length === 0} onPress={() => void add()}>
          {sums.length === 0
            ? t('begin.places.add', { count: ready.length })
            : t('begin.places.addFor', { count: ready.length, sums })}
        </Button>
        {added !== undefined && added > 0 && !isAdding ? (
          <Button onPress={onNext}>{t('begin.places.goOn')}</Button>
        ) : null}
      </div>
    </>
  );
};

/** What a year at all of these may cost, in each currency. */
const totalsOf = (rows: readonly Candidate[]): readonly Spoken[] => {
  const sums = new Map<string, Amount>();
  for (const { offer } of rows) {
    const read = parseAmount(offer?.annualTotal ?? offer?.annualFee ?? '');
    if (!read.ok || isZero(read.value)) continue;
    const { currency } = read.value;
    const before = sums.get(currency);
    sums.set(currency, before === undefined ? read.value : addCapped(before, read.value));
  }
  return [...sums.values()].map((sum) => moneyText(amountToText(sum)));
};

/** Services of the list, and sticks that are plugged in; whoever has places already chooses further ones under Protection. */
const useSuggestions = (plays: boolean, overview: OverviewView): readonly Suggestion[] => {
  const services = useServices(plays, overview);
  const plugged = useAnswer('provider.sticks', {});
  if (overview.backup.providersTotal > 0) return [];
  const sticks = plugged?.ok === true ? plugged.value.sticks : [];
  // One is enough to begin with; it goes into a drawer, and not all of them do.
  return [...services, ...sticks.slice(0, 1).map(({ directory, name }) => ({ target: directory, name }))];
};

/** In play money its own places; else of the list those that take the money that is here or on its way. */
const useServices = (plays: boolean, { balances }: OverviewView): readonly Suggestion[] => {
  const play = useAnswer('play.providers', {}, plays);
  const known = useAnswer('known.list', {}, !plays);
  const issuers = useAnswer('exchange.list', {}, !plays);
  if (plays)
    return play?.ok === true
      ? play.value.providers.map(({ url, annualFee }) => ({
          target: url,
          name: PLAY_PLACES[isZeroText(annualFee) ? 'free' : 'paid'],
        }))
      : [];
  if (known?.ok !== true || issuers?.ok !== true) return [];
  const currencies = [...balances, ...issuers.value.exchanges].map(({ currency }) => currency);
  return suggestedPlaces(known.value.services, currencies).map(({ url, name, country }) => ({
    target: url,
    name,
    ...(country === undefined ? {} : { country }),
  }));
};

const ICON = {
  asking: 'clock',
  offered: 'server',
  silent: 'warning',
  adding: 'clock',
  added: 'check',
  failed: 'warning',
} as const;

const Row = ({
  row,
  disabled,
  onDrop,
}: {
  readonly row: Candidate;
  readonly disabled: boolean;
  readonly onDrop: () => void;
}): ReactNode => {
  const { target, name, offer, failure, state } = row;
  return (
    <>
      <span className="begin-mark" data-state={state}>
        <Icon name={state === 'offered' && offer !== undefined ? offer.icon : ICON[state]} />
      </span>
      <div>
        <p>
          <strong>{called(name ?? offer?.suggestedName ?? '', target)}</strong>
        </p>
        {offer === undefined || !offer.takesFee ? null : <p className="begin-price">{priceOf(offer)}</p>}
        <p className="detail">{wordsOf(row)}</p>
        {offer?.sameDisk === true ? <p className="detail begin-warn">{t('consent.sameDisk')}</p> : null}
        {offer !== undefined && offer.fields.length > 0 ? <p className="detail">{t('begin.places.asks')}</p> : null}
        <Failure failure={failure} />
      </div>
      {state === 'adding' || state === 'added' ? (
        <span className="detail" role="status">
          {t(`begin.places.${state}`)}
        </span>
      ) : (
        <Button
          look="quiet"
          disabled={disabled}
          label={t('begin.places.dropThis', { name: readName(name ?? offer?.suggestedName ?? target, target) })}
          onPress={onDrop}
        >
          {t('begin.places.drop')}
        </Button>
      )}
    </>
  );
};

/** Where it is, and how much it keeps. */
const wordsOf = ({ target, country, offer, state }: Candidate): ReactNode => {
  if (state === 'asking') return t('begin.places.asking');
  const host: Spoken | undefined = /^https?:/i.test(target) ? shown().foreign.host(new URL(target).host) : undefined;
  return (
    <>
      {host === undefined ? shown().foreign.file(target) : host}
      {country === undefined ? null : <> · {countryName(shown(), country)}</>}
      {offer?.storageLimitMb === undefined ? null : (
        <> · {t('begin.places.limit', { size: offer.storageLimitMb * MEBIBYTE })}</>
      )}
    </>
  );
};
