// SPDX-License-Identifier: GPL-3.0-or-later
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { realWorld } from '../../electron/world.ts';

// The sandbox in a process of its own, so that its signatures are not counted as the wallet's work. HOLDFAST_BENCH_RSA_BITS makes its
// keys shorter than they are for people, for a test that only sees that the bench runs.

export type RemoteSandbox = {
  readonly exchange: string;
  /** base URLs of the backup providers */
  readonly providers: readonly string[];
  /** sends what a `payto:` address of a reserve says */
  readonly transfer: (payto: string) => Promise<void>;
  /** starts a withdrawal at the play bank; `confirm` is what the person would tap there */
  readonly createWithdrawal: (
    amount: string,
  ) => Promise<{ readonly talerUri: string; readonly confirm: () => Promise<void> }>;
  readonly close: () => Promise<void>;
};

type RemoteSandboxOptions = { readonly latencyMs?: number; readonly freeProviders?: number };

const Started = z.object({ exchange: z.string(), providers: z.array(z.string()) });
const Created = z.object({ talerUri: z.string() });
const Order = z.union([
  z.object({ withdraw: z.string() }),
  z.object({ confirm: z.string() }),
  z.object({ transfer: z.string() }),
]);

export const startRemoteSandbox = async ({
  latencyMs = 0,
  freeProviders = 0,
}: RemoteSandboxOptions = {}): Promise<RemoteSandbox> => {
  const child = fork(join(import.meta.dirname, 'sandbox-process.ts'), [String(latencyMs), String(freeProviders)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const { exchange, providers } = Started.parse(await nextMessage(child));
  const ask = async (order: z.infer<typeof Order>): Promise<unknown> => {
    child.send(order);
    return nextMessage(child);
  };
  return {
    exchange,
    providers,
    transfer: async (payto) => void (await ask({ transfer: payto })),
    createWithdrawal: async (amount) => {
      const { talerUri } = Created.parse(await ask({ withdraw: amount }));
      return { talerUri, confirm: async () => void (await ask({ confirm: talerUri })) };
    },
    close: async () => {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
};

const nextMessage = async (child: ChildProcess): Promise<unknown> => {
  const stopped = new AbortController();
  const gone = once(child, 'exit', { signal: stopped.signal }).then(() => {
    throw new Error('the sandbox process ended');
  });
  // Whichever of the two comes second is not waited for.
  gone.catch(() => undefined);
  try {
    const [message]: unknown[] = await Promise.race([once(child, 'message', { signal: stopped.signal }), gone]);
    return message;
  } finally {
    stopped.abort();
  }
};

const serve = async (): Promise<void> => {
  const { startSandbox } = await import('../../electron/sandbox/sandbox.ts');
  const { readGeneration } = await import('../../electron/sandbox/exchange/room.ts');
  const { now, sleep, randomBytes } = realWorld();
  const [latencyMs = 0, freeProviders = 0] = process.argv.slice(2).map(Number);
  const syncProviders = Array.from({ length: freeProviders }, () => ({}));
  const rsaBits = Number(process.env['HOLDFAST_BENCH_RSA_BITS'] ?? 2048);
  const exchanges = [{ generation: readGeneration(process.env['HOLDFAST_BENCH_EXCHANGE'] ?? 'v32') }];
  const sandbox = await startSandbox({ now, sleep, randomBytes, exchanges, syncProviders, latencyMs, rsaBits });
  const confirmByUri = new Map<string, () => Promise<void>>();
  const obey = async (order: z.infer<typeof Order>): Promise<object> => {
    if ('transfer' in order) {
      const sent = sandbox.bank.transferToReserve(order.transfer);
      return sent.ok ? {} : { failed: sent.error.kind };
    }
    if ('confirm' in order) {
      await confirmByUri.get(order.confirm)?.();
      return {};
    }
    const { talerUri, confirm } = await sandbox.bank.createWithdrawal(order.withdraw);
    confirmByUri.set(talerUri, confirm);
    return { talerUri };
  };
  process.on('message', (message) => void obey(Order.parse(message)).then((answer) => process.send?.(answer)));
  process.on('disconnect', () => void sandbox.close().then(() => process.exit()));
  process.send?.({
    exchange: sandbox.exchanges[0]?.baseUrl,
    providers: sandbox.syncProviders.map(({ baseUrl }) => baseUrl),
  });
};

if (import.meta.main) await serve();
