// SPDX-License-Identifier: GPL-3.0-or-later
import { LOCK_AFTER, LOOKS, NOTICE_SORTS, SIZES } from '../../shared/settings.ts';
import { VERSION } from '../../shared/version.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { AppStateView, RequestInput } from '../../shared/contract.ts';
import { literal, type Spoken } from '../../shared/words/spoken.ts';
import { isLanguage, LANGUAGES, type Words } from '../../shared/words/words.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { print } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandFailure, CommandResult } from './command-result.ts';

/** Stands for what the system says. */
const SYSTEM = 'system';
const [NEVER, NOTHING, YES, NO] = ['never', 'none', 'yes', 'no'];

/** `settings`: what the window follows, after what was named was set; a locked wallet has them too. */
export const settingsCommand = async (app: WalletApp, { options }: Command): CommandResult => {
  const wanted = readWanted(options);
  if (!wanted.ok) return wanted;
  const { language, ...settings } = wanted.value;
  if (language !== undefined) {
    const set = await app.handle('app.setLanguage', isLanguage(language) ? { language } : {});
    if (!set.ok) return set;
  }
  const state = Object.keys(settings).length === 0 ? ok(app.state()) : await app.handle('app.setSettings', settings);
  if (!state.ok) return state;
  const { language: spoken, settings: json } = state.value;
  return ok({ lines: (w) => said(w, state.value), json: { language: spoken ?? SYSTEM, ...json } });
};

type Wanted = RequestInput<'app.setSettings'> & { readonly language?: string };

/** Each option by the values it takes; one that takes another is refused before anything is set. */
const readWanted = (options: Command['options']): Result<Wanted, CommandFailure> => {
  const wanted: Record<string, unknown> = {};
  for (const [name, { option, values, read }] of Object.entries(OPTIONS)) {
    const text = options[`--${option}`];
    if (text === undefined) continue;
    const value = read(text);
    if (value === undefined)
      return err({ kind: 'usage', say: ({ t }) => t('cli.usage.setting', { option, values: [...values] }) });
    wanted[name] = value;
  }
  return ok(wanted);
};

type Option = {
  readonly option: string;
  readonly values: readonly string[];
  readonly read: (text: string) => unknown;
};

const oneOf = (option: string, values: readonly string[]): Option => ({
  option,
  values,
  read: (text) => values.find((each) => each === text),
});

const OPTIONS: Readonly<Record<keyof Wanted, Option>> = {
  language: oneOf('language', [SYSTEM, ...Object.keys(LANGUAGES)]),
  look: oneOf('look', LOOKS),
  size: { ...oneOf('size', SIZES.map(String)), read: (text) => SIZES.find((each) => String(each) === text) },
  lockAfter: {
    ...oneOf('lock-after', [NEVER, ...LOCK_AFTER.filter((each) => each > 0).map(String)]),
    read: (text) => LOCK_AFTER.find((each) => (each === 0 ? NEVER : String(each)) === text),
  },
  lockOnSleep: {
    ...oneOf('lock-on-sleep', [YES, NO]),
    read: (text) => (text === YES ? true : text === NO ? false : undefined),
  },
  silent: {
    ...oneOf('tell', [...NOTICE_SORTS, NOTHING]),
    read: (text) => {
      const told = text === NOTHING ? [] : text.split(',');
      const known: readonly string[] = NOTICE_SORTS;
      return told.every((each) => known.includes(each))
        ? NOTICE_SORTS.filter((each) => !told.includes(each))
        : undefined;
    },
  },
};

const MINUTE_MS = 60_000;

const said = ({ t }: Words, { language, settings }: AppStateView): readonly Spoken[] => {
  const { look, size, lockAfter, lockOnSleep, silent } = settings;
  const told = NOTICE_SORTS.filter((each) => !silent.includes(each)).map((each) => t(`tell.${each}`));
  return [
    language === undefined
      ? t('cli.settings.language.system')
      : t('cli.settings.language', { language: literal(LANGUAGES[language]) }),
    t('cli.settings.look', { look: t(`settings.look.${look}`) }),
    t('cli.settings.size', { size }),
    t('cli.settings.lockAfter', {
      after: lockAfter === 0 ? t('lock.after.never') : t('lock.after.span', { span: lockAfter * MINUTE_MS }),
    }),
    t(lockOnSleep ? 'cli.settings.lockOnSleep.yes' : 'cli.settings.lockOnSleep.no'),
    told.length === 0 ? t('cli.settings.tell.none') : t('cli.settings.tell', { sorts: told }),
  ];
};

/** `lock`: another passphrase, or none with `--unprotected`, in the place of the lock there is. */
export const lockCommand = async (
  app: WalletApp,
  { unprotected }: Pick<Command, 'unprotected'>,
  passphrase: string | undefined,
  newPassphrase: () => Promise<Result<string, CommandFailure>>,
): CommandResult => {
  const wanted = unprotected ? ok('') : await newPassphrase();
  if (!wanted.ok) return wanted;
  const changed = await app.handle('app.changeLock', {
    protection: unprotected ? { type: 'unprotected' } : { type: 'passphrase', passphrase: wanted.value },
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  if (!changed.ok) return changed;
  const { protection } = changed.value;
  return ok({
    lines: ({ t }) => [t(unprotected ? 'cli.lock.unprotected' : 'cli.lock.passphrase')],
    json: { protection },
  });
};

/** `version`: which one this is. */
export const versionLines = (json: boolean, { t }: Words): string =>
  json ? JSON.stringify({ version: VERSION }) : t('about.version', { version: VERSION });

/** `version --check`: whether there is a newer one. */
export const newestCommand = (app: WalletApp): CommandResult =>
  print(app, 'app.askVersion', {}, ({ t }, { version, isNewer }) => [
    t('about.version', { version: VERSION }),
    isNewer ? t('about.ask.newer', { version }) : t('about.ask.newest'),
  ]);
