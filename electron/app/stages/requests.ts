// SPDX-License-Identifier: GPL-3.0-or-later
import type { Answer, AppStateView, RequestInput, RequestName } from '../../../shared/contract.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { NamesView } from '../../../shared/view-devices.ts';
import { VERSION } from '../../../shared/version.ts';
import type { FailureView } from '../../../shared/view.ts';
import { suggestedWalletName } from '../../backup/devices/names.ts';
import { readSheet } from '../../backup/recover/read-sheet.ts';
import { learn } from '../../../shared/words/learn.ts';
import { isLanguage, localeOf } from '../../../shared/words/words.ts';
import type { Store } from '../../storage/store.ts';
import type { AppParts } from './parts.ts';
import { erase } from './erasing.ts';
import { wrongStage } from '../failures.ts';
import { keepLanguage, keptLanguage, localeOfProcess } from '../language.ts';
import { computerName } from '../computer-name.ts';
import { given, orBackup } from '../handlers/answers.ts';
import { createLeavePlay } from './leave-play.ts';
import { enterTrouble, isOfFiles, openWith } from './opening.ts';
import { createDesktopRequests } from './desktop-requests.ts';
import { createLockRequests } from './locking.ts';
import { createSettingsRequests } from './settings-requests.ts';
import { createRescueRequests } from './rescue-requests.ts';
import { byStage, shownStage, type Resting, type Stage, type Unopened } from './stage.ts';
import { unlockBySheet } from '../unlock-by-sheet.ts';
import { settingsView } from '../settings.ts';
import { noteBringingBack } from '../set-up.ts';

/** A request that is answered whatever the wallet's stage. */
export type AppRequest = Extract<RequestName, `app.${string}`>;
type AppRequests = { readonly [N in AppRequest]: (input: RequestInput<N>) => Promise<Answer<N>> };

/** How a wallet is opened from the stage it is in. */
const openings = (parts: AppParts) => {
  const { stages } = parts;
  const openFrom = async (
    stage: Unopened,
    attempt: () => Promise<Result<Store, FailureView>>,
  ): Promise<Answer<'app.state'>> => {
    const opened = await openWith(parts, stage, attempt);
    return opened.ok ? ok(viewApp(parts)) : opened;
  };

  const unlock = (attempt: () => Promise<Result<Store, FailureView>>): Promise<Answer<'app.state'>> =>
    stages.inTurn((stage) =>
      byStage<Resting, Promise<Answer<'app.state'>>>(stage, {
        locked: async (locked) => {
          const opened = await openFrom(locked, attempt);
          if (!opened.ok && isOfFiles(opened.error)) {
            enterTrouble(parts, opened.error);
            parts.tell({ type: 'stage' });
          }
          return opened;
        },
        'first-start': nothingToUnlock,
        open: nothingToUnlock,
        closed,
      }),
    );
  return { openFrom, unlock };
};

/** One function per request that makes, opens and erases the wallet; each says what it does in every stage. */
export const createAppRequests = (parts: AppParts): AppRequests => {
  const { directory, stages } = parts;

  const { openFrom, unlock } = openings(parts);

  const eraseHere = async (stage: Parameters<typeof erase>[1]): Promise<Answer<'app.state'>> => {
    const erased = await erase(parts, stage);
    return erased.ok ? ok(viewApp(parts)) : erased;
  };

  return {
    'app.state': async () => ok(viewApp(parts)),
    'app.setLanguage': async ({ language }) => {
      if (language !== undefined && !isLanguage(language)) return err(unknownLanguage);
      const { dataDirectory, systemLocale } = parts.options;
      // At once: of two presses the last one counts, whichever language takes longer to be learnt.
      const kept = keepLanguage(dataDirectory, language);
      if (!kept.ok) return kept;
      await learn(localeOf(language, systemLocale ?? localeOfProcess()));
      // What the shell says outside the page follows at once.
      parts.tell({ type: 'changed' });
      return ok(viewApp(parts));
    },
    'app.create': ({ protection, names, begins }) =>
      stages.inTurn((stage) =>
        byStage<Resting, Promise<Answer<'app.state'>>>(stage, {
          'first-start': async (empty) => {
            const how = begins === 'real' || begins === 'play' ? undefined : begins;
            const first = how === undefined ? undefined : noteBringingBack(how);
            const created = await openFrom(empty, () => directory.create(protection, first));
            const made = stages.now();
            if (!created.ok || made.kind !== 'open') return created;
            // A name that cannot be used is no reason to have no wallet.
            if (names !== undefined) made.wallet.backup.rename(given(names));
            if (begins === 'real' || begins === 'play') made.wallet.setUp.begin(begins);
            return ok(viewApp(parts));
          },
          locked: alreadyHere,
          open: alreadyHere,
          closed,
        }),
      ),
    'app.unlock': ({ passphrase }) => unlock(() => directory.unlock(passphrase)),
    'app.readSheet': async ({ recoveryText, ...given }) => orBackup(readSheet(recoveryText, given)),
    'app.camera': async ({ on }) => {
      parts.options.shell?.cameraWanted(on);
      return ok({});
    },
    'app.unlockBySheet': (input) => unlock(() => unlockBySheet(directory, input)),
    'app.erase': () =>
      stages.inTurn((stage) =>
        byStage<Resting, Promise<Answer<'app.state'>>>(stage, {
          'first-start': eraseHere,
          locked: eraseHere,
          open: eraseHere,
          closed,
        }),
      ),
    ...createLeavePlay(parts),
    ...createRescueRequests(parts),
    ...createDesktopRequests(parts),
    ...createLockRequests(parts, () => ok(viewApp(parts))),
    ...createSettingsRequests(parts, () => ok(viewApp(parts))),
  };
};

/** What the window needs to know before anything else. */
export const viewApp = ({ options, directory, play, stages }: AppParts): AppStateView => {
  const stage = stages.now();
  const shown = shownStage(stage);
  const language = keptLanguage(options.dataDirectory);
  const setAside = shown === 'first-start' ? directory.isSetAside() : [];
  const ended = options.shell?.ended();
  return {
    stage: shown,
    version: VERSION,
    protection: directory.protection(),
    keychainAvailable: options.keychain?.available() ?? false,
    ...(shown === 'locked' && directory.opensBySheet() ? { opensBySheet: true as const } : {}),
    ...(stage.kind === 'locked' && stage.trouble !== undefined ? { trouble: stage.trouble } : {}),
    ...(shown === 'first-start' ? { suggestedNames: suggestedNames(options.world.now()) } : {}),
    ...(setAside.length > 0 ? { setAside } : {}),
    ...(options.shell?.place.isChosen() === true ? { chosenPlace: true as const } : {}),
    ...(ended === undefined ? {} : { ended }),
    ...playView(stage, play.running() !== undefined || play.isStarting()),
    dataDirectory: options.dataDirectory,
    ...settingsView(options),
    ...(language === undefined ? {} : { language }),
    systemLocale: options.systemLocale ?? localeOfProcess(),
  };
};

/** Whether this wallet plays, by what it knows itself and not by what runs in this process. */
const playView = (
  stage: Stage,
  isThere: boolean,
): Pick<AppStateView, 'playMoney' | 'playMoneyMissing' | 'settingUp' | 'bringingBack'> => {
  if (stage.kind !== 'open') return { playMoney: false };
  const playMoney = stage.wallet.store.local.mark('play-money') === true;
  const settingUp = stage.wallet.setUp.state();
  const bringingBack = stage.wallet.setUp.bringingBack();
  return {
    playMoney,
    ...(settingUp === undefined ? {} : { settingUp }),
    ...(bringingBack === undefined ? {} : { bringingBack }),
    ...(playMoney && !isThere ? { playMoneyMissing: true as const } : {}),
  };
};

const suggestedNames = (nowMs: number): NamesView => {
  const device = computerName();
  return { wallet: suggestedWalletName(device, nowMs), device };
};

const unknownLanguage: FailureView = { kind: 'unknown-language', facts: {} };
const nothingToUnlock = async (): Promise<Result<never, FailureView>> => wrongStage('nothing-to-unlock');
const alreadyHere = async (): Promise<Result<never, FailureView>> => wrongStage('exists');
const closed = async (): Promise<Result<never, FailureView>> => wrongStage('closing');
