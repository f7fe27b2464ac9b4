// SPDX-License-Identifier: GPL-3.0-or-later
import { bytesToCrock, utf8 } from '../../taler/bytes/encodings.ts';
import { sha512, sha512Short } from '../../taler/crypto/hash.ts';
import { errorReply, jsonReply, plainReply, type Reply } from '../reply.ts';
import type { Routes, SandboxRequest } from '../server.ts';
import { keysDocument, VERSION } from './keys.ts';
import type { ExchangeRoom } from './room.ts';
import { languageFor, type SandboxTerms } from './terms.ts';
import { flatKeys, VERSION_V14, wireDocument } from './v14.ts';

/** /, /config, /keys, /terms, /privacy, /seed (PROTOCOL.md#discovery). */
export const discoveryRoutes = (room: ExchangeRoom): Routes => ({
  'GET /': () =>
    room.generation === 'v23'
      ? plainReply(302, { 'content-type': 'text/plain', location: '/terms' }, 'See /terms\n')
      : plainReply(200, { 'content-type': 'text/plain' }, 'A play-money exchange.\n'),
  'GET /config': () => (room.generation === 'v23' ? configV23(room) : configV17(room)),
  'GET /keys': (request) => keys(room, request),
  ...(room.v14 ? { 'GET /wire': () => jsonReply(200, wireDocument(room, keysDocument(room, undefined))) } : {}),
  'GET /terms': (request) =>
    room.terms === undefined ? errorReply(404, 21, { detail: request.path }) : document(room, request, room.terms),
  'GET /privacy': (request) =>
    document(room, request, {
      version: 'pp-play',
      texts: { en: 'Privacy of the play-money exchange: everything stays on this machine.\n' },
    }),
  'GET /seed': () => plainReply(200, {}, room.world.randomBytes(32)),
});

const configV17 = (room: ExchangeRoom): Reply =>
  jsonReply(200, {
    supported_kyc_requirements: [],
    currency: room.currency,
    name: 'taler-exchange',
    version: room.v14 ? VERSION_V14 : VERSION.v17,
  });

const configV23 = (room: ExchangeRoom): Reply =>
  jsonReply(
    200,
    {
      wallet_balance_limit_without_kyc: [],
      supported_kyc_requirements: [],
      currency_specification: room.specification,
      currency: room.currency,
      name: 'taler-exchange',
      implementation: 'urn:holdfast:sandbox',
      version: VERSION[room.v32 ? 'v32' : 'v23'],
    },
    { expires: midnightAfter(room, 1), 'cache-control': 'public,max-age=21600' },
  );

const keys = (room: ExchangeRoom, request: SandboxRequest): Reply => {
  const since = request.query.get('last_issue_date');
  // a number only chooses how much is sent; the recorded servers always sent everything
  if (since !== null && !/^[0-9]{1,15}$/.test(since)) return errorReply(400, 26, { detail: since });
  room.denominations.renew();
  const whole = keysDocument(room, request.asks('badMasterSignature'));
  const reply = jsonReply(200, room.v14 ? flatKeys(whole) : whole);
  const etag = bytesToCrock(sha512(reply.body));
  const headers = { ...reply.headers, ...keysHeaders(room), vary: 'Accept-Encoding', etag };
  // compared as an exact string: the quoted form is another value (PROTOCOL.md#discovery)
  return request.header('if-none-match') === etag ? plainReply(304, headers) : { ...reply, headers };
};

const keysHeaders = (room: ExchangeRoom): Record<string, string> =>
  room.generation === 'v23'
    ? { 'cache-control': 'public,must-revalidate,max-age=86400', expires: midnightAfter(room, 0) }
    : {
        'last-modified': httpDate(room.world.now()),
        expires: httpDate(room.world.now() + 5000),
        'cache-control': 'public,max-age=3600',
      };

const document = (room: ExchangeRoom, request: SandboxRequest, terms: SandboxTerms): Reply => {
  const { version: label, texts } = terms;
  const language = languageFor(terms, request.header('accept-language') ?? '');
  const content = texts[language] ?? '';
  const markdown = prefersMarkdown(request.header('accept') ?? '');
  const body = markdown ? `# ${content}` : content;
  const v23 = room.generation === 'v23';
  const languages = Object.keys(texts);
  const etag = v23 ? bytesToCrock(sha512Short(utf8(body))) : label;
  const always = {
    expires: httpDate(room.world.now() + 24 * 3600 * 1000),
    etag,
    ...(v23 ? { 'taler-terms-version': label } : {}),
  };
  if (request.header('if-none-match') === etag) return plainReply(304, always);
  return plainReply(
    200,
    {
      ...always,
      'avail-languages': markdown && !v23 ? [...languages, ...languages].join(',') : languages.join(','),
      vary: 'Accept-Language,Accept,Accept-Encoding',
      'cache-control': v23 ? 'public,max-age=864000' : 'public max-age=864000',
      'content-type': markdown ? 'text/markdown' : 'text/plain',
      ...(v23 ? { 'content-language': language } : {}),
    },
    body,
  );
};

/** Whoever takes plain text, too, gets that. */
const prefersMarkdown = (accept: string): boolean => accept.includes('text/markdown') && !accept.includes('text/plain');

const httpDate = (ms: number): string => new Date(ms).toUTCString();

const DAY_MS = 24 * 3600 * 1000;
const midnightAfter = (room: ExchangeRoom, days: number): string =>
  httpDate((Math.floor(room.world.now() / DAY_MS) + 1 + days) * DAY_MS);
