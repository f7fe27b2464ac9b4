// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../../shared/result.ts';
import type { HistoryFilter } from '../../../shared/contract-history.ts';
import { calledPlace } from '../../../shared/names.ts';
import { playPlaceOf } from '../../../shared/play.ts';
import type { ProviderView } from '../../../shared/view-backup.ts';
import { MOST_LINES } from '../../../shared/view-history.ts';
import type { HistoryLine } from '../../../shared/view.ts';
import { csvHead, csvLine } from '../history-csv.ts';
import type { Handlers, OpenParts } from './parts.ts';

/** The requests on what has happened: pages of it, one line, and all of it as a file. */
export const historyHandlers = (parts: OpenParts) =>
  ({
    'wallet.history': async (wish) => {
      await parts.ready;
      return ok({ ...parts.wallet.historyPage({ ...wish, nameOf: namesOfPlaces(parts) }), now: parts.now() });
    },
    'wallet.historyLine': async ({ id, kind }) => {
      await parts.ready;
      const found = parts.wallet.historyLine(id, kind);
      if (found === undefined) return err({ kind: 'no-such-line', facts: {} });
      const payment = parts.wallet.peer.list().find((each) => each.id === id);
      return ok(payment === undefined ? found : { ...found, payment });
    },
    'wallet.exportHistory': async ({ filter, format }) => {
      await parts.ready;
      const lines = allOf(parts, filter);
      const text = format === 'csv' ? await csvOf(parts, lines) : `${JSON.stringify(lines, null, 2)}\n`;
      const saved = await parts.saveHistory({ text, format });
      return saved.ok ? ok({ file: saved.value.file, lines: lines.length }) : saved;
    },
  }) satisfies Partial<Handlers>;

/** What the person calls their places for copies; those of the play economy as they are read. */
const namesOfPlaces = ({
  backup,
  words,
}: Pick<OpenParts, 'backup' | 'words'>): ((id: string) => string | undefined) => {
  let names: ReadonlyMap<string, string> | undefined;
  const read = ({ id, name }: ProviderView): readonly [string, string] => {
    const which = playPlaceOf(calledPlace(id, name));
    return [id, which === undefined ? name : words().t(`addProvider.play.${which}`)];
  };
  return (id) => (names ??= new Map(backup.providers().map(read))).get(id);
};

const allOf = (parts: OpenParts, filter: HistoryFilter | undefined): readonly HistoryLine[] => {
  const nameOf = namesOfPlaces(parts);
  const lines: HistoryLine[] = [];
  let page = parts.wallet.historyPage({ filter, limit: MOST_LINES, nameOf });
  for (;;) {
    for (const line of page.lines) lines.push(line);
    if (page.next === undefined) return lines;
    page = parts.wallet.historyPage({ filter, after: page.next, limit: MOST_LINES, nameOf });
  }
};

/** After so many lines others have their turn: to say each takes a while, and there may be a hundred thousand. */
const AT_ONCE = 100;

const csvOf = async (parts: OpenParts, lines: readonly HistoryLine[]): Promise<string> => {
  const [words, nameOf] = [parts.words(), namesOfPlaces(parts)];
  const rows = [csvHead(words)];
  for (const line of lines) {
    rows.push(csvLine(words, { ...line, party: nameOf(line.party) ?? line.party }));
    if (rows.length % AT_ONCE === 0) await parts.pause();
  }
  return rows.join('');
};
