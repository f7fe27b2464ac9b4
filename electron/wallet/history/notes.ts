// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../../shared/amount.ts';
import { NEVER_MS } from '../../../shared/facts/fact.ts';
import { quoted } from '../../../shared/facts/read.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { timestampToMs, type Timestamp } from '../../../shared/time.ts';
import type { Contribution } from '../../state/entry.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** The code with which something was written down, for whoever looks into the details. */
export const detailOf = (why: string | undefined): { readonly detail?: string } =>
  why === undefined ? {} : { detail: quoted(why) };

/** Until when something can be taken or paid; nothing where that is not known. */
export const untilOf = (at: Timestamp | undefined): { readonly until?: number } => {
  if (at === undefined) return {};
  const ms = timestampToMs(at);
  return { until: Number.isFinite(ms) ? ms : NEVER_MS };
};

/** The member of a line: absent while there is nothing to say. */
export const withNotes = (notes: readonly Said<'note'>[]): { readonly notes?: readonly Said<'note'>[] } =>
  notes.length === 0 ? {} : { notes };

/**
 * Where the coins are that an event gave up. A coin is back when it has been renewed: until then whoever was promised it may
 * still take it. Nothing is said of what another copy has spent.
 */
export const backNotes = (
  coins: Readonly<Record<string, Contribution>>,
  { coins: accounts }: Pick<Ledger, 'coins'>,
  what: 'money-back' | 'rest-back' = 'money-back',
): readonly Said<'note'>[] => {
  const released = Object.entries(coins).flatMap(([id, { s }]) => (s === 'released' ? (accounts.get(id) ?? []) : []));
  // Without a sum: of a large coin only a part had left, and what of it is a fee the line says.
  if (released.some(({ coin, held }) => coin.status === 'in-use' && held > 0n))
    return [{ kind: 'being-renewed', facts: {} }];
  return released.some(({ melted }) => melted > 0n) ? [{ kind: what, facts: {} }] : [];
};

/** That it was not done because it got dearer than was shown, with the total that was. */
export const dearerNotes = ({
  why,
  amount: sum,
  cost,
}: {
  readonly why?: string;
  readonly amount?: string;
  readonly cost?: string;
}): readonly Said<'note'>[] => {
  if (why !== 'fees-changed' || sum === undefined || cost === undefined) return [];
  const wanted = amount(sum);
  return [{ kind: 'dearer', facts: { shown: cappedText({ ...wanted, units: wanted.units + amount(cost).units }) } }];
};
