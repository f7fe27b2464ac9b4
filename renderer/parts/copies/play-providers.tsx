// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { PLAY_PLACES } from '../../../shared/play.ts';
import type { ProviderOfferView } from '../../../shared/view-backup.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { useAnswer } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { isZeroText } from '../base/money.tsx';

/** What a place takes each year. */
const yearly = (fee: string | undefined): Spoken =>
  fee === undefined || isZeroText(fee) ? t('provider.free') : t('provider.perYear', { fee });

/** The same of a place that was asked, with what paying it would cost: what is agreed to is the whole. */
export const priceOf = ({ annualFee: fee, annualTotal: total }: ProviderOfferView): Spoken =>
  fee === undefined || total === undefined || isZeroText(fee) ? yearly(fee) : t('consent.fee', { fee, total });

/** The places that come with play money and are not in use yet. */
export const PlayProviders = ({
  taken,
  pending,
  onPick,
}: {
  readonly taken: readonly string[];
  readonly pending: boolean;
  readonly onPick: (url: string, name: string) => void;
}): ReactNode => {
  const offered = useAnswer('play.providers', {});
  if (offered === undefined) return null;
  if (!offered.ok) return <Failure failure={offered.error} />;
  const left = offered.value.providers.filter((provider) => !taken.includes(provider.url));
  if (left.length === 0) return null;
  return (
    <div className="picks" role="group" aria-label={t('addProvider.play')}>
      <p className="detail">{t('addProvider.play')}</p>
      {left.map((provider) => {
        const which = isZeroText(provider.annualFee) ? 'free' : 'paid';
        return (
          <Button
            key={provider.url}
            icon="server"
            disabled={pending}
            onPress={() => onPick(provider.url, PLAY_PLACES[which])}
          >
            {t('addProvider.pick', { name: t(`addProvider.play.${which}`), price: yearly(provider.annualFee) })}
          </Button>
        );
      })}
    </div>
  );
};
