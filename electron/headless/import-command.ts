// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { ImportBadView, ImportReportView, ImportView } from '../../shared/view-import.ts';
import { joined, type Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import { homePath } from '../app/directory/data-path.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { decodeText } from '../backup/paper/decode.ts';
import { MAX_GIVEN } from '../backup/recover/brought/given.ts';
import { agreed, declined, usage } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandFailure, CommandResult, Terminal } from './command-result.ts';
import { tellingProgress } from './progress.ts';
import { readSome } from './read-some.ts';
import { sayFailure, told } from './spoken.ts';
import * as words from './words.ts';

/** The wallet itself refuses copies that name more issuers it does not know. */
const MAX_QUESTIONS = 20;

/** A sealed copy of that wallet begins so; it crosses to the wallet in base64. */
const SEALED = /^TLRWBK\d\d/;

/** `import`: the money of GNU Taler's wallet, shown before anything is done; ok only when it is here, or with `--look` when it was shown. */
export const importCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const given = await readGiven(command, terminal);
  if (!given.ok) return given;
  let secret: string | undefined;
  let seen = await app.handle('import.read', { given: given.value });
  if (!seen.ok && seen.error.kind === 'import-needs-secret') {
    secret = await terminal.answer(terminal.words.t('cli.ask.import.secret'), true);
    seen = await app.handle('import.read', { given: given.value, secret });
  }
  if (!seen.ok) return seen;
  const view = seen.value;
  if (command.flags.has('--look')) return ok({ lines: (w) => viewLines(w, view), json: view });
  if (!command.json) for (const line of viewLines(terminal.words, view)) terminal.say(line);
  return bringIn(app, command, terminal, { given: given.value, ...(secret === undefined ? {} : { secret }) });
};

type Given = { readonly given: string; readonly secret?: string };

const bringIn = async (app: WalletApp, command: Command, terminal: Terminal, given: Given): CommandResult => {
  const newExchanges: string[] = [];
  const run = (more: { readonly agreedFees?: string[] } = {}) =>
    tellingProgress(app, command, terminal, () => app.handle('import.run', { ...given, newExchanges, ...more }));
  let brought = await run();
  while (!brought.ok && brought.error.kind === 'unknown-exchange' && newExchanges.length < MAX_QUESTIONS) {
    const { exchange, host, how } = brought.error.facts;
    const key = how === 'https' ? 'cli.ask.issuer' : 'cli.ask.issuer.plain';
    if (!(await agreed(command, terminal, ({ t }) => t(key, { host })))) return declined('changed');
    newExchanges.push(exchange);
    brought = await run();
  }
  if (!brought.ok && brought.error.kind === 'import-asks') {
    const asks = brought.error;
    if (!(await agreed(command, terminal, (w) => joined([sayFailure(w, asks), w.t('cli.ask.import')]))))
      return declined('changed');
    brought = await run({ agreedFees: [...(asks.facts.fees ?? [])] });
  }
  if (!brought.ok) return brought;
  const report = brought.value;
  return ok({ lines: (w) => reportLines(w, report), json: report });
};

/** What is behind the word after `import`: a link, or a file, `-` for standard input; typed unseen where nothing stands there. */
const readGiven = async (command: Command, terminal: Terminal): Promise<Result<string, CommandFailure>> => {
  const named = command.words[1];
  if (named === undefined)
    return terminal.isThere
      ? ok(await terminal.answer(terminal.words.t('cli.ask.import.link'), true))
      : usage('import');
  if (/^taler(\+http)?:/i.test(named)) return ok(named);
  return named === '-' ? textOf(terminal) : readFile(homePath(named));
};

/** Standard input is text here: a link, a recovery text or a plain export. Whoever types ends it with an empty line; a file may have such lines. */
const textOf = async ({ isThere, readAll, answer, words: w }: Terminal): Promise<Result<string, CommandFailure>> => {
  if (!isThere) return ok(await readAll(MAX_GIVEN));
  const lines: string[] = [];
  let size = 0;
  let isOver = false;
  while (!isOver && size <= MAX_GIVEN) {
    const line = await answer(w.t('cli.ask.import.link'), true);
    isOver = line === '';
    lines.push(line);
    size += line.length + 1;
  }
  return ok(lines.join('\n'));
};

const readFile = (file: string): Result<string, CommandFailure> => {
  const bytes = readSome(file, MAX_GIVEN);
  if (!bytes.ok)
    return bytes.error === 'too-long'
      ? err({ kind: 'import-too-large', facts: { limit: MAX_GIVEN } })
      : err({ kind: 'unreadable-file', say: ({ t }) => t(`cli.file.${bytes.error}`, { file }) });
  const beginning = new TextDecoder('latin1').decode(bytes.value.subarray(0, 8));
  return ok(SEALED.test(beginning) ? Buffer.from(bytes.value).toString('base64') : decodeText(bytes.value));
};

const viewLines = (w: Words, view: ImportView): readonly Spoken[] => [
  ...(view.writtenAt === undefined ? [] : [w.t('import.written', { at: view.writtenAt })]),
  ...words.sourceLines(w, view.sources),
  ...view.issuers.map(({ exchange, there, coins, incoming }) =>
    joined([
      w.t('import.issuer', { there, issuer: exchange }),
      words.aside(
        joined([
          w.t('import.issuer.coins', { coins }),
          ...(incoming.endsWith(':0') ? [] : [w.t('import.issuer.incoming', { sum: incoming })]),
        ]),
      ),
    ]),
  ),
  ...(view.issuers.length === 0 ? [w.t('import.empty')] : []),
  w.t('import.counts', { payments: view.payments, withdrawals: view.withdrawals }),
  w.t('import.byTheCopy'),
  ...badLines(w, view.bad),
  ...placeLines(w, view.places),
  ...(view.isHere ? [w.t('import.here')] : []),
];

const reportLines = (w: Words, report: ImportReportView): readonly Spoken[] => [
  ...words.restoreReport(w, report),
  ...badLines(w, report.bad),
  ...placeLines(w, report.places),
];

const badLines = (w: Words, bad: readonly ImportBadView[]): readonly Spoken[] =>
  bad.map(({ said, at }) => w.t('import.bad.line', { at, what: told(w, 'brought', said) }));

const placeLines = (w: Words, places: readonly string[]): readonly Spoken[] =>
  places.length === 0 ? [] : [w.t('cli.import.places', { places })];
