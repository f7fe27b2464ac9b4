// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs } from '../../../shared/time.ts';
import { parseClock } from '../../state/clock.ts';
import type { Coin, Entry } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import type { ExchangeKeys } from '../../taler/exchange/keys/model.ts';
import type { Links } from './units.ts';

// When nothing can come of an entry any more, by two clocks: ours, and a date that the exchange has signed. One clock that is
// years ahead must not throw away a coin.

/**
 * After the last day on which a coin could be spent, melted or refunded into: a coin of ours that is closed waits for nothing, and a year
 * is for disputes. Where what was listed of the denomination has been forgotten, it was over already then.
 */
const OVER_MS = 365 * 24 * 60 * 60_000;

export type Clocks = {
  readonly nowMs: number;
  /** the last keys of an exchange, with what was kept of older ones */
  readonly keysOf: (exchange: string) => Pick<ExchangeKeys, 'denominations' | 'listIssueDate'> | undefined;
};

/** Whether every coin of a denomination of an exchange is past all that can happen to one. */
export type IsOver = (coin: Pick<Coin, 'exchange' | 'h'>) => boolean;

/** Looked up once for each denomination. */
export const createIsOver = (reader: Pick<Reader, 'entries'>, { nowMs, keysOf }: Clocks): IsOver => {
  const known = new Map<string, boolean>();
  const fields = new Map(reader.entries('exchange').map(({ value }) => [value.base_url, value.fields]));
  const keysByExchange = new Map<string, ReturnType<Clocks['keysOf']>>();
  const look = ({ exchange, h }: Pick<Coin, 'exchange' | 'h'>): boolean => {
    if (!keysByExchange.has(exchange)) keysByExchange.set(exchange, keysOf(exchange));
    const keys = keysByExchange.get(exchange);
    if (keys === undefined) return false;
    const bothMs = Math.min(nowMs, timestampToMs(keys.listIssueDate));
    const stamps = keys.denominations.get(h);
    if (stamps) return timestampToMs(stamps.stampExpireDeposit) + OVER_MS < bothMs;
    const field = fields.get(exchange)?.[`denomination ${h}`];
    const forgotten = field?.value === null ? parseClock(field.clock) : undefined;
    return forgotten?.ok === true && forgotten.value.ms + OVER_MS < bothMs;
  };
  return (coin) => {
    const key = `${coin.exchange} ${coin.h}`;
    const found = known.get(key) ?? look(coin);
    known.set(key, found);
    return found;
  };
};

type Selected = readonly { readonly h: string }[];

/** Whether a refresh and what came of it are past everything. */
export const isRefreshOver = (
  { value }: Entry<'refresh'>,
  coins: readonly Entry<'coin'>[],
  isOver: IsOver,
): boolean => {
  if (value.status !== 'done' && value.status !== 'failed') return false;
  const wasNeverMelted = value.status === 'failed' && value.noreveal_index === undefined;
  return areSpent(coins, isOver) && (wasNeverMelted || areOver(value, value.selection, isOver));
};

export const isWithdrawalOver = (
  { value }: Entry<'withdrawal'>,
  coins: readonly Entry<'coin'>[],
  isOver: IsOver,
): boolean => {
  if (value.status !== 'done' && value.status !== 'aborted') return false;
  return (
    areSpent(coins, isOver) &&
    Object.values(value.batches).every(
      ({ status, selection }) => (status === 'done' || status === 'failed') && areOver(value, selection, isOver),
    )
  );
};

const areSpent = (coins: readonly Entry<'coin'>[], isOver: IsOver): boolean =>
  coins.every(({ value }) => value.status === 'spent' && isOver(value));

const areOver = ({ exchange }: { readonly exchange: string }, selection: Selected, isOver: IsOver): boolean =>
  selection.every(({ h }) => isOver({ exchange, h }));

/** Statuses with which a payment between people has ended; one that was only looked at counts. */
const ENDED: ReadonlySet<string> = new Set([
  'aborted',
  'failed',
  'paid',
  'done',
  'expired',
  'taken',
  'offered',
  'claiming',
]);

/** Whether nothing can come back of a payment, and nobody waits for anything of it. */
export const isEventOver = (
  { kind, id, value }: { readonly kind: string; readonly id: string; readonly value: { readonly status: string } },
  { givingById }: Links,
  nowMs: number,
): boolean => {
  const giving = givingById.get(id);
  // An invoice that is paid has its money in a reserve still.
  if (!ENDED.has(value.status) || (kind === 'pull-out' && value.status === 'paid')) return false;
  if (giving === undefined) return true;
  const hasCoins = Object.keys(giving.coins).length > 0;
  return !giving.open && !giving.busy && (!hasCoins || giving.mayReturnUntilMs < nowMs);
};
