// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import type { Store } from '../../electron/storage/store.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import type { ExchangeKeys } from '../../electron/taler/exchange/keys/model.ts';
import { createCoinKeyRing } from '../../electron/wallet/coins/coins.ts';
import { derivePlanchets } from '../../electron/taler/coin/planchet.ts';
import type { World } from '../../electron/world.ts';
import { pathUnderKey } from './stored-seeds.ts';

/** What one wallet said to servers, in every life it had. */
export type HttpLog = {
  readonly world: (world: World) => World;
  readonly requests: readonly Logged[];
  /** codes of refusals, as `409/1012 POST /coins/…` */
  readonly refusals: () => readonly string[];
  /** as if only the first so many had been sent */
  readonly forgetAfter: (count: number) => void;
};

type Logged = { readonly method: string; readonly path: string; readonly body: unknown; refusal?: string };

export const createHttpLog = (): HttpLog => {
  const requests: Logged[] = [];
  return {
    requests,
    refusals: () => requests.flatMap(({ refusal }) => refusal ?? []),
    forgetAfter: (count) => void (requests.length = count),
    world: (world) => ({
      ...world,
      http: async (input, init) => {
        const url = new URL(input instanceof Request ? input.url : input);
        const { body } = init ?? {};
        const logged: Logged = {
          method: init?.method ?? 'GET',
          path: url.pathname,
          body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined,
        };
        requests.push(logged);
        const answer = await world.http(input, init);
        if (answer.status >= 400) {
          const said = code.safeParse(
            await answer
              .clone()
              .json()
              .catch(() => undefined),
          );
          logged.refusal = `${answer.status}/${said.data?.code ?? ''} ${logged.method} ${logged.path}`;
        }
        return answer;
      },
    }),
  };
};

const code = z.object({ code: z.number() });

/**
 * Ways in which a wallet has used a seed for two different requests, or sent a planchet whose seed it did not write down;
 * none is right. A repetition must be the same request.
 */
export const reusedSeeds = (log: Pick<HttpLog, 'requests'>, store: Store, keys: ExchangeKeys): readonly string[] => {
  const wrong: string[] = [];
  const seeds = new Set<string>();
  const useSeed = (seed: string): void => {
    if (seeds.has(seed)) wrong.push(`the seed ${seed.slice(0, 8)}… stands in two places`);
    seeds.add(seed);
  };
  const ours = new Set<string>();
  for (const { value } of store.entries('withdrawal')) {
    for (const { seed, selection } of Object.values(value.batches)) {
      useSeed(seed);
      const groups = selection.flatMap(({ h, n: count }) => {
        const key = keys.denominations.get(h)?.key;
        return key ? [{ key, denominationHash: crockToBytes(h, 64), count }] : [];
      });
      if (groups.length !== selection.length) continue;
      const all = derivePlanchets(crockToBytes(seed, 32), 0, groups);
      if (all.ok) for (const { blinded } of all.value) ours.add(bytesToCrock(blinded));
    }
  }
  const ring = createCoinKeyRing(store);
  const planned = new Map<string, number>();
  for (const { value } of store.entries('refresh')) {
    useSeed(value.seed);
    const old = ring.keysOf(value.old_coin);
    const path = `/coins/${old ? bytesToCrock(old.coinPub) : value.old_coin}/melt`;
    planned.set(path, (planned.get(path) ?? 0) + 1);
  }
  for (const planchet of log.requests.flatMap(planchetsIn))
    if (!ours.has(planchet)) wrong.push(`the planchet ${planchet.slice(0, 8)}… was sent and its seed is not known`);

  const bodies = new Map<string, Set<string>>();
  const commitments = new Map<string, Set<string>>();
  for (const { path: asked, body } of log.requests) {
    const path = pathUnderKey(asked, body);
    if (/\/(melt|reveal|reveal-melt)$/.test(path)) {
      const said = session.safeParse(body).data;
      const name = said?.rc ?? said?.refresh_seed;
      put(bodies, name !== undefined && path.includes('melt') ? `${path} ${name}` : path, JSON.stringify(body));
      if (name !== undefined && path.endsWith('/melt')) put(commitments, path, name);
    }
  }
  for (const [what, different] of bodies)
    if (different.size > 1) wrong.push(`${what}: ${different.size} different requests`);
  for (const [path, rcs] of commitments)
    if (rcs.size > (planned.get(path) ?? 0))
      wrong.push(`${path}: ${rcs.size} commitments, ${planned.get(path) ?? 0} written down`);
  return wrong;
};

/** A session is called by its commitment, or by the seed that it follows from. */
const session = z.object({ rc: z.string().optional(), refresh_seed: z.string().optional() });
const planchet = z.object({ coin_ev: z.object({ rsa_blinded_planchet: z.string() }) });
const batch = z.object({ planchets: z.array(planchet) });
const whole = z.object({ coin_evs: z.array(z.object({ rsa_blinded_planchet: z.string() })) });

const planchetsIn = ({ path, body }: Logged): readonly string[] => {
  if (path === '/withdraw') return whole.parse(body).coin_evs.map((each) => each.rsa_blinded_planchet);
  if (path.endsWith('/batch-withdraw'))
    return batch.parse(body).planchets.map((each) => each.coin_ev.rsa_blinded_planchet);
  return /\/reserves\/[^/]+\/withdraw$/.test(path) ? [planchet.parse(body).coin_ev.rsa_blinded_planchet] : [];
};

const put = (sets: Map<string, Set<string>>, key: string, value: string): void => {
  const set = sets.get(key) ?? new Set<string>();
  sets.set(key, set.add(value));
};
