// SPDX-License-Identifier: GPL-3.0-or-later
import type { AppStateView, RequestName } from '../../shared/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { VERSION } from '../../shared/version.ts';
import type { FailureView } from '../../shared/view.ts';
import { answerRequest } from './answer.ts';
import { keptLanguage, localeOfProcess } from './language.ts';
import type { AppOptions } from './options.ts';
import { reportOf } from './report.ts';
import { settingsView } from './settings.ts';

/**
 * What a window is answered whose directory this process may not touch: another program has it, or it is not there. It is shown as a
 * locked wallet with its trouble, and its person can look again, go to another place and write a report; everything else is that trouble.
 */
export const answerUnopened = (
  options: AppOptions,
  trouble: FailureView,
  tryAgain: () => Promise<Result<Record<string, never>, FailureView>>,
): ((name: unknown, input: unknown) => Promise<Result<unknown, FailureView>>) => {
  const { world, dataDirectory, shell, logDirectory } = options;
  /** what is saved is what was shown */
  let shown: string | undefined;
  const report = (): string =>
    reportOf({
      directory: dataDirectory,
      stage: 'locked',
      protection: 'none',
      trouble,
      logDirectory,
      nowMs: world.now(),
    });
  const answer = async (name: RequestName): Promise<Result<unknown, FailureView>> => {
    switch (name) {
      case 'app.state':
        return ok(unopenedView(options, trouble));
      case 'app.tryAgain':
        return tryAgain();
      case 'app.elsewhere':
        return shell === undefined ? ok({ moved: false }) : shell.place.elsewhere();
      case 'app.usualPlace':
        return shell === undefined ? ok({}) : shell.place.usual();
      case 'app.report':
        return ok({ text: (shown = report()) });
      case 'app.saveReport':
        return shell === undefined ? ok({ file: null }) : shell.saveReport(shown ?? report());
      case 'app.readEnd':
        shell?.readEnd();
        return ok({});
      default:
        return err(trouble);
    }
  };
  return (name, input) => answerRequest(answer, world, name, input);
};

const unopenedView = (options: AppOptions, trouble: FailureView): AppStateView => {
  const { dataDirectory, systemLocale, shell } = options;
  const language = keptLanguage(dataDirectory);
  return {
    stage: 'locked',
    version: VERSION,
    protection: 'none',
    keychainAvailable: false,
    trouble,
    ...(shell?.place.isChosen() === true ? { chosenPlace: true as const } : {}),
    playMoney: false,
    dataDirectory,
    ...settingsView(options),
    ...(language === undefined ? {} : { language }),
    systemLocale: systemLocale ?? localeOfProcess(),
  };
};
