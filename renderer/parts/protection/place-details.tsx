// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { ProviderView } from '../../../shared/view-backup.ts';
import { row, t } from '../../words.ts';
import { Facts } from '../base/layout.tsx';
import { isZeroText } from '../base/money.tsx';
import { When } from '../base/when.tsx';
import { PlaceName } from '../copies/place-name.tsx';
import { PlaceProxy } from '../copies/place-proxy.tsx';
import { YearStrip } from './year-strip.tsx';

/** All that is known of one place: where it is, when it is asked, what it costs, what it last said and did, and its year. */
export const PlaceDetails = ({ provider }: { readonly provider: ProviderView }): ReactNode => (
  <div className="place-details">
    {provider.place === undefined ? (
      <p className="detail">{t(provider.needsNewer === true ? 'providerKind.unknown' : 'provider.placeUnknown')}</p>
    ) : (
      <p className="detail address">{row(provider.place)}</p>
    )}
    <PlaceFacts provider={provider} />
    {provider.weeks === undefined ? null : (
      <figure className="place-year">
        <figcaption>{t('placeRow.year.title')}</figcaption>
        <YearStrip weeks={provider.weeks} />
        <p className="place-year-ends detail" aria-hidden="true">
          <span>{t('placeRow.year.ago')}</span>
          <span>{t('placeRow.year.now')}</span>
        </p>
      </figure>
    )}
    <PlaceName provider={provider} />
    {isOnTheWeb(provider) ? <PlaceProxy place={provider.id} /> : null}
  </div>
);

/** A folder of this computer is reached through nobody. */
const isOnTheWeb = ({ place = '' }: ProviderView): boolean => /^https?:/.test(place);

const PlaceFacts = ({ provider }: { readonly provider: ProviderView }): ReactNode => (
  <Facts
    facts={[
      [
        t('provider.verified'),
        provider.unread === true ? (
          t('provider.noneSince')
        ) : provider.verifiedAt === undefined ? (
          t('provider.never')
        ) : (
          <When key="v" ms={provider.verifiedAt} />
        ),
      ],
      [
        t('provider.next'),
        provider.nextRoundAt === undefined ? t('provider.onChange') : <When key="n" ms={provider.nextRoundAt} />,
      ],
      !provider.takesFee ? null : [t('provider.fee'), <FeeText key="f" provider={provider} />],
      !provider.takesFee || isFree(provider)
        ? null
        : [
            t('provider.paidUntil'),
            provider.paidUntil === undefined ? (
              t('provider.notPaid')
            ) : (
              <When key="p" ms={provider.paidUntil} precision="day" />
            ),
          ],
      [t('provider.outcome'), t(`outcome.${provider.lastOutcome}`)],
    ]}
  />
);

const isFree = ({ annualFee }: ProviderView): boolean => annualFee !== undefined && isZeroText(annualFee);

const FeeText = ({ provider }: { readonly provider: ProviderView }): ReactNode => {
  if (provider.annualFee === undefined) return t('provider.feeUnknown');
  return (
    <>
      {isZeroText(provider.annualFee) ? t('provider.free') : t('provider.perYear', { fee: provider.annualFee })}
      {provider.maxFee === undefined || isZeroText(provider.maxFee) ? null : (
        <span className="detail"> {t('provider.cap', { cap: provider.maxFee })}</span>
      )}
    </>
  );
};
