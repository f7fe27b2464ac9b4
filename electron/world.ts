// SPDX-License-Identifier: GPL-3.0-or-later
import { randomFillSync } from 'node:crypto';
import { lookup } from 'node:dns/promises';

/** One line for the log: an event name and plain facts. Secrets have a type that prints `<secret>`, and never go in as text. */
export type LogEvent = { readonly event: string; readonly [fact: string]: unknown };

/** The four things that come from outside. Nothing else in `electron/` reads the clock, the dice, the network or the log. */
export type World = {
  /** milliseconds since the UNIX epoch */
  readonly now: () => number;
  /** fresh bytes from the system's cryptographic generator */
  readonly randomBytes: (length: number) => Uint8Array;
  /** the network; only `taler/http` calls it */
  readonly http: typeof fetch;
  /** the numbers a host name stands for, none when it cannot be looked up; left out where names are not looked up (tests) */
  readonly addressesOf?: (host: string) => Promise<readonly string[]>;
  readonly log: (event: LogEvent) => void;
};

/** The real world; `log` is chosen by the caller (the app writes a file, the command line writes nothing). */
export const realWorld = (log: World['log'] = () => undefined): World => ({
  now: () => Date.now(),
  randomBytes: (length) => new Uint8Array(randomFillSync(Buffer.alloc(length))),
  http: (input, init) => fetch(input, init),
  addressesOf: (host) =>
    lookup(host, { all: true }).then(
      (found) => found.map(({ address }) => address),
      // The request itself will say that there is no such host.
      () => [],
    ),
  log,
});
