// SPDX-License-Identifier: GPL-3.0-or-later
import { ok } from '../../../shared/result.ts';
import { given, orMoney, tooFine } from './answers.ts';
import type { Handlers, OpenParts } from './parts.ts';
import { realWhilePlaying } from './unmixed.ts';

/** The requests on money between people. */
export const peopleHandlers = (parts: OpenParts) => {
  const { wallet } = parts;
  return {
    'peer.quote': async (input) => tooFine(input.amount) ?? orMoney(await wallet.peer.quote(given(input))),
    'peer.most': async (input) => orMoney(await wallet.peer.most(given(input))),
    'peer.send': async (input) => tooFine(input.amount) ?? orMoney(await wallet.peer.send(given(input))),
    'peer.quoteRequest': async (input) =>
      tooFine(input.amount) ?? orMoney(await wallet.peer.quoteRequest(given(input))),
    'peer.request': async (input) => tooFine(input.amount) ?? orMoney(await wallet.peer.request(given(input))),
    'peer.prepareReceive': async ({ uri, ...asked }) =>
      realWhilePlaying(parts, asked.newExchange) ?? orMoney(await wallet.peer.prepare(uri, given(asked))),
    'peer.confirm': async ({ id, withoutBackup = false, ...seen }) =>
      orMoney(await wallet.peer.confirm(id, { withoutBackup, ...given(seen) })),
    'peer.list': async () => ok({ payments: wallet.peer.list() }),
  } satisfies Partial<Handlers>;
};
