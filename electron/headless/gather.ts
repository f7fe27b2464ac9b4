// SPDX-License-Identifier: GPL-3.0-or-later
import type { Answer } from '../../shared/contract.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { SharesReadView } from '../../shared/view-restore.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { CommandFailure } from './command-result.ts';
import { sayFailure } from './spoken.ts';
import { orCorrected, typeCode, type SheetTerminal } from './type-code.ts';

/**
 * One sheet, or shares put in one after the other: those that are given, and at a terminal those that are typed until there are enough. A
 * share that does not fit the others is refused by name; one that was typed is asked for again, and nothing of the others is lost. What else
 * is wrong with a text is told by the command that needs it.
 */
export const gathered = async (
  app: Pick<WalletApp, 'handle'>,
  terminal: SheetTerminal,
  texts: readonly string[],
): Promise<Result<string, CommandFailure>> => {
  let pile: SharesReadView | undefined;
  for (const given of texts) {
    const text = await orCorrected(app, terminal, given, besideOf(pile));
    if (!text.ok) return text;
    const read = await readBeside(app, text.value, pile);
    if (!read.ok) return texts.length === 1 ? ok(text.value) : read;
    // Several that are no shares are one sheet twice, or a mistake.
    if (read.value.shares === undefined) return ok(texts.length === 1 ? text.value : texts.join('\n'));
    pile = read.value.shares;
  }
  if (!terminal.isThere) return ok(besideOf(pile));
  return typedUntilEnough(app, terminal, pile);
};

const typedUntilEnough = async (
  app: Pick<WalletApp, 'handle'>,
  terminal: SheetTerminal,
  before: SharesReadView | undefined,
): Promise<Result<string, CommandFailure>> => {
  let pile = before;
  while (pile === undefined || pile.there.length < pile.needed) {
    if (pile !== undefined) terminal.say(whatIsIn(terminal, pile));
    const text = await orCorrected(app, terminal, await typeCode(app, terminal), besideOf(pile));
    if (!text.ok) return text;
    const read = await readBeside(app, text.value, pile);
    if (pile === undefined && (!read.ok || read.value.shares === undefined)) return text;
    if (!read.ok) terminal.say(sayFailure(terminal.words, read.error));
    else pile = read.value.shares ?? pile;
  }
  return ok(besideOf(pile));
};

const whatIsIn = ({ words: { t } }: SheetTerminal, { split, needed, there }: SharesReadView) =>
  t('cli.shares.in', { split, needed, got: there.length, there: there.map(String) });

const besideOf = (pile: SharesReadView | undefined): string => pile?.texts.join('\n') ?? '';

const readBeside = (
  app: Pick<WalletApp, 'handle'>,
  recoveryText: string,
  pile: SharesReadView | undefined,
): Promise<Answer<'app.readSheet'>> =>
  app.handle('app.readSheet', { recoveryText, ...(pile === undefined ? {} : { beside: besideOf(pile) }) });
