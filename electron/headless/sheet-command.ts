// SPDX-License-Identifier: GPL-3.0-or-later
import type { RequestInput } from '../../shared/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { RecoverySheetView } from '../../shared/view-backup.ts';
import { asMade } from '../../shared/words/spoken.ts';
import { withEnglish, type Words } from '../../shared/words/words.ts';
import { homePath } from '../app/directory/data-path.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { isBesideCopy } from '../backup/providers/place/beside-copy.ts';
import { usage } from './answers.ts';
import type { Command } from './args.ts';
import { readSheetFiles, sheetsOf } from './sheet-file.ts';
import { told } from './spoken.ts';
import { safetyCode, safetyLines } from './safety.ts';
import { writeOutput, type CommandFailure, type CommandResult, type Terminal } from './command-result.ts';

/** `sheet`: the recovery sheet as text on standard output, on paper, or as an HTML or PDF file readable only by its owner. With `--verify` it reads one back instead. */
export const sheetCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const shown = [...sheetsOf(command, '--verify'), ...sheetsOf(command, '--test')];
  if (shown.length > 0) return verifyCommand(app, shown, terminal);
  const size = splitSize(command.options['--shares']);
  if (!size.ok) return size;
  const [pdf, html] = [command.options['--pdf'], command.options['--html']];
  const toPrinter = command.flags.has('--print');
  const ways = [pdf !== undefined, html !== undefined, toPrinter, command.flags.has('--text')];
  if (ways.filter(Boolean).length > 1) return usage('sheet');
  const paper = command.options['--paper'] ?? 'A4';
  if (paper !== 'A4' && paper !== 'Letter') return err({ kind: 'usage', say: ({ t }) => t('cli.usage.paper') });
  const sheet = await app.handle(
    'sheet.reveal',
    terminal.passphrase === undefined ? {} : { passphrase: terminal.passphrase },
  );
  if (!sheet.ok) return sheet;
  const printer = toPrinter ? { name: command.words[1] } : undefined;
  const named = pdf ?? html;
  const file = named === undefined ? undefined : homePath(named);
  if (file !== undefined && isBesideCopy(file))
    return err({ kind: 'unwritable-file', facts: { what: 'beside-copy', file } });
  if (size.value !== undefined)
    return sharesCommand(app, size.value, { file, isPdf: pdf !== undefined, paper, printer }, terminal);
  if (printer !== undefined) return printCommand(sheet.value, paper, printer, terminal);
  if (file === undefined)
    return ok({ lines: () => [asMade(sheet.value.text.trimEnd())], json: { text: sheet.value.text } });
  // The printing of a sheet is loaded by whoever prints one: it is most of what the other commands would wait for.
  const spoken = withEnglish(terminal.words);
  const bytes =
    pdf === undefined
      ? (await import('../backup/paper/html.ts')).sheetHtml(sheet.value, paper, spoken)
      : await (await import('../backup/paper/pdf.ts')).sheetPdf(sheet.value, paper, spoken);
  const written = await writeOutput(file, bytes, terminal);
  return written.ok ? ok({ lines: ({ t }) => [t('cli.sheet.wrote', { file })], json: { file } }) : written;
};

/** `sheet --print`: to the printer, by no file. */
const printCommand = async (
  sheet: RecoverySheetView,
  paper: 'A4' | 'Letter',
  printer: Printer,
  { words }: Terminal,
): CommandResult => {
  const { sheetPdf } = await import('../backup/paper/pdf.ts');
  const printed = await toPaper(await sheetPdf(sheet, paper, withEnglish(words)), paper, printer);
  if (!printed.ok) return printed;
  return ok({ lines: ({ t }) => [t('cli.print.done')], json: { printed: true } });
};

/** The printer that is named, or the system's own. */
type Printer = { readonly name: string | undefined };

const toPaper = async (pdf: Uint8Array, paper: 'A4' | 'Letter', { name }: Printer) =>
  (await import('./printer.ts')).printPdf(pdf, { printer: name, paper, title: 'Holdfast' });

/** How many shares are needed of how many, as it is written: 2/3. */
const splitSize = (written: string | undefined): Result<SplitSize | undefined, CommandFailure> => {
  if (written === undefined) return ok(undefined);
  const [, needed = 0, count = 0] = /^([2-5])\/([2-8])$/.exec(written.trim())?.map(Number) ?? [];
  return needed > 0 && needed <= count
    ? ok({ needed, count })
    : err({ kind: 'usage', say: ({ t }) => t('cli.usage.shares') });
};

type SplitSize = RequestInput<'sheet.split'>;

type Wanted = {
  readonly file: string | undefined;
  readonly isPdf: boolean;
  readonly paper: 'A4' | 'Letter';
  readonly printer: Printer | undefined;
};

/** `sheet --shares`: the sheet that was just shown as shares, one text after the other, or a page for each in a file or on paper. */
const sharesCommand = async (
  app: WalletApp,
  size: SplitSize,
  { file, isPdf, paper, printer }: Wanted,
  terminal: Terminal,
): CommandResult => {
  const split = await app.handle('sheet.split', size);
  if (!split.ok) return split;
  const { shares, ...facts } = split.value;
  const { needed, of } = facts;
  const made = { split: facts.split, needed, of };
  const spoken = withEnglish(terminal.words);
  if (printer !== undefined) {
    const { sharesPdf } = await import('../backup/paper/pdf.ts');
    const printed = await toPaper(await sharesPdf(split.value, paper, spoken), paper, printer);
    if (!printed.ok) return printed;
    const lines = ({ t }: Words) => [t('cli.shares.printed', { split: facts.split, needed, count: of })];
    return ok({ lines, json: { printed: true, ...made } });
  }
  if (file === undefined) return ok({ lines: () => shares.map(({ text }) => asMade(text)), json: split.value });
  const bytes = isPdf
    ? await (await import('../backup/paper/pdf.ts')).sharesPdf(split.value, paper, spoken)
    : (await import('../backup/paper/html.ts')).sharesHtml(split.value, paper, spoken);
  const written = await writeOutput(file, bytes, terminal);
  return written.ok
    ? ok({
        lines: ({ t }) => [t('cli.shares.wrote', { file, split: facts.split, needed, count: of })],
        json: { file, ...made },
      })
    : written;
};

/** `sheet --verify`, or `--test` as it was called: reads what was printed, photographed, saved or typed, compares it with this wallet, and says what it brings back. */
const verifyCommand = async (app: WalletApp, files: readonly string[], terminal: Terminal): CommandResult => {
  const text = await readSheetFiles(app, terminal, files);
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
