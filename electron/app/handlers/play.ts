// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FailureView } from '../../../shared/view.ts';
import type { PlayMoney } from '../play-money.ts';
import { given, money } from './answers.ts';
import type { Handlers, OpenParts } from './parts.ts';
import { playWhileReal } from './unmixed.ts';

/** The economy of this process; undefined when it cannot start, because somebody else serves at its addresses. */
const economyOf = ({ playMoney }: Pick<OpenParts, 'playMoney'>): Promise<PlayMoney | undefined> =>
  playMoney().catch(() => undefined);

const NOT_STARTED: Result<never, FailureView> = err({ kind: 'play-not-started', facts: {} });

/** The requests that play the other side with play money: bank and shop. */
export const playHandlers = (parts: OpenParts) =>
  ({
    'play.start': async () => {
      const real = playWhileReal(parts);
      if (real !== undefined) return real;
      const play = await economyOf(parts);
      if (play === undefined) return NOT_STARTED;
      const added = await parts.wallet.addExchange(play.exchange);
      return added.ok ? ok({ exchange: play.exchange, currency: play.currency }) : money(added.error);
    },
    'play.providers': async () =>
      ok({
        providers: parts.runningPlayMoney()?.providers ?? [],
        ...(parts.playMoneyWasHere() ? { wasHere: true as const } : {}),
      }),
    'play.messages': async () => ok({ messages: parts.runningPlayMoney()?.messages() ?? [] }),
    'play.withdraw': async ({ amount, withoutBackup = false, ...seen }) => {
      const play = await economyOf(parts);
      if (play === undefined) return NOT_STARTED;
      // A wallet made anew beside a running play economy does not know its issuer, which is this program itself.
      const added = await parts.wallet.addExchange(play.exchange);
      if (!added.ok) return money(added.error);
      const operation = await play.createWithdrawal(amount);
      const started = await parts.wallet.withdrawFromBank(operation.talerUri, {
        withoutBackup,
        termsAreOwn: true,
        ...given(seen),
      });
      if (!started.ok) return money(started.error);
      await operation.confirm();
      return ok({ withdrawalId: started.value.id });
    },
    'play.refund': async ({ uri, amount }) => {
      const play = await economyOf(parts);
      if (play === undefined) return NOT_STARTED;
      const link = await play.refundOrder(uri, amount);
      return link === undefined ? money({ kind: 'nothing-to-refund' }) : ok({ uri: link });
    },
    'play.order': async ({ amount, summary }) => {
      const play = await economyOf(parts);
      return play === undefined ? NOT_STARTED : ok({ uri: await play.createOrder(amount, summary) });
    },
  }) satisfies Partial<Handlers>;
