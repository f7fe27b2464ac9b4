// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../../../shared/amount.ts';
import { parseCoinId, type Entry } from '../../../state/entry.ts';
import { outsideOf, outsideSeeds } from '../../coins/outside.ts';
import type { GateReader } from '../../at-gate.ts';
import { USUAL_WAITS, type Flow } from '../flow.ts';
import { agreements, noteAgreed, stepReissue, waitingReissues } from './reissue.ts';

/** The flow that pays money to ourselves which somebody outside can reach; the id of a step is the exchange. */
export const reissueFlow = {
  entries: ['push-out', 'push-in'],
  type: 'reissue',
  pending: waitingReissues,
  go: stepReissue,
  ...USUAL_WAITS,
  gate: {
    staysIn: 'coin',
    // Nothing is done with coins that were taken over before our own copies hold what they come from; places that want to be paid first are.
    needs: (reader, exchange) =>
      agreements(reader.local)[exchange]?.withoutBackup === true
        ? []
        : [...new Set(coinsAt(reader, exchange).map(({ id }) => parseCoinId(id)?.seedId ?? ''))],
    sum: (reader, exchange) => {
      const [first, ...others] = coinsAt(reader, exchange).map(({ value }) => amount(value.remaining));
      return first && cappedText({ ...first, units: others.reduce((sum, { units }) => sum + units, first.units) });
    },
    goWithout: (tx, exchange) => {
      const agreed = agreements(tx.local)[exchange];
      if (agreed) noteAgreed(tx.local, exchange, { ...agreed, withoutBackup: true });
      tx.local.deleteTask('reissue', exchange);
    },
  },
} as const satisfies Flow;

const coinsAt = (reader: GateReader, exchange: string): readonly Entry<'coin'>[] => {
  const outside = outsideSeeds(reader);
  return outside.size === 0
    ? []
    : reader.coins({ exchange }).filter(({ id, value }) => outsideOf(outside, id) === 'joined' && isLeft(value));
};

/** Whole, or used with something left in it. */
const isLeft = ({ status, remaining }: Entry<'coin'>['value']): boolean =>
  status === 'fresh' || (status === 'in-use' && amount(remaining).units > 0n);
