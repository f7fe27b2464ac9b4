// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import { OPEN_FIELDS } from '../backup/providers/kinds.ts';
import type { Words } from '../../shared/words/words.ts';
import { isLocale } from './locale.ts';

/** One command of the headless wallet, read from the words after `holdfast`. */
export type Command = {
  readonly words: readonly string[];
  readonly data: string | undefined;
  /** the locale to speak (BCP 47) */
  readonly lang: string | undefined;
  readonly json: boolean;
  readonly passphraseFile: string | undefined;
  readonly unprotected: boolean;
  readonly yes: boolean;
  readonly options: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
};

export type UsageFailure = { readonly kind: 'usage'; readonly say: (words: Words) => string };

const GLOBAL_VALUES = ['--data', '--lang', '--passphrase-file'];
const GLOBAL_FLAGS = ['--json', '--unprotected', '--yes', '--help'];

/** What providers may ask for that is no secret; a secret is never an argument. */
const openFields = OPEN_FIELDS.map((name) => `--${name}`);

/** What each command takes; anything else is refused by name, so a misspelt `--max-fee` cannot be silently ignored. */
const COMMANDS: Readonly<
  Record<string, { readonly use: string; readonly values: readonly string[]; readonly flags: readonly string[] }>
> = {
  status: { use: 'status', values: [], flags: [] },
  balance: { use: 'balance', values: [], flags: [] },
  history: { use: 'history', values: [], flags: [] },
  exchange: { use: 'exchange add URL | exchange list', values: [], flags: [] },
  withdraw: {
    use: 'withdraw AMOUNT --exchange URL [--without-backup] [--yes] | withdraw TALER-URI [--without-backup] [--yes]',
    values: ['--exchange'],
    flags: ['--without-backup'],
  },
  pay: { use: 'pay TALER-URI [--yes]', values: [], flags: [] },
  send: {
    use: 'send AMOUNT [--summary S] [--expires 7d] [--exchange URL] [--yes]',
    values: ['--summary', '--expires', '--exchange'],
    flags: [],
  },
  request: {
    use: 'request AMOUNT [--summary S] [--expires 7d] [--exchange URL] [--without-backup]',
    values: ['--summary', '--expires', '--exchange'],
    flags: ['--without-backup'],
  },
  receive: { use: 'receive TALER-URI [--without-backup] [--yes]', values: [], flags: ['--without-backup'] },
  refund: { use: 'refund TALER-URI', values: [], flags: [] },
  abort: { use: 'abort ID', values: [], flags: [] },
  agree: { use: 'agree ID [--yes]', values: [], flags: [] },
  'without-backup': { use: 'without-backup ID [--yes]', values: [], flags: [] },
  deposit: { use: 'deposit AMOUNT --to PAYTO [--yes]', values: ['--to'], flags: [] },
  provider: {
    use: `provider add URL|DIR [--name N] [--max-fee AMOUNT]${openFields.map((each) => ` [${each} …]`).join('')} [--yes] | provider list | provider remove URL`,
    values: ['--name', '--max-fee', ...openFields],
    flags: [],
  },
  backup: { use: 'backup [--provider URL] | backup --copies NUMBER', values: ['--provider', '--copies'], flags: [] },
  sheet: {
    use: 'sheet [--text | --pdf FILE | --html FILE] [--paper A4|Letter] | sheet --test (FILE | -)',
    values: ['--pdf', '--html', '--paper', '--test'],
    flags: ['--text'],
  },
  unlock: { use: 'unlock (--sheet FILE | -)', values: ['--sheet'], flags: [] },
  restore: {
    use: 'restore (--sheet FILE | -) [--folder DIR]',
    values: ['--sheet', '--folder', ...openFields],
    flags: [],
  },
  empty: { use: 'empty [--wait] [--expires 24h] [--yes]', values: ['--expires'], flags: ['--wait'] },
  devices: { use: 'devices', values: [], flags: [] },
  abandon: { use: 'abandon [--yes]', values: [], flags: [] },
  takeover: {
    use: 'takeover (--sheet FILE | -) [--folder DIR] [--even-if-not-abandoned] | takeover here',
    values: ['--sheet', '--folder', ...openFields],
    flags: ['--even-if-not-abandoned'],
  },
  run: { use: 'run [--until-done] [--timeout SECONDS]', values: ['--timeout'], flags: ['--until-done'] },
};

/** Reads a command line; fails with one sentence that names the word it did not understand. */
export const parseCommand = (argv: readonly string[]): Result<Command, UsageFailure> => {
  const words: string[] = [];
  const options: Record<string, string> = {};
  const flags = new Set<string>();
  const queue = [...argv];
  const allowed = (word: string | undefined) => COMMANDS[word ?? ''] ?? { use: '', values: [], flags: [] };
  while (queue.length > 0) {
    const word = queue.shift() ?? '';
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const [name = '', attached] = splitOnce(word, '=');
    const known = allowed(words[0] ?? argv.find((each) => COMMANDS[each] !== undefined));
    if (GLOBAL_FLAGS.includes(name) || known.flags.includes(name)) {
      flags.add(name);
    } else if (GLOBAL_VALUES.includes(name) || known.values.includes(name)) {
      const value = attached ?? queue.shift();
      if (value === undefined) return usage(({ t }) => t('cli.usage.value', { option: name }));
      options[name] = value;
    } else {
      const command = words[0] ?? 'holdfast';
      return usage(({ t }) => t('cli.usage.option', { option: name, command }));
    }
  }
  const first = words[0];
  if (first !== undefined && COMMANDS[first] === undefined)
    return usage(({ t }) => t('cli.usage.command', { command: first }));
  const lang = options['--lang'];
  if (lang !== undefined && !isLocale(lang))
    return usage(({ t }) => t('cli.usage.language', { tag: lang.slice(0, 40) }));
  return ok({
    words,
    data: options['--data'],
    lang,
    json: flags.has('--json'),
    passphraseFile: options['--passphrase-file'],
    unprotected: flags.has('--unprotected'),
    yes: flags.has('--yes'),
    options,
    flags,
  });
};

/** How a command is used, in its own language, which people of all languages type. */
export const useOf = (command: string): string => COMMANDS[command]?.use ?? 'holdfast --help';

/** The whole help text. */
export const helpText = ({ t }: Words): string =>
  [
    'holdfast [--data DIR] [--lang LANGUAGE] [--json] [--passphrase-file FILE | --unprotected] COMMAND',
    '',
    ...Object.values(COMMANDS).map((command) => `  ${command.use}`),
    '',
    t('cli.help.status'),
    t('cli.help.unlock'),
    t('cli.help.exit'),
  ].join('\n');

const usage = (what: (words: Words) => string): Result<never, UsageFailure> =>
  err({ kind: 'usage', say: (words) => words.t('cli.usage.help', { what: what(words) }) });

const splitOnce = (text: string, at: string): [string, string | undefined] => {
  const index = text.indexOf(at);
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
};
