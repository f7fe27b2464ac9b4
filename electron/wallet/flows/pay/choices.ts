// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../../shared/amount.ts';
import { plainText } from '../../../../shared/names.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { ChoiceExtraView, PayChoiceView } from '../../../../shared/view-shops.ts';
import { isPayable, type ChoiceExtra, type ContractChoice } from '../../../taler/merchant/choices.ts';
import type { ContractTerms } from '../../../taler/merchant/merchant.ts';
import { explainFailure } from '../../failure/explain.ts';
import type { WalletFailure } from '../../failure/failure.ts';

// A contract of version 1 leaves the person a choice. What a choice wants or gives beside money is shown and named, and never taken silently.

/** What of a sum is said on the page: fees, total, and why it cannot be paid. */
type Quoted = Pick<PayChoiceView, 'fees' | 'total' | 'why' | 'from'>;

/** All choices with what each would cost; the first that can be paid here is proposed. */
export const choiceViews = (
  terms: ContractTerms,
  quoteOf: (terms: ContractTerms) => Quoted,
): readonly PayChoiceView[] =>
  terms.choices.map((choice, index) => {
    const quoted = quoteOf(withChoice(terms, index));
    const why = whyUnusable(choice);
    return {
      index,
      amount: amountToText(choice.amount),
      ...quoted,
      ...(choice.description === undefined ? {} : { description: plainText(choice.description) }),
      needs: choice.needs.map(extraView),
      gives: choice.gives.map(extraView),
      ...(why === undefined ? {} : { why: explainFailure(why) }),
      payable: why === undefined && quoted.why === undefined,
    };
  });

/** The same contract with the price of one of its choices. */
const withChoice = (terms: ContractTerms, index: number): ContractTerms => {
  const choice = terms.choices[index];
  return choice === undefined ? terms : { ...terms, amount: choice.amount, maxFee: choice.maxFee, choice: index };
};

/** One contract for each price it may have. */
export const everyPrice = (terms: ContractTerms): readonly ContractTerms[] =>
  terms.choices.length === 0 ? [terms] : terms.choices.map((_, index) => withChoice(terms, index));

/** Which choice is paid: the one that was chosen, or the only one there is; refused when it is open, or not to be paid with money alone. */
export const decided = (
  terms: ContractTerms,
  { chosen, isPlace }: { readonly chosen: number | undefined; readonly isPlace: boolean },
): Result<ContractTerms, WalletFailure> => {
  if (terms.choices.length === 0) return ok(terms);
  const payable = terms.choices.filter(isPayable);
  // A place's order is agreed to by what it may cost at most.
  if (chosen === undefined && payable.length > 1 && !isPlace) return err({ kind: 'choice-open' });
  const index = chosen ?? terms.choice ?? 0;
  const choice = terms.choices[index];
  if (choice === undefined) return err({ kind: 'choice-open' });
  const why = whyUnusable(choice);
  return why === undefined ? ok(withChoice(terms, index)) : err(why);
};

const whyUnusable = (choice: ContractChoice): WalletFailure | undefined => {
  if (isPayable(choice)) return undefined;
  const [need] = choice.needs;
  const name = plainText((need ?? choice.gives.find(({ critical }) => critical))?.name ?? '');
  return { kind: 'choice-not-usable', why: need === undefined ? 'gives' : 'needs', hint: name };
};

const extraView = ({ kind, name }: ChoiceExtra): ChoiceExtraView => ({ kind, name: plainText(name) });
