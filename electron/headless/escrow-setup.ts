// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { EscrowView } from '../../shared/view-escrow.ts';
import { joined } from '../../shared/words/spoken.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed, declined } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandFailure, CommandResult, Terminal } from './command-result.ts';
import { escrowLines, planLines, sums } from './escrow-lines.ts';
import { askMethods } from './escrow-methods.ts';
import { askPerson } from './escrow-person.ts';
import { NOT_SAFE } from './safety.ts';

/** What a command that leaves an escrow prints; 0 only when every place has the newest state. */
export const standing = (escrow: EscrowView | null) =>
  ok({
    lines: (w: Parameters<typeof escrowLines>[0]) => escrowLines(w, escrow),
    json: { escrow },
    code: escrow?.step === 'current' ? 0 : NOT_SAFE,
  });

/**
 * `escrow setup`: who one is, ways to prove it, which places; then the plan with its price, one yes, and the parts are stored. On
 * standard input: the country, its fields in their order, the ways (kind, then its fields), an empty line.
 */
export const escrowSetup = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  // Before anything is asked: nobody types all that for a no.
  const backup = await app.handle('backup.status', {});
  if (!backup.ok) return backup;
  if (backup.value.state === 'uninitialized')
    return err({ kind: 'wrong-backup-state', say: ({ t }) => t('escrowPage.noCopies') });
  const person = await askPerson(app, terminal);
  if (!person.ok) return person;
  const methods = await askMethods(app, terminal);
  if (!methods.ok) return methods;
  const urls = await placesOf(app, command);
  if (!urls.ok) return urls;
  const inspected = await app.handle('escrow.inspect', { places: [...urls.value] });
  if (!inspected.ok) return inspected;
  const needed = neededOf(command);
  if (!needed.ok) return needed;
  const asked = { ...person.value, methods: [...methods.value] };
  const plan = await app.handle('escrow.quote', {
    ...asked,
    places: inspected.value.places.flatMap(({ offer }) => (offer === undefined ? [] : [offer.url])),
    ...(needed.value === undefined ? {} : { needed: needed.value }),
  });
  if (!plan.ok) return plan;
  const isAgreed = await agreed(command, terminal, (w) =>
    joined(
      [
        ...planLines(w, plan.value, inspected.value.places),
        w.t('cli.ask.escrow', { total: sums(w, plan.value.total) }),
      ],
      '\n',
    ),
  );
  if (!isAgreed) return declined('changed');
  const done = await app.handle('escrow.setUp', {
    ...person.value,
    methods: methods.value.map((method, at) => ({ ...method, url: plan.value.methods[at]?.url ?? '' })),
    needed: plan.value.needed,
    agreedFees: command.options['--max-fee'] === undefined ? [...plan.value.total] : [command.options['--max-fee']],
    remember: !command.flags.has('--ask-again'),
  });
  return done.ok ? standing(done.value.escrow) : done;
};

/** Those that were named, else those that the wallet knows. */
const placesOf = async (app: WalletApp, command: Command): Promise<Result<readonly string[], CommandFailure>> => {
  const named = command.options['--place'];
  if (named !== undefined) return ok(named.split('\n'));
  const suggested = await app.handle('escrow.suggested', {});
  if (!suggested.ok) return suggested;
  return suggested.value.places.length > 0
    ? ok(suggested.value.places)
    : err({ kind: 'usage', say: ({ t }) => t('cli.escrow.noPlaces') });
};

const neededOf = ({ options }: Command): Result<number | undefined, CommandFailure> => {
  const text = options['--needed'];
  if (text === undefined) return ok(undefined);
  return /^[1-9][0-9]?$/.test(text) ? ok(Number(text)) : err({ kind: 'usage', say: ({ t }) => t('cli.escrow.needed') });
};
