// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../../storage/store.ts';
import { FIND_CHANGE, type AuditReport, type ChangeOfOthers } from '../../wallet/audit/audit.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import type { World } from '../../world.ts';
import { isAfterClockWentBack } from '../cycle/schedule.ts';

type Parts = { readonly world: World; readonly store: Store; readonly wallet: Pick<Wallet, 'run' | 'auditCoins'> };

const AUDIT_DUE = 'audit-due';
/** An exchange that was silent during a restore is asked again, not every two seconds. */
const AGAIN_AFTER_MS = 10 * 60 * 1000;

/** Notes that the coins came from a copy and must be checked; part of the restore's own transaction, so that a crash cannot skip the audit. */
export const noteAuditDue = (
  setMeta: (key: string, value: string | undefined) => void,
  at: number,
  change: ChangeOfOthers,
): void => {
  setMeta(AUDIT_DUE, String(at));
  setMeta(FIND_CHANGE, change === 'find' ? 'yes' : undefined);
};

export const isAuditDue = ({ store, world }: Parts): boolean =>
  isDue(store.local.meta(AUDIT_DUE), world.now(), AGAIN_AFTER_MS);

const isDue = (at: string | undefined, now: number, longestMs: number): boolean =>
  at !== undefined && (Number(at) <= now || isAfterClockWentBack(Number(at), now, longestMs));

const RENEWAL_DUE = 'renewal-due';
/** Renewing takes the coins out for a moment and costs fees; who restores in order to pay something pays first. */
const RENEW_AFTER_MS = 10 * 60 * 1000;

/** Notes that another copy may know our coins: they are renewed some minutes later, so that it cannot spend them. */
export const noteRenewalDue = (setMeta: (key: string, value: string) => void, at: number): void =>
  setMeta(RENEWAL_DUE, String(at + RENEW_AFTER_MS));

export const isRenewalOfCoinsDue = ({ store, world }: Pick<Parts, 'store' | 'world'>): boolean =>
  isDue(store.local.meta(RENEWAL_DUE), world.now(), RENEW_AFTER_MS);

/** Takes every unused coin out of circulation; the runner exchanges them, under seeds that only this device's backups hold. */
export const renewKnownCoins = ({
  store,
  wallet,
}: Pick<Parts, 'store'> & { readonly wallet: Pick<Wallet, 'renewCoins'> }): void => {
  // A crash between the two renews again what is fresh then: once more the fee, never a loss.
  wallet.renewCoins();
  store.transaction((tx) => tx.local.setMeta(RENEWAL_DUE, undefined));
};

/** After a restore: finishes what was interrupted and asks the exchanges which coins are still good; asked again later where nobody answered. */
export const auditRestored = async ({ world, store, wallet }: Parts): Promise<AuditReport> => {
  await wallet.run();
  const report = await wallet.auditCoins({}, store.local.meta(FIND_CHANGE) === undefined ? 'leave' : 'find');
  const again = report.exchangesSilent.length > 0 ? String(world.now() + AGAIN_AFTER_MS) : undefined;
  store.transaction((tx) => tx.local.setMeta(AUDIT_DUE, again));
  return report;
};
