// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../shared/result.ts';
import type { EscrowChallengeView, EscrowSessionView } from '../../shared/view-escrow-recovery.ts';
import { joined, type Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandFailure, Terminal } from './command-result.ts';
import { wayAt } from './escrow-lines.ts';
import { isBeyond } from './most-fee.ts';
import { sayFailure, told } from './spoken.ts';

type Going = Promise<Result<EscrowSessionView, CommandFailure>>;

/** These are answered without asking for anything first. */
const ANSWERED_AT_ONCE: ReadonlySet<string> = new Set(['question', 'totp']);

/** One way after the other, by its number, until enough are shown or nothing more is typed. */
export const showWays = async (
  app: WalletApp,
  command: Command,
  terminal: Terminal,
  begun: EscrowSessionView,
): Going => {
  const { answer, say, words } = terminal;
  let session = begun;
  while (!session.isOpen) {
    for (const line of wayLines(words, session)) say(line);
    const number = (await answer(words.t('cli.ask.escrow.which'), false)).trim();
    if (number === '') break;
    const way = session.methods[Number(number) - 1];
    if (way === undefined || way.state === 'solved' || way.state === 'lost') {
      say(words.t('cli.escrow.noNumber', { number }));
      // A program would go on with the wrong line.
      if (!terminal.isThere) break;
      continue;
    }
    const gone = await showOne(app, command, terminal, way);
    if (gone.ok) session = gone.value;
    else if (terminal.isThere) say(sayFailure(words, gone.error));
    else return gone;
  }
  return ok(session);
};

/** Has a code sent where one is, pays what was agreed to, and gives the answer. */
const showOne = async (app: WalletApp, command: Command, terminal: Terminal, first: EscrowChallengeView): Going => {
  const { answer, words, isThere, say } = terminal;
  let way = first;
  let session: EscrowSessionView | undefined;
  const isSent = way.state === 'sent' || way.transfer !== undefined;
  if (!ANSWERED_AT_ONCE.has(way.type) && !(isSent && !isThere)) {
    const asked = await askPaid(app, command, terminal, way);
    if (!asked.ok) return asked;
    session = asked.value;
    way = session.methods.find(({ uuid }) => uuid === way.uuid) ?? way;
    for (const line of aboutWay(words, way)) say(line);
    if (way.state === 'asks-payment') {
      // A program's second line belongs to this way, whatever became of it.
      if (!isThere) await answer(words.t('cli.ask.escrow.answer'), false);
      return ok(session);
    }
  }
  const typed = way.transfer === undefined ? await answer(words.t('cli.ask.escrow.answer'), false) : '';
  if (typed.trim() === '' && way.transfer === undefined) {
    if (session !== undefined) return ok(session);
    const same = await app.handle('recover.session', {});
    return same.ok && same.value.session !== null ? ok(same.value.session) : await lookAt(app, way.uuid);
  }
  const answered = await app.handle('recover.answer', { uuid: way.uuid, answer: typed });
  return answered.ok ? ok(answered.value.session) : answered;
};

const lookAt = async (app: WalletApp, uuid: string): Going => {
  const looked = await app.handle('recover.challenge', { uuid });
  return looked.ok ? ok(looked.value.session) : looked;
};

/** What a place asks for a code is paid from here when the person agrees; else another wallet pays, by the link. */
const askPaid = async (app: WalletApp, command: Command, terminal: Terminal, way: EscrowChallengeView): Going => {
  const asked = await lookAt(app, way.uuid);
  if (!asked.ok) return asked;
  const now = asked.value.methods.find(({ uuid }) => uuid === way.uuid);
  // Without a total this wallet does not hold enough.
  if (now?.state !== 'asks-payment' || now.total === undefined) return asked;
  const { total } = now;
  if (isBeyond(command, [total])) return asked;
  if (!(await agreed(command, terminal, ({ t }) => t('cli.ask.escrow.pay', { total })))) return asked;
  const paid = await app.handle('recover.pay', { uuid: way.uuid, agreed: total });
  return paid.ok ? ok(paid.value.session) : paid;
};

/** Every way by its number, and what is still needed. */
export const wayLines = (words: Words, session: EscrowSessionView): readonly Spoken[] => {
  const { t } = words;
  return [
    ...session.methods.map((way, at) =>
      joined([
        t('cli.escrow.numbered', {
          number: at + 1,
          way: wayAt(words, way),
          state: t(`regainState.${way.state}`),
        }),
        ...(way.said.length === 0 ? [] : [told(words, 'escrowRecovery', ...way.said)]),
      ]),
    ),
    session.missing === undefined ? t('regain.impossible') : t('cli.escrow.missing', { missing: session.missing }),
  ];
};

const aboutWay = (words: Words, { said, transfer, payUri }: EscrowChallengeView): readonly Spoken[] => [
  ...(said.length === 0 ? [] : [told(words, 'escrowRecovery', ...said)]),
  ...(transfer === undefined
    ? []
    : [
        words.t('cli.escrow.transfer', {
          sum: transfer.amount,
          name: transfer.name,
          iban: transfer.iban,
          subject: transfer.subject,
        }),
      ]),
  ...(payUri === undefined ? [] : [words.t('cli.escrow.payWith', { link: payUri })]),
];
