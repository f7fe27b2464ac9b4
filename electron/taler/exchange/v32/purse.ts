// SPDX-License-Identifier: GPL-3.0-or-later
import { err } from '../../../../shared/result.ts';
import type { Context } from '../context.ts';
import type { Answer, Exchange } from '../exchange.ts';
import type { ExchangeFailure } from '../failure.ts';
import { purseCreate, purseDeposit } from '../v17/purse.ts';
import { purseMerge, purseStatus } from '../v17/purse-merge.ts';

// Purses of v26 and later: the requests are those of before, but what refuses them may be a status without a code (PROTOCOL.md#answers-from-v26-on).

type Refused = Extract<ExchangeFailure, { readonly kind: 'refused' }>;

type Meant = ExchangeFailure | undefined;

/** The answer, or what its refusal means by its status alone. */
const orMeant = async <T>(answer: Answer<T>, meaning: (refused: Refused) => Meant | Promise<Meant>): Answer<T> => {
  const given = await answer;
  if (given.ok || given.error.kind !== 'refused') return given;
  return err((await meaning(given.error)) ?? given.error);
};

/** The requests about purses. */
export const pursesV26 = (context: Context): Pick<Exchange, 'purseCreate' | 'purseMerge' | 'purseDeposit'> => {
  const [create, merge, deposit, status] = [
    purseCreate(context),
    purseMerge(context),
    purseDeposit(context),
    purseStatus(context),
  ];
  // Over: whoever refuses says why when it is asked, or says once more that it is.
  const whatEnded = async (refused: Refused, pursePub: Uint8Array, waitFor: 'merge' | 'deposit'): Promise<Meant> => {
    if (refused.status !== 410) return undefined;
    const told = await status({ pursePub, waitFor });
    if (told.ok) {
      const { mergeTimestamp, depositTimestamp } = told.value;
      const decided = waitFor === 'merge' ? mergeTimestamp : depositTimestamp;
      return decided === undefined ? undefined : { kind: 'purse-decided' };
    }
    return told.error.kind === 'refused' && told.error.status === 410 ? { kind: 'purse-expired' } : told.error;
  };
  return {
    // Reserved for “too early”: nothing is wrong with the request.
    purseCreate: (of) =>
      orMeant(create(of), ({ url, status: number, code }) =>
        number === 425
          ? { kind: 'server-trouble', url, status: number, ...(code === undefined ? {} : { code }) }
          : undefined,
      ),
    purseMerge: (of) =>
      orMeant(merge(of), (refused) =>
        refused.status === 402 ? { kind: 'purse-not-full' } : whatEnded(refused, of.pursePub, 'merge'),
      ),
    purseDeposit: (of) => orMeant(deposit(of), (refused) => whatEnded(refused, of.pursePub, 'deposit')),
  };
};
