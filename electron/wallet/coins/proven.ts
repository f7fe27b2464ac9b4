// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { parseAmount } from '../../../shared/amount.ts';
import { timestampToMs } from '../../../shared/time.ts';
import { exchangeId, type Refresh } from '../../state/entry.ts';
import { withField } from '../../state/register.ts';
import type { Reader, Tx } from '../../storage/store.ts';
import { V32_SCHEME } from '../../taler/coin/schemes.ts';
import { abilitiesOf } from '../../taler/exchange/generation.ts';
import type { ExchangeKeys } from '../../taler/exchange/keys/model.ts';
import { noteOfFailure } from '../failure/explain.ts';

// Whether an exchange has shown that it makes change as it was read (PROTOCOL.md#exchange-generations). It is a register of the exchange's entry, so
// what one device of the wallet has seen the others know.

type Keys = Pick<ExchangeKeys, 'baseUrl' | 'masterPub' | 'generation'>;

/** What the refresh that proved it took out of its coin. */
const PROVED_WITH = 'proved with';

const register = (scheme: number): string => `proven ${scheme}`;

/** True until a refresh of its scheme has brought its coins there, where that was read and never met. */
export const mustProve = (reader: Pick<Reader, 'entry'>, keys: Keys): boolean => {
  const { provesFirst, refreshScheme } = abilitiesOf(keys);
  if (!provesFirst || refreshScheme === undefined) return false;
  const entry = reader.entry('exchange', exchangeId(keys.baseUrl, keys.masterPub));
  return entry?.value.fields[register(refreshScheme)]?.value !== true;
};

/** What cannot be done at an exchange, or not yet, as a remark beside it. */
export const limitsAt = (
  reader: Pick<Reader, 'entry'>,
  keys: ExchangeKeys | undefined,
): { readonly note?: Said<'note'> } => {
  if (!keys) return {};
  const { baseUrl: exchange, version } = keys;
  if (abilitiesOf(keys).refreshScheme === undefined)
    return { note: noteOfFailure({ kind: 'change-not-known', exchange, version }) };
  if (mustProve(reader, keys)) return { note: { kind: 'not-proven', facts: {} } };
  const sum = reader.entry('exchange', exchangeId(exchange, keys.masterPub))?.value.fields[PROVED_WITH]?.value;
  return typeof sum === 'string' && parseAmount(sum).ok ? { note: { kind: 'proven', facts: { sum } } } : {};
};

/** After so long a session that is held back looks whether it may go. */
export const PROOF_POLL_MS = 60_000;

/** Written with the coins of a session: from now on its exchange is known to make change as this wallet does, and what was held back goes on. */
export const noteProof = (tx: Tx, refresh: Refresh, nowMs: number): void => {
  const { exchange, master_pub: masterPub, scheme, melt_amount: sum } = refresh;
  if (scheme !== V32_SCHEME) return;
  const id = exchangeId(exchange, masterPub);
  const entry = tx.entry('exchange', id)?.value;
  if (!entry || entry.fields[register(scheme)]?.value === true) return;
  const fields = withField(entry.fields, register(scheme), true, tx.clock());
  tx.put('exchange', id, { ...entry, fields: withField(fields, PROVED_WITH, sum, tx.clock()) });
  letGo(tx, exchange, nowMs);
};

/** What was held back there looks again now: nothing goes before it any more. */
export const letGo = (tx: Tx, exchange: string, nowMs: number): void => {
  for (const task of tx.local.tasks()) {
    const isHeld = task.kind === 'refresh' && task.nextAt <= nowMs + PROOF_POLL_MS;
    if (isHeld && tx.entry('refresh', task.id)?.value.exchange === exchange)
      tx.local.putTask({ ...task, nextAt: Math.min(task.nextAt, nowMs) });
  }
};

/** Why a plan came to nothing: the exchange does not know coins before they were spent. */
export const UNSPENT_REFUSED = 'unspent-refused';

/** Such an exchange is asked again after this time; what was spent in part proves it as well. */
const REFUSED_MS = 7 * 24 * 60 * 60_000;

/** True of a session that was refused so a short while ago. */
export const wasRefusedUnspent = ({ why, created }: Refresh, nowMs: number): boolean =>
  why === UNSPENT_REFUSED && Math.abs(nowMs - timestampToMs(created)) < REFUSED_MS;

/** True while an exchange has just refused one: then no other coin that was never spent is tried there, for it could not be spent meanwhile. */
export const refusesUnspent = (reader: Pick<Reader, 'entries'>, { baseUrl, masterPub }: Keys, nowMs: number): boolean =>
  reader
    .entries('refresh')
    .some(
      ({ value }) => value.exchange === baseUrl && value.master_pub === masterPub && wasRefusedUnspent(value, nowMs),
    );
