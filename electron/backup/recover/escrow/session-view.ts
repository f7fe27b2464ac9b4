// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../../shared/facts/subjects.ts';
import { plainText } from '../../../../shared/names.ts';
import type { EscrowChallengeView, EscrowSessionView } from '../../../../shared/view-escrow-recovery.ts';
import type { EscrowSession, Way } from './session.ts';
import { fullMinute, combinationsLeft, isKnownType, leftOf, methodOf, openedSecret } from './ways.ts';
import { isEscrowName, shortEscrowId } from './wallet-secret.ts';

const MOST_COMBINATIONS = 50;
const MAX_INSTRUCTIONS = 1000;
const MAX_NAME = 100;

/** The recovery under way, as it stands now. It has no secret, and nothing of what the person told. */
export const sessionView = (session: EscrowSession, now: number): EscrowSessionView => {
  const { secretName = '' } = session.document;
  const opened = openedSecret(session);
  // What opened and is no secret of ours is told by whoever goes on with it.
  const isOpen = opened.ok || opened.error.kind === 'malformed-core-secret';
  const combinations = combinationsLeft(session);
  const missing = isOpen ? 0 : combinations.find((each) => each.missing > 0)?.missing;
  return {
    documentHash: session.documentHash,
    secretName: plainText(secretName, MAX_NAME),
    ...(isEscrowName(secretName) ? { walletId: shortEscrowId(secretName) } : {}),
    methods: session.ways.map((way) => challengeView(session, way, now)),
    ways: combinations.slice(0, MOST_COMBINATIONS).map(({ uuids }) => uuids),
    ...(missing === undefined ? {} : { missing }),
    isOpen,
    said: [
      ...saidOfAll(missing, isOpen, opened),
      ...(session.isOlder && !isOpen ? [{ kind: 'is-older' as const, facts: {} }] : []),
    ],
  };
};

const saidOfAll = (
  missing: number | undefined,
  isOpen: boolean,
  opened: ReturnType<typeof openedSecret>,
): readonly Said<'escrowRecovery'>[] => {
  if (isOpen) return [{ kind: 'open', facts: {} }];
  const unfit: readonly Said<'escrowRecovery'>[] =
    !opened.ok && opened.error.kind === 'shares-do-not-fit' ? [{ kind: 'shares-unfit', facts: {} }] : [];
  return missing === undefined
    ? [...unfit, { kind: 'none-left', facts: {} }]
    : [...unfit, { kind: 'still-needed', facts: { ways: missing } }];
};

const challengeView = (session: EscrowSession, way: Way, now: number): EscrowChallengeView => {
  const { type = '', url = '', instructions = '' } = methodOf(session, way.uuid) ?? {};
  const left = leftOf(way.wait, now);
  const isOver = way.state === 'solved' || way.state === 'lost';
  const { order, transfer } = way;
  return {
    uuid: way.uuid,
    type,
    url,
    instructions: plainText(instructions, MAX_INSTRUCTIONS),
    ...(way.fee === undefined ? {} : { fee: way.fee }),
    state: way.barred === true || !isKnownType(type) ? 'lost' : left > 0 && !isOver ? 'waits' : way.state,
    said: isKnownType(type) ? way.said : [{ kind: 'unknown-way', facts: { type: plainText(type, MAX_NAME) } }],
    ...(left > 0 && !isOver ? { waitUntil: fullMinute(now + left) } : {}),
    ...(way.untried === undefined ? {} : { untried: way.untried }),
    ...(transfer === undefined
      ? {}
      : { transfer: { amount: transfer.amount, iban: transfer.iban, name: transfer.name, subject: transfer.subject } }),
    ...(order === undefined || way.state !== 'asks-payment' ? {} : { payUri: order.payUri }),
    ...(order?.total === undefined || way.state !== 'asks-payment' ? {} : { total: order.total }),
  };
};
