// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../shared/result.ts';
import { asMade } from '../../shared/words/spoken.ts';
import { homePath } from '../app/directory/data-path.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { Command } from './args.ts';
import { readSheetFile } from './sheet-file.ts';
import { orCorrected } from './type-code.ts';
import { told } from './spoken.ts';
import { safetyCode, safetyLines } from './safety.ts';
import { writeOutput, type CommandResult, type Terminal } from './command-result.ts';

/** `sheet`: the recovery sheet as text on standard output, or as an HTML or PDF file readable only by its owner. With `--test` it reads one back instead. */
export const sheetCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  if (command.options['--test'] !== undefined) return testCommand(app, command.options['--test'], terminal);
  const paper = command.options['--paper'] ?? 'A4';
  if (paper !== 'A4' && paper !== 'Letter') return err({ kind: 'usage', say: ({ t }) => t('cli.usage.paper') });
  const sheet = await app.handle(
    'sheet.reveal',
    terminal.passphrase === undefined ? {} : { passphrase: terminal.passphrase },
  );
  if (!sheet.ok) return sheet;
  const [pdf, html] = [command.options['--pdf'], command.options['--html']];
  const named = pdf ?? html;
  const file = named === undefined ? undefined : homePath(named);
  if (file === undefined)
    return ok({ lines: () => [asMade(sheet.value.text.trimEnd())], json: { text: sheet.value.text } });
  // The printing of a sheet is loaded by whoever prints one: it is most of what the other commands would wait for.
  const bytes =
    pdf === undefined
      ? await (await import('../backup/paper/html.ts')).sheetHtmlWithQr(sheet.value, paper, terminal.words)
      : await (await import('../backup/paper/pdf.ts')).sheetPdf(sheet.value, paper, terminal.words);
  const written = await writeOutput(file, bytes, terminal);
  return written.ok ? ok({ lines: ({ t }) => [t('cli.sheet.wrote', { file })], json: { file } }) : written;
};

/** `sheet --test`: reads what was printed, saved or typed, compares it with this wallet, and says what it brings back. */
const testCommand = async (app: WalletApp, file: string, terminal: Terminal): CommandResult => {
  const given = file === '-' ? ok(await terminal.readInput()) : await readSheetFile(file);
  const text = given.ok ? await orCorrected(app, terminal, given.value) : given;
  if (!text.ok) return text;
  const tested = await app.handle('sheet.test', { recoveryText: text.value });
  if (!tested.ok) return tested;
  const status = await app.handle('backup.status', {});
  if (!status.ok) return status;
  return ok({
    lines: (words) => [told(words, 'sheetTest', ...tested.value.said), ...safetyLines(words, status.value)],
    json: tested.value,
    code: safetyCode(status.value),
  });
};
