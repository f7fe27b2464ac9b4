// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FailureView } from '../../../shared/view.ts';
import type { PlayMoney } from '../play-money.ts';
import { given, money } from './answers.ts';
import type { Handlers, OpenParts } from './parts.ts';
import { playWhileReal } from './unmixed.ts';

/** The economy of this process, for a wallet that has nothing real; it cannot start where somebody else serves at its addresses. */
const economyOf = async (parts: OpenParts): Promise<Result<PlayMoney, FailureView>> =>
  playWhileReal(parts) ?? parts.playMoney().then(ok, () => NOT_STARTED);

const NOT_STARTED: Result<never, FailureView> = err({ kind: 'play-not-started', facts: {} });

/** The requests that play the other side with play money: bank and shop. */
export const playHandlers = (parts: OpenParts) =>
  ({
    'play.start': async () => {
      const play = await economyOf(parts);
      if (!play.ok) return play;
      const { exchange, currency } = play.value;
      const added = await parts.wallet.addExchange(exchange);
      return added.ok ? ok({ exchange, currency }) : money(added.error);
    },
    'play.providers': async () =>
      ok({
        providers: parts.runningPlayMoney()?.providers ?? [],
        ...(parts.playMoneyWasHere() ? { wasHere: true as const } : {}),
      }),
    'play.messages': async () => ok({ messages: parts.runningPlayMoney()?.messages() ?? [] }),
    'play.withdraw': async ({ amount, withoutBackup = false, ...seen }) => {
      const play = await economyOf(parts);
      if (!play.ok) return play;
      // A wallet made anew beside a running play economy does not know its issuer, which is this program itself.
      const added = await parts.wallet.addExchange(play.value.exchange);
      if (!added.ok) return money(added.error);
      const operation = await play.value.createWithdrawal(amount);
      const started = await parts.wallet.withdrawFromBank(operation.talerUri, {
        withoutBackup,
        ...given(seen),
      });
      if (!started.ok) return money(started.error);
      await operation.confirm();
      return ok({ withdrawalId: started.value.id });
    },
    'play.refund': async ({ uri, amount }) => {
      const play = await economyOf(parts);
      if (!play.ok) return play;
      const link = await play.value.refundOrder(uri, amount);
      return link === undefined ? money({ kind: 'nothing-to-refund' }) : ok({ uri: link });
    },
    'play.order': async ({ amount, summary, ways }) => {
      const play = await economyOf(parts);
      return play.ok ? ok({ uri: await play.value.createOrder(amount, summary, ways) }) : play;
    },
    'play.offer': async ({ amount, summary }) => {
      const play = await economyOf(parts);
      return play.ok ? ok({ uri: play.value.createOffer(amount, summary) }) : play;
    },
  }) satisfies Partial<Handlers>;
