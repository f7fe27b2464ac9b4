// SPDX-License-Identifier: GPL-3.0-or-later

/** An answer on its way to a client, as far as the sandbox needs it: Node's own over a socket, ours without one. */
export type Outgoing = {
  readonly headersSent: boolean;
  readonly destroyed: boolean;
  readonly writeHead: (status: number, headers: Record<string, string>) => unknown;
  /** false when the client should take what it has been given first; `drain` tells when it has */
  readonly write: (bytes: Uint8Array | string, sent?: () => void) => boolean;
  readonly end: (bytes?: Uint8Array) => unknown;
  /** cuts the connection */
  readonly destroy: () => unknown;
  readonly flushHeaders: () => void;
  /** tells a client that asked first to send its body */
  readonly writeContinue: () => void;
  /** what can be reset; there is none without a network */
  readonly socket?: { readonly resetAndDestroy: () => unknown } | null;
  readonly once: (event: 'close' | 'drain', heard: () => void) => unknown;
  readonly off: (event: 'close' | 'drain', heard: () => void) => unknown;
};

/** A request as it came in. */
export type Incoming = AsyncIterable<Uint8Array> & {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** names in lower case */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
};
