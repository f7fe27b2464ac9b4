// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../shared/amount.ts';
import { quoted } from '../../../shared/facts/read.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { plainText } from '../../../shared/names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { EscrowPlaceView } from '../../../shared/view-escrow.ts';
import { scopeOfHost } from '../../scope.ts';
import type { AnastasisTrouble } from '../../taler/anastasis/answer.ts';
import {
  anastasisConfig,
  termsOf,
  type AnastasisConfig,
  type AnastasisConfigFailure,
} from '../../taler/anastasis/config.ts';
import { parseBaseUrl } from '../../taler/wire/base-url.ts';
import type { World } from '../../world.ts';

// What places that keep secrets in escrow offer; anything they say is shown, and believed only where it binds themselves.

/** A place that answered. */
export type AskedPlace = { readonly url: string; readonly config: AnastasisConfig };
/** Why a place gave nothing to work with; `retryAfterMs` where it says when to ask again. */
export type PlaceTrouble = { readonly said: Said<'escrow'>; readonly retryAfterMs?: number };

/** Asks a place what it is, by what a person typed for it. */
export const askPlace = async (world: World, typed: string): Promise<Result<AskedPlace, PlaceTrouble>> => {
  const read = parseBaseUrl(typed);
  if (!read.ok) return notOne({ kind: 'no-address', facts: {} });
  const { protocol, hostname } = new URL(read.value);
  // What unlocks a method is sent there when the secret is fetched: nobody on the way may read it.
  if (protocol !== 'https:' && scopeOfHost(hostname) !== 'loopback') return notOne({ kind: 'no-https', facts: {} });
  const config = await anastasisConfig(world, read.value);
  return config.ok ? ok({ url: read.value, config: config.value }) : err(placeTrouble(config.error));
};

const notOne = (why: Said<'trouble'>): Result<never, PlaceTrouble> =>
  err({ said: { kind: 'no-escrow', facts: { why } } });

/** What these places offer, all asked at once; one that is named twice is one. */
export const inspectPlaces = (world: World, typed: readonly string[]): Promise<readonly EscrowPlaceView[]> =>
  Promise.all(
    [...new Set(typed.map(spelled))].map(async (url): Promise<EscrowPlaceView> => {
      const asked = await askPlace(world, url);
      return asked.ok ? { url, offer: offerOf(asked.value) } : { url, why: asked.error.said };
    }),
  );

/** The one spelling of an address; what is none stays as it is. */
export const spelled = (typed: string): string => {
  const read = parseBaseUrl(typed);
  return read.ok ? read.value : typed;
};

const LONGEST_NAME = 80;

const offerOf = ({ url, config }: AskedPlace): NonNullable<EscrowPlaceView['offer']> => ({
  url,
  businessName: plainText(config.businessName ?? '', LONGEST_NAME),
  currency: config.currency,
  annualFee: amountToText(config.annualFee),
  truthFee: amountToText(config.truthUploadFee),
  liabilityLimit: amountToText(config.liabilityLimit),
  methods: [...config.methods].map(([type, fee]) => ({ type: quoted(type), fee: amountToText(fee) })),
  termsUrl: termsOf(url, config).terms,
});

/** Trouble that passes is silence: the place is asked again, and nothing is concluded from it. */
export const placeTrouble = (failure: AnastasisConfigFailure | AnastasisTrouble): PlaceTrouble => {
  switch (failure.kind) {
    case 'unreachable':
      return silent({ kind: 'unreachable', facts: { detail: quoted(failure.why) } });
    case 'timeout':
      return silent({ kind: 'timeout', facts: { afterMs: failure.afterMs } });
    case 'server-trouble':
      return {
        ...silent({ kind: 'server-trouble', facts: { status: failure.status } }),
        ...(failure.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs }),
      };
    case 'between':
      return silent({ kind: 'between', facts: { status: failure.status } });
    case 'redirected':
      return silent({ kind: 'between', facts: {} });
    case 'malformed-response':
      return silent({ kind: 'unreadable', facts: { detail: quoted(failure.why) } });
    case 'too-large':
      return none({ kind: 'too-large', facts: { limitBytes: failure.limitBytes } });
    case 'refused':
      return none({
        kind: 'refused',
        facts: { status: failure.status, ...(failure.code === undefined ? {} : { code: failure.code }) },
      });
    case 'not-an-anastasis-provider':
      return none({ kind: 'no-escrow-service', facts: { detail: quoted(failure.why) } });
  }
};

const silent = (why: Said<'trouble'>): PlaceTrouble => ({ said: { kind: 'silent', facts: { why } } });
const none = (why: Said<'trouble'>): PlaceTrouble => ({ said: { kind: 'no-escrow', facts: { why } } });
