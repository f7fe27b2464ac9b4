// SPDX-License-Identifier: GPL-3.0-or-later
import { readIssuerLink, type IssuerLink } from '../../shared/issuer-link.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ExchangeView } from '../../shared/view.ts';
import { tooFine } from '../app/handlers/answers.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed, declined, orAgreedFees, orNewExchange, orTerms, usage } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandFailure, CommandResult, Terminal } from './command-result.ts';
import { sayFailure } from './spoken.ts';
import * as words from './words.ts';

/** `withdraw`: from a bank's offer, from an issuer by its link, or by a transfer that the person makes. */
export const withdrawCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const what = command.words[1];
  if (what === undefined) return usage('withdraw');
  const link = readIssuerLink(what);
  if (link !== undefined) return byIssuerLink(app, command, terminal, link);
  if (/^taler/i.test(what)) return fromBank(app, command, terminal, what);
  const exchange = command.options['--exchange'];
  return exchange === undefined ? usage('withdraw') : byTransfer(app, command, terminal, { exchange, amount: what });
};

/** What a bank offers; a sum that it leaves to the person is asked for with `--amount`. */
const fromBank = async (app: WalletApp, command: Command, terminal: Terminal, uri: string): CommandResult => {
  const withoutBackup = command.flags.has('--without-backup');
  const chosen = command.options['--amount'];
  const fine = tooFine(chosen);
  if (fine !== undefined) return fine;
  const begun = await orAgreedFees(command, terminal, (seen, sum = chosen) =>
    orTerms(app, command, terminal, () =>
      orNewExchange(command, terminal, (asked) =>
        app.handle('withdraw.uri', {
          uri,
          withoutBackup,
          ...asked,
          ...seen,
          ...(sum === undefined ? {} : { amount: sum }),
        }),
      ),
    ),
  );
  return begun.ok ? ok({ lines: (w) => words.bankWithdrawal(w, begun.value), json: begun.value }) : begun;
};

type Wish = { readonly exchange: string; readonly amount: string };

const byTransfer = async (app: WalletApp, command: Command, terminal: Terminal, wish: Wish): CommandResult => {
  const withoutBackup = command.flags.has('--without-backup');
  const begun = await orAgreedFees(command, terminal, (seen) =>
    orTerms(app, command, terminal, () => app.handle('withdraw.manual', { ...wish, withoutBackup, ...seen })),
  );
  if (!begun.ok) return begun;
  const { id, ways } = begun.value;
  const [first] = ways;
  const converted =
    first?.converts === true ? await app.handle('withdraw.convert', { id, payto: first.payto }) : undefined;
  return ok({
    lines: (w) => [
      ...words.manualWithdrawal(w, begun.value),
      ...(converted === undefined
        ? []
        : [converted.ok ? w.t('transfer.about', { sum: converted.value.sum }) : sayFailure(w, converted.error)]),
    ],
    json: { ...begun.value, ...(converted?.ok === true ? { about: converted.value.sum } : {}) },
  });
};

/** What a link says of an issuer is asked about before anything is asked of that issuer; a sum of one's own goes before that of the link. */
const byIssuerLink = async (
  app: WalletApp,
  command: Command,
  terminal: Terminal,
  { url, amount: named, key }: IssuerLink,
): CommandResult => {
  const amount = command.options['--amount'] ?? named;
  if (amount === undefined) return usage('withdraw');
  const added = await knownOrAdded(app, command, terminal, { url, key });
  if (!added.ok) return added;
  const { baseUrl, masterPub } = added.value;
  if (key !== undefined && key !== masterPub)
    return err({ kind: 'link-other-issuer', facts: { host: new URL(baseUrl).host } });
  return byTransfer(app, command, terminal, { exchange: baseUrl, amount });
};

const knownOrAdded = async (
  app: WalletApp,
  command: Command,
  terminal: Terminal,
  { url, key: named }: { readonly url: string; readonly key: string | undefined },
): Promise<Result<ExchangeView, CommandFailure>> => {
  const list = await app.handle('exchange.list', {});
  if (!list.ok) return list;
  const known = list.value.exchanges.find(({ baseUrl }) => URL.canParse(url) && baseUrl === new URL(url).href);
  if (known !== undefined) return ok(known);
  if (URL.canParse(url)) {
    const { host, protocol } = new URL(url);
    const key = protocol === 'http:' ? 'cli.ask.issuer.plain' : 'cli.ask.issuer';
    if (!(await agreed(command, terminal, ({ t }) => t(key, { host })))) return declined('added');
  }
  return app.handle('exchange.add', { url, ...(named === undefined ? {} : { key: named }) });
};
