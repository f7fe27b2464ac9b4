// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, compareAmounts, isZero, parseAmount } from '../../shared/amount.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ProviderOfferView } from '../../shared/view-backup.ts';
import type { ProviderEntry } from '../state/entry.ts';
import type { Store } from '../storage/store.ts';
import { confirm } from '../storage/unconfirmed.ts';
import type { World } from '../world.ts';
import type { BackupFailure } from './failure/failure.ts';
import { tidyName } from './devices/names.ts';
import { unpaidOrders } from './cycle/agreed-total.ts';
import { agreeAgain } from './cycle/payment.ts';
import type { Answers } from './providers/kind.ts';
import { claimProvider, inspectProvider, MAX_PROVIDERS } from './providers/kinds.ts';
import { activeProviders, noteChosen, putAccess } from './providers/known.ts';
import { beginWallet } from './providers/new-wallet.ts';
import { whyTrouble } from './providers/provider.ts';

type Parts = { readonly world: World; readonly store: Store; readonly deviceName?: string };

export type AddRequest = {
  readonly target: string;
  readonly name?: string;
  /** what the offer's fields asked for; kept in the database and the copies */
  readonly answers?: Answers;
  /** the most a year may cost, with what paying it costs; a provider that asks for money is not added without it */
  readonly maxFee?: string;
  readonly consent: true;
};

/**
 * Writes a provider the person agreed to into the wallet; with the first one, a fresh root secret comes into being. A provider
 * that asks for money needs the price that was agreed to: what it announces now was shown to nobody. Adding one again renews name and
 * cap. Gives the provider's id.
 */
export const registerProvider = async (
  { world, store, deviceName }: Parts,
  { target, name, answers, maxFee }: AddRequest,
): Promise<Result<string, BackupFailure>> => {
  const offered = await inspectProvider(world, target, answers);
  if (!offered.ok) return offered;
  const offer = offered.value;
  const cap = priceCap(offer, maxFee);
  if (!cap.ok) return cap;
  const others = activeProviders(store).filter(({ id }) => id !== offer.id);
  if (others.length >= MAX_PROVIDERS) return err({ kind: 'too-many-providers', limit: MAX_PROVIDERS });

  const claimed = await claimProvider(world, offer, target, answers);
  if (!claimed.ok)
    return err(
      claimed.error.kind === 'shut-out' && claimed.error.reason === 'password'
        ? { kind: 'password-refused', target }
        : { kind: 'no-provider-there', target, why: whyTrouble(claimed.error) },
    );
  const { id, directory, access } = claimed.value;
  store.transaction((tx) => {
    if (tx.local.rootSecret() === undefined) {
      beginWallet(tx, { world, ...(deviceName === undefined ? {} : { deviceName }) }, id);
    }
    agreeAgain(tx.local, id);
    confirm(tx.local, id);
    const known = tx.entry('provider', id)?.value;
    const { max_fee: _older, ...former } = known ?? {};
    const value: ProviderEntry = {
      ...former,
      name: tidyName(name ?? '') || (known?.removed === false ? known.name : offer.suggestedName),
      provider_kind: offer.kind,
      removed: false,
      ...(cap.value === undefined ? {} : { max_total: cap.value, agreed_orders: unpaidOrders(tx, id, world.now()) }),
      ...(offer.annualFee === undefined ? {} : { annual_fee: offer.annualFee }),
      ...(offer.liability === undefined ? {} : { liability: offer.liability }),
      ...(offer.storageLimitMb === undefined ? {} : { storage_limit_mb: offer.storageLimitMb }),
      ...(directory === undefined ? {} : { directory }),
    };
    tx.put('provider', id, value);
    noteChosen(tx.local, id, directory);
    // Added by another way, a place keeps the address that is known: other devices of the wallet reach it by that.
    if (access) putAccess(tx, id, access);
  });
  return ok(id);
};

const priceCap = (
  { annualFee }: ProviderOfferView,
  maxFee: string | undefined,
): Result<string | undefined, BackupFailure> => {
  if (annualFee === undefined) return ok(undefined);
  const fee = parseAmount(annualFee);
  if (maxFee === undefined)
    return fee.ok && isZero(fee.value) ? ok(annualFee) : err({ kind: 'no-price-agreed', fee: annualFee });
  const cap = parseAmount(maxFee);
  if (!cap.ok || !fee.ok) return err({ kind: 'malformed-max-fee', text: maxFee });
  if (cap.value.currency !== fee.value.currency || compareAmounts(fee.value, cap.value) > 0)
    return err({ kind: 'fee-above-cap', fee: annualFee, cap: maxFee });
  return ok(amountToText(cap.value));
};
