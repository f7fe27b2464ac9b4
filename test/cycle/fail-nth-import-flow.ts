// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import {
  keepTheirs,
  sealTheirs,
  theirContent,
  theirLink,
  theirRoot,
  theirWithdrawal,
  type TheirRecord,
} from '../support/their-wallet.ts';
import { bringIn } from './brought-lab.ts';
import { addProvider, backedUp, cycle, expectProtected, free } from './fail-nth-backup-flows.ts';
import type { Flow } from './fail-nth-cases.ts';
import { fund, fundedDevice } from './fail-nth-flows.ts';
import { newDevice, openDevice, rest, totalUnits, type Lab, type Open } from './fail-nth-lab.ts';

// The money of GNU Taler's wallet comes in: a payment with its change, a withdrawal whose answer was lost, and one whose money comes
// only afterwards.

type Waiting = {
  readonly link: string;
  /** what there is when all of it has come */
  readonly money: bigint;
  readonly transfer: () => void;
  readonly anew: () => void;
};

const theirWallet = async (lab: Lab): Promise<Waiting> => {
  const them = { world: lab.world, ...openDevice(lab, await fundedDevice(lab, 'KUDOS:0.74')) };
  const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:0.13', summary: 'tea' });
  const offer = mustOk(await them.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await them.wallet.confirmPay(offer.purchaseId), 'payment');
  await rest(them);
  // What comes from here on is in the exchange's books and has no coins in the copy.
  const known = new Set(them.store.entries('withdrawal').map(({ id }) => id));
  await fund(lab, them, 'KUDOS:0.62');
  const root = theirRoot('fail-nth');
  const content = theirContent(them, root);
  const isLost = ({ coin_source: from }: TheirRecord): boolean => {
    const { type, withdrawal_group_id: group } = from as { type: string; withdrawal_group_id: string };
    return type === 'withdraw' && !known.has(group);
  };
  for (const { denominations } of content.exchange_details)
    for (const each of denominations) each.coins = each.coins.filter((coin) => !isLost(coin));
  for (const group of content.withdrawal_groups) {
    if (known.has(String(group['withdrawal_group_id']))) continue;
    group['operation_status'] = 'pending';
    delete group['timestamp_finish'];
  }
  const begun = theirWithdrawal(them, lab.exchange, [{ value: 'KUDOS:0.1', count: 2 }]);
  content.withdrawal_groups.push(begun.record);
  const [place] = lab.sandbox.syncProviders;
  if (!place) throw new Error('no place');
  await keepTheirs(them, place, root, sealTheirs(content, root, lab.world.randomBytes(24)));
  await rest(them);
  let isTransferred = false;
  return {
    link: theirLink(root, [place.baseUrl]),
    money: totalUnits(them.wallet) + amount('KUDOS:0.2').units,
    transfer: () => {
      if (!isTransferred) mustOk(lab.sandbox.bank.transferToReserve(begun.reserve, begun.sum), 'transfer');
      isTransferred = true;
    },
    anew: () => {
      isTransferred = false;
    },
  };
};

/** What paying it to ourselves has cost. */
const feesOf = ({ wallet }: Open): bigint =>
  wallet.history().reduce((sum, line) => (line.type === 'refresh' ? sum + amount(line.fees).units : sum), 0n);

const comeIn = async (lab: Lab, open: Open, { link, transfer }: Waiting): Promise<void> => {
  const isIn = open.store.entries('withdrawal').some(({ value }) => value.brought !== undefined);
  if (!isIn) mustOk(await bringIn(open, { given: link }), 'import');
  await addProvider(open, free(lab));
  await rest(open);
  transfer();
  lab.world.move(11 * 60_000);
  await open.backup.run();
  await cycle(open);
  await cycle(open);
};

const expectIn = async (open: Open, lab: Lab, money: bigint): Promise<void> => {
  expect(totalUnits(open.wallet) + feesOf(open)).toBe(money);
  expect(await open.wallet.quoteReissue()).toEqual([]);
  expect(openSecret(open.store.local.rootSecret() ?? expect.fail('no secret'))).toHaveLength(64);
  expect(open.store.local.mark('audit-due')).toBeUndefined();
  expectProtected(open, lab);
};

/** Into an empty directory. */
export const importIntoNew: Flow = {
  name: 'come from GNU Taler’s wallet',
  prepare: async (lab) => {
    const theirs = await theirWallet(lab);
    return {
      device: newDevice(),
      beginningLeft: true,
      anew: theirs.anew,
      act: (open) => comeIn(lab, open, theirs),
      check: (open) => expectIn(open, lab, theirs.money),
    };
  },
};

/** Beside money and copies of one's own. */
export const importBeside: Flow = {
  name: 'come from GNU Taler’s wallet with money here',
  prepare: async (lab) => {
    const theirs = await theirWallet(lab);
    const device = await backedUp(lab, 'KUDOS:0.62');
    const own = totalUnits(openDevice(lab, device).wallet);
    return {
      device,
      beginningLeft: true,
      anew: theirs.anew,
      act: (open) => comeIn(lab, open, theirs),
      check: (open) => expectIn(open, lab, theirs.money + own),
    };
  },
};
