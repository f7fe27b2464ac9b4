// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../../electron/storage/store.ts';
import { mustOk } from '../../shared/result.ts';
import { makeImage, putBackImage, type Machine, type RandomWorld, type Running } from './random-world.ts';

const HOUR_MS = 3_600_000;
const MOST_MACHINES = 4;

/** A wallet on one machine, known to all providers, with some money. */
export const begin = async (world: RandomWorld): Promise<void> => {
  const { running } = world.addMachine();
  for (const { baseUrl } of world.providers)
    await untilGood(() => running.backup.addProvider({ target: baseUrl, consent: true, maxFee: 'KUDOS:1' }));
  await untilGood(() => running.wallet.addExchange(world.exchange));
  await withdraw(world, running, 'KUDOS:3.1');
};

/** Providers are silent now and then; a person tries again. */
const untilGood = async <T>(
  attempt: () => Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }>,
): Promise<T> => {
  for (let tries = 1; ; tries++) {
    const result = await attempt();
    if (result.ok) return result.value;
    if (tries === 30) return mustOk(result, 'thirtieth try');
  }
};

/** One thing that happens somewhere; what does not work is what people see, too. */
export const somethingHappens = async (world: RandomWorld): Promise<void> => {
  const { dice, machines, story } = world;
  const machine = dice.pick(machines);
  const { backup } = machine.running;
  const roll = dice.roll();
  const tell = (what: string): void => void story.push(`machine ${machine.number}: ${what}`);
  if (roll < 0.22) {
    const sum = `KUDOS:${(0.02 + dice.upTo(150) / 100).toFixed(2)}`;
    tell(`withdraws ${sum}: ${await withdraw(world, machine.running, sum)}`);
  } else if (roll < 0.44) {
    const sum = `KUDOS:${(0.02 + dice.upTo(100) / 100).toFixed(2)}`;
    tell(`pays ${sum}: ${await pay(world, machine.running, sum)}`);
  } else if (roll < 0.6) {
    tell(`backs up: ${(await backup.cycle()).map(({ outcome }) => outcome).join(', ')}`);
  } else if (roll < 0.66) {
    await settle(machine.running);
    tell('goes on');
  } else if (roll < 0.72) {
    machine.cutOff = !machine.cutOff;
    tell(machine.cutOff ? 'is cut off' : 'is connected');
  } else if (roll < 0.79) {
    const ms = Math.round((dice.roll() * 2 - 1) * (dice.roll() < 0.2 ? 40 : 10) * HOUR_MS);
    machine.skewMs = ms;
    tell(`has a clock that is ${Math.round(ms / HOUR_MS)} h off`);
  } else if (roll < 0.84) {
    world.travel(dice.upTo(8) * HOUR_MS);
    tell('some hours pass');
  } else if (roll < 0.9) {
    const kept = await backup.keepDevice();
    tell(`wants to be the active one: ${kept.ok ? kept.value.standing : kept.error.kind}`);
  } else if (roll < 0.94) {
    makeImage(machine);
    tell('makes an image of its disk');
  } else if (roll < 0.97) {
    // What no honest provider has heard would be lost with the disk: people wait until all providers hold everything.
    const safe = backup.status().level === 'protected';
    tell(safe && putBackImage(machine) ? 'puts the image back' : 'keeps its disk');
  } else if (machines.length < MOST_MACHINES) {
    const text = backup.recoveryText();
    const next = world.addMachine();
    if (!text.ok) return;
    const restored = await next.running.backup.restore(text.value);
    tell(`its sheet restores machine ${next.number}: ${restored.ok ? 'done' : restored.error.kind}`);
    if (!restored.ok) machines.pop();
  }
};

const withdraw = async ({ exchange, sandbox }: RandomWorld, running: Running, sum: string): Promise<string> => {
  const opened = await running.wallet.withdrawManual({ exchange, amount: sum });
  if (!opened.ok) return opened.error.kind;
  // The money is sent once the key it is sent to is safe: before that the wallet calls it at risk.
  for (let tries = 0; tries < 5 && running.backup.status().atRisk.length > 0; tries++) await running.backup.cycle();
  if (running.backup.status().atRisk.length > 0) return 'not sent';
  mustOk(sandbox.bank.transferToReserve(opened.value.payto), 'transfer');
  await settle(running);
  return 'sent';
};

const pay = async ({ sandbox }: RandomWorld, { wallet }: Running, sum: string): Promise<string> => {
  const order = await sandbox.merchant.createOrder({ amount: sum, summary: 'tea' });
  const offer = await wallet.preparePay(order.talerPayUri);
  if (!offer.ok) return offer.error.kind;
  if (!offer.value.payable) return 'too little money';
  const paid = await wallet.confirmPay(offer.value.purchaseId);
  return paid.ok ? paid.value.state : paid.error.kind;
};

/** Everything that can go on now, without waiting for any back-off. */
const settle = async ({ store, wallet, backup }: Running): Promise<void> => {
  for (let round = 0; round < 4; round++) {
    forgetBackOff(store);
    await wallet.run();
    await backup.run();
    if (wallet.pending().length === 0) return;
  }
};

const forgetBackOff = (store: Store): void =>
  store.transaction((tx) => {
    for (const { kind, id } of tx.local.tasks()) tx.local.deleteTask(kind, id);
  });

/**
 * Silence: every network works, every clock is right, every provider keeps the contract, and days go by. Each machine has
 * its turn as the active one, hands over what only it has, and then all listen until nothing is new to anybody.
 */
export const silence = async (world: RandomWorld): Promise<void> => {
  for (const provider of world.providers) provider.reform();
  for (const machine of world.machines) {
    machine.cutOff = false;
    machine.skewMs = 0;
  }
  world.travel(48 * HOUR_MS);
  for (const machine of [...world.machines, ...world.machines]) await takeTurn(machine);
  const last = world.machines.at(-1);
  await last?.running.wallet.auditCoins({}, 'find');
  for (let round = 0; round < 3; round++) {
    if (last) await settle(last.running);
    for (const machine of world.machines) await machine.running.backup.cycle();
  }
};

const takeTurn = async ({ running }: Machine): Promise<void> => {
  await running.backup.cycle();
  await running.backup.keepDevice();
  await settle(running);
  await running.backup.cycle();
};
