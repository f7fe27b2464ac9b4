// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import { OPEN_FIELDS } from '../backup/providers/kinds.ts';
import { asMade, type Spoken } from '../../shared/words/spoken.ts';
import { isKindOf, type Words } from '../../shared/words/words.ts';
import { isSpoken } from './locale.ts';

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

export type UsageFailure = { readonly kind: 'usage'; readonly say: (words: Words) => Spoken };

/** Options that may be given more than once; their values are kept a line each. */
const REPEATED = ['--place', '--folder', '--sheet', '--verify', '--test'];
const GLOBAL_VALUES = ['--data', '--lang', '--passphrase-file'];
const GLOBAL_FLAGS = ['--json', '--unprotected', '--yes', '--help'];

/** What providers may ask for that is no secret; a secret is never an argument. */
const openFields = OPEN_FIELDS.map((name) => `--${name}`);

/** The words after a command and its options, as far as they decide whether a command is whole. */
type Given = {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  /** somebody sits at a terminal, and can type what is missing */
  readonly isAtTerminal: boolean;
};
type Shape = {
  readonly use: string;
  readonly values: readonly string[];
  readonly flags: readonly string[];
  /** whether nothing is missing, told before anybody is asked for a passphrase; left out: the command stands alone */
  readonly isWhole?: (given: Given) => boolean;
};

const hasTarget = ({ words }: Given): boolean => words.length > 1;
const hasSheet = ({ words, options, isAtTerminal }: Given): boolean =>
  options['--sheet'] !== undefined || words[1] === '-' || (isAtTerminal && words[1] === undefined);

const PLACE_ACTIONS = ['add', 'test', 'limit', 'renew', 'remove'];
const ESCROW_ACTIONS = ['setup', 'status', 'update', 'rehearse', 'recover', 'forget'];

/** What each command takes; anything else is refused by name, so a misspelt `--max-fee` cannot be silently ignored. */
const COMMANDS: Readonly<Record<string, Shape>> = {
  status: { use: 'status', values: [], flags: [] },
  balance: { use: 'balance', values: [], flags: [] },
  history: {
    use: 'history [TEXT] [--kind KIND] [--state STATE] [--currency NAME] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--long | --csv]',
    values: ['--kind', '--state', '--currency', '--from', '--to'],
    flags: ['--long', '--csv'],
  },
  exchange: {
    use: 'exchange add URL | exchange list',
    values: [],
    flags: [],
    isWhole: ({ words: [, action, url] }) => action === 'list' || (action === 'add' && url !== undefined),
  },
  withdraw: {
    use: 'withdraw AMOUNT --exchange URL [--without-backup] [--yes] | withdraw TALER-URI [--amount AMOUNT] [--without-backup] [--yes]',
    values: ['--exchange', '--amount'],
    flags: ['--without-backup'],
    isWhole: ({ words: [, what = ''], options }) =>
      /^[a-z+]+:\/\//i.test(what) || (what !== '' && options['--exchange'] !== undefined),
  },
  pay: {
    use: 'pay TALER-URI|PAGE [--choice N] [--amount AMOUNT] [--summary TEXT] [--yes]',
    values: ['--choice', '--amount', '--summary'],
    flags: [],
    isWhole: hasTarget,
  },
  send: {
    use: 'send AMOUNT [--summary TEXT] [--expires 7d] [--exchange URL] [--yes]',
    values: ['--summary', '--expires', '--exchange'],
    flags: [],
    isWhole: hasTarget,
  },
  request: {
    use: 'request AMOUNT [--summary TEXT] [--expires 7d] [--exchange URL] [--without-backup]',
    values: ['--summary', '--expires', '--exchange'],
    flags: ['--without-backup'],
    isWhole: hasTarget,
  },
  receive: {
    use: 'receive TALER-URI [--without-backup] [--yes]',
    values: [],
    flags: ['--without-backup'],
    isWhole: hasTarget,
  },
  refund: { use: 'refund TALER-URI', values: [], flags: [], isWhole: hasTarget },
  abort: { use: 'abort ID', values: [], flags: [], isWhole: hasTarget },
  forget: { use: 'forget (ID | URL) [--yes]', values: [], flags: [], isWhole: hasTarget },
  agree: { use: 'agree ID [--yes]', values: [], flags: [], isWhole: hasTarget },
  'without-backup': { use: 'without-backup ID [--yes]', values: [], flags: [], isWhole: hasTarget },
  deposit: {
    use: 'deposit AMOUNT --to PAYTO|IBAN [--holder NAME] [--yes]',
    values: ['--to', '--holder'],
    flags: [],
    isWhole: (given) => hasTarget(given) && given.options['--to'] !== undefined,
  },
  provider: {
    use: `provider add URL|DIR [--name NAME] [--max-fee AMOUNT]${openFields.map((each) => ` [${each} …]`).join('')} [--yes] | provider list | provider test URL|DIR | provider limit URL AMOUNT | provider renew URL [--max-fee AMOUNT] [--yes] | provider remove URL [--yes]`,
    values: ['--name', '--max-fee', ...openFields],
    flags: [],
    isWhole: ({ words: [, action, target] }) =>
      action === 'list' || (PLACE_ACTIONS.includes(action ?? '') && target !== undefined),
  },
  backup: { use: 'backup [--provider URL] | backup --copies NUMBER', values: ['--provider', '--copies'], flags: [] },
  privacy: {
    use: 'privacy [--level prompt|quiet] [--hours NUMBER] [--proxy URL|direct|system [--provider URL]]',
    values: ['--level', '--hours', '--proxy', '--provider'],
    flags: [],
  },
  sheet: {
    use: 'sheet [--text | --print [PRINTER] | --pdf FILE | --html FILE] [--paper A4|Letter] | sheet --shares K/N [--text | --print [PRINTER] | --pdf FILE | --html FILE] | sheet --verify (FILE … | -)',
    // `--test` is what `--verify` was called.
    values: ['--pdf', '--html', '--paper', '--shares', '--verify', '--test'],
    flags: ['--text', '--print'],
  },
  drill: { use: 'drill [--sheet FILE … | -]', values: ['--sheet'], flags: [] },
  unlock: { use: 'unlock [--sheet FILE … | -]', values: ['--sheet'], flags: [], isWhole: hasSheet },
  restore: {
    use: 'restore [--sheet FILE … | -] [--folder DIR …] [--place URL …]',
    values: ['--sheet', '--folder', '--place', ...openFields],
    flags: [],
    isWhole: hasSheet,
  },
  import: {
    use: 'import (FILE | TALER-URI | -) [--look] [--yes]',
    values: [],
    flags: ['--look'],
    isWhole: (given) => given.isAtTerminal || hasTarget(given),
  },
  'set-aside': { use: 'set-aside [--yes]', values: [], flags: [] },
  report: { use: 'report', values: [], flags: [] },
  settings: {
    use: 'settings [--language TAG|system] [--look system|light|dark|contrast] [--size NUMBER] [--lock-after NUMBER|never] [--lock-on-sleep yes|no] [--tell money,taken,place,safety|none]',
    values: ['--language', '--look', '--size', '--lock-after', '--lock-on-sleep', '--tell'],
    flags: [],
  },
  lock: { use: 'lock [--new-passphrase-file FILE]', values: ['--new-passphrase-file'], flags: [] },
  version: { use: 'version [--check]', values: [], flags: ['--check'] },
  empty: { use: 'empty [--wait] [--expires 24h] [--yes]', values: ['--expires'], flags: ['--wait'] },
  devices: { use: 'devices', values: [], flags: [] },
  name: {
    use: 'name [--wallet NAME] [--device NAME] [--place URL|DIR --as NAME]',
    values: ['--wallet', '--device', '--place', '--as'],
    flags: [],
    isWhole: ({ options }) => (options['--place'] === undefined) === (options['--as'] === undefined),
  },
  abandon: { use: 'abandon [--yes]', values: [], flags: [] },
  takeover: {
    use: 'takeover [--sheet FILE … | -] [--folder DIR …] [--place URL …] [--even-if-not-abandoned] [--yes] | takeover here',
    values: ['--sheet', '--folder', '--place', ...openFields],
    flags: ['--even-if-not-abandoned'],
    isWhole: (given) => given.words[1] === 'here' || hasSheet(given),
  },
  escrow: {
    use: 'escrow setup [--place URL …] [--needed NUMBER] [--max-fee AMOUNT] [--ask-again] [--yes] | escrow status | escrow update [--max-fee AMOUNT] [--yes] | escrow rehearse | escrow recover [--place URL …] [--wallet NUMBER] [--older NUMBER] [--folder DIR …] [--max-fee AMOUNT] [--even-if-not-abandoned] [--yes] | escrow recover --stop | escrow forget [--yes]',
    values: ['--place', '--needed', '--max-fee', '--wallet', '--older', '--folder', ...openFields],
    flags: ['--ask-again', '--even-if-not-abandoned', '--stop'],
    // A word more would be an answer or a name that others on the machine see.
    isWhole: ({ words }) => words.length === 2 && ESCROW_ACTIONS.includes(words[1] ?? ''),
  },
  rekey: {
    use: 'rekey [--again] [--max-fee AMOUNT] [--yes] | rekey --cancel',
    values: ['--max-fee'],
    flags: ['--again', '--cancel'],
  },
  undo: { use: 'undo [NUMBER] [--yes] | undo --list', values: [], flags: ['--list'] },
  probe: {
    use: 'probe URL [--amount AMOUNT] [--report FILE] [--to PAYTO | --keep] [--bank URL|TALER-URI] [--merchant URL|TALER-URI] [--token-file FILE] [--sync URL] [--anastasis URL] [--max-fee AMOUNT] [--wait SECONDS] [--continue DIR]',
    values: [
      '--amount',
      '--report',
      '--to',
      '--bank',
      '--merchant',
      '--token-file',
      '--sync',
      '--anastasis',
      '--max-fee',
      '--wait',
      '--continue',
    ],
    flags: ['--keep'],
    isWhole: hasTarget,
  },
  run: { use: 'run [--until-done] [--timeout SECONDS]', values: ['--timeout'], flags: ['--until-done'] },
};

/** Reads a command line; fails with one sentence that names the word it did not understand. */
export const parseCommand = (argv: readonly string[], isAtTerminal = false): Result<Command, UsageFailure> => {
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
      const before = REPEATED.includes(name) ? options[name] : undefined;
      options[name] = before === undefined ? value : `${before}\n${value}`;
    } else {
      const command = words[0] ?? 'holdfast';
      return usage(({ t }) => t('cli.usage.option', { option: name, command }));
    }
  }
  const first = words[0];
  if (first !== undefined && COMMANDS[first] === undefined)
    return usage(({ t }) => t('cli.usage.command', { command: first }));
  const lang = options['--lang'];
  if (lang !== undefined && !isSpoken(lang))
    return usage(({ t }) => t('cli.usage.language', { tag: lang.slice(0, 40) }));
  const shape = first === undefined || argv.includes('--help') ? undefined : COMMANDS[first];
  if (first !== undefined && shape?.isWhole?.({ words, options, isAtTerminal }) === false)
    return err({ kind: 'usage', say: (spoken) => spoken.t('cli.usage', { use: useOf(first, spoken) }) });
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

/** How a command is used: its own words, which people of all languages type, with the places in theirs. */
export const useOf = (command: string, words: Words): Spoken => {
  const use = COMMANDS[command]?.use ?? 'holdfast --help';
  return asMade(
    use.replace(/\b(?:AMOUNT|DIR|FILE|LANGUAGE|COMMAND|NAME|NUMBER|SECONDS|TEXT)\b/g, (place) =>
      placeName(place, words),
    ),
  );
};

const PLACES = {
  AMOUNT: 'cli.word.AMOUNT',
  DIR: 'cli.word.DIR',
  FILE: 'cli.word.FILE',
  LANGUAGE: 'cli.word.LANGUAGE',
  COMMAND: 'cli.word.COMMAND',
  NAME: 'cli.word.NAME',
  NUMBER: 'cli.word.NUMBER',
  SECONDS: 'cli.word.SECONDS',
  TEXT: 'cli.word.TEXT',
} as const;
const placeName = (place: string, { t }: Words): string =>
  Object.hasOwn(PLACES, place) ? t(PLACES[place as keyof typeof PLACES]) : place;

/** The whole help text: how each command is used, and what it does. */
export const helpText = (words: Words): string => {
  const { t } = words;
  return [
    `holdfast [--data ${t('cli.word.DIR')}] [--lang ${t('cli.word.LANGUAGE')}] [--json] [--passphrase-file ${t('cli.word.FILE')} | --unprotected] ${t('cli.word.COMMAND')}`,
    '',
    ...Object.keys(COMMANDS).flatMap((name) =>
      isKindOf('cli.about', name) ? [`  ${useOf(name, words)}`, `      ${t(`cli.about.${name}`)}`] : [],
    ),
    '',
    t('cli.help.status'),
    t('cli.help.unlock'),
    t('cli.help.exit'),
  ].join('\n');
};

const usage = (what: (words: Words) => Spoken): Result<never, UsageFailure> =>
  err({ kind: 'usage', say: (words) => words.t('cli.usage.help', { what: what(words) }) });

const splitOnce = (text: string, at: string): [string, string | undefined] => {
  const index = text.indexOf(at);
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
};
