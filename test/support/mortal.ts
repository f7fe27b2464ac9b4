// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from './english.ts';
import { trusting } from './trusting.ts';
import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import { realWorld, type World } from '../../electron/world.ts';
import { bytesOf } from './seed.ts';

// A headless wallet that is told what to do and does not expect to live: loaded in advance, it opens its data directory
// when the first line arrives, says `open`, and then answers each deed with a line.

/** What a person may ask of a wallet in one round. */
export const Deed = z.discriminatedUnion('do', [
  z.object({ do: z.literal('withdraw by hand'), exchange: z.string(), amount: z.string() }),
  z.object({ do: z.literal('withdraw from bank'), uri: z.string() }),
  z.object({ do: z.literal('pay'), uri: z.string() }),
  z.object({ do: z.literal('send'), amount: z.string() }),
  z.object({ do: z.literal('request'), amount: z.string() }),
  z.object({ do: z.literal('receive'), uri: z.string() }),
  z.object({ do: z.literal('refund'), uri: z.string() }),
  z.object({ do: z.literal('deposit'), amount: z.string(), payto: z.string() }),
  z.object({ do: z.literal('take back'), which: z.number() }),
  z.object({ do: z.literal('empty') }),
  z.object({ do: z.literal('leave') }),
  z.object({ do: z.literal('restore'), recoveryText: z.string() }),
  z.object({ do: z.literal('new secret') }),
  z.object({ do: z.literal('undo a restore') }),
  z.object({ do: z.literal('back up') }),
  z.object({ do: z.literal('go on') }),
]);
export type Deed = z.infer<typeof Deed>;
export const Orders = z.object({
  directory: z.string(),
  deeds: z.array(Deed),
  /** the sheet of a wallet that may have been taken away from here: then it is brought back before anything else is asked */
  sheet: z.string().exactOptional(),
  /** of what this process draws */
  seed: z.string(),
  /** at which look at its world (clock, dice, network) it ends itself, as `kill -9` would */
  diesAtLook: z.int().optional(),
});
export type Orders = z.infer<typeof Orders>;

const perform = async (app: WalletApp, deed: Deed): Promise<unknown> => {
  switch (deed.do) {
    case 'withdraw by hand':
      return app.handle('withdraw.manual', { exchange: deed.exchange, amount: deed.amount });
    case 'withdraw from bank':
      return trusting((asked) => app.handle('withdraw.uri', { uri: deed.uri, ...asked }));
    case 'pay': {
      const offer = await app.handle('pay.prepare', { uri: deed.uri });
      if (!offer.ok || !offer.value.payable) return offer;
      const { purchaseId, choice } = offer.value;
      return app.handle('pay.confirm', { purchaseId, ...(choice === undefined ? {} : { choice: 1 }) });
    }
    case 'send':
      return app.handle('peer.send', { amount: deed.amount, summary: 'for you' });
    case 'request':
      return app.handle('peer.request', { amount: deed.amount, summary: 'from you' });
    case 'receive': {
      const offer = await trusting((asked) => app.handle('peer.prepareReceive', { uri: deed.uri, ...asked }));
      return offer.ok && offer.value.possible ? app.handle('peer.confirm', { id: offer.value.id }) : offer;
    }
    case 'refund':
      return app.handle('refund.uri', { uri: deed.uri });
    case 'deposit':
      return app.handle('deposit.confirm', { amount: deed.amount, payto: deed.payto });
    case 'take back':
      return takeBack(app, deed.which);
    case 'empty':
      return app.handle('wallet.empty', {});
    case 'leave':
      return leave(app);
    case 'restore':
      return restoreInto(app, deed.recoveryText);
    case 'new secret':
      return newSecret(app);
    case 'undo a restore':
      return undoRestore(app);
    case 'back up':
      return app.handle('backup.run', {});
    case 'go on':
      return app.runPending({ untilDone: false, timeoutMs: 10_000 });
  }
};

/** Aborts a payment, stops paying an invoice, gives a withdrawal up, or calls back what others have not taken. */
const takeBack = async (app: WalletApp, which: number): Promise<unknown> => {
  const pending = await app.handle('wallet.pending', {});
  if (!pending.ok) return pending;
  const ids = pending.value.pending.flatMap(({ type, id }) => (TAKEN_BACK.has(type) ? [id] : []));
  const id = ids[which % Math.max(1, ids.length)];
  return id === undefined ? { ok: false, why: 'nothing is pending' } : app.handle('abort', { id });
};

const TAKEN_BACK: ReadonlySet<string> = new Set(['payment', 'withdrawal', 'peer-send', 'invoice', 'invoice-payment']);

/** Empties the wallet to others as often as it takes, and once everything is taken leaves it and erases it here. */
const leave = async (app: WalletApp): Promise<unknown> => {
  const status = await app.handle('wallet.empty.status', {});
  if (!status.ok) return status;
  if (status.value.state === 'ready' || status.value.state === 'leaving')
    return app.handle('wallet.empty.finish', { confirm: 'erase this wallet' });
  const pending = await app.handle('wallet.pending', {});
  for (const { type, id } of pending.ok ? pending.value.pending : [])
    if (type === 'invoice') await app.handle('abort', { id });
  return app.handle('wallet.empty', {});
};

/** What begins the line by which it is told which sheet is the wallet's from now on. */
export const SHEET = 'sheet ';

/** The sheet as it is now, said at once: whoever is killed next comes back by it. Empty where there is none. */
const tellSheet = async (app: WalletApp): Promise<string> => {
  const sheet = await app.handle('sheet.reveal', {});
  if (!sheet.ok) return '';
  toldSheet = sheet.value.text;
  say(SHEET + JSON.stringify(toldSheet));
  return toldSheet;
};
let toldSheet: string | undefined;

/** Begun or gone on with, as far as it comes; at its end the new paper is tried. */
const newSecret = async (app: WalletApp): Promise<unknown> => {
  const underWay = await app.handle('rekey.progress', {});
  const isBegun = underWay.ok && underWay.value.progress !== null;
  const quote = isBegun ? undefined : await app.handle('rekey.quote', {});
  if (quote && !quote.ok) return quote;
  const gone = quote
    ? await app.handle('rekey.begin', { agreedFees: [...quote.value.total] })
    : await app.handle('rekey.goOn', {});
  const recoveryText = await tellSheet(app);
  const step = gone.ok ? gone.value.progress?.step : undefined;
  return step === 'sheet' || step === 'test' ? app.handle('drill.run', { recoveryText }) : gone;
};

/** The restore of this computer is undone, by a sheet that was read back before. */
const undoRestore = async (app: WalletApp): Promise<unknown> => {
  const list = await app.handle('undo.list', {});
  const step = list.ok ? list.value.steps[0] : undefined;
  if (step === undefined) return { ok: false, why: 'nothing can be undone' };
  await app.handle('sheet.test', { recoveryText: await tellSheet(app) });
  await app.handle('backup.run', {});
  return app.handle('undo.run', { number: step.number });
};

/** On a computer that has never seen the wallet, or that died while it was being restored there. */
export const restoreInto = async (app: WalletApp, recoveryText: string): Promise<unknown> => {
  if (app.state().stage === 'first-start') {
    const created = await app.handle('app.create', { protection: { type: 'unprotected' } });
    if (!created.ok) return created;
  }
  const status = await app.handle('backup.status', {});
  return status.ok && status.value.state === 'uninitialized' ? app.handle('restore.run', { recoveryText }) : status;
};

/** The real world with dice that a seed repeats; at its n-th use the process is gone. */
const mortalWorld = (seed: string, diesAtLook = Number.POSITIVE_INFINITY): World => {
  const [world, random] = [realWorld(), bytesOf(seed)];
  let looks = 0;
  const look = (): void => {
    looks += 1;
    if (looks === diesAtLook) process.kill(process.pid, 'SIGKILL');
  };
  return {
    ...world,
    now: () => {
      look();
      return world.now();
    },
    randomBytes: (length) => {
      look();
      return random(length);
    },
    http: (input, init) => {
      look();
      return world.http(input, init);
    },
  };
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (import.meta.main) {
  // What is killed writes no cache when it ends, so it does before it begins; the later ones read it.
  flushCompileCache();
  for await (const line of createInterface({ input: process.stdin })) {
    const { directory, deeds, seed, diesAtLook, sheet } = Orders.parse(JSON.parse(line));
    const app = await openWalletApp({ dataDirectory: directory, world: mortalWorld(seed, diesAtLook), loop: false });
    if (!app.ok) throw new Error(english('failure', app.error));
    say('open');
    for (const deed of deeds) {
      if (sheet !== undefined) await restoreInto(app.value, toldSheet ?? sheet);
      const said = await perform(app.value, deed);
      say(JSON.stringify(said));
    }
    say('done');
  }
}
