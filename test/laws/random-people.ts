// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import type { Dice } from '../support/dice.ts';
import { settle, sumUpTo, type Act } from './random-money.ts';
import type { Machine, RandomWorld } from './random-world.ts';

// Money between people, both ways. An address is given to others and may be opened by several, twice, or by nobody.

/** Short: what nobody takes comes back while the life lasts. */
const hours = (dice: Dice): number => 1 + dice.upTo(20);
/** Links are found in the newest messages. */
const NEWEST = 3;

const pickLink = (links: readonly string[], dice: Dice): string | undefined =>
  links.length === 0 ? undefined : dice.pick(links.slice(-NEWEST));

const outsider = ({ outsiders }: RandomWorld, dice: Dice): Machine => dice.pick(outsiders);

const send = async ({ running }: Machine, dice: Dice, into: string[], most: number): Promise<string> => {
  const amount = sumUpTo(dice, most);
  const sent = await running.wallet.peer.send({ amount, summary: 'tea', expiresHours: hours(dice) });
  if (!sent.ok) return `${amount}: ${sent.error.kind}`;
  into.push(sent.value.uri);
  return `${amount}: ${sent.value.state}`;
};

const request = async ({ running }: Machine, dice: Dice, into: string[], exchange: string): Promise<string> => {
  const amount = sumUpTo(dice, 60);
  const wish = { amount, summary: 'rent', expiresHours: hours(dice), exchange };
  const asked = await running.wallet.peer.request(wish);
  if (!asked.ok) return `${amount}: ${asked.error.kind}`;
  into.push(asked.value.uri);
  return `${amount}: ${asked.value.state}`;
};

/** Takes a payment, or pays an invoice. */
export const acceptLink = async ({ running }: Machine, uri: string | undefined): Promise<string> => {
  if (uri === undefined) return 'no link';
  const offer = await trusting((asked) => running.wallet.peer.prepare(uri, asked));
  if (!offer.ok) return offer.error.kind;
  if (!offer.value.possible) return 'not possible';
  const confirmed = await running.wallet.peer.confirm(offer.value.id);
  return confirmed.ok ? confirmed.value.state : confirmed.error.kind;
};

export const sendToPerson: Act = (world, machine, dice) => send(machine, dice, world.links.sent, 80);
export const requestFromPerson: Act = (world, machine, dice) =>
  request(machine, dice, world.links.asked, world.exchange);

/** Somebody outside sends something, and we take it, or something sent earlier. */
export const takeFromPerson: Act = async (world, machine, dice) => {
  const said = dice.roll() < 0.6 ? `${await send(outsider(world, dice), dice, world.links.received, 60)}, ` : '';
  const taken = await acceptLink(machine, pickLink(world.links.received, dice));
  if (dice.roll() < 0.5) await settle(machine.running);
  return `${said}${taken}`;
};

export const payBill: Act = async (world, machine, dice) => {
  const said =
    dice.roll() < 0.6 ? `${await request(outsider(world, dice), dice, world.links.bills, world.exchange)}, ` : '';
  return `${said}${await acceptLink(machine, pickLink(world.links.bills, dice))}`;
};

/** Somebody outside (now and then ourselves) takes what we sent. */
export const isTaken: Act = async (world, machine, dice) => {
  const taker = dice.roll() < 0.15 ? machine : outsider(world, dice);
  const taken = await acceptLink(taker, pickLink(world.links.sent, dice));
  await settle(taker.running);
  return taken;
};

/** Somebody outside pays what we asked for. */
export const isPaid: Act = async (world, _machine, dice) => {
  const payer = outsider(world, dice);
  const paid = await acceptLink(payer, pickLink(world.links.asked, dice));
  await settle(payer.running);
  return paid;
};

/** We call back a payment or an invoice nobody has answered. */
export const callBack: Act = async (_world, { running }, dice) => {
  const waiting = running.wallet.peer.list().filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return 'nothing waits';
  const aborted = await running.wallet.abort(dice.pick(waiting).id);
  return aborted.ok ? aborted.value.state : aborted.error.kind;
};

/** People outside look after their own wallets. */
export const outsidersGoOn: Act = async (world) => {
  for (const { running } of world.outsiders) await settle(running);
  return 'done';
};
