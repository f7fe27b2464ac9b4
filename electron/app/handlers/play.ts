// SPDX-License-Identifier: GPL-3.0-or-later
import { ok } from '../../../shared/result.ts';
import { given, money } from './answers.ts';
import type { Handlers, OpenParts } from './parts.ts';

/** The requests that play the other side with play money: bank and shop. */
export const playHandlers = (parts: OpenParts) =>
  ({
    'play.start': async () => {
      const play = await parts.playMoney();
      const added = await parts.wallet.addExchange(play.exchange);
      return added.ok ? ok({ exchange: play.exchange, currency: play.currency }) : money(added.error);
    },
    'play.providers': async () => ok({ providers: parts.runningPlayMoney()?.providers ?? [] }),
    'play.withdraw': async ({ amount, withoutBackup = false, ...seen }) => {
      const play = await parts.playMoney();
      const operation = await play.createWithdrawal(amount);
      const started = await parts.wallet.withdrawFromBank(operation.talerUri, { withoutBackup, ...given(seen) });
      if (!started.ok) return money(started.error);
      await operation.confirm();
      return ok({ withdrawalId: started.value.id });
    },
    'play.order': async ({ amount, summary }) =>
      ok({ uri: await (await parts.playMoney()).createOrder(amount, summary) }),
  }) satisfies Partial<Handlers>;
