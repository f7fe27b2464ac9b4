// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import type { HistoryLine } from '../../../shared/view.ts';
import { placeOfLine } from '../../../shared/view-history.ts';
import { compareText } from '../../state/join.ts';
import { sharing } from '../../storage/shared-texts.ts';
import { inHistory } from './look.ts';

/** Lines in their order, and what they come to; those of one owner are put in place of what they were. */
export type Ordered = {
  readonly put: (owner: string, lines: readonly HistoryLine[]) => void;
  /** All of them, in order; the same list until something was put. */
  readonly lines: () => readonly HistoryLine[];
  /** by currency */
  readonly effects: ReadonlyMap<string, Effects>;
};

export type Effects = { readonly units: bigint; readonly lines: number };

/** Past so many changes the whole list is put together again: each on its own moves all that follow. */
const MANY = 64;

export const orderedLines = (): Ordered => {
  const byOwner = new Map<string, readonly HistoryLine[]>();
  const effects = new Map<string, Effects>();
  const [come, gone] = [new Set<HistoryLine>(), new Set<HistoryLine>()];
  const { shareIn } = sharing();
  let all: readonly HistoryLine[] = [];
  const add = (line: HistoryLine, sign: 1 | -1): void => {
    const { units = 0n, lines = 0 } = effects.get(line.currency) ?? {};
    const effect = effectOf(line);
    if (lines + sign === 0) effects.delete(line.currency);
    else effects.set(line.currency, { units: units + (sign < 0 ? -effect : effect), lines: lines + sign });
  };
  return {
    effects,
    put: (owner, lines) => {
      const before = byOwner.get(owner) ?? [];
      for (const line of before) {
        add(line, -1);
        // One that was not put in its place yet is nowhere.
        if (!come.delete(line)) gone.add(line);
      }
      for (const line of lines) {
        shareIn(line);
        add(line, 1);
        if (!gone.delete(line)) come.add(line);
      }
      if (lines.length === 0) byOwner.delete(owner);
      else byOwner.set(owner, lines);
    },
    lines: () => {
      if (come.size + gone.size === 0) return all;
      all = come.size + gone.size > MANY ? madeAnew(all, come, gone) : patched(all, come, gone);
      come.clear();
      gone.clear();
      return all;
    },
  };
};

type Lines = Iterable<HistoryLine>;

const patched = (before: readonly HistoryLine[], come: Lines, gone: Lines): readonly HistoryLine[] => {
  const next = [...before];
  for (const line of gone) {
    const at = next.indexOf(line, firstLike(next, line));
    if (at >= 0) next.splice(at, 1);
  }
  for (const line of come) next.splice(firstLike(next, line), 0, line);
  return next;
};

const madeAnew = (
  before: readonly HistoryLine[],
  come: Lines,
  gone: ReadonlySet<HistoryLine>,
): readonly HistoryLine[] => {
  const added = [...come].sort(compare);
  const all: HistoryLine[] = [];
  let at = 0;
  for (const line of before) {
    if (gone.has(line)) continue;
    for (let next = added[at]; next !== undefined && compare(next, line) < 0; next = added[at]) {
      all.push(next);
      at += 1;
    }
    all.push(line);
  }
  for (; at < added.length; at += 1) all.push(...added.slice(at, at + 1));
  return all;
};

/** Where the first line stands that does not come before this one. */
const firstLike = (lines: readonly HistoryLine[], line: HistoryLine): number => {
  let [from, to] = [0, lines.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const other = lines[middle];
    if (other !== undefined && compare(other, line) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** The newest first. Joined copies may hold several of one moment and id: their order must not depend on which came first. */
const compare = (a: HistoryLine, b: HistoryLine): number =>
  inHistory(placeOfLine(a), placeOfLine(b)) || compareText(restOf(a), restOf(b));

const restOf = ({ exchange, currency, type, state, amount: sum, fees, effect }: HistoryLine): string =>
  [exchange, currency, type, state, sum, fees, effect].join(' ');

const effectOf = ({ effect }: HistoryLine): bigint => {
  const { units } = amount(effect.replace('-', ''));
  return effect.includes('-') ? -units : units;
};
