// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { expectSumsAgree, runToRest, startWalletLab, type OpenWallet, type WalletLab } from './wallet-lab.ts';

type OneExchange = {
  readonly lab: WalletLab;
  readonly exchange: SandboxExchange;
  /** runs a wallet until nothing is left to do; the sums must agree then */
  readonly settleAll: (open: Pick<OpenWallet, 'wallet'>) => Promise<void>;
  readonly order: (text: string) => ReturnType<Sandbox['merchant']['createOrder']>;
};

/** The wallet lab with its one exchange at hand, closed when the file's tests are over; after each, every planned fault must have happened. */
export const oneExchange = async (): Promise<OneExchange> => {
  const lab = await startWalletLab();
  const [exchange] = lab.sandbox.exchanges;
  if (!exchange) throw new Error('no exchange');
  afterEach(() => {
    lab.sandbox.assertAllFaultsHappened();
    exchange.faults.clear();
  });
  afterAll(() => lab.close());
  return {
    lab,
    exchange,
    settleAll: async ({ wallet }) => {
      await runToRest(lab, wallet);
      expectSumsAgree(wallet);
    },
    order: (text) => lab.sandbox.merchant.createOrder({ amount: text, summary: 'tea' }),
  };
};

/**
 * An economy for all tests of a block, handed to `take` with its first exchange before they begin. What a test had go wrong must
 * have happened by its end, and is over then.
 */
export const aroundExchange = (
  options: Parameters<typeof startWalletLab>[0],
  take: (lab: WalletLab, exchange: SandboxExchange) => void,
): void => {
  let lab: WalletLab;
  beforeAll(async () => {
    lab = await startWalletLab(options);
    const [first] = lab.sandbox.exchanges;
    if (!first) throw new Error('no exchange');
    take(lab, first);
  });
  afterEach(() => {
    lab.sandbox.assertAllFaultsHappened();
    lab.sandbox.merchant.faults.clear();
    for (const { faults } of lab.sandbox.exchanges) faults.clear();
    lab.interceptHttp(undefined);
  });
  afterAll(() => lab.close());
};
