// SPDX-License-Identifier: GPL-3.0-or-later

/** Which requests a planned fault waits for: a text is searched in the path (with query), a pattern is tested on it. */
export type FaultMatch = { readonly method?: string; readonly path?: string | RegExp };

/** What goes wrong. Members of the first group act in any server and can be combined (`{ delayMs: 50, status: 503 }`); those of the second are asked for by the server's own code, one at a time. */
export type Fault = {
  /** do the work first, then go wrong: the answer is lost, the effect is not */
  readonly afterHandling?: boolean;
  readonly delayMs?: number;
  readonly status?: number;
  /** body of `status`: this Taler error code; without it the body is empty text */
  readonly code?: number;
  readonly retryAfter?: string;
  readonly closeConnection?: boolean;
  /** never answer; the connection stays open until the server is closed */
  readonly hang?: boolean;
  readonly redirect?: { readonly status: number; readonly location: string };
  /** a JSON-looking body of so many bytes, made while it is sent */
  readonly bigBody?: { readonly bytes: number; readonly announced?: boolean };
  /** announce the whole body, send only this many bytes, close */
  readonly cutBodyAt?: number;
  /** a complete HTTP answer whose JSON stops in the middle */
  readonly halfJson?: boolean;
  readonly replaceBody?: string | Uint8Array;
  readonly replaceHeaders?: Readonly<Record<string, string>>;
  readonly changeJson?: (body: unknown) => unknown;
  /** turn one bit in every signature of the answer (JSON members and Sync-Signature) */
  readonly lieAboutSignature?: boolean;
  /** turn one bit in blinded denomination signatures */
  readonly wrongDenominationSignature?: boolean;
  /** the ETag names other bytes than the body */
  readonly wrongHash?: boolean;
  /** this `version` in /config or /keys */
  readonly unknownVersion?: string;

  /** exchange: /keys whose master signatures of that kind are wrong while everything else agrees */
  readonly badMasterSignature?: 'denominations' | 'signkeys' | 'accounts' | 'wire-fees' | 'global-fees';
  /** exchange: refuse to replay a batch, as the recorded v17 does (409/1175 or 1150) */
  readonly v17RefuseBatchReplay?: boolean;
  /** merchant: deposit only so many of the coins that came to pay an order, and answer 500 */
  readonly takeOnly?: number;
  /** sync: the version before the current one, with its genuine signature */
  readonly serveOld?: boolean;
  /** sync: demand payment from a paid account */
  readonly payAgain?: boolean;
  /** sync: an intact answer with another account's blob (any bytes given here) */
  readonly foreignBlob?: Uint8Array;
  /** sync: answer 204 but keep the old blob */
  readonly forgetUpload?: boolean;
};

type HandlerFault =
  | 'badMasterSignature'
  | 'v17RefuseBatchReplay'
  | 'takeOnly'
  | 'serveOld'
  | 'payAgain'
  | 'foreignBlob'
  | 'forgetUpload';

/** What a server's code asks about one request: the fault's value if one is planned, which then counts as happened. */
export type AskFault = <K extends HandlerFault>(name: K) => Fault[K] | undefined;

export type FaultList = {
  /** Plans a fault for the next matching request. */
  readonly once: (match: FaultMatch, fault: Fault) => void;
  /** Plans a fault for the next `count` matching requests. */
  readonly times: (count: number, match: FaultMatch, fault: Fault) => void;
  /** Plans a fault for every matching request; it counts as unused until it happened once. */
  readonly always: (match: FaultMatch, fault: Fault) => void;
  /** One line per planned fault that has not happened (often enough). */
  readonly unused: () => readonly string[];
  /** Throws when a planned fault never happened: a test that plans a fault must meet it. */
  readonly assertAllHappened: () => void;
  /** Forgets every plan. */
  readonly clear: () => void;
};

type Plan = {
  readonly match: FaultMatch;
  readonly fault: Fault;
  left: number;
  happened: number;
  readonly wanted: number;
};

/** What the HTTP core takes from the list for one request. `missed` says that the answer had nothing in it that `wire` could change: the plan waits for the next request. */
export type FaultSource = { readonly wire: Fault | undefined; readonly missed: () => void; readonly ask: AskFault };

const HANDLER_FAULTS: readonly HandlerFault[] = [
  'badMasterSignature',
  'v17RefuseBatchReplay',
  'takeOnly',
  'serveOld',
  'payAgain',
  'foreignBlob',
  'forgetUpload',
];

/** An empty list of planned faults and the function by which the HTTP core takes from it. */
export const createFaultList = (): {
  readonly list: FaultList;
  readonly takeFor: (method: string, path: string) => FaultSource;
} => {
  let plans: Plan[] = [];
  const plan =
    (wanted: number, left: number) =>
    (match: FaultMatch, fault: Fault): void => {
      const names = Object.keys(fault);
      // One of the two would be counted and the other forgotten.
      if (isHandlerFault(fault) && names.length > 1)
        throw new Error(`a fault of a server's own stands alone, not with others: ${names.join('+')}`);
      plans.push({ match, fault, left, happened: 0, wanted });
    };
  const use = (one: Plan): void => {
    one.left -= 1;
    one.happened += 1;
  };
  const unused = (): readonly string[] => plans.filter((p) => p.happened < p.wanted).map(describe);
  return {
    list: {
      once: (match, fault) => plan(1, 1)(match, fault),
      times: (count, match, fault) => plan(count, count)(match, fault),
      always: (match, fault) => plan(1, Number.POSITIVE_INFINITY)(match, fault),
      unused,
      assertAllHappened: () => {
        const missing = unused();
        if (missing.length > 0) throw new Error(`planned faults never happened: ${missing.join('; ')}`);
      },
      clear: () => {
        plans = [];
      },
    },
    takeFor: (method, path) => {
      const matching = plans.filter((p) => p.left > 0 && matches(p.match, method, path));
      const wire = matching.find((p) => !isHandlerFault(p.fault));
      if (wire) use(wire);
      return {
        wire: wire?.fault,
        missed: () => {
          if (!wire) return;
          wire.happened -= 1;
          wire.left += 1;
        },
        ask: (name) => {
          const found = matching.find((p) => p.left > 0 && p.fault[name] !== undefined);
          if (found) use(found);
          return found?.fault[name];
        },
      };
    },
  };
};

const isHandlerFault = (fault: Fault): boolean => HANDLER_FAULTS.some((name) => fault[name] !== undefined);

const matches = (match: FaultMatch, method: string, path: string): boolean => {
  if (match.method !== undefined && match.method !== method) return false;
  if (match.path === undefined) return true;
  return typeof match.path === 'string' ? path.includes(match.path) : match.path.test(path);
};

const describe = (plan: Plan): string =>
  `${plan.match.method ?? 'any method'} ${String(plan.match.path ?? 'any path')} → ${Object.keys(plan.fault).join('+')} (${plan.happened} of ${plan.wanted})`;
