// SPDX-License-Identifier: GPL-3.0-or-later
import type { Fetch } from '../network.ts';
import type { World } from '../world.ts';
import { bodyOf, headersOf, type Body } from './bodies.ts';

// Every request of a probe goes through the one client of this program (`taler/http`) and, below that, through here.

/** One request with its answer, as recordings have it; null where none came (yet). */
export type Step = {
  readonly step: string;
  /** a name of `servers`, or the origin of somebody else */
  readonly server: string;
  readonly elapsed_ms: number;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Body;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Body;
  } | null;
  /** how often the very same was asked and answered in a row */
  readonly times?: number;
};

export type Recorder = {
  readonly http: Fetch;
  readonly steps: () => readonly Step[];
  /** what the requests from now on are for */
  readonly begin: (step: string) => void;
  /** whose answers those below this address are */
  readonly name: (server: string, baseUrl: string) => void;
  /** called when an answer has come whole */
  readonly onAnswer: (heard: () => void) => void;
};

/** A server that leads in circles ends here, and so does what a recording holds. */
const MOST_REQUESTS = 2000;
const LONGEST_BODY = 8 * 1024 * 1024;
const MOST_BYTES = 48 * 1024 * 1024;
/** Polls are asked and answered alike, one after the other, perhaps with one or two requests between them. */
const LOOK_BACK = 4;

type Slot = { step: Step; key: string };

/** A network that writes down what goes through it, behind what an earlier run has written. */
export const createRecorder = ({ http, now }: Pick<World, 'http' | 'now'>, earlier: readonly Step[]): Recorder => {
  const slots: Slot[] = earlier.map((step) => ({ step, key: keyOf(step) }));
  const servers = new Map<string, string>();
  let current = 'begin';
  let requests = 0;
  let bytesKept = 0;
  let heard = (): void => undefined;

  const serverOf = (url: URL): string => {
    const found = [...servers].filter(([baseUrl]) => url.href.startsWith(baseUrl));
    return found.sort(([a], [b]) => b.length - a.length)[0]?.[1] ?? url.origin;
  };
  const kept = (bytes: Uint8Array, type: string | null): Body => {
    if (bytes.length > LONGEST_BODY || bytesKept + bytes.length > MOST_BYTES)
      return { omitted: `${bytes.length} bytes` };
    bytesKept += bytes.length;
    return bodyOf(bytes, type);
  };

  return {
    steps: () => slots.map(({ step }) => step),
    begin: (step) => void (current = step),
    name: (server, baseUrl) => void servers.set(baseUrl, server),
    onAnswer: (next) => void (heard = next),
    http: async (input, init = {}) => {
      requests += 1;
      if (requests > MOST_REQUESTS) throw new TypeError('a probe asks no more than this');
      const url = new URL(input instanceof Request ? input.url : input);
      const headers = new Headers(init.headers);
      const asked = bytesOf(init.body);
      const began = now();
      const slot: Slot = {
        key: '',
        step: {
          step: current,
          server: serverOf(url),
          elapsed_ms: 0,
          request: {
            method: init.method ?? 'GET',
            path: `${url.pathname}${url.search}`,
            headers: headersOf(headers),
            body: kept(asked, headers.get('content-type')),
          },
          response: null,
        },
      };
      slots.push(slot);
      const answered = await http(input, init);
      return listening(answered, (bytes) => {
        const { status } = answered;
        const body =
          bytes === undefined
            ? { omitted: `over ${LONGEST_BODY} bytes` }
            : kept(bytes, answered.headers.get('content-type'));
        slot.step = {
          ...slot.step,
          elapsed_ms: now() - began,
          response: { status, headers: headersOf(answered.headers), body },
        };
        slot.key = keyOf(slot.step);
        fold(slots, slot);
        heard();
      });
    },
  };
};

/** One that is like one a moment ago counts as another of it. */
const fold = (slots: Slot[], slot: Slot): void => {
  const at = slots.lastIndexOf(slot);
  const like = slots.slice(Math.max(0, at - LOOK_BACK), at).findLast(({ key }) => key === slot.key);
  if (like === undefined) return;
  slots.splice(at, 1);
  like.step = { ...like.step, times: (like.step.times ?? 1) + 1 };
};

const keyOf = ({ step, server, request, response }: Step): string => {
  const { date: _date, ...headers } = response?.headers ?? {};
  return JSON.stringify([step, server, request, response?.status, headers, response?.body]);
};

const bytesOf = (body: RequestInit['body']): Uint8Array => {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  return body instanceof Uint8Array ? body : new Uint8Array(0);
};

const FIRST_BUFFER = 16 * 1024;

/** The same answer; `done` hears its bytes when it has been read, or undefined where they are more than a recording holds. */
const listening = (answer: Response, done: (bytes: Uint8Array | undefined) => void): Response => {
  const reader = answer.body?.getReader();
  if (!reader) {
    done(new Uint8Array(0));
    return answer;
  }
  let buffer = new Uint8Array(FIRST_BUFFER);
  let size = 0;
  let over = false;
  const finish = (): void => {
    if (over) return;
    over = true;
    done(size > LONGEST_BODY ? undefined : buffer.slice(0, size));
  };
  const keep = (chunk: Uint8Array): void => {
    const before = size;
    size += chunk.byteLength;
    if (size > LONGEST_BODY) return;
    if (size > buffer.byteLength) {
      const larger = new Uint8Array(Math.max(2 * buffer.byteLength, size));
      larger.set(buffer.subarray(0, before));
      buffer = larger;
    }
    buffer.set(chunk, before);
  };
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done: ended, value } = await reader.read();
          if (value) {
            keep(value);
            controller.enqueue(value);
          }
          if (!ended) return;
          finish();
          controller.close();
        } catch (cut) {
          finish();
          throw cut;
        }
      },
      cancel: async (why) => {
        finish();
        await reader.cancel(why);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { status: answer.status, headers: answer.headers });
};
