// SPDX-License-Identifier: GPL-3.0-or-later
import type { Kind } from '../../state/entry.ts';
import type { Step, StepKind, StepOutcome, Wallets } from '../context.ts';
import { depositFlow } from '../flows/deposit/flow.ts';
import type { Flow, PendingStep } from '../flows/flow.ts';
import { doubtFlow } from '../flows/doubts/flow.ts';
import { paymentFlow, refundFlow, refundWatchFlow } from '../flows/pay/flow.ts';
import { pullInFlow, pullOutFlow, pushInFlow, pushOutFlow } from '../flows/peer/flow.ts';
import { reissueFlow } from '../flows/peer/reissue-flow.ts';
import { refreshFlow, renewalFlow } from '../flows/refresh/flow.ts';
import { upkeepFlow } from '../flows/upkeep.ts';
import { withdrawalFlow } from '../flows/withdraw/flow.ts';

/** Every flow of the wallet, in the order in which they take their turns at one exchange. The runner, the gate, the pending list and whoever takes something back read this and nothing else. */
const FLOWS = {
  withdrawal: withdrawalFlow,
  payment: paymentFlow,
  refresh: refreshFlow,
  'push-out': pushOutFlow,
  'pull-in': pullInFlow,
  'push-in': pushInFlow,
  'pull-out': pullOutFlow,
  deposit: depositFlow,
  upkeep: upkeepFlow,
  doubt: doubtFlow,
  refund: refundFlow,
  'refund-watch': refundWatchFlow,
  // What is left of a coin that somebody outside can reach is paid over as it is, rather than made into change first.
  reissue: reissueFlow,
  renewal: renewalFlow,
} as const satisfies Readonly<Record<StepKind, Flow>>;

/** Kinds of entry that no flow works on. A new kind is either a flow's or stands here: until somebody has decided, this does not compile. */
type Worked = (typeof FLOWS)[StepKind]['entries'][number];
export const WITHOUT_FLOW: Readonly<Record<Exclude<Kind, Worked>, 'is no money'>> = {
  device: 'is no money',
  provider: 'is no money',
  setting: 'is no money',
  tombstone: 'is no money',
  gone: 'is no money',
};

/** The flow a step belongs to. */
export const flowOf = (kind: StepKind): Flow => FLOWS[kind];

/** Every flow with the name of its steps. */
export const allFlows: readonly (readonly [StepKind, Flow])[] = Object.entries(FLOWS) as readonly [StepKind, Flow][];

/** Everything that is not finished, read from the entries. */
export const pendingSteps = (wallets: Wallets): readonly PendingStep[] =>
  allFlows.flatMap(([kind, flow]) => flow.pending(wallets).map((step) => ({ ...step, kind })));

/** True while the step is not finished. */
export const isListed = (wallets: Wallets, { kind, id }: Step): boolean =>
  flowOf(kind)
    .pending(wallets)
    .some((each) => each.id === id);

/** One go at a step of any flow. */
export const oneGo = async (wallets: Wallets, { kind, id }: Step): Promise<StepOutcome> => flowOf(kind).go(wallets, id);
