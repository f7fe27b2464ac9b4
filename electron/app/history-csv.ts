// SPDX-License-Identifier: GPL-3.0-or-later
import type { HistoryLine } from '../../shared/view.ts';
import { partyText } from '../../shared/words/party.ts';
import { say, sayAll } from '../../shared/words/say.ts';
import type { Words } from '../../shared/words/words.ts';

// The history as a table that spreadsheets of the person's language open as it is: sums with all their digits and the mark of the
// language before the fraction, a semicolon between cells where that mark is a comma, times in the person's own zone.

/** What tells programs that this is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet would carry out instead of showing it, were it the first sign of a cell that anybody sees: some drop the others. */
const FORMULA = /^[\s\p{C}]*[=+\-@\t\r|%＝＋－＠−]/u;

/** The first line of the table, and what stands before it. */
export const csvHead = (words: Words): string => {
  const { t } = words;
  const names = [
    t('history.when'),
    t('history.what'),
    t('history.filter.state'),
    t('history.fact.party'),
    t('history.fact.host'),
    t('history.fact.about'),
    t('history.amount'),
    t('history.fact.fees'),
    t('history.effect'),
    t('history.filter.currency'),
    t('history.fact.issuer'),
    t('history.fact.notes'),
    t('history.fact.line'),
    'UTC',
  ];
  return `${BYTE_ORDER_MARK}${row(words, names.map(cell))}`;
};

/** A line of the table; every text of somebody else is a text there and no formula. `party`: what the person calls a place for copies. */
export const csvLine = (words: Words, line: HistoryLine): string => {
  const {
    at,
    type,
    state,
    party,
    partyHost = '',
    summary,
    title,
    amount,
    fees,
    effect,
    currency,
    exchange,
    notes,
  } = line;
  const about = title === undefined ? summary : say(words, 'title', title);
  return row(words, [
    localTime(at),
    cell(words.t(`history.type.${type}`)),
    cell(words.t(`history.state.${state}`)),
    cell(partyHost === '' ? partyText(words, party) : party),
    cell(partyHost),
    cell(about),
    ...[amount, fees, effect].map((sum) => sumCell(words, sum)),
    cell(currency),
    cell(exchange),
    cell(notes === undefined ? '' : sayAll(words, 'note', notes)),
    cell(line.id),
    Number.isFinite(at) ? new Date(at).toISOString() : '',
  ]);
};

const separatorOf = ({ decimalMark }: Words): string => (decimalMark === ',' ? ';' : ',');

const row = (words: Words, cells: readonly string[]): string => `${cells.join(separatorOf(words))}\r\n`;

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** A number as it is, for there is nothing in it but digits, a sign and a mark. */
const sumCell = ({ decimalMark }: Words, sum: string): string => {
  const number = sum.slice(sum.indexOf(':') + 1);
  return /^-?\d+(?:\.\d+)?$/.test(number) ? number.replace('.', decimalMark === ',' ? ',' : '.') : cell(number);
};

const localTime = (ms: number): string => {
  if (!Number.isFinite(ms)) return '';
  const time = new Date(ms);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${[time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':')}`;
};
