// SPDX-License-Identifier: GPL-3.0-or-later
import type { HistoryFilter } from '../../shared/contract-history.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import {
  kindOfLine,
  LINE_STATES,
  LINE_TYPES,
  MOST_LINES,
  type HistoryLineView,
  type HistoryPlace,
} from '../../shared/view-history.ts';
import type { FailureView, HistoryLine } from '../../shared/view.ts';
import { typesCalled } from '../../shared/words/called-types.ts';
import { csvHead, csvLine } from '../app/history-csv.ts';
import { asMade, joined, type Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { Command, UsageFailure } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
import * as words from './words.ts';

/** `history`: every event that fits, the newest first; with `--csv` as a table for a file, with `--long` with all that is known of each. */
export const historyCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const filter = filterOf(command, terminal.words);
  if (!filter.ok) return filter;
  const found = await allLines(app, filter.value);
  if (!found.ok) return found;
  const lines = found.value;
  if (command.flags.has('--csv')) return ok({ lines: (w) => tableOf(w, lines), json: lines });
  if (!command.flags.has('--long')) return ok({ lines: (w) => words.history(w, lines), json: lines });
  const known: HistoryLineView[] = [];
  for (const line of lines) {
    const view = await app.handle('wallet.historyLine', { id: line.id, kind: kindOfLine(line) });
    if (view.ok) known.push(view.value);
  }
  return ok({ lines: (w) => known.flatMap((view) => longLine(w, view)), json: known });
};

const allLines = async (
  app: WalletApp,
  filter: HistoryFilter,
): Promise<Result<readonly HistoryLine[], FailureView>> => {
  const lines: HistoryLine[] = [];
  let after: HistoryPlace | undefined;
  do {
    const page = await app.handle('wallet.history', { filter, limit: MOST_LINES, ...(after && { after }) });
    if (!page.ok) return page;
    for (const line of page.value.lines) lines.push(line);
    after = page.value.next;
  } while (after !== undefined);
  return ok(lines);
};

/** What the words and options of the command line ask for; a word that is none of the choices is told with them. */
const filterOf = ({ words: [, ...typed], options }: Command, spoken: Words): Result<HistoryFilter, UsageFailure> => {
  const [text, currency] = [typed.join(' ').slice(0, 200), options['--currency']];
  const types = oneOf('--kind', options['--kind'], LINE_TYPES);
  const states = oneOf('--state', options['--state'], LINE_STATES);
  const [from, to] = [dayOf('--from', options['--from'], 0), dayOf('--to', options['--to'], 1)];
  for (const each of [types, states, from, to]) if (!each.ok) return each;
  return ok({
    ...(text === '' ? {} : { text, called: [...typesCalled(spoken, text)] }),
    ...(currency === undefined ? {} : { currency: currency.toUpperCase().slice(0, 60) }),
    ...member('types', types.ok ? types.value : undefined),
    ...member('states', states.ok ? states.value : undefined),
    ...member('from', from.ok ? from.value : undefined),
    ...member('to', to.ok ? to.value : undefined),
  });
};

const member = <N extends string, T>(name: N, value: T | undefined): { readonly [K in N]?: T } =>
  value === undefined ? {} : ({ [name]: value } as { readonly [K in N]: T });

const oneOf = <T extends string>(
  option: string,
  given: string | undefined,
  choices: readonly T[],
): Result<T[] | undefined, UsageFailure> => {
  if (given === undefined) return ok(undefined);
  const chosen = given.split(',').map((word) => choices.find((each) => each === word.trim()));
  return chosen.every((each) => each !== undefined)
    ? ok(chosen)
    : err({
        kind: 'usage',
        say: ({ t, foreign, list }) => t('cli.usage.choice', { option, choices: list(choices.map(foreign.code)) }),
      });
};

/** Where a day of the person's own calendar begins, or the one `more` days later. */
const dayOf = (option: string, given: string | undefined, more: number): Result<number | undefined, UsageFailure> => {
  if (given === undefined) return ok(undefined);
  const read = /^(\d{4})-(\d{2})-(\d{2})$/.exec(given);
  const day = read && new Date(Number(read[1]), Number(read[2]) - 1, Number(read[3]) + more);
  return day !== null && Number(read?.[2]) >= 1 && Number(read?.[2]) <= 12
    ? ok(day.getTime())
    : err({ kind: 'usage', say: ({ t }) => t('cli.usage.day', { option }) });
};

const tableOf = (spoken: Words, lines: readonly HistoryLine[]): readonly Spoken[] =>
  // The mark for spreadsheets is for files of the window: what is piped on begins with its first cell.
  [csvHead(spoken).slice(1), ...lines.map((line) => csvLine(spoken, line))].map((row) => asMade(row.trimEnd()));

/** A line, and under it all that is known of it. */
const longLine = (spoken: Words, view: HistoryLineView): readonly Spoken[] => {
  const { t, foreign, time } = spoken;
  const { line, began, settled, until, refundUntil, order, contract, transfer, account, reserve, payment } = view;
  const facts: readonly (readonly [Spoken, Spoken | undefined])[] = [
    [t('history.fact.line'), foreign.code(line.id)],
    [t('history.fact.issuer'), line.exchange === '' ? undefined : foreign.address(line.exchange)],
    [t('history.fact.began'), began === undefined ? undefined : time(began)],
    [t('history.fact.settled'), settled === undefined ? undefined : time(settled)],
    [t('history.fact.until'), until === undefined ? undefined : time(until)],
    [t('history.fact.refundUntil'), refundUntil === undefined ? undefined : time(refundUntil)],
    [t('history.fact.order'), order === undefined ? undefined : foreign.code(order)],
    [t('history.fact.contract'), contract === undefined ? undefined : foreign.code(contract)],
    [
      t('history.fact.account'),
      (account ?? transfer) === undefined ? undefined : foreign.address(account ?? transfer ?? ''),
    ],
    [t('history.fact.reserve'), reserve === undefined ? undefined : foreign.code(reserve)],
  ];
  return [
    ...words.history(spoken, [line]),
    ...facts.flatMap(([name, value]) => (value === undefined ? [] : [words.indented(joined([name, value], ': '))])),
    ...(payment?.state === 'waiting' ? words.openPayment(spoken, payment).map(words.indented) : []),
  ];
};
