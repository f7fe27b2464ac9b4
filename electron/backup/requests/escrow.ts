// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { EscrowView } from '../../../shared/view-escrow.ts';
import type { Backup } from '../contract.ts';
import { isWithin } from '../cycle/sums.ts';
import { listDevices } from '../devices/devices.ts';
import { walletName } from '../devices/names.ts';
import type { EscrowRounds } from '../escrow/escrow.ts';
import { inspectPlaces } from '../escrow/inspect.ts';
import { makeEscrow } from '../escrow/make.ts';
import { checkCode, newCodeKey } from '../escrow/methods.ts';
import { checkPerson, escrowCountries } from '../escrow/person.ts';
import { quoteEscrow } from '../escrow/quote.ts';
import { escrowRecord, isNewerRecord } from '../escrowed/record.ts';
import { mayFollow } from '../escrow/state.ts';
import { agreeAgain, endAgreement, forgetEscrow, samePerson } from '../escrow/update.ts';
import { escrowView } from '../escrow/view.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { inPatience } from '../recover/patience.ts';
import type { Common } from './common.ts';
import { copyNow } from './copy-now.ts';

/** The requests by which the recovery secret is given into escrow, and follows there. */
export const escrowRequests = (common: Common, rounds: EscrowRounds) => {
  const { parts } = common;
  const { world, store } = parts;
  const { once, isBusy } = oneAtATime(common);
  const whyNot = (): BackupFailure | undefined => {
    if (store.local.rootSecret() === undefined) return { kind: 'wrong-backup-state', state: 'uninitialized' };
    const { standing } = listDevices(store);
    if (standing !== 'active') return { kind: 'wrong-device-state', standing };
    if (isNewerRecord(store)) return { kind: 'escrow-needs-newer' };
    return mayFollow(parts) ? undefined : { kind: 'rekey-running' };
  };
  const viewed = (): Result<EscrowView, BackupFailure> => {
    const view = escrowView(parts);
    return view === undefined ? err({ kind: 'no-escrow' }) : ok(view);
  };
  return {
    escrowCountries,
    checkPerson,
    inspectEscrow: (places) => inspectPlaces(world, places),
    newCodeKey: () => newCodeKey(world, `Holdfast: ${walletName(store)}`),
    checkCode: (asked) => checkCode(world, asked),
    quoteEscrow: async (wish) => {
      const planned = await quoteEscrow(parts, wish);
      return planned.ok ? ok(planned.value.view) : planned;
    },
    setUpEscrow: (wish) =>
      once(async () => {
        const refused = whyNot();
        if (refused) return err(refused);
        const assigned = wish.methods.map(({ url }) => url);
        const methods = wish.methods.map(({ url: _url, ...method }) => method);
        const planned = await quoteEscrow(parts, { ...wish, methods, places: assigned, assigned });
        if (!planned.ok) return planned;
        const { total } = planned.value.view;
        if (!isWithin(total, wish.agreedFees)) return err({ kind: 'escrow-asks', total });
        if (!(await makeEscrow(parts, planned.value, wish))) return err({ kind: 'escrow-running' });
        await rounds.goNow();
        await inPatience(world, copyNow(common));
        return viewed();
      }),
    escrow: () => escrowView(parts),
    isEscrowNewer: () => store.local.rootSecret() !== undefined && isNewerRecord(store),
    updateEscrow: (wish) =>
      once(async () => {
        const record = escrowRecord(store);
        const refused = whyNot();
        if (refused) return err(refused);
        if (record === undefined) return err({ kind: 'no-escrow' });
        const person = wish.attributes === undefined ? undefined : await samePerson(parts, record, wish);
        if (person?.ok === false) return person;
        if (wish.agreedFees !== undefined) agreeAgain(parts, wish.agreedFees);
        await rounds.goNow(person?.value);
        endAgreement(parts);
        await inPatience(world, copyNow(common));
        return viewed();
      }),
    forgetEscrow: () => {
      if (isBusy()) return err({ kind: 'escrow-running' });
      if (isNewerRecord(store)) return err({ kind: 'escrow-needs-newer' });
      const { standing } = listDevices(store);
      // The one that leads would follow it no more, and nobody there would have said so.
      if (standing !== 'active') return err({ kind: 'wrong-device-state', standing });
      return forgetEscrow(parts);
    },
  } satisfies Partial<Backup>;
};

/** One piece of work with the escrow at a time, and none beside a restore. */
const oneAtATime = ({ alone }: Pick<Common, 'alone'>) => {
  let isBusy = false;
  const once = async <T>(work: () => Promise<Result<T, BackupFailure>>): Promise<Result<T, BackupFailure>> => {
    if (alone.isBusy()) return err({ kind: 'restore-running' });
    if (isBusy) return err({ kind: 'escrow-running' });
    isBusy = true;
    try {
      return await work();
    } finally {
      isBusy = false;
    }
  };
  return { once, isBusy: () => isBusy };
};
