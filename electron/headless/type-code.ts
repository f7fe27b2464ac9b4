// SPDX-License-Identifier: GPL-3.0-or-later
import { codeRows, CODE_SIZES, UNREAD, typedCode, whyNot } from '../../shared/typed-code.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { CommandFailure, Terminal } from './command-result.ts';
import { told } from './spoken.ts';

export type SheetTerminal = Pick<Terminal, 'isThere' | 'ask' | 'answer' | 'say' | 'readInput' | 'words'>;

/**
 * The same text, or the one that is proposed where its code is damaged and the person at the terminal takes it; `--yes` does not. Without
 * a terminal the proposal is the failure. `besides`: the shares that are in already. What else is wrong with the text is told by the command that needs it.
 */
export const orCorrected = async (
  app: Pick<WalletApp, 'handle'>,
  { isThere, ask, say, words }: SheetTerminal,
  recoveryText: string,
  besides = '',
): Promise<Result<string, CommandFailure>> => {
  const beside = besides === '' ? {} : { beside: besides };
  const read = await app.handle('app.readSheet', { recoveryText, ...beside });
  if (read.ok || read.error.kind !== 'correction-proposed') return ok(recoveryText);
  if (!isThere) return read;
  say(words.t('proposal.lead'));
  for (const change of read.error.facts.changes) say(told(words, 'correction', change));
  if (!(await ask(words.t('cli.ask.correction'))))
    return err({ kind: 'not-confirmed', say: ({ t }) => t('cli.declined.correction') });
  const taken = await app.handle('app.readSheet', { recoveryText, take: true, ...beside });
  return taken.ok ? ok(taken.value.text) : taken;
};

/** The code as it is typed from the page, a row after the other; a row that cannot be right is asked for again at once. */
export const typeCode = async (app: Pick<WalletApp, 'handle'>, terminal: SheetTerminal): Promise<string> => {
  const { t } = terminal.words;
  terminal.say(t('cli.code.lead', { unread: UNREAD }));
  let code = '';
  for (const { first, last, size } of codeRows) {
    let row = '';
    while (row === '') {
      const typed = typedCode(await terminal.answer(t('cli.ask.groups', { first, last }), false));
      const isAll = CODE_SIZES.includes(code.length + typed.length) && code.length + typed.length > code.length + size;
      const isShortCode = await isWhole(app, code + typed);
      const fault = whyNot(typed, isAll || isShortCode ? typed.length : size, code.length);
      if (fault === undefined) row = typed;
      else terminal.say(told(terminal.words, 'typing', fault));
      if (fault === undefined && (isAll || isShortCode)) return code + typed;
    }
    code += row;
  }
  return code;
};

/** A wallet of 2022 has a shorter code, which ends within a row. */
const isWhole = async (app: Pick<WalletApp, 'handle'>, code: string): Promise<boolean> =>
  CODE_SIZES.includes(code.length) && (await app.handle('app.readSheet', { recoveryText: code })).ok;
