// SPDX-License-Identifier: GPL-3.0-or-later
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { openWalletApp, type WalletApp } from '../../electron/wallet-app.ts';
import { realWorld } from '../../electron/world.ts';

// A headless wallet that is told what to do and does not expect to live: loaded in advance, it opens its data directory
// when the first line arrives, says `open`, and then answers each deed with a line.

/** What a person may ask of a wallet in one round. */
export const Deed = z.discriminatedUnion('do', [
  z.object({ do: z.literal('withdraw by hand'), exchange: z.string(), amount: z.string() }),
  z.object({ do: z.literal('withdraw from bank'), uri: z.string() }),
  z.object({ do: z.literal('pay'), uri: z.string() }),
  z.object({ do: z.literal('back up') }),
  z.object({ do: z.literal('go on') }),
]);
export type Deed = z.infer<typeof Deed>;
export const Orders = z.object({ directory: z.string(), deeds: z.array(Deed) });
export type Orders = z.infer<typeof Orders>;

const perform = async (app: WalletApp, deed: Deed): Promise<unknown> => {
  switch (deed.do) {
    case 'withdraw by hand':
      return app.handle('withdraw.manual', { exchange: deed.exchange, amount: deed.amount });
    case 'withdraw from bank':
      return app.handle('withdraw.uri', { uri: deed.uri });
    case 'pay': {
      const offer = await app.handle('pay.prepare', { uri: deed.uri });
      return offer.ok && offer.value.payable
        ? app.handle('pay.confirm', { purchaseId: offer.value.purchaseId })
        : offer;
    }
    case 'back up':
      return app.handle('backup.run', {});
    case 'go on':
      return app.runPending({ untilDone: false, timeoutMs: 10_000 });
  }
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (import.meta.main) {
  for await (const line of createInterface({ input: process.stdin })) {
    const { directory, deeds } = Orders.parse(JSON.parse(line));
    const app = await openWalletApp({ dataDirectory: directory, world: realWorld(), loop: false });
    if (!app.ok) throw new Error(app.error.sentence);
    say('open');
    for (const deed of deeds) {
      const said = await perform(app.value, deed);
      say(JSON.stringify(said));
    }
    say('done');
  }
}
