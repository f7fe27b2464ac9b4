// SPDX-License-Identifier: GPL-3.0-or-later
import { asMade, joined, type Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import { told } from './spoken.ts';
import { err, ok } from '../../shared/result.ts';
import type { EmptyQuoteView, EmptyView } from '../../shared/view-devices.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed, declined } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
import { indented } from './words.ts';
import { readExpires } from './peer-commands.ts';

/** Between two looks at the payments while waiting; the wallet itself asks the exchange no more often than it may. */
const LOOK_MS = 1_000;

/** `empty`: puts everything into payments and prints their addresses; with --wait until all are taken, then leaves the wallet and erases it here. */
export const emptyCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const expires = readExpires(command);
  if (!expires.ok) return expires;
  await app.runPending({ untilDone: false, timeoutMs: LOOK_MS });
  // What an earlier call had left to do may just have been done.
  if (app.state().stage === 'first-start')
    return ok({
      lines: ({ t }) => [t('cli.empty.erased', { directory: app.state().dataDirectory })],
      json: { state: 'erased' },
    });
  const before = await app.handle('wallet.empty.status', {});
  if (!before.ok) return before;
  let view = before.value;
  let quoted: { readonly quote?: EmptyQuoteView } = {};
  if (view.state === 'idle' || view.state === 'returned') {
    const quote = await app.handle('wallet.empty.quote', expires.value);
    if (!quote.ok) return quote;
    quoted = { quote: quote.value };
    if (!command.json) terminal.say(joined(quoteLines(terminal.words, quote.value), '\n'));
    if (!(await agreed(command, terminal, ({ t }) => t('cli.ask.empty')))) return declined('sent');
    const begun = await app.handle('wallet.empty', expires.value);
    if (!begun.ok) return begun;
    view = begun.value;
  }
  const wait = command.flags.has('--wait');
  if (wait && view.state === 'sending') terminal.say(joined(addresses(terminal.words, view), '\n'));
  while (wait && view.state === 'sending') {
    const ran = await app.runPending({ untilDone: false, timeoutMs: LOOK_MS });
    if (!ran.ok) return ran;
    await terminal.sleep(LOOK_MS);
    const now = await app.handle('wallet.empty.status', {});
    if (!now.ok) return now;
    view = now.value;
  }
  if (view.state === 'ready' || view.state === 'leaving') return finish(app, quoted);
  if (view.state === 'returned')
    return err({
      kind: 'not-emptied',
      say: (w) => w.t('cli.empty.returned', { said: told(w, 'emptying', ...view.said) }),
    });
  return ok({
    lines: (w) => [...addresses(w, view), told(w, 'emptying', ...view.said), w.t('cli.empty.wait')],
    json: { ...view, ...quoted },
  });
};

const finish = async (app: WalletApp, quoted: { readonly quote?: EmptyQuoteView }): CommandResult => {
  const done = await app.handle('wallet.empty.finish', { confirm: 'erase this wallet' });
  if (!done.ok) return done;
  return ok({
    lines: ({ t }) => [
      asMade(done.value.text.trimEnd()),
      ...done.value.files.map((file) => t('cli.empty.wrote', { file })),
    ],
    json: { ...done.value, ...quoted },
  });
};

/** What will be sent and what it costs, before anything is. */
const quoteLines = ({ t }: Words, { lines, underWay }: EmptyQuoteView): readonly Spoken[] => [
  ...(lines.length === 0 ? [t('cli.empty.nothing')] : []),
  ...lines.flatMap(({ exchange, payments, amount, arrives, fees, total, dust, later }) => [
    payments === 0
      ? t('cli.empty.nothingHere', { exchange })
      : t('cli.empty.line', { exchange, payments, sum: amount, arrives, fees, total }),
    ...(isNothing(dust) ? [] : [indented(t('emptyQuote.dust', { sum: dust }))]),
    ...(isNothing(later) ? [] : [indented(t('emptyQuote.later', { sum: later }))]),
  ]),
  ...(underWay ? [t('emptyQuote.underWay')] : []),
];

const isNothing = (text: string): boolean => text.endsWith(':0');

const addresses = ({ t, foreign, amount: shown }: Words, { payments, dust }: EmptyView): readonly Spoken[] => [
  ...payments.flatMap(({ amount, fees, state, uri, expiresAt }) =>
    state === 'starting' || state === 'waiting'
      ? [t('cli.empty.payment', { sum: amount, fees, until: expiresAt }), indented(foreign.address(uri))]
      : [t('cli.empty.state', { sum: amount, state: t(`peer.state.${state}`) })],
  ),
  ...(dust.length === 0 ? [] : [t('cli.empty.dust', { sums: dust.map(shown) })]),
];
