// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { TermsView } from '../../shared/view-begin.ts';
import type { Store } from '../storage/store.ts';
import { fetchTerms, type Terms } from '../taler/exchange/terms.ts';
import { parseBaseUrl } from '../taler/wire/base-url.ts';
import type { World } from '../world.ts';
import type { WalletFailure } from './failure/failure.ts';
import { worldOfIssuers } from './inner-issuers.ts';

/** The terms of service of exchanges, and which of them the person has agreed to. */
export type TermsBook = {
  /** What an exchange says now, in this language if it can; null where it has no terms. */
  readonly look: (exchange: string, language: string) => Promise<Result<TermsView | null, WalletFailure>>;
  /** Keeps that the person agrees to this version; fails when it is not the one that was looked at last. */
  readonly accept: (exchange: string, version: string) => Result<void, WalletFailure>;
  /** Whether money may be drawn there: no terms, or those that were agreed to. Fails with `terms-unaccepted` otherwise. */
  readonly check: (exchange: string) => Promise<Result<void, WalletFailure>>;
};

/** They say nothing about what its terms are. */
const NO_ANSWER: ReadonlySet<WalletFailure['kind']> = new Set(['unreachable', 'timeout', 'server-trouble']);

/** More exchanges than a person looks at in one sitting. */
const MOST_LOOKED_AT = 32;

/** The book over a store; what was agreed to stays in this installation. */
export const createTermsBook = (given: World, store: Store): TermsBook => {
  const world = worldOfIssuers(given, store);
  /** what was shown last, by base URL: only that can be agreed to */
  const shown = new Map<string, Terms>();
  const show = (baseUrl: string, terms: Terms): void => {
    shown.delete(baseUrl);
    shown.set(baseUrl, terms);
    for (const first of [...shown.keys()].slice(0, -MOST_LOOKED_AT)) shown.delete(first);
  };
  return {
    look: async (exchange, language) => {
      const baseUrl = parseBaseUrl(exchange);
      if (!baseUrl.ok) return err({ kind: 'malformed-base-url', text: exchange.slice(0, 120) });
      const terms = await fetchTerms(world, baseUrl.value, { language });
      if (!terms.ok) return terms;
      if (terms.value === 'none' || terms.value === 'unchanged') return ok(null);
      show(baseUrl.value, terms.value);
      const accepted = store.local.markOf('terms', baseUrl.value)?.version === terms.value.version;
      return ok(viewOf(baseUrl.value, terms.value, accepted));
    },
    accept: (exchange, version) => {
      const baseUrl = parseBaseUrl(exchange);
      if (!baseUrl.ok) return err({ kind: 'malformed-base-url', text: exchange.slice(0, 120) });
      const terms = shown.get(baseUrl.value);
      if (terms?.version !== version) return err({ kind: 'terms-unaccepted', exchange: baseUrl.value, why: 'changed' });
      const { tag, language } = terms;
      const kept = {
        version,
        at: world.now(),
        ...(tag === undefined ? {} : { tag }),
        ...(language === undefined ? {} : { language }),
      };
      store.transaction((tx) => tx.local.setMarkOf('terms', baseUrl.value, kept));
      return ok(undefined);
    },
    check: async (exchange) => {
      const accepted = store.local.markOf('terms', exchange);
      const terms = await fetchTerms(world, exchange, { language: accepted?.language ?? 'en', tag: accepted?.tag });
      // Who agreed once is not kept from the own money by a server that is silent about its terms; the withdrawal itself will say it.
      if (!terms.ok) return accepted !== undefined && NO_ANSWER.has(terms.error.kind) ? ok(undefined) : terms;
      if (terms.value === 'none' || terms.value === 'unchanged') return ok(undefined);
      if (terms.value.version === accepted?.version) return ok(undefined);
      return err({ kind: 'terms-unaccepted', exchange, why: accepted === undefined ? 'new' : 'changed' });
    },
  };
};

const viewOf = (exchange: string, { version, language, form, text }: Terms, accepted: boolean): TermsView => ({
  exchange,
  host: new URL(exchange).host,
  version,
  form,
  text,
  accepted,
  ...(language === undefined ? {} : { language }),
});
