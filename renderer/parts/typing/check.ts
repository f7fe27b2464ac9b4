// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState } from 'react';
import type { Answer } from '../../../shared/contract.ts';
import type { SharesReadView } from '../../../shared/view-restore.ts';
import type { FailureView } from '../../../shared/view.ts';
import { ask } from '../../bridge.ts';
import { besideOf, codeOf, readiness, type Typed } from './typed.ts';

/** What the code says of the groups that were typed. */
export type Checked = {
  readonly kind: 'open' | 'right' | 'wrong';
  /** groups that must be wrong, counted from 1 */
  readonly wrong: readonly number[];
  /** which share it is, and all that are in with it, where it is one */
  readonly share?: { readonly number: number; readonly shares: SharesReadView };
  /** what is wrong with all of it, once all of it was typed */
  readonly failure?: FailureView;
};

const OPEN: Checked = { kind: 'open', wrong: [] };

/** Asks the wallet as soon as enough was typed that the code can tell something; what comes late is not said of what was typed since. */
export const useCheck = (typed: Typed): Checked => {
  const { way, groups } = typed;
  const [told, setTold] = useState<{ readonly code: string; readonly answer: Answer<'app.readSheet'> }>();
  const ready = readiness(groups);
  const code = codeOf(groups);
  const { beside } = besideOf(typed);
  const isAsked = way === 'groups' && ready !== 'early';
  useEffect(() => {
    if (!isAsked) return undefined;
    let isLate = false;
    const asked = { recoveryText: code, ...(beside === undefined ? {} : { beside }) };
    void ask('app.readSheet', asked).then((answer) => {
      if (!isLate) setTold({ code, answer });
    });
    return () => {
      isLate = true;
    };
  }, [code, beside, isAsked]);
  if (!isAsked || told?.code !== code) return OPEN;
  return checkedBy(told.answer, ready === 'whole');
};

const checkedBy = (answer: Answer<'app.readSheet'>, isWhole: boolean): Checked => {
  if (answer.ok) {
    const { share: number, shares } = answer.value;
    const share = number === undefined || shares === undefined ? {} : { share: { number, shares } };
    return { kind: 'right', wrong: [], ...share };
  }
  const { error } = answer;
  const changes = error.kind === 'correction-proposed' ? error.facts.changes : [];
  const wrong = changes.flatMap((change) => {
    if (change.kind === 'differs') return [change.facts.group];
    return change.kind === 'swapped' ? [change.facts.group, change.facts.other] : [];
  });
  if (!isWhole) return { kind: wrong.length === 0 ? 'open' : 'wrong', wrong };
  return { kind: 'wrong', wrong, failure: error };
};
