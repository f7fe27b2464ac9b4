// SPDX-License-Identifier: GPL-3.0-or-later
import { createTermsBook } from '../wallet/terms.ts';
import { explainFailure } from '../wallet/failure/explain.ts';
import { failed, holds, notTried, type Check } from './checks.ts';
import { areHeld, type MoneyWalk } from './walk.ts';

/** Shows the terms of service before money is asked for; why there will be none, or undefined where there are no terms, its person agrees, or the money was asked for before. */
export const agreeToTerms = async (
  walk: MoneyWalk,
  { isBegun }: { readonly isBegun: boolean },
): Promise<Check['why'] | undefined> => {
  if (isBegun && areHeld(walk, ['terms'])) return undefined;
  const { keys, store, world, note, agree, language } = walk;
  const book = createTermsBook(world, store);
  walk.begin('terms');
  const looked = await book.look(keys.baseUrl, language);
  if (!looked.ok) {
    note(failed('terms', looked.error));
    return isBegun ? undefined : { kind: 'failure', facts: { why: explainFailure(looked.error) } };
  }
  const terms = looked.value;
  if (terms === null) {
    note(notTried('terms', { kind: 'none', facts: {} }));
    return undefined;
  }
  note(holds({ kind: 'terms', facts: { version: terms.version } }));
  if (isBegun || terms.accepted) return undefined;
  if (!(await agree(terms))) return { kind: 'declined', facts: {} };
  const kept = book.accept(keys.baseUrl, terms.version);
  return kept.ok ? undefined : { kind: 'failure', facts: { why: explainFailure(kept.error) } };
};
