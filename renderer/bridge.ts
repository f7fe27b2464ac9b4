// SPDX-License-Identifier: GPL-3.0-or-later
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { keepPreviousData, QueryClient, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer, RequestInput, RequestName, WalletBridge } from '../shared/contract.ts';
import type { HistoryLine } from '../shared/view.ts';
import type { HistoryFilter } from '../shared/contract-history.ts';
import { kindOfLine, type HistoryPlace } from '../shared/view-history.ts';

declare global {
  interface Window {
    readonly wallet: WalletBridge;
  }
}

/** The bridge is local: being offline must not pause a question, and an answer is good until the wallet says "changed". */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
      },
    },
  });

/** Asks again for everything on the screen when the wallet says that something changed; many events at once count as one. */
export const followEvents = (client: QueryClient): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = window.wallet.on((event) => {
    if (event.type === 'go') {
      location.hash = `#${event.to}`;
      return;
    }
    timer ??= setTimeout(() => {
      timer = undefined;
      refresh(client);
    }, EVENT_PAUSE_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
};

/** Asks again for what is on the screen. `play.start` starts servers; its answer does not change while they run. */
const refresh = (client: QueryClient): void =>
  void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'play.start' });

/** A backup round emits dozens of events within a moment; the eye cannot tell 120 ms from at once. */
const EVENT_PAUSE_MS = 120;

/** What the backup or another device says ages without an event ("verified two minutes ago", "next round at …"). */
const AGEING: readonly RequestName[] = [
  'wallet.overview',
  'backup.status',
  'provider.list',
  'peer.list',
  'wallet.empty.status',
  'device.list',
  'escrow.status',
  'recover.session',
];
const AGEING_MS = 15_000;

/** Something to look at: the answer, kept fresh by events; undefined until the first one is here. */
export const useAnswer = <N extends RequestName>(
  name: N,
  input: RequestInput<N>,
  enabled = true,
): Answer<N> | undefined =>
  useQuery({
    queryKey: [name, input],
    queryFn: () => ask(name, input),
    enabled,
    refetchInterval: AGEING.includes(name) ? AGEING_MS : false,
  }).data;

/** Asks again for everything on the screen. */
export const useLookAgain = (): (() => void) => {
  const client = useQueryClient();
  return () => refresh(client);
};

/** Something that says how far work has come is asked for every second while that is under way. */
export const useLookWhile = (isUnderWay: boolean): void => {
  const client = useQueryClient();
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const timer = setInterval(() => refresh(client), 1000);
    return () => clearInterval(timer);
  }, [isUnderWay, client]);
};

export type Request<N extends RequestName> = {
  readonly send: (input: RequestInput<N>) => Promise<Answer<N>>;
  /** the same, while the answer of before stays in sight until the new one is here */
  readonly again: (input: RequestInput<N>) => Promise<Answer<N>>;
  readonly pending: boolean;
  readonly answer: Answer<N> | undefined;
  readonly reset: () => void;
};

/** A request that was sent and is not answered yet. */
type Flight<N extends RequestName> = { readonly input: RequestInput<N>; readonly answer: Promise<Answer<N>> };

/**
 * Something to do: sends on demand. The answer lives in the component that asked and dies with it, so no cache keeps a secret. The same
 * request while it is under way is the one that is under way: no second click or key does a thing twice. What comes after a `reset`
 * belongs to what was asked before it, and is not shown.
 */
export const useRequest = <N extends RequestName>(name: N): Request<N> => {
  const [pending, setPending] = useState(false);
  const [answer, setAnswer] = useState<Answer<N>>();
  const mounted = useRef(true);
  const flights = useRef<readonly Flight<N>[]>([]);
  /** the one whose answer is wanted */
  const wanted = useRef<Flight<N>>(undefined);
  const client = useQueryClient();
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const begin = useCallback(
    (input: RequestInput<N>): Promise<Answer<N>> => {
      const same = flights.current.find((each) => isSame(each.input, input));
      if (same !== undefined) {
        wanted.current = same;
        return same.answer;
      }
      const finish = async (): Promise<Answer<N>> => {
        const received = await ask(name, input);
        flights.current = flights.current.filter((each) => each !== flight);
        // Not every deed changes an entry (a verified copy is no entry), so the screen looks again by itself.
        refresh(client);
        if (mounted.current && wanted.current === flight) {
          setPending(false);
          setAnswer(() => received);
        }
        return received;
      };
      const flight: Flight<N> = { input, answer: finish() };
      flights.current = [...flights.current, flight];
      wanted.current = flight;
      return flight.answer;
    },
    [name, client],
  );
  const send = useCallback(
    (input: RequestInput<N>) => {
      setPending(true);
      setAnswer(undefined);
      return begin(input);
    },
    [begin],
  );
  const reset = useCallback(() => {
    wanted.current = undefined;
    setPending(false);
    setAnswer(undefined);
  }, []);
  return { send, again: begin, pending, answer, reset };
};

/** True for the same plain data. */
const isSame = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)));
};

/** One question over the bridge; a bridge that breaks is a failure with a sentence like any other. */
export const ask = async <N extends RequestName>(name: N, input: RequestInput<N>): Promise<Answer<N>> => {
  try {
    return await window.wallet.ask(name, input);
  } catch (thrown) {
    return {
      ok: false,
      error: { kind: 'bridge', facts: { detail: thrown instanceof Error ? thrown.message : String(thrown) } },
    };
  }
};

/** How many lines a page of the history has: the first one as many as a window shows. */
const FIRST_LINES = 40;
const MORE_LINES = 200;

/** The history as far as it was asked for; after a change all of that is asked for again. */
export const useHistory = (filter: HistoryFilter) => {
  const pages = useInfiniteQuery({
    // Beside the single answers that others ask for by the same name.
    queryKey: ['wallet.history', 'pages', filter],
    queryFn: ({ pageParam: after }) =>
      ask(
        'wallet.history',
        after === undefined ? { filter, limit: FIRST_LINES } : { filter, after, limit: MORE_LINES },
      ),
    initialPageParam: undefined as HistoryPlace | undefined,
    getNextPageParam: (page) => (page.ok ? page.value.next : undefined),
    // What was found before stands until the answer is here: nothing jumps while somebody types.
    placeholderData: keepPreviousData,
  });
  const answers = pages.data?.pages;
  const lines = useMemo(() => linesOf(answers ?? []), [answers]);
  const first = answers?.[0];
  const failed = answers?.find((answer) => !answer.ok);
  return {
    first: first?.ok === true ? first.value : undefined,
    failure: failed?.ok === false ? failed.error : undefined,
    lines,
    loading: pages.isFetchingNextPage,
    more: () => void (pages.hasNextPage && !pages.isFetching && pages.fetchNextPage()),
  };
};

/** A line that came between two pages while they were asked for stands in both. */
const linesOf = (answers: readonly Answer<'wallet.history'>[]): readonly HistoryLine[] => {
  const known = new Map<string, HistoryLine>();
  for (const answer of answers)
    if (answer.ok) for (const line of answer.value.lines) known.set(`${kindOfLine(line)} ${line.id}`, line);
  return [...known.values()];
};
