// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../shared/amount.ts';
import { bytesToCrock, utf8 } from '../../taler/bytes/encodings.ts';
import { DAY, type SandboxWorld } from '../clock.ts';
import type { FaultList } from '../faults.ts';
import type { Books } from '../image.ts';
import { jsonReply, plainReply, type Reply } from '../reply.ts';
import { CORS, startServer, type Routes, type RunningServer, type SandboxRequest } from '../server.ts';
import { openStore, portOf } from '../store.ts';
import { challenge2021, challenge2022 } from './challenges.ts';
import { collectPolicies, fetchPolicy, listPolicyVersions, storePolicy } from './policies.ts';
import { ANASTASIS_SCHEMA, malformed, type AnastasisForm, type AnastasisRoom, type FeeTaker } from './room.ts';
import { storeTruth } from './truths.ts';

export type AnastasisOptions = {
  readonly name: string;
  readonly form: AnastasisForm;
  readonly currency: string;
  readonly world: SandboxWorld;
  readonly file: string;
  /** who takes the fees */
  readonly merchant: FeeTaker;
  /** what one use of each method costs, in the order in which they are announced; `question` at least */
  readonly methods: Readonly<Record<string, string>>;
  readonly annualFee: string;
  /** for each truth and year */
  readonly truthUploadFee: string;
  readonly storageLimitMegabytes?: number;
  readonly uploadsPerPayment?: number;
  /** 16 bytes of base32; chosen once and kept when left out */
  readonly salt?: string;
  readonly port?: number;
  readonly prefix?: string;
  readonly latencyMs?: number;
};

/** A code that was sent to somebody. */
export type SentCode = { readonly uuid: string; readonly address: string; readonly code: number };

export type SandboxAnastasis = {
  readonly name: string;
  readonly form: AnastasisForm;
  readonly baseUrl: string;
  readonly annualFee: string;
  readonly faults: FaultList;
  readonly http: RunningServer['http'];
  readonly books: Books;
  /** what went to telephones, mail boxes, letter boxes and files, the first first */
  readonly sent: () => readonly SentCode[];
  /** A transfer comes in from that account. */
  readonly receiveTransfer: (iban: string, subject: string) => void;
  /** Loses a truth, as a provider may. */
  readonly loseTruth: (uuid: string) => void;
  /** Forgets accounts whose time is over. */
  readonly collectGarbage: () => void;
  /** Changes the price of the next year. */
  readonly setAnnualFee: (amountText: string) => void;
  readonly close: () => Promise<void>;
};

const DEFAULT_LIMIT_MEGABYTES = 1;
const DEFAULT_UPLOADS = 64;

/** Starts an escrow provider in either form, with the order of checks and the quirks of 0.2.0. */
export const startAnastasis = async (options: AnastasisOptions): Promise<SandboxAnastasis> => {
  const { form, world, merchant, currency } = options;
  const store = openStore(options.file, ANASTASIS_SCHEMA);
  if (options.salt !== undefined) store.keep('salt', options.salt);
  if (store.setting('salt') === undefined) store.keep('salt', bytesToCrock(world.randomBytes(16)));
  let annualFee = amountToText(amount(options.annualFee));
  const room: AnastasisRoom = {
    form,
    world,
    store,
    merchant,
    currency,
    businessName: options.name,
    methods: options.methods,
    truthUploadFee: options.truthUploadFee,
    annualFee: () => annualFee,
    limitMegabytes: options.storageLimitMegabytes ?? DEFAULT_LIMIT_MEGABYTES,
    uploadsPerPayment: options.uploadsPerPayment ?? DEFAULT_UPLOADS,
  };
  const server = await startServer({
    world,
    port: portOf(store, options),
    ...(options.prefix === undefined ? {} : { prefix: options.prefix }),
    ...(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs }),
    headers: CORS,
    unknownPath: () => page(404, 'not found'),
    wrongMethod: () => page(405, 'method not allowed'),
    routes: { ...commonRoutes(room), ...(form === '2021' ? routes2021(room) : routes2022(room)) },
  });
  store.keep('port', String(server.port));
  return {
    name: options.name,
    form,
    baseUrl: server.baseUrl,
    get annualFee() {
      return annualFee;
    },
    faults: server.faults,
    http: server.http,
    books: store,
    sent: () => store.all<SentCode>('SELECT * FROM outbox ORDER BY rowid'),
    receiveTransfer: (iban, subject) => void store.run('INSERT INTO transfer VALUES (?, ?)', iban, subject),
    loseTruth: (uuid) => void store.run('DELETE FROM truth WHERE uuid = ?', uuid),
    collectGarbage: () => collectPolicies(room),
    setAnnualFee: (amountText) => {
      annualFee = amountToText(amount(amountText));
    },
    close: async () => {
      await server.close();
      store.close();
    },
  };
};

const page = (status: number, said: string): Reply =>
  plainReply(status, { 'content-type': 'text/html' }, `<html><title>${status}: ${said}</title></html>`);

const commonRoutes = (room: AnastasisRoom): Routes => ({
  'GET /config': () =>
    jsonReply(200, {
      name: 'anastasis',
      version: '0:0:0',
      business_name: room.businessName,
      currency: room.currency,
      methods: Object.entries(room.methods).map(([type, cost]) => ({ type, cost })),
      storage_limit_in_megabytes: room.limitMegabytes,
      annual_fee: room.annualFee(),
      truth_upload_fee: room.truthUploadFee,
      liability_limit: `${room.currency}:0`,
      [room.form === '2021' ? 'server_salt' : 'provider_salt']: room.store.setting('salt'),
    }),
  'GET /': () =>
    plainReply(200, { 'content-type': 'text/plain' }, "Hello, I'm Anastasis. This HTTP server is not for humans.\n"),
  'POST /truth/:uuid': (request) => storeTruth(room, request),
  'POST /policy/:account': (request) => storePolicy(room, request),
  'GET /policy/:account': (request) => fetchPolicy(room, request),
  // 0.2.0 serves each under the other's name.
  'GET /terms': (request) => legal(room, request, room.form === '2021' ? 'pp' : 'tos'),
  'GET /privacy': (request) => legal(room, request, room.form === '2021' ? 'tos' : 'pp'),
});

/** A server of 2021 takes what it does not know for a part of the key. */
const routes2021 = (room: AnastasisRoom): Routes => ({
  'GET /truth/:uuid': (request) => challenge2021(room, request),
  'POST /truth/:uuid/*': () => malformed('truth UUID'),
  'GET /policy/:account/*': () => malformed('account public key'),
  'GET /agpl': () =>
    plainReply(
      302,
      { location: 'https://git.taler.net/anastasis.git', 'content-type': 'text/plain' },
      'This server is licensed under the Affero GPL. You will now be redirected to the source code.',
    ),
});

const routes2022 = (room: AnastasisRoom): Routes => ({
  'POST /truth/:uuid/challenge': challenge2022(room, 'challenge'),
  'POST /truth/:uuid/solve': challenge2022(room, 'solve'),
  'GET /policy/:account/meta': (request) => listPolicyVersions(room, request),
});

const legal = ({ world }: AnastasisRoom, request: SandboxRequest, which: 'tos' | 'pp'): Reply => {
  const etag = `${which}-test-1`;
  const kept = { etag, expires: new Date(world.now() + DAY).toUTCString() };
  if (request.header('if-none-match') === etag) return plainReply(304, kept);
  const text = `Test ${which === 'tos' ? 'terms of service' : 'privacy policy'}, version 1.`;
  const headers = {
    ...kept,
    'avail-languages': 'en',
    vary: 'Accept-Language,Accept,Accept-Encoding',
    'cache-control': 'public max-age=864000',
    'content-type': 'text/plain',
  };
  return plainReply(200, headers, utf8(`${text}\n`));
};
