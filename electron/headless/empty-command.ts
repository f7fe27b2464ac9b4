// SPDX-License-Identifier: GPL-3.0-or-later
import { told } from './spoken.ts';
import { err, ok } from '../../shared/result.ts';
import type { EmptyQuoteView, EmptyView } from '../../shared/view-devices.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed, declined } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
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
      lines: [`this wallet was emptied and is erased; its receipt is in ${app.state().dataDirectory}`],
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
    if (!command.json) terminal.say(quoteLines(quote.value).join('\n'));
    const question = 'Send this to another wallet and erase this wallet once everything was taken?';
    if (!(await agreed(command, terminal, question))) return declined('sent');
    const begun = await app.handle('wallet.empty', expires.value);
    if (!begun.ok) return begun;
    view = begun.value;
  }
  const wait = command.flags.has('--wait');
  if (wait && view.state === 'sending') terminal.say(addresses(view).join('\n'));
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
    return err({ kind: 'not-emptied', sentence: `Not everything was taken: ${told('emptying', ...view.said)}` });
  return ok({
    lines: [
      ...addresses(view),
      told('emptying', ...view.said),
      "'holdfast empty --wait' waits for that and then erases this wallet",
    ],
    json: { ...view, ...quoted },
  });
};

const finish = async (app: WalletApp, quoted: { readonly quote?: EmptyQuoteView }): CommandResult => {
  const done = await app.handle('wallet.empty.finish', { confirm: 'erase this wallet' });
  if (!done.ok) return done;
  return ok({
    lines: [done.value.text.trimEnd(), ...done.value.files.map((file) => `wrote ${file}`)],
    json: { ...done.value, ...quoted },
  });
};

/** What will be sent and what it costs, before anything is. */
const quoteLines = ({ lines, underWay }: EmptyQuoteView): readonly string[] => [
  ...(lines.length === 0 ? ['nothing can be sent now'] : []),
  ...lines.flatMap(({ exchange, payments, amount, fees, total, dust, later }) => [
    `${exchange}: ${payments === 0 ? 'nothing can be sent now' : `the other wallet gets ${amount} in ${payments} payment${payments === 1 ? '' : 's'} (fees ${fees}, total ${total})`}`,
    ...(isNothing(dust)
      ? []
      : [`  ${dust} is not worth the fee of sending it, and is lost when this wallet is erased`]),
    ...(isNothing(later)
      ? []
      : [`  ${later} cannot be sent yet and stays: it is on its way, or its coins expire first`]),
  ]),
  ...(underWay ? ['something is still under way; what it brings is not part of this'] : []),
];

const isNothing = (text: string): boolean => text.endsWith(':0');

const addresses = ({ payments, dust }: EmptyView): readonly string[] => [
  ...payments.flatMap(({ amount, fees, state, uri, expiresAt }) =>
    state === 'starting' || state === 'waiting'
      ? [
          `${amount} (fees ${fees}), until ${new Date(expiresAt).toISOString().slice(0, 16).replace('T', ' ')} UTC; take it with:`,
          `  ${uri}`,
        ]
      : [`${amount}: ${state}`],
  ),
  ...(dust.length === 0 ? [] : [`${dust.join(' and ')} is worth less than the fee of sending it`]),
];
