// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, isZero, type Amount } from '../../../shared/amount.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { calledPlace } from '../../../shared/names.ts';
import type { RekeyPlaceView, RekeyQuoteView } from '../../../shared/view-rekey.ts';
import type { ReissueLine } from '../../../shared/view-restore.ts';
import type { Entry } from '../../state/entry.ts';
import type { Store } from '../../storage/store.ts';
import type { Secret } from '../../taler/crypto/secret.ts';
import { outsideSeeds } from '../../wallet/coins/outside.ts';
import { noteOutside } from '../../wallet/ledger/outside.ts';
import { awaitedSums } from '../../wallet/ledger/may-hold.ts';
import { sumsOf } from '../../wallet/reissue.ts';
import { createWallet, type Wallet } from '../../wallet/wallet.ts';
import type { World } from '../../world.ts';
import { added } from '../cycle/sums.ts';
import { deviceNames } from '../devices/devices.ts';
import { atNewSecret } from '../escrow/follow.ts';
import { openProvider } from '../providers/kinds.ts';
import { askableProviders, waysTo } from '../providers/known.ts';
import { whyTrouble, type ProviderTerms, type ProviderTrouble } from '../providers/provider.ts';
import { storeInMemory } from '../recover/heard.ts';
import { answersInTime, LATE } from '../recover/patience.ts';
import type { Result } from '../../../shared/result.ts';

type Parts = { readonly world: World; readonly store: Store; readonly wallet: Pick<Wallet, 'feeTotal'> };

/** What a new secret would cost, and what it cannot bring out of the reach of whoever saw the sheet; nothing is written down. */
export const quoteRekey = async (parts: Parts, root: Secret): Promise<RekeyQuoteView> => {
  const [places, money] = await Promise.all([quotePlaces(parts, root), quoteMoney(parts)]);
  return {
    places,
    money,
    total: added([
      ...places.flatMap(({ total }) => (total === undefined ? [] : [total])),
      ...money.map((each) => each.fees),
    ]),
    said: [...warnings(parts, places, money), { kind: 'copies-stay', facts: {} }],
  };
};

/**
 * What paying everything to ourselves would come to: all entries are joined into a wallet in memory in which every seed counts as known
 * outside, and that is asked. An issuer that does not answer has a line without a price.
 */
export const quoteMoney = async ({ world, store }: Pick<Parts, 'world' | 'store'>): Promise<readonly ReissueLine[]> => {
  const trial = storeInMemory(world);
  try {
    trial.transaction((tx) => {
      // Whom this wallet may not speak to, nobody speaks to for a price either.
      for (const name of ['unconfirmed', 'inner-issuers'] as const) tx.local.setMark(name, store.local.mark(name));
      tx.join(store.snapshot());
      const known = outsideSeeds(tx);
      noteOutside(tx, 'joined', (seed) => !known.has(seed));
    });
    return await createWallet({ world, store: trial }).quoteReissue();
  } finally {
    trial.close();
  }
};

const quotePlaces = async (parts: Parts, root: Secret): Promise<readonly RekeyPlaceView[]> => {
  const { world, store } = parts;
  const places = askableProviders(store);
  const answers = await answersInTime(
    world,
    places.map((place) => ({ answer: termsOf(parts, root, place), late: LATE_TERMS })),
    () => true,
    true,
  );
  return Promise.all(places.map((place, at) => placeView(parts, place, answers[at] ?? LATE_TERMS)));
};

type Terms = Result<ProviderTerms, Said<'trouble'>>;

const LATE_TERMS: Terms = {
  ok: false,
  error: LATE.kind === 'trouble' ? LATE.facts.why : { kind: 'closing', facts: {} },
};

const termsOf = async ({ world, store }: Parts, root: Secret, { id, value }: Entry<'provider'>): Promise<Terms> => {
  const opened = openProvider(world, root, id, waysTo(store, id), value.provider_kind);
  if (opened.kind !== 'open') return { ok: false, error: { kind: 'folder-unknown-here', facts: {} } };
  const terms: Result<ProviderTerms, ProviderTrouble> = await opened.provider.describe();
  return terms.ok ? terms : { ok: false, error: whyTrouble(terms.error) };
};

/** A place that does not answer is taken at the price that was known last; another one it asks about by itself. */
const placeView = async (
  { store, wallet }: Parts,
  { id, value }: Entry<'provider'>,
  terms: Terms,
): Promise<RekeyPlaceView> => {
  const last = value.annual_fee === undefined ? undefined : amount(value.annual_fee);
  const fee = terms.ok ? terms.value.annualFee : last;
  const about = {
    id,
    name: calledPlace(id, value.name, waysTo(store, id).access?.address),
    ...(terms.ok ? {} : { why: terms.error }),
  };
  if (fee === undefined || isZero(fee)) return { ...about, ...(fee === undefined ? {} : { fee: amountToText(fee) }) };
  return { ...about, fee: amountToText(fee), total: amountToText(withRoom(fee, await wallet.feeTotal(fee))) };
};

/** A place that is late is paid with the coins that the others left, after all of them were made anew: a quarter of its fee is for that. */
const withRoom = (fee: Amount, total: Amount): Amount => {
  const least = fee.units + fee.units / 4n;
  return { ...fee, units: total.units > least ? total.units : least };
};

const warnings = (
  { store }: Parts,
  places: readonly RekeyPlaceView[],
  money: readonly ReissueLine[],
): readonly Said<'rekey'>[] => {
  const answered = money.filter(({ why }) => why === undefined);
  const stays = sumsOf(answered, (line) => line.stays);
  const silent = money.filter(({ why }) => why !== undefined);
  const unheard = places.filter(({ why }) => why !== undefined).map(({ name }) => name);
  const coming = awaitedSums(store);
  const sent = openPurses(store);
  const devices = otherDevices(store);
  const shared = places.filter(({ id }) => waysTo(store, id).access !== undefined).map(({ name }) => name);
  return [
    ...(stays.length === 0 ? [] : [{ kind: 'stays' as const, facts: { stays } }]),
    ...(silent.length === 0
      ? []
      : [
          {
            kind: 'issuers-silent' as const,
            facts: {
              issuers: silent.map(({ exchange }) => new URL(exchange).host),
              sums: sumsOf(silent, (line) => line.reachable),
            },
          },
        ]),
    ...(unheard.length === 0 ? [] : [{ kind: 'places-silent' as const, facts: { places: unheard } }]),
    ...(coming.length === 0 ? [] : [{ kind: 'coming' as const, facts: { coming } }]),
    ...(sent === 0 ? [] : [{ kind: 'sent' as const, facts: { payments: sent } }]),
    ...(devices.length === 0 ? [] : [{ kind: 'devices' as const, facts: { devices } }]),
    ...(shared.length === 0 ? [] : [{ kind: 'passwords' as const, facts: { places: shared } }]),
    ...escrowSaid(store),
  ];
};

/** What comes of the escrow, where there is one. */
export const escrowSaid = (store: Store): readonly Said<'rekey'>[] => {
  const what = atNewSecret({ store });
  return what === undefined ? [] : [{ kind: `escrow-${what}` as const, facts: {} }];
};

/** Payments to people that nobody has taken, and ones that were asked for: their keys are in the old copies. */
const openPurses = (store: Pick<Store, 'entries'>): number =>
  store.entries('push-out').filter(({ value }) => value.reissue !== true && isOpen(value.status)).length +
  store.entries('pull-out').filter(({ value }) => isOpen(value.status)).length;

const isOpen = (status: string): boolean => status === 'planned' || status === 'created' || status === 'open';

const otherDevices = (store: Store): readonly string[] => {
  const devices = store.entries('device');
  const names = deviceNames(devices);
  return devices.flatMap(({ id, value }) =>
    id !== store.deviceId() && (value.status === 'active' || value.status === 'leaving') ? [names.get(id) ?? ''] : [],
  );
};
