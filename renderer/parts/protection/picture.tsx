// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { BackupStatusView, ProviderView } from '../../../shared/view-backup.ts';
import { joined, type Spoken } from '../../../shared/words/spoken.ts';
import { called, shown, t } from '../../words.ts';
import { Icon } from '../base/icons.tsx';
import { placeState } from './place-state.ts';

/** So many places are drawn; the rest is a number. */
const DRAWN = 5;

type Link = 'whole' | 'part' | 'none';

/**
 * This computer, the places that keep its copies, and the paper that leads to them, with an arrow for each and how fresh it is. A whole
 * line is a copy of everything (or a sheet that names the place), a dashed one of less, and none is none. Whoever hears it gets the same
 * as sentences.
 */
export const Picture = ({
  status,
  places,
}: {
  readonly status: BackupStatusView;
  readonly places: readonly ProviderView[];
}): ReactNode => {
  const drawn = needy(places).slice(0, DRAWN);
  return (
    <figure className="picture" role="img" aria-label={inWords(status, places)}>
      <div className="picture-end" data-side="computer">
        <span className="picture-icon">
          <Icon name="computer" />
        </span>
        <p>{t('picture.computer')}</p>
        {status.changedAt === undefined ? null : (
          <p className="detail">{t('picture.changed', { at: status.changedAt })}</p>
        )}
      </div>
      <ul className="picture-places">
        {drawn.map((place) => (
          <PlaceLine key={place.id} place={place} status={status} />
        ))}
        {places.length === 0 ? (
          <li className="picture-line">
            <Line link="none" />
            <span className="picture-place" data-tone="bad">
              <Icon name="close" />
              <span>{t('picture.noPlace')}</span>
            </span>
            <Line link="none" />
          </li>
        ) : null}
        {places.length > drawn.length ? (
          <li className="picture-more detail">{t('picture.more', { count: places.length - drawn.length })}</li>
        ) : null}
      </ul>
      <Paper status={status} />
    </figure>
  );
};

const PlaceLine = ({
  place,
  status,
}: {
  readonly place: ProviderView;
  readonly status: BackupStatusView;
}): ReactNode => {
  const { icon, tone } = placeState(place);
  return (
    <li className="picture-line">
      <Line link={copyLink(place)}>
        {place.verifiedAgo === undefined || place.unread === true || place.gone === true
          ? null
          : t('picture.age', { ago: shown().ago(place.verifiedAgo) })}
      </Line>
      <span className="picture-place" data-tone={tone}>
        <Icon name={icon} />
        {/* A name that is cut off keeps its beginning, whichever way its letters run. */}
        <span dir="auto">{called(place.name, place.id)}</span>
      </span>
      <Line link={isNamed(status, place.id) ? 'whole' : isTested(status) ? 'part' : 'none'} isBack />
    </li>
  );
};

const Line = ({
  link,
  isBack = false,
  children,
}: {
  readonly link: Link;
  /** it comes from the paper */
  readonly isBack?: boolean;
  readonly children?: ReactNode;
}): ReactNode => (
  <span className="picture-link" data-link={link} data-back={isBack}>
    {children === undefined || children === null ? null : <span className="picture-age">{children}</span>}
  </span>
);

const Paper = ({ status }: { readonly status: BackupStatusView }): ReactNode => {
  const { sheetTestedAt, escrowTestedAt } = status;
  return (
    <div className="picture-end" data-side="paper" data-tone={isTested(status) ? 'good' : 'bad'}>
      <span className="picture-icon">
        <Icon name={sheetTestedAt === undefined && escrowTestedAt !== undefined ? 'shield-anchor' : 'sheet'} />
      </span>
      <p>{t(sheetTestedAt === undefined && escrowTestedAt !== undefined ? 'picture.escrow' : 'picture.paper')}</p>
      <p className="detail">{testedText(status)}</p>
    </div>
  );
};

const testedText = ({ sheetTestedAt, escrowTestedAt }: BackupStatusView): Spoken =>
  sheetTestedAt !== undefined
    ? t('picture.tested', { at: sheetTestedAt })
    : escrowTestedAt === undefined
      ? t('picture.untested')
      : t('picture.tested', { at: escrowTestedAt });

const isTested = ({ sheetTestedAt, escrowTestedAt }: BackupStatusView): boolean =>
  sheetTestedAt !== undefined || escrowTestedAt !== undefined;

const isNamed = ({ sheetNames = [], escrowNames = [] }: BackupStatusView, id: string): boolean =>
  sheetNames.includes(id) || escrowNames.includes(id);

const copyLink = ({ upToDate, verifiedAt, unread, gone }: ProviderView): Link =>
  upToDate ? 'whole' : verifiedAt === undefined || unread === true || gone === true ? 'none' : 'part';

/** What needs its person first; else as they came. */
export const needy = (places: readonly ProviderView[]): readonly ProviderView[] => {
  const rank = { bad: 0, warn: 1, plain: 2, good: 3 };
  return places.toSorted((a, b) => rank[placeState(a).tone] - rank[placeState(b).tone]);
};

const inWords = (status: BackupStatusView, places: readonly ProviderView[]): Spoken =>
  joined(
    [
      places.length === 0 ? t('picture.say.none') : t('picture.say', { count: places.length }),
      ...needy(places)
        .slice(0, DRAWN)
        .map((place) => {
          const facts = { place: called(place.name, place.id), state: t(placeState(place).word) };
          const said =
            place.verifiedAt === undefined
              ? t('picture.say.place', facts)
              : t('picture.say.placeRead', { ...facts, at: place.verifiedAt });
          return !isTested(status) || isNamed(status, place.id) ? said : joined([said, t('picture.say.notNamed')], ' ');
        }),
      isTested(status)
        ? t('picture.say.paper', { at: shown().day(status.sheetTestedAt ?? status.escrowTestedAt ?? 0) })
        : t('picture.say.noPaper'),
    ],
    ' ',
  );
