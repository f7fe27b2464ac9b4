// SPDX-License-Identifier: GPL-3.0-or-later
import { ok } from '../../shared/result.ts';
import { placesLostOnly, type DrillReportView } from '../../shared/view-drill.ts';
import type { Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
import { newsOfDrill, tellingProgress } from './progress.ts';
import { NOT_SAFE, safetyCode, safetyLines } from './safety.ts';
import { readSheetFiles, sheetsOf } from './sheet-file.ts';
import { told } from './spoken.ts';

/** `drill`: restores for a try, by the sheet in a file or on standard input, or by what this wallet knows; gives 3 when not everything would come back. */
export const drillCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const named = sheetsOf(command, '--sheet');
  // A file without the option before it is a paper all the same: a drill that did not look at it would say too much.
  const files = named.length === 0 ? command.words.slice(1) : named;
  const text = files.length === 0 ? undefined : await readSheetFiles(app, terminal, files);
  if (text?.ok === false) return text;
  const asked = text === undefined ? {} : { recoveryText: text.value };
  const drilled = await tellingProgress(app, command, terminal, () => app.handle('drill.run', asked), newsOfDrill);
  if (!drilled.ok) return drilled;
  const status = await app.handle('backup.status', {});
  if (!status.ok) return status;
  return ok({
    lines: (words) => [...drillLines(words, drilled.value), ...safetyLines(words, status.value)],
    json: drilled.value,
    code: drilled.value.verdict === 'passed' ? safetyCode(status.value) : NOT_SAFE,
  });
};

/** The verdict, the sum with its reasons, and what each place is good for. */
const drillLines = (words: Words, report: DrillReportView): readonly Spoken[] => {
  const { t } = words;
  const { verdict, said, sheet, places, coinsChecked } = report;
  const lost = placesLostOnly(report);
  return [
    t('cli.drill.verdict', {
      verdict: lost > 0 ? t('trial.verdict.places', { places: lost }) : t(`trial.verdict.${verdict}`),
    }),
    told(words, 'drill', ...said),
    ...(sheet === undefined ? [] : [told(words, 'sheetTest', ...sheet.said)]),
    ...places.map(({ provider, name, brings, answer, notes }) =>
      t('cli.drill.place', {
        place: name || provider,
        brings: t(`trial.brings.${brings}`),
        said: notes.length > 0 ? told(words, 'source', ...notes) : t(`answer.${answer}.why`),
      }),
    ),
    ...(coinsChecked === 0 ? [] : [t('trial.coins', { count: coinsChecked })]),
  ];
};
