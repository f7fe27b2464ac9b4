// SPDX-License-Identifier: GPL-3.0-or-later
import { memberOf } from '../../taler/bytes/json.ts';
import type { LocalReader, LocalWriter } from '../../storage/local.ts';
import type { Store, Tx } from '../../storage/store.ts';
import type { ChangeOfOthers } from '../../wallet/audit/audit.ts';
import type { World } from '../../world.ts';
import { isAfterClockWentBack } from './clock-back.ts';

// What this device has begun and is still to do, written down beside what it is about, so that a restart goes on with it.

type Parts = { readonly world: World; readonly store: Store };

/** An exchange that was silent during a restore is asked again, not every two seconds. */
export const AGAIN_AFTER_MS = 10 * 60 * 1000;

/** Notes that the coins came from a copy and must be checked; part of the restore's own transaction, so that a crash cannot skip the audit. */
export const noteAuditDue = (local: LocalWriter, at: number, change: ChangeOfOthers): void => {
  local.setMark('audit-due', at);
  local.setMark('audit-left', undefined);
  local.setMark('audit-finds-change', change === 'find' ? true : undefined);
};

export const isAuditDue = ({ store, world }: Parts): boolean =>
  isDue(store.local.mark('audit-due'), world.now(), AUDIT_SPREAD_MS + AGAIN_AFTER_MS);

/** In the background the coins of a wallet are asked about within so long. */
export const AUDIT_SPREAD_MS = 24 * 60 * 60 * 1000;

const isDue = (at: number | undefined, now: number, longestMs: number): boolean =>
  at !== undefined && (at <= now || isAfterClockWentBack(at, now, longestMs));

/** Renewing takes the coins out for a moment and costs fees; who restores in order to pay something pays first. */
const RENEW_AFTER_MS = 10 * 60 * 1000;

/** Notes that another copy may know our coins: they are renewed some minutes later, so that it cannot spend them. */
export const noteRenewalDue = (local: LocalWriter, at: number): void =>
  local.setMark('renewal-due', at + RENEW_AFTER_MS);

export const isRenewalOfCoinsDue = ({ store, world }: Parts): boolean =>
  isDue(store.local.mark('renewal-due'), world.now(), RENEW_AFTER_MS);

/** Whether this device is between the first and the last step of leaving its wallet. */
export const isAbandoning = (local: LocalReader): boolean => local.mark('abandoning') === true;

/** Remembers that leaving has begun, in the transaction that begins it; a restart goes on with it. */
export const noteAbandoning = (local: LocalWriter): void => local.setMark('abandoning', true);

/** Notes that leaving, and going back to what was before a restore or takeover, has ended, finished or not. */
export const forgetAbandoning = (local: LocalWriter): void => {
  local.setMark('abandoning', undefined);
  local.setMark('undoing', undefined);
};

/** What emptying has sent so far, and since when the wallet is being left (milliseconds since the epoch). */
export type Session = { readonly payments: readonly string[]; readonly leavingSince?: number };

/** The setting that tells whoever opens a copy of this wallet later. */
export const EMPTIED = 'emptied';

/** Notes that nothing is being emptied here any more; later copies do not say that this wallet was. */
export const forgetEmptying = (tx: Pick<Tx, 'put' | 'local'>): void => {
  if (readSession(tx.local)?.leavingSince !== undefined) tx.put('setting', EMPTIED, { value: null });
  tx.local.setMark('emptying', undefined);
};

/** When a content says that its wallet was emptied (milliseconds since the epoch). */
export const emptiedAt = (store: Pick<Store, 'entry'>): number | undefined => {
  const at = memberOf(store.entry('setting', EMPTIED)?.value.value, 'at');
  return typeof at === 'number' ? at : undefined;
};

/** The setting that tells whoever opens a copy of this wallet later that it went on under another secret. */
export const MOVED = 'moved';

/** When a content says that its wallet moved to a new secret (milliseconds since the epoch). */
export const movedAt = (store: Pick<Store, 'entry'>): number | undefined => {
  const at = memberOf(store.entry('setting', MOVED)?.value.value, 'at');
  return typeof at === 'number' ? at : undefined;
};

/** The setting that tells whoever restores under a new secret that its money was not paid over yet: a sheet of before opens it. */
export const REKEYED = 'rekeyed';

/** Whether a content says that what is in it is still within reach of the sheet of before. */
export const isRekeyedOnly = (store: Pick<Store, 'entry'>): boolean =>
  typeof memberOf(store.entry('setting', REKEYED)?.value.value, 'at') === 'number';

/** What was written down about emptying; undefined when none is under way. */
export const readSession = (local: LocalReader): Session | undefined => local.mark('emptying');

/** Writes down how far emptying has come; part of the transaction that got it there. */
export const writeSession = (local: LocalWriter, session: Session): void =>
  local.setMark('emptying', { ...session, payments: [...session.payments] });
