// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { RekeyQuoteView } from '../../../shared/view-rekey.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import { openSecret, type Secret } from '../../taler/crypto/secret.ts';
import { standingOf } from '../../state/standing.ts';
import type { Store, Tx } from '../../storage/store.ts';
import { sameBytes } from '../copies/pack.ts';
import { unpaidOrders } from '../cycle/agreed-total.ts';
import { forgetOrder } from '../cycle/payment.ts';
import { readSums } from '../cycle/sums.ts';
import { forgetStoredHead } from '../cycle/round.ts';
import type { DeviceParts } from '../devices/devices.ts';
import { isAbandoning, isRekeyedOnly, readSession, REKEYED } from '../devices/marks.ts';
import { ownDeviceName } from '../devices/names.ts';
import { noteVoid } from '../safety/paper.ts';
import { markOf } from '../safety/paper-mark.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { activeProviders } from '../providers/known.ts';
import { accountKeys, newRootSecret } from '../root-secret.ts';
import { endRekeying, oldSecret, putRekeying, rekeying, secretText } from './record.ts';

type Parts = DeviceParts & { readonly store: Store };

/** Why no new secret can be begun now. */
export const whyNotNow = ({
  local,
  entries,
  deviceId,
}: Pick<Store, 'local' | 'entries' | 'deviceId'>): BackupFailure | undefined => {
  if (local.rootSecret() === undefined) return { kind: 'wrong-backup-state', state: 'uninitialized' };
  // What is told to the accounts of before goes on by itself, and a sheet that was seen may never be tested.
  const phase = rekeying(local)?.phase;
  if (phase === 'copies' || phase === 'money') return { kind: 'rekey-running' };
  // What is being taken back is not to be paid over.
  if (local.mark('undoing') !== undefined) return { kind: 'restore-running' };
  const standing = standingOf(entries('device'), deviceId());
  if (isAbandoning(local) || readSession(local)?.leavingSince !== undefined || standing === 'abandoned')
    return { kind: 'wrong-device-state', standing: standing === 'abandoned' ? 'abandoned' : 'leaving' };
  return undefined;
};

/**
 * Puts a fresh secret in the place of the one of before, in one transaction: from then on every copy, and every question of the gate, is
 * for the new accounts, and nothing more goes to the old ones. A device that another one has superseded leads again: who has the sheet
 * may have restored by it. Refused where the secret is not the one of the quote any more.
 */
export const beginRekey = (
  { store, ...parts }: Parts,
  quoted: Secret,
  { places, total }: Pick<RekeyQuoteView, 'places' | 'total'>,
  agreed: readonly string[],
): Result<void, BackupFailure> =>
  store.transaction((tx) => {
    const refused = whyNotNow(tx);
    if (refused) return err(refused);
    const old = tx.local.rootSecret();
    if (old === undefined || !sameBytes(openSecret(old), openSecret(quoted))) return err({ kind: 'rekey-asks', total });
    if (standingOf(tx.entries('device'), tx.deviceId()) !== 'active') {
      tx.renewDevice();
      tx.claimEpoch(ownDeviceName(tx.local, parts.deviceName));
    }
    nameOldAccounts(tx, old);
    // As they get their copies (`inOrder`): of a quiet wallet the one that has the first of them is told first, too.
    const known = activeProviders(store)
      .map(({ id }) => id)
      .toSorted();
    const fresh = newRootSecret(parts.world);
    swapSecret(tx, fresh);
    const totals = new Map(places.map(({ id, fee, total: max }) => [id, { fee, max: max ?? fee }]));
    for (const id of known) {
      const value = tx.entry('provider', id)?.value;
      if (!value) continue;
      const { max_total: _total, max_fee: _older, paid_until: _until, agreed_orders: _orders, ...former } = value;
      const { fee, max } = totals.get(id) ?? {};
      tx.put('provider', id, {
        ...former,
        ...(fee === undefined ? {} : { annual_fee: fee }),
        ...(max === undefined ? {} : { max_total: max, agreed_orders: unpaidOrders(tx, id, parts.world.now()) }),
      });
    }
    tx.put('setting', REKEYED, { value: { at: parts.world.now() } });
    putRekeying(tx.local, {
      phase: 'copies',
      of: markOf(fresh),
      since: parts.world.now(),
      reserves: tx.entries('reserve').flatMap(({ id, value }) => (value.status === 'drained' ? [] : [id])),
      old: secretText(old),
      fees: readSums(agreed).map(amountToText),
      places: known,
    });
    return ok(undefined);
  });

/** Goes back to the secret of before, as long as no money was moved; what was paid to new accounts is lost. */
export const cancelRekey = ({ store, world }: Pick<Parts, 'store' | 'world'>): Result<void, BackupFailure> =>
  store.transaction((tx) => {
    const record = rekeying(tx.local);
    const old = record && oldSecret(record);
    const isNew = tx.local.rootSecret();
    if (record === undefined || old === undefined || isNew === undefined) return err({ kind: 'no-rekey' });
    // Who has restored by the new sheet has the money under the new secret, and pays it over.
    if (record.phase !== 'copies' || !isRekeyedOnly(tx)) return err({ kind: 'rekey-too-late' });
    nameOldAccounts(tx, isNew);
    noteVoid(tx, isNew, world.now());
    swapSecret(tx, old);
    for (const { id, value } of tx.entries('provider')) {
      if (value.removed) continue;
      const { paid_until: _until, ...former } = value;
      tx.put('provider', id, former);
    }
    tx.put('setting', REKEYED, { value: null });
    endRekeying(tx.local);
    return ok(undefined);
  });

/** Payments of older versions do not say for which account they were; what they paid for is not the next one's year. */
const nameOldAccounts = (tx: Tx, root: Secret): void => {
  for (const { id, value } of tx.entries('purchase')) {
    if (value.provider === undefined || value.provider_account !== undefined) continue;
    const { publicKey } = accountKeys(root, value.provider);
    tx.put('purchase', id, { ...value, provider_account: bytesToCrock(publicKey) });
  }
};

/** The secret, and nothing of what was known about the accounts of the other one. */
const swapSecret = (tx: Tx, root: Secret): void => {
  tx.local.setRootSecret(root);
  for (const { providerId } of tx.local.providerProgresses()) tx.local.deleteProviderProgress(providerId);
  for (const { id } of tx.entries('provider')) {
    forgetOrder(tx.local, id);
    forgetStoredHead(tx.local, id);
    for (const name of ['refused-size', 'unread-since', 'quiet-due', 'provider-again', 'provider-early'] as const)
      tx.local.setMarkOf(name, id, undefined);
  }
};
