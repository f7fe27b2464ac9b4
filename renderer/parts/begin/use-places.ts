// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef, useState } from 'react';
import type { ProviderOfferView } from '../../../shared/view-backup.ts';
import type { FailureView } from '../../../shared/view.ts';
import { ask } from '../../bridge.ts';

/** A place that could keep copies: what it asks, and how far the adding of it has come. */
export type Candidate = {
  readonly target: string;
  /** how the list calls it, or the person */
  readonly name?: string;
  readonly country?: string;
  readonly offer?: ProviderOfferView;
  readonly failure?: FailureView;
  readonly state: 'asking' | 'offered' | 'silent' | 'adding' | 'added' | 'failed';
};

export type Suggestion = Pick<Candidate, 'target' | 'name' | 'country'>;

/** Looks at every suggestion once, at folders when they are chosen, and adds all that can be added, one after the other. */
export const usePlaces = (suggestions: readonly Suggestion[]) => {
  const [rows, setRows] = useState<readonly Candidate[]>([]);
  const [isAdding, setAdding] = useState(false);
  const seen = useRef(new Set<string>());
  const put = (target: string, change: Partial<Candidate>): void =>
    setRows((before) => before.map((each) => (each.target === target ? { ...each, ...change } : each)));

  const look = async (suggestion: Suggestion): Promise<void> => {
    if (seen.current.has(suggestion.target)) return;
    seen.current.add(suggestion.target);
    setRows((before) => [...before, { ...suggestion, state: 'asking' }]);
    const answer = await ask('provider.inspect', { target: suggestion.target });
    put(
      suggestion.target,
      answer.ok ? { offer: answer.value, state: 'offered' } : { failure: answer.error, state: 'silent' },
    );
  };
  const wanted = suggestions.map(({ target }) => target).join('\n');
  useEffect(() => {
    for (const each of suggestions) void look(each);
    // The list is a new one with every drawing; which places are on it is what matters.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);

  const pickFolder = async (): Promise<void> => {
    const answer = await ask('provider.chooseFolder', {});
    if (answer.ok && answer.value.directory !== null) await look({ target: answer.value.directory });
  };
  const drop = (target: string): void => {
    // It may be chosen again.
    seen.current.delete(target);
    setRows((before) => before.filter((each) => each.target !== target));
  };
  /** How many of them were added. */
  const addAll = async (): Promise<number> => {
    setAdding(true);
    let added = 0;
    for (const { target, name, offer, state } of rows) {
      if (offer === undefined || !isAddable({ offer, state })) continue;
      put(target, { state: 'adding' });
      const fee = offer.annualTotal ?? offer.annualFee;
      const answer = await ask('provider.add', {
        target,
        name: name ?? offer.suggestedName,
        ...(fee === undefined ? {} : { maxFee: fee }),
      });
      put(target, answer.ok ? { state: 'added' } : { state: 'failed', failure: answer.error });
      if (answer.ok) added += 1;
    }
    setAdding(false);
    return added;
  };
  // How a place is called follows the language that is spoken now.
  const named = rows.map((row) => ({ ...row, ...suggestions.find(({ target }) => target === row.target) }));
  return { rows: named, isAdding, pickFolder, drop, addAll };
};

/** Whether one press adds it: what asks for a password is added under Protection. */
export const isAddable = ({ offer, state }: Pick<Candidate, 'offer' | 'state'>): boolean =>
  offer !== undefined && offer.fields.length === 0 && (state === 'offered' || state === 'failed');
