// SPDX-License-Identifier: GPL-3.0-or-later
import { startSandbox, type Sandbox, type SandboxOptions } from '../../electron/sandbox/sandbox.ts';
import type { World } from '../../electron/world.ts';
import { rsaPool } from './rsa-pool.ts';

/** The newest generation that a real server was met of; tests of what is older or newer say so. */
const MET = 'v23' as const;

/** Starts a play economy with small keys from the pool; whoever asks by `economyHttp` needs no socket. */
export const openEconomy = async (
  { now, sleep, randomBytes }: Pick<World, 'now' | 'sleep' | 'randomBytes'>,
  options: Partial<SandboxOptions> = {},
): Promise<Sandbox> => {
  const pool = rsaPool();
  const keys = { rsaBits: 1024, newRsaKey: pool.next };
  // Who agrees to what has tests of its own; everywhere else nobody is asked.
  const exchanges = (options.exchanges ?? [{}]).map((each) => ({ generation: MET, ...each }));
  const sandbox = await startSandbox({ now, sleep, randomBytes, ...keys, withoutTerms: true, ...options, exchanges });
  open.add(sandbox);
  return {
    ...sandbox,
    close: async () => {
      open.delete(sandbox);
      await sandbox.close();
    },
  };
};

const open = new Set<Sandbox>();

/** Reaches every economy of this process by a call, and everything else over the network. */
export const economyHttp: World['http'] = (input, init) => {
  const { origin } = new URL(input instanceof Request ? input.url : input);
  const sandbox = [...open].find(({ urls }) => urls.some(({ url }) => new URL(url).origin === origin));
  return (sandbox?.http ?? fetch)(input, init);
};
