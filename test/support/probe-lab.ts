// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProbe, type Probed, type ProbeOptions, type ProbeWish, type Told } from '../../electron/probe/probe.ts';
import type { Sandbox, SandboxOptions } from '../../electron/sandbox/sandbox.ts';
import { realWorld, type World } from '../../electron/world.ts';
import { mustOk, type Result } from '../../shared/result.ts';
import { createRunningClock } from './clock.ts';
import { economyHttp, openEconomy } from './economy.ts';
import { lightly } from './light.ts';

/** A play economy, and folders in which probes of it lie. */
export type ProbeLab = {
  readonly sandbox: Sandbox;
  readonly folder: string;
  readonly told: readonly Told[];
  /** replaces the network of the probe */
  readonly interceptHttp: (http: World['http'] | undefined) => void;
  /** what is done when the probe asks for a transfer; that is made unless said otherwise */
  readonly onTransfer: (done: (payto: string, stop: AbortController) => void) => void;
  readonly run: (
    wish?: Partial<ProbeWish>,
    how?: Partial<ProbeOptions>,
  ) => Promise<Result<Probed, { readonly kind: string }>>;
  readonly report: () => string;
  readonly close: () => Promise<void>;
};

/** Starts both; naps of a probe take no time. */
export const startProbeLab = async (options: Partial<SandboxOptions> = {}): Promise<ProbeLab> => {
  const { move, ...clock } = createRunningClock();
  const world = lightly({ ...realWorld(), ...clock });
  const sandbox = await openEconomy(world, { syncProviders: [], ...options });
  const parent = mkdtempSync(join(tmpdir(), 'probe-'));
  const folder = join(parent, 'probe');
  const told: Told[] = [];
  let http: World['http'] | undefined;
  let transfer = (payto: string, _stop: AbortController): void => {
    mustOk(sandbox.bank.transferToReserve(payto), 'transfer');
  };
  return {
    sandbox,
    folder,
    told,
    interceptHttp: (next) => void (http = next),
    onTransfer: (next) => void (transfer = next),
    run: (wish = {}, how = {}) => {
      const stop = new AbortController();
      return runProbe({
        world: { ...world, http: (input, init) => (http ?? economyHttp)(input, init) },
        wish: { exchange: sandbox.exchanges[0]?.baseUrl ?? '', keeps: false, waitMs: 3_600_000, ...wish },
        folder,
        goesOn: false,
        tell: (each) => {
          told.push(each);
          if (each.kind === 'transfer') transfer(each.payto, stop);
        },
        agree: async () => true,
        language: 'en',
        signal: stop.signal,
        nap: async (ms) => {
          move(ms);
          await new Promise((resolve) => void setImmediate(resolve));
        },
        ...how,
      });
    },
    report: () => readFileSync(join(folder, 'probe.json'), 'utf8'),
    close: async () => {
      await sandbox.close();
      rmSync(parent, { recursive: true, force: true });
    },
  };
};

/** The table of a probe: each name with how it stands. */
export const standing = ({ checks }: Probed): Readonly<Record<string, string>> =>
  Object.fromEntries(checks.map(({ said, state }) => [said.kind, state]));
