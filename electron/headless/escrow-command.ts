// SPDX-License-Identifier: GPL-3.0-or-later
import { agreedAnew } from '../../shared/escrow-price.ts';
import { err, ok } from '../../shared/result.ts';
import { wayName } from '../../shared/words/escrow.ts';
import { joined, type Spoken } from '../../shared/words/spoken.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed, declined, usage } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
import { escrowLines, sums, wayAt } from './escrow-lines.ts';
import { askPerson } from './escrow-person.ts';
import { escrowRecover } from './escrow-recover.ts';
import { escrowSetup, standing } from './escrow-setup.ts';
import { isBeyond } from './most-fee.ts';
import { NOT_SAFE } from './safety.ts';
import { told } from './spoken.ts';

/** `escrow`: the secret at places that give it back to whoever shows that it is theirs. What is personal or secret is asked for, and never an argument. */
export const escrowCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  switch (command.words[1]) {
    case 'setup':
      return escrowSetup(app, command, terminal);
    case 'status':
      return escrowStatus(app);
    case 'update':
      return escrowUpdate(app, command, terminal);
    case 'rehearse':
      return escrowRehearse(app, terminal);
    case 'recover':
      return escrowRecover(app, command, terminal);
    case 'forget':
      return escrowForget(app, command, terminal);
    default:
      return usage('escrow');
  }
};

const escrowStatus = async (app: WalletApp): CommandResult => {
  const status = await app.handle('escrow.status', {});
  if (status.ok && status.value.needsNewer === true) return err({ kind: 'escrow-needs-newer', facts: {} });
  return status.ok ? standing(status.value.escrow) : status;
};

/** Brings the places up to date; asks for the person's data where it is not kept, and for a yes where a place asks because of its price. */
const escrowUpdate = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const status = await app.handle('escrow.status', {});
  if (!status.ok) return status;
  const { escrow } = status.value;
  const person = escrow?.step === 'wants-data' ? await askPerson(app, terminal, escrow.country) : ok({});
  if (!person.ok) return person;
  const first = await app.handle('escrow.update', person.value);
  if (!first.ok) return first;
  const asked = first.value.escrow === null ? undefined : agreedAnew(first.value.escrow);
  if (asked === undefined) return standing(first.value.escrow);
  if (isBeyond(command, asked)) return standing(first.value.escrow);
  const isAgreed = await agreed(command, terminal, (w) =>
    joined([...escrowLines(w, first.value.escrow), w.t('cli.ask.escrow.anew', { total: sums(w, asked) })], '\n'),
  );
  // What was reached without it stands, and the exit code says that something is left to do.
  if (!isAgreed) return standing(first.value.escrow);
  const second = await app.handle('escrow.update', { ...person.value, agreedFees: [...asked] });
  return second.ok ? standing(second.value.escrow) : second;
};

/** What needs no code that is sent. */
const CAN_BE_TRIED: ReadonlySet<string> = new Set(['question', 'totp']);

/** Each way that can be tried is asked for in its order, a line each; an empty one leaves it out. 0 only when one was tried and all that were are right. */
const escrowRehearse = async (app: WalletApp, terminal: Terminal): CommandResult => {
  const status = await app.handle('escrow.status', {});
  if (!status.ok) return status;
  const ways = status.value.escrow?.methods.filter(({ type }) => CAN_BE_TRIED.has(type)) ?? [];
  const tried: { uuid: string; right: boolean; say: (w: Terminal['words']) => Spoken }[] = [];
  for (const { uuid, type, instructions, url } of ways) {
    const { t } = terminal.words;
    const way = wayAt(terminal.words, { type, instructions, url });
    const answer = await terminal.answer(t('cli.ask.escrow.field', { field: way }), false);
    if (answer.trim() === '') continue;
    const done = await app.handle('escrow.rehearse', { uuid, answer });
    if (!done.ok) return done;
    const { right, said } = done.value;
    tried.push({
      uuid,
      right,
      say: (w) =>
        joined(
          [
            wayName(w, type),
            said.length > 0 ? told(w, 'escrowRecovery', ...said) : w.t(right ? 'escrowTry.right' : 'escrowTry.wrong'),
          ],
          ': ',
        ),
    });
  }
  return ok({
    lines: (w) => (tried.length === 0 ? [w.t('cli.escrow.nothingTried')] : tried.map(({ say }) => say(w))),
    json: { tried: tried.map(({ uuid, right }) => ({ uuid, right })) },
    code: tried.length > 0 && tried.every(({ right }) => right) ? 0 : NOT_SAFE,
  });
};

const escrowForget = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  if (
    !(await agreed(command, terminal, ({ t }) =>
      joined([t('escrowForget.words'), t('escrowForget.paper'), t('escrowForget.title')]),
    ))
  )
    return declined('changed');
  const forgotten = await app.handle('escrow.forget', { confirm: 'forget the escrow' });
  if (!forgotten.ok) return forgotten;
  const { kept } = forgotten.value;
  return ok({
    lines: ({ t }) => [
      t('escrowForget.done'),
      ...kept.map(({ url, until }) =>
        until === undefined
          ? t('escrowForget.kept', { place: url })
          : t('escrowForget.keptUntil', { place: url, until }),
      ),
    ],
    json: forgotten.value,
  });
};
