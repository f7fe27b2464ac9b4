// SPDX-License-Identifier: GPL-3.0-or-later
import { err, type Result } from '../../shared/result.ts';
import type { Wallets } from './context.ts';
import type { HowToOpen, OpenExchange } from './exchanges.ts';
import type { WalletFailure } from './failure/failure.ts';

/** A price is asked for while a person waits; an issuer that takes every request and answers none would keep them for minutes. */
const QUOTE_MS = 20_000;

/** The connection, or that it is late; one that comes after all is there for whoever asks next. */
export const openInTime = async (
  { world, exchanges }: Wallets,
  exchange: string,
  how?: HowToOpen,
): Promise<Result<OpenExchange, WalletFailure>> => {
  const done = new AbortController();
  const late = async (): Promise<Result<OpenExchange, WalletFailure>> => {
    await world.sleep(QUOTE_MS, done.signal);
    return err({ kind: 'timeout', url: exchange, afterMs: QUOTE_MS });
  };
  try {
    return await Promise.race([exchanges.open(exchange, how), late()]);
  } finally {
    done.abort('done');
  }
};
