// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../shared/amount.ts';
import { err, ok } from '../../../shared/result.ts';
import { registerProvider } from '../add-provider.ts';
import type { Backup } from '../contract.ts';
import { endAgreement } from '../cycle/payment.ts';
import { QUORUM } from '../cycle/quorum.ts';
import { wakeWaiting } from '../cycle/wake.ts';
import { inspectProvider } from '../providers/kinds.ts';
import { findProvider } from '../providers/known.ts';
import { aboutPlace, forgetPlace, formerPlaces, stillKept } from '../forget-place.ts';
import { sessionOf } from '../recover/escrow/session.ts';
import { removeProvider } from '../remove-provider.ts';
import { previewRemoval } from '../safety/removal.ts';
import { backupStatus, providerView, providerViews } from '../safety/status.ts';
import { tellRoot, type Common } from './common.ts';

/** The requests on providers and what they hold. */
export const providerRequests = (common: Common) => {
  const { parts, rounds } = common;
  const { world, store } = parts;
  const statusParts = { world, store, nextRoundAt: rounds.nextRoundAt, isRunning: rounds.isRunning };
  return {
    inspectProvider: async (target, answers) => {
      const offer = await inspectProvider(world, target, answers);
      if (!offer.ok || offer.value.annualFee === undefined) return offer;
      const total = await parts.wallet.feeTotal(amount(offer.value.annualFee));
      return ok({ ...offer.value, annualTotal: amountToText(total) });
    },
    addProvider: async (request) => {
      const isFirst = store.local.rootSecret() === undefined;
      // A secret of its own would end it, with all that was shown and paid for.
      if (isFirst && sessionOf(store) !== undefined) return err({ kind: 'recovery-running' });
      const added = await registerProvider(parts, request);
      if (!added.ok) return added;
      if (isFirst) tellRoot(common);
      // A withdrawal that waits for a provider goes on in this very round, which may need its coins for the fee.
      wakeWaiting(store);
      await rounds.cycleNow([added.value]);
      endAgreement(store, added.value);
      const entry = store.entry('provider', added.value);
      return entry ? ok(providerView(statusParts, entry)) : err({ kind: 'unknown-provider', id: added.value });
    },
    previewRemoval: (called) => previewRemoval(parts, called),
    removeProvider: async (called) => removeProvider(parts, called),
    aboutForgetting: (id) => aboutPlace(parts, id),
    forgetPlace: (id) => forgetPlace(parts, id),
    stillKept: () => stillKept(store),
    formerPlaces: () => formerPlaces(store),
    providers: () => providerViews(statusParts),
    cycle: (called) => rounds.cycleNow(called === undefined ? undefined : [findProvider(store, called) ?? called]),
    status: () => backupStatus(statusParts),
    setQuorum: (copies) => {
      store.transaction((tx) => tx.put('setting', QUORUM, { value: copies }));
      wakeWaiting(store);
    },
  } satisfies Partial<Backup>;
};
