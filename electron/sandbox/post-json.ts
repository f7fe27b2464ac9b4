// SPDX-License-Identifier: GPL-3.0-or-later
import type { MerchantRoom } from './merchant/room.ts';

export type JsonAnswer = { readonly status: number; readonly body: unknown };

/** An exchange that takes longer than this has failed, as far as a merchant is concerned. */
const PATIENCE_MS = 30_000;

/** POSTs a shop's JSON to one of its exchanges; undefined when no complete JSON answer came (a planned fault, usually). */
export const postJson = async (
  { world, exchanges }: Pick<MerchantRoom, 'world' | 'exchanges'>,
  url: string,
  value: unknown,
): Promise<JsonAnswer | undefined> => {
  const exchange = exchanges.find(({ baseUrl }) => url.startsWith(baseUrl));
  if (!exchange) return undefined;
  const [impatient, answered] = [new AbortController(), new AbortController()];
  void world.sleep(PATIENCE_MS, answered.signal).then(() => impatient.abort('out of patience'));
  try {
    const answer = await exchange.http(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(value),
      signal: impatient.signal,
    });
    return { status: answer.status, body: (await answer.json()) as unknown };
  } catch {
    // no answer, or half a JSON, which is none
    return undefined;
  } finally {
    answered.abort('answered');
  }
};
