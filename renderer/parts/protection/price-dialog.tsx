// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { calledPlace } from '../../../shared/names.ts';
import type { ProviderOfferView, ProviderView } from '../../../shared/view-backup.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { AmountField } from '../base/amount-field.tsx';
import { Confirm } from '../base/confirm.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { Facts } from '../base/layout.tsx';
import { isZeroText, Money, moneyText } from '../base/money.tsx';
import { readTyped, typedText, type TypedTrouble } from '../base/typed-sum.ts';
import { When } from '../base/when.tsx';

/** `limit`: what a year may cost; `again`: the same, and another payment within the year where that is what it asks for; `renew`: its next year, now. */
export type Deciding = 'limit' | 'again' | 'renew';

type Given = {
  readonly provider: ProviderView;
  readonly what: Deciding;
  readonly onClose: () => void;
};

/** What was agreed to, what the place asks now, and the person's yes; "no" leaves everything as it is, which is said. */
export const PriceDialog = ({ provider, what, onClose }: Given): ReactNode => {
  const inspected = useAnswer('provider.inspect', { target: provider.id });
  return inspected?.ok === true ? (
    <Decide provider={provider} what={what} onClose={onClose} offer={inspected.value} />
  ) : inspected?.ok === false && what === 'limit' ? (
    // The limit is its person's, whether or not the place answers.
    <Decide provider={provider} what={what} onClose={onClose} silent={<Failure failure={inspected.error} />} />
  ) : (
    <Confirm
      open
      title={titleOf(provider, what)}
      action={t('placeRow.price.agree')}
      look="primary"
      keep={t('placeRow.price.close')}
      pending={false}
      disabled
      onConfirm={() => undefined}
      onCancel={onClose}
    >
      {inspected === undefined ? <p role="status">{t('placeRow.price.asking')}</p> : null}
      {inspected?.ok === false ? <Failure failure={inspected.error} /> : null}
    </Confirm>
  );
};

const titleOf = ({ id, name }: ProviderView, what: Deciding) =>
  t(what === 'renew' ? 'placeRow.renew.title' : 'placeRow.limit.title', { name: calledPlace(id, name) });

const Decide = ({
  provider,
  what,
  onClose,
  offer,
  silent,
}: Given & { readonly offer?: ProviderOfferView; readonly silent?: ReactNode }): ReactNode => {
  const { total, typed, trouble, write, currency, pending, failure, unpaid, agree } = useDeciding(
    provider,
    what,
    onClose,
    offer,
  );
  return (
    <Confirm
      open
      title={titleOf(provider, what)}
      action={
        what === 'renew' && total !== undefined
          ? t('placeRow.renew.do', { total })
          : t(what === 'renew' ? 'placeRow.renew' : 'placeRow.price.agree')
      }
      look="primary"
      keep={t('placeRow.price.not')}
      pending={pending}
      disabled={what === 'renew' && total === undefined}
      onConfirm={() => void agree()}
      onCancel={onClose}
    >
      {silent}
      <Prices provider={provider} offer={offer} />
      {what === 'renew' ? (
        <p>{t('placeRow.renew.words')}</p>
      ) : (
        <AmountField label={t('consent.cap')} value={typed} onChange={write} trouble={trouble} suffix={currency} />
      )}
      <p className="detail">
        {provider.paidUntil === undefined
          ? t('placeRow.price.otherwise')
          : t('placeRow.price.otherwise.until', { until: provider.paidUntil })}
      </p>
      {unpaid ? (
        <Notice tone="warn" live>
          <p>{t('placeRow.renew.unpaid')}</p>
        </Notice>
      ) : null}
      <Failure failure={failure} />
    </Confirm>
  );
};

const Prices = ({
  provider: { maxFee, paidUntil },
  offer,
}: {
  readonly provider: ProviderView;
  readonly offer: ProviderOfferView | undefined;
}): ReactNode => (
  <Facts
    look="receipt"
    facts={[
      maxFee === undefined || isZeroText(maxFee) ? null : [t('placeRow.price.agreed'), moneyText(maxFee)],
      offer?.annualFee === undefined
        ? null
        : [
            t('placeRow.price.now'),
            isZeroText(offer.annualFee) ? t('provider.free') : <Money key="fee" text={offer.annualFee} />,
          ],
      offer?.annualTotal === undefined || isZeroText(offer.annualTotal)
        ? null
        : [t('placeRow.price.total'), <Money key="total" text={offer.annualTotal} />],
      paidUntil === undefined ? null : [t('provider.paidUntil'), <When key="until" ms={paidUntil} precision="day" />],
    ]}
  />
);

/** The sum that is typed, and the sending of it. */
const useDeciding = (
  { id, maxFee, annualFee, paidUntil }: ProviderView,
  what: Deciding,
  onClose: () => void,
  offer: ProviderOfferView | undefined,
) => {
  const limit = useRequest('provider.limit');
  const again = useRequest('provider.add');
  const renew = useRequest('provider.renew');
  const total = offer?.annualTotal;
  const suggested = what === 'again' || isDearer(total, maxFee) ? total : maxFee;
  const [typed, setTyped] = useState(suggested === undefined ? '' : typedText(suggested));
  const [trouble, setTrouble] = useState<TypedTrouble>();
  const [unpaid, setUnpaid] = useState(false);
  const currency = (offer?.annualFee ?? annualFee ?? maxFee ?? '').split(':')[0] ?? '';
  const agree = async (): Promise<void> => {
    if (what === 'renew') {
      if (total === undefined) return;
      const answer = await renew.send({ id, maxFee: total });
      if (!answer.ok) return;
      if ((answer.value.paidUntil ?? 0) > (paidUntil ?? 0)) onClose();
      else setUnpaid(true);
      return;
    }
    const read = readTyped(typed, currency);
    setTrouble(read.ok ? undefined : read.error);
    if (!read.ok) return;
    const answer = await (what === 'again'
      ? again.send({ target: id, maxFee: read.value })
      : limit.send({ id, maxFee: read.value }));
    if (answer.ok) onClose();
  };
  const write = (text: string): void => {
    setTyped(text);
    setTrouble(undefined);
  };
  const refused = [limit.answer, again.answer, renew.answer].find((answer) => answer?.ok === false);
  return {
    total,
    typed,
    trouble,
    write,
    currency,
    unpaid,
    agree,
    pending: limit.pending || again.pending || renew.pending,
    failure: refused?.ok === false ? refused.error : undefined,
  };
};

/** Whether the first sum is more than the second; of other currencies nobody knows, so it is shown. */
const isDearer = (a: string | undefined, b: string | undefined): boolean => {
  if (a === undefined || b === undefined) return a !== undefined;
  const [[currency, number], [other, limit]] = [a.split(':'), b.split(':')];
  return currency !== other || Number(number) > Number(limit);
};
