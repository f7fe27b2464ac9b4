// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { err, ok } from '../../../../shared/result.ts';
import { hasCanonicalForm } from '../../bytes/canonical-json.ts';
import { bytesToCrock } from '../../bytes/encodings.ts';
import { eddsaPublicKey, eddsaSign } from '../../crypto/eddsa.ts';
import { readJson } from '../../wire/http.ts';
import { amountSchema, crockSchema } from '../../wire/schemas.ts';
import { coinHistoryBlock, reserveHistoryBlock } from '../../purposes/wallet.ts';
import { get, type Context } from '../context.ts';
import { exchangeFailure } from '../errors.ts';
import type { Answer } from '../exchange.ts';
import type { HistoryLine } from './coin.ts';

// Histories as exchanges from v26 on tell them: in parts, each asked for by where it begins, and by name whether anything is new.

/** Stops an exchange from making us check signatures for hours. */
export const MAX_ENTRIES = 10_000;
/** A history of as many parts is none that anybody has; each costs a question. */
const MAX_PAGES = 64;
/** As many histories are remembered, each of at most so many lines. */
const MAX_REMEMBERED = 64;
const MAX_REMEMBERED_LINES = 100;

/** One line of a history, of whatever kind. */
export const entrySchema = z
  .looseObject({ type: z.string().max(64) })
  .refine((line) => hasCanonicalForm(line), 'no JSON that could be kept');

const pageSchema = z.object({
  h_denom_pub: crockSchema(64).optional(),
  balance: amountSchema.optional(),
  history: z.array(entrySchema).max(MAX_ENTRIES),
});

/** A whole history, and what its last part said beside it. */
export type Pages = {
  readonly denominationHash: string | undefined;
  readonly balance: string | undefined;
  readonly lines: readonly HistoryLine[];
};

const OF = {
  coins: { header: 'taler-coin-history-signature', block: coinHistoryBlock },
  reserves: { header: 'taler-reserve-history-signature', block: reserveHistoryBlock },
} as const;

/** The history of a coin or reserve by its private key, all parts of it (`anew`: whatever name it has, for a line may have grown); `unknown`: the exchange has never heard of the key. */
export const readPages = async (
  context: Context,
  of: keyof typeof OF,
  priv: Uint8Array,
  how: { readonly anew?: boolean } = {},
): Answer<Pages | 'unknown'> => {
  const { header, block } = OF[of];
  const path = `${of}/${bytesToCrock(eddsaPublicKey(priv))}/history`;
  const before = how.anew === true ? undefined : rememberedOf(context).get(path);
  let pages: Pages = { denominationHash: undefined, balance: undefined, lines: [] };
  for (let page = 0, start = 0; page < MAX_PAGES; page += 1) {
    const headers = {
      [header]: bytesToCrock(eddsaSign(priv, block({ startOffset: start }))),
      ...(start === 0 && before ? { 'if-none-match': before.tag } : {}),
    };
    const sent = await get(context, start === 0 ? path : `${path}?start=${start}`, undefined, headers);
    if (!sent.ok) return sent;
    const { answer, url } = sent.value;
    if (answer.status === 304 && start === 0 && before) return ok(before.pages);
    // Nothing (more) happened to it.
    if (answer.status === 204 || answer.status === 304) return ok(pages);
    if (answer.status !== 200) {
      const failure = await exchangeFailure(context, sent.value);
      return failure.kind === 'coin-unknown' || failure.kind === 'reserve-unknown' ? ok('unknown') : err(failure);
    }
    const read = readJson(answer, url, pageSchema);
    if (!read.ok) return read;
    const { h_denom_pub: denominationHash = pages.denominationHash, balance, history } = read.value;
    pages = { denominationHash, balance, lines: [...pages.lines, ...history] };
    if (pages.lines.length > MAX_ENTRIES) return err({ kind: 'bad-history', what: 'more lines than anything has' });
    const next = history.reduce((last, line) => Math.max(last, offsetOf(line)), start);
    const tag = answer.headers.get('etag') ?? '';
    // Without numbers there are no parts; the name of a whole history is the number of its last line.
    if (next <= start || tag === `"${next}"`) {
      remember(context, path, tag, pages);
      return ok(pages);
    }
    start = next;
  }
  return err({ kind: 'bad-history', what: 'more parts than anything has' });
};

/** The number of a line (its name is recollected), 0 where it has none. */
const offsetOf = ({ history_offset: offset }: HistoryLine): number =>
  typeof offset === 'number' && Number.isSafeInteger(offset) && offset > 0 ? offset : 0;

/** Whether the reserve's history holds this very signature of its own; a request has one, whatever a line is called. */
export const isInReserveHistory = async (
  context: Context,
  reservePriv: Uint8Array,
  reserveSig: string,
): Answer<boolean> => {
  const pages = await readPages(context, 'reserves', reservePriv);
  if (!pages.ok) return pages;
  return ok(pages.value !== 'unknown' && pages.value.lines.some((line) => line['reserve_sig'] === reserveSig));
};

type Remembered = { readonly tag: string; readonly pages: Pages };
const histories = new WeakMap<Context['world'], Map<string, Map<string, Remembered>>>();

/** By client: what one exchange says is told to no other. */
const rememberedOf = ({ world, baseUrl }: Context): Map<string, Remembered> => {
  const byExchange = histories.get(world) ?? new Map<string, Map<string, Remembered>>();
  histories.set(world, byExchange);
  const known = byExchange.get(baseUrl) ?? new Map<string, Remembered>();
  byExchange.set(baseUrl, known);
  return known;
};

const remember = (context: Context, path: string, tag: string, pages: Pages): void => {
  const known = rememberedOf(context);
  known.delete(path);
  if (!/^"[!-~]{1,100}"$/.test(tag) || pages.lines.length > MAX_REMEMBERED_LINES) return;
  const [oldest] = known.keys();
  if (known.size >= MAX_REMEMBERED && oldest !== undefined) known.delete(oldest);
  known.set(path, { tag, pages });
};
