// SPDX-License-Identifier: GPL-3.0-or-later
import { randomFillSync } from 'node:crypto';
import { openNetwork, type Fetch, type Network } from './network.ts';
import type { ProxyChoice } from './proxies.ts';
import type { Threads } from './threads.ts';

/** One line for the log: an event name and plain facts. Secrets have a type that prints `<secret>`, and never go in as text. */
export type LogEvent = { readonly event: string; readonly [fact: string]: unknown };

/**
 * What comes from outside: time, chance, the network, host names, the log. The wallet, its backup and the sandbox ask a World
 * for them and nobody else. Two things stand beside it: RSA keys for play money, whose primes the crypto library chooses, and
 * the programs around the window (`main.ts`, `shell`, `start`), which have timers and a log file of their own.
 */
export type World = {
  /** milliseconds since the UNIX epoch */
  readonly now: () => number;
  /**
   * Resolves once `ms` milliseconds are over, or at once when `signal` is raised; it never rejects. Every wait and every
   * time-out is one, so that a test's clock can end it. At most 24 days; a wait keeps the process alive until it ends.
   */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** fresh bytes from the system's cryptographic generator */
  readonly randomBytes: (length: number) => Uint8Array;
  /** the network; only `taler/http` calls it */
  readonly http: Fetch;
  /** the numbers a host name stands for, none when it cannot be looked up; left out where names are not looked up (tests) */
  readonly addressesOf?: (host: string) => Promise<readonly string[]>;
  /** through whom requests leave, as the person chose; left out where nobody can */
  readonly useProxies?: (chosen: ProxyChoice) => void;
  readonly log: (event: LogEvent) => void;
  /** where heavy work is done, so that this thread goes on; left out, it is done here (`aside` in threads.ts) */
  readonly threads?: Pick<Threads, 'run'>;
};

/** A timer of more milliseconds fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The real world; `log` is chosen by the caller (the app writes a file, the command line writes nothing), and so is whether there are threads. */
export const realWorld = (
  log: World['log'] = () => undefined,
  threads?: Threads,
  network: Network = openNetwork(),
): World => ({
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.min(ms, LONGEST_TIMER_MS));
      signal?.addEventListener('abort', done);
      if (signal?.aborted === true) done();
    }),
  randomBytes: (length) => new Uint8Array(randomFillSync(Buffer.alloc(length))),
  ...network,
  log,
  ...(threads === undefined ? {} : { threads }),
});
