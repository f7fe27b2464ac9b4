// SPDX-License-Identifier: GPL-3.0-or-later
import { ok } from '../../../shared/result.ts';
import { orMoney } from './answers.ts';
import { sticksBeside } from '../sticks.ts';
import type { Handlers, OpenParts } from './parts.ts';

/** The requests of the first screens: with whom one can begin, on what terms, and that they are over. */
export const beginHandlers = ({ wallet, known, endSetUp, ownDirectory }: OpenParts) =>
  ({
    'terms.look': async ({ exchange, language }) => {
      const looked = orMoney(await wallet.terms.look(exchange, languageOf(language)));
      return looked.ok ? ok({ terms: looked.value }) : looked;
    },
    'terms.accept': async ({ exchange, version }) => {
      const accepted = orMoney(wallet.terms.accept(exchange, version));
      return accepted.ok ? ok({}) : accepted;
    },
    'known.list': async () => ok(known.view()),
    'known.add': async (service) => ok(known.add(service)),
    'known.hide': async ({ kind, url }) => ok(known.hide(kind, url)),
    'known.showAll': async () => ok(known.showAll()),
    'provider.sticks': async () => ok({ sticks: await sticksBeside(ownDirectory) }),
    'setUp.end': async () => {
      endSetUp();
      return ok({});
    },
  }) satisfies Partial<Handlers>;

/** The language of a locale, as a server is asked for it. */
const languageOf = (locale: string): string => /^[a-z]{2,3}(?=-|$)/i.exec(locale)?.[0].toLowerCase() ?? 'en';
