// SPDX-License-Identifier: GPL-3.0-or-later
import type { Answer } from '../../../shared/contract.ts';
import { amount, isZero } from '../../../shared/amount.ts';
import { isPlayIssuer } from '../../../shared/play.ts';
import { err, ok } from '../../../shared/result.ts';
import type { LeavingPlayView } from '../../../shared/view-begin.ts';
import { erase } from './erasing.ts';
import { notOpen, wrongStage } from '../failures.ts';
import type { AppParts } from './parts.ts';
import { byStage, type Open, type Resting } from './stage.ts';

/** What leaving play money would take away: the play wallet, never anything that is worth something. */
const aboutLeavingPlay = ({ wallet: { wallet, store } }: Open): LeavingPlayView => {
  const held = wallet.balances().filter(({ total, outgoing }) => !isZero(amount(total)) || !isZero(amount(outgoing)));
  const sums = (isPlay: boolean): readonly string[] =>
    held.filter(({ exchange }) => isPlayIssuer(exchange) === isPlay).map(({ total }) => total);
  const awaited = wallet.pending().filter(({ type }) => type === 'withdrawal').length;
  return {
    plays: store.local.mark('play-money') === true,
    lost: sums(true),
    real: sums(false),
    // A transfer that is on its way may be of real money, and nobody but this wallet could draw it.
    awaited: wallet.exchanges().every(({ baseUrl }) => isPlayIssuer(baseUrl)) ? 0 : awaited,
  };
};

/** The requests by which a person stops playing: the play wallet goes, and the welcome screen is there again. */
export const createLeavePlay = (parts: AppParts) => {
  const leave = async (stage: Open): Promise<Answer<'app.leavePlay'>> => {
    const about = aboutLeavingPlay(stage);
    if (!about.plays) return wrongStage('not-open');
    if (about.real.length > 0 || about.awaited > 0) return err({ kind: 'real-money-here', facts: {} });
    const erased = await erase(parts, stage);
    return erased.ok ? ok({}) : erased;
  };
  return {
    'app.aboutLeavingPlay': async (): Promise<Answer<'app.aboutLeavingPlay'>> => {
      const stage = parts.stages.now();
      return stage.kind === 'open' ? ok(aboutLeavingPlay(stage)) : notOpen();
    },
    'app.leavePlay': (): Promise<Answer<'app.leavePlay'>> =>
      parts.stages.inTurn((stage) =>
        byStage<Resting, Promise<Answer<'app.leavePlay'>>>(stage, {
          open: leave,
          'first-start': notOpen,
          locked: notOpen,
          closed: async () => wrongStage('closing'),
        }),
      ),
  };
};
