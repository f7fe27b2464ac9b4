// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll } from 'vitest';
import type { Backup } from '../../electron/backup/contract.ts';
import type { Generation } from '../../electron/sandbox/exchange/room.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { mustOk } from '../../shared/result.ts';
import { install, testWorld, withdraw, type HastyWorld, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import {
  keepTheirs,
  sealTheirs,
  theirContent,
  theirLink,
  theirRoot,
  type TheirContent,
} from '../support/their-wallet.ts';

// Money that comes from GNU Taler's wallet, at exchanges and places of the sandbox.

type Request = Parameters<Backup['bringIn']>[0];

/** Brings in what was given for the issuers and the price that are shown; other answers than these questions are given back as they are. */
export const bringIn = async (
  one: Pick<Installation, 'backup'>,
  request: Request,
): Promise<Awaited<ReturnType<Backup['bringIn']>>> => {
  const asked = await one.backup.bringIn(request);
  if (asked.ok) return asked;
  if (asked.error.kind === 'unknown-exchange')
    return bringIn(one, { ...request, newExchanges: [...(request.newExchanges ?? []), asked.error.exchange] });
  return asked.error.kind === 'import-asks' && request.agreedFees === undefined
    ? bringIn(one, { ...request, agreedFees: asked.error.fees })
    : asked;
};

/** The other program with what it has. */
export type Theirs = {
  readonly one: Installation;
  readonly root: Uint8Array;
  /** what it writes out now */
  readonly content: () => TheirContent;
  /** keeps a copy at these places (all of the economy when left out) and gives the link that leads there */
  readonly keep: (content?: unknown, places?: readonly number[]) => Promise<string>;
  /** the link to all places */
  readonly link: () => string;
};

export type BroughtLab = {
  readonly world: HastyWorld;
  readonly sandbox: Sandbox;
  readonly exchange: Sandbox['exchanges'][number];
  readonly url: (place: number) => string;
  readonly theirs: (name: string, money: string) => Promise<Theirs>;
  readonly pay: (one: Installation, price: string, more?: { readonly refundWithinMs?: number }) => Promise<string>;
};

/** An economy with two free places, closed when the file's tests are over. */
export const broughtLab = async (generation: Generation = 'v23'): Promise<BroughtLab> => {
  const world = testWorld();
  const free = { annualFee: 'KUDOS:0' };
  const sandbox = await openEconomy(world, { exchanges: [{ generation }], syncProviders: [free, free] });
  afterAll(() => sandbox.close());
  const [exchange] = sandbox.exchanges;
  if (!exchange) throw new Error('no exchange');
  return {
    world,
    sandbox,
    exchange,
    url: (at) => sandbox.syncProviders[at]?.baseUrl ?? '',
    theirs: async (name, money) => {
      const one = install(world);
      await withdraw(one, sandbox, money);
      const root = theirRoot(name);
      const content = (): TheirContent => theirContent(one, root);
      const all = sandbox.syncProviders.map(({ baseUrl }) => baseUrl);
      return {
        one,
        root,
        content,
        link: () => theirLink(root, all),
        keep: async (what = content(), places = [0, 1]) => {
          const chosen = sandbox.syncProviders.filter((_, at) => places.includes(at));
          for (const place of chosen) await keepTheirs(one, place, root, sealTheirs(what, root, world.randomBytes(24)));
          return theirLink(
            root,
            chosen.map(({ baseUrl }) => baseUrl),
          );
        },
      };
    },
    pay: async ({ wallet }, price, more = {}) => {
      const order = await sandbox.merchant.createOrder({ amount: price, summary: 'tea', ...more });
      const offer = mustOk(await wallet.preparePay(order.talerPayUri), 'offer');
      mustOk(await wallet.confirmPay(offer.purchaseId), 'payment');
      return order.orderId;
    },
  };
};
