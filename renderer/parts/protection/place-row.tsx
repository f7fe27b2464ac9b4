// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState, type ReactNode } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { calledPlace } from '../../../shared/names.ts';
import type { ProviderView } from '../../../shared/view-backup.ts';
import { useRequest } from '../../bridge.ts';
import { called, shown, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Icon } from '../base/icons.tsx';
import { isZeroText } from '../base/money.tsx';
import { saying } from '../base/saying.ts';
import { PlaceDetails } from './place-details.tsx';
import { askOf, placeState } from './place-state.ts';
import { PlaceTest } from './place-test.tsx';
import { PriceDialog, type Deciding } from './price-dialog.tsx';
import { Removal } from './removal.tsx';
import { YearStrip } from './year-strip.tsx';

type Open = Deciding | 'remove';
type Deed = 'test' | 'copy' | 'details' | Open;

/** One place: its name, how it stands, when it was last read back, until when it is paid; all that can be done with it is behind three dots. */
export const PlaceRow = ({
  provider,
  onRemoved,
}: {
  readonly provider: ProviderView;
  readonly onRemoved: (sentence: string) => void;
}): ReactNode => {
  const run = useRequest('backup.run');
  const test = useRequest('provider.test');
  const [opened, setOpened] = useState<Open>();
  const [isWide, setWide] = useState(false);
  const { word, icon, tone } = placeState(provider);
  const does = (deed: Deed): void => {
    if (deed === 'test') void test.send({ id: provider.id });
    else if (deed === 'copy') void run.send({ id: provider.id });
    else if (deed === 'details') setWide(!isWide);
    else setOpened(deed);
  };
  const close = (): void => setOpened(undefined);
  return (
    <article className="place" aria-label={called(provider.name, provider.id)}>
      <div className="place-line">
        <span className="place-mark" data-tone={tone} data-turning={icon === 'turning'}>
          <Icon name={icon} />
        </span>
        <div className="place-words">
          <h3>{called(provider.name, provider.id)}</h3>
          <p className="detail">
            <Since provider={provider} />
          </p>
        </div>
        {provider.weeks === undefined ? null : <YearStrip weeks={provider.weeks} />}
        <span className="tag" data-tone={tone}>
          {t(word)}
        </span>
        <PlaceMenu provider={provider} isWide={isWide} isBusy={run.pending || test.pending} does={does} />
      </div>
      <Wants provider={provider} does={does} />
      <PlaceTest provider={provider} test={test} />
      {run.answer?.ok === false ? <Failure failure={run.answer.error} /> : null}
      <JustNow run={run} />
      {isWide ? <PlaceDetails provider={provider} /> : null}
      {opened === undefined ? null : opened === 'remove' ? (
        <Removal provider={provider} onClose={close} onRemoved={onRemoved} />
      ) : (
        <PriceDialog provider={provider} what={opened} onClose={close} />
      )}
    </article>
  );
};

const JustNow = ({ run: { answer } }: { readonly run: ReturnType<typeof useRequest<'backup.run'>> }): ReactNode => {
  const report = answer?.ok === true ? answer.value.reports[0] : undefined;
  return report === undefined ? null : (
    <p className="detail" role="status">
      {t('provider.justNow')}{' '}
      {report.notes === undefined ? t(`outcome.${report.outcome}`) : saying('placeNote', report.notes)}
    </p>
  );
};

/** When it was last read back, and until when its year is paid. */
const Since = ({ provider }: { readonly provider: ProviderView }): ReactNode => {
  const { unread, verifiedAgo, takesFee, annualFee, paidUntil } = provider;
  const read =
    unread === true || verifiedAgo === undefined
      ? t('placeRow.neverRead')
      : t('placeRow.readBack', { ago: shown().ago(verifiedAgo) });
  if (!takesFee || annualFee === undefined) return read;
  if (isZeroText(annualFee)) return t('placeRow.free', { read });
  return paidUntil === undefined
    ? t('placeRow.costs', { read, fee: annualFee })
    : t('placeRow.paid', { read, fee: annualFee, until: paidUntil });
};

/** What is wrong with it, in words, and the press that mends it; nothing while all is well. */
const Wants = ({
  provider,
  does,
}: {
  readonly provider: ProviderView;
  readonly does: (deed: Deed) => void;
}): ReactNode => {
  const { notes } = provider;
  if (notes === undefined) return null;
  const ask = askOf(provider);
  const isOfPrice = ask?.kind === 'fee-above-cap' || ask?.kind === 'costs-too-much' || ask?.kind === 'other-currency';
  const ends = notes.some(({ kind }) => kind === 'year-ends' || kind === 'year-ends-in' || kind === 'year-renews');
  return (
    <div
      className="place-wants"
      data-decides={ask === undefined ? undefined : true}
      data-tone={placeState(provider).tone === 'good' ? 'plain' : placeState(provider).tone}
    >
      <p>{saying('placeNote', notes)}</p>
      {ask === undefined && !(ends && provider.renewable === true) ? null : (
        <div className="actions">
          {ask === undefined ? (
            <Button onPress={() => does('renew')}>{t('placeRow.renew')}</Button>
          ) : (
            <>
              <Button onPress={() => does(isOfPrice && provider.takesFee ? 'limit' : 'again')}>
                {t(isOfPrice ? 'placeRow.ask.look' : 'placeRow.ask.again')}
              </Button>
              <Button look="quiet" onPress={() => does('remove')}>
                {t('placeRow.ask.not')}
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  );
};

const PlaceMenu = ({
  provider,
  isWide,
  isBusy,
  does,
}: {
  readonly provider: ProviderView;
  readonly isWide: boolean;
  readonly isBusy: boolean;
  readonly does: (deed: Deed) => void;
}): ReactNode => {
  const [isOpen, setOpen] = useState(false);
  // Where its row lies when the window has another size nobody knows.
  useEffect(() => {
    const close = (): void => setOpen(false);
    window.addEventListener('resize', close);
    return () => window.removeEventListener('resize', close);
  }, []);
  const isSpokenTo = provider.needsNewer !== true;
  const hasPrice = provider.takesFee && isSpokenTo;
  const deeds: readonly (readonly [Deed, ReturnType<typeof t>])[] = [
    ...(isSpokenTo
      ? ([
          ['test', t('placeRow.test')],
          ['copy', t('provider.run')],
        ] as const)
      : []),
    ...(hasPrice && provider.renewable === true ? ([['renew', t('placeRow.renew.open')]] as const) : []),
    ...(hasPrice ? ([['limit', t('placeRow.limit.open')]] as const) : []),
    ['details', t(isWide ? 'placeRow.details.close' : 'placeRow.details')],
    ['remove', t('provider.remove')],
  ];
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton
        className="button"
        data-look="quiet"
        isDisabled={isBusy}
        aria-label={t('more.label', { name: calledPlaceText(provider) })}
      >
        <Icon name="more" />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={(key) => does(key as Deed)}>
          {deeds.map(([deed, name]) => (
            <MenuItem key={deed} id={deed} className="menu-item" data-deed={deed}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
};

const calledPlaceText = ({ id, name }: ProviderView) => t('former.name', { name: calledPlace(id, name) });
