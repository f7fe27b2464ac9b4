// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, isZero } from '../../../shared/amount.ts';
import type { ProviderEntry } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { takesFee } from '../providers/kinds.ts';
import type { CycleOutcome } from './outcome.ts';
import { paidUntil } from './paid-years.ts';
import { isRenewalDue } from './payment.ts';
import { note, type Round } from './round.ts';

// A place is asked for its price when it is to be paid, two weeks before its year ends. Whoever is to decide about a higher one
// hears of it two weeks earlier.

const DAY_MS = 24 * 3_600_000;
/** As long before the end of a year as its person is told of it. */
const HEARD_BEFORE_MS = 31 * DAY_MS;
/** Whoever waits for the copy that was just stored waits no longer for a price as well. */
const PATIENCE_MS = 5_000;

/** What a place wants for the next year, as far as it has said so. */
export const feeAhead = (
  { local }: Pick<Reader, 'local'>,
  id: string,
  { annual_fee: known }: ProviderEntry,
): string | undefined => local.markOf('announced-fee', id)?.fee ?? known;

/** Whether the next year costs nothing, as far as that is known. */
export const isFreeAhead = (reader: Pick<Reader, 'local'>, id: string, value: ProviderEntry): boolean => {
  const fee = feeAhead(reader, id, value);
  return fee === undefined || isZero(amount(fee));
};

/** In the last month of a paid year asks a place that was just read what the next one costs, once a day and no more. */
export const hearPrice = async (round: Round, { kind }: CycleOutcome): Promise<void> => {
  if (kind !== 'stored' && kind !== 'unchanged') return;
  const { closing, provider, store, world } = round;
  if (closing.aborted) return;
  const now = world.now();
  const until = paidUntil(store, provider.id) ?? 0;
  if (until <= now || until > now + HEARD_BEFORE_MS || isRenewalDue(round, provider.id)) return;
  if (!takesFee(store.entry('provider', provider.id)?.value.provider_kind ?? '')) return;
  const before = store.local.markOf('announced-fee', provider.id);
  if (before !== undefined && Math.abs(now - before.at) < DAY_MS) return;
  const over = new AbortController();
  const silent = world.sleep(PATIENCE_MS, over.signal).then(() => undefined);
  const terms = await Promise.race([provider.describe(), silent]).finally(() => over.abort('over'));
  if (closing.aborted) return;
  const fee = terms?.ok === true ? terms.value.annualFee : undefined;
  const said = fee === undefined ? before?.fee : amountToText(fee);
  note(round, (tx) =>
    tx.local.setMarkOf('announced-fee', provider.id, { at: now, ...(said === undefined ? {} : { fee: said }) }),
  );
};
