// SPDX-License-Identifier: GPL-3.0-or-later
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import { asMade, joined, type Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import { homePath } from '../app/directory/data-path.ts';
import { runProbe, subjectOf, type CheckState, type Probed, type RoomFailure, type Told } from '../probe/probe.ts';
import { whyNotWritten } from '../storage/whole-file.ts';
import type { World } from '../world.ts';
import type { Command } from './args.ts';
import type { CommandFailure, CommandResult, Terminal } from './command-result.ts';
import { agreedToTerms } from './answers.ts';
import { readPassphraseFile } from './passphrase-file.ts';
import { told } from './spoken.ts';

/** Somebody has to go to a bank first. */
const DEFAULT_WAIT_S = 3600;
/** Something was not reached, and nothing is otherwise than it should be. */
const NOT_ALL = 3;

/** `probe URL`: tries services with a throw-away wallet beside the person's own, which is not opened; ends with a table of what holds. */
export const probeCommand = async (
  command: Command,
  terminal: Pick<Terminal, 'ask' | 'words' | 'say' | 'directory'>,
  world: World,
  signal: AbortSignal,
): CommandResult => {
  const { options, flags, words } = command;
  const seconds = Number(options['--wait'] ?? DEFAULT_WAIT_S);
  if (!Number.isFinite(seconds) || seconds <= 0) return err({ kind: 'usage', say: ({ t }) => t('cli.usage.wait') });
  const token = tokenIn(options['--token-file']);
  if (!token.ok) return token;
  const copyTo = options['--report'] === undefined ? undefined : homePath(options['--report']);
  const what = copyTo === undefined ? undefined : whyNotWritten(copyTo, terminal.directory);
  if (copyTo !== undefined && what !== undefined)
    return err({ kind: 'unwritable-file', facts: { what, file: copyTo } });
  const exchange = words[1] ?? '';
  const goesOn = options['--continue'];
  const folder = goesOn === undefined ? newFolder(terminal.directory, exchange, world.now()) : homePath(goesOn);
  const probed = await runProbe({
    world,
    folder,
    goesOn: goesOn !== undefined,
    ...(copyTo === undefined ? {} : { copyTo }),
    tell: (each) => tell(terminal, each),
    agree: (terms) => agreedToTerms(command, terminal, terms),
    language: terminal.words.locale,
    signal,
    nap: world.sleep,
    wish: {
      exchange,
      keeps: flags.has('--keep'),
      waitMs: seconds * 1000,
      ...given('amount', options['--amount']),
      ...given('payto', options['--to']),
      ...given('merchant', options['--merchant']),
      ...given('merchantToken', token.value),
      ...given('bank', options['--bank']),
      ...given('sync', options['--sync']),
      ...given('anastasis', options['--anastasis']),
      ...given('maxFee', options['--max-fee']),
    },
  });
  if (!probed.ok) return err(refusalOf(probed.error, folder));
  const { value } = probed;
  return ok({ lines: (w) => tableLines(w, value), json: value, code: codeOf(value) });
};

const given = <N extends string>(name: N, text: string | undefined): { readonly [K in N]?: string } =>
  text === undefined ? {} : ({ [name]: text } as { readonly [K in N]?: string });

/** A secret is never an argument. */
const tokenIn = (file: string | undefined): Result<string | undefined, CommandFailure> =>
  file === undefined ? ok(undefined) : readPassphraseFile(file);

/** Beside the person's own wallet, named by whom it tries and when. */
const newFolder = (directory: string, exchange: string, nowMs: number): string => {
  const host = URL.canParse(exchange) ? new URL(exchange).host : 'probe';
  const at = new Date(nowMs).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  return join(dirname(directory), 'probes', `${host.replace(/[^a-z0-9.-]/gi, '-')}-${at}`);
};

const tell = ({ words, say }: Pick<Terminal, 'words' | 'say'>, each: Told): void => {
  const { t } = words;
  if (each.kind === 'kept-in') say(t('cli.probe.folder', { folder: each.folder }));
  if (each.kind === 'confirm') say(t('cli.withdraw.confirm', { address: each.address }));
  if (each.kind === 'transfer')
    say(t('cli.probe.transfer', { sum: each.sum, until: each.untilMs, address: each.payto }));
};

const refusalOf = (failure: RoomFailure, folder: string): CommandFailure => {
  if (failure.kind === 'no-probe-there')
    return { kind: failure.kind, say: ({ t }) => t('cli.probe.noProbe', { folder }) };
  if (failure.kind !== 'other-probe') return failure;
  const { address } = failure;
  return { kind: failure.kind, say: ({ t }) => t('cli.probe.other', { folder, address }) };
};

const STATES: readonly CheckState[] = ['holds', 'differs', 'not-reached', 'not-tried'];

const tableLines = (w: Words, { checks, report, left, folder, servers }: Probed): readonly Spoken[] => {
  const width = Math.max(...STATES.map((state) => w.t(`cli.probe.${state}`).length));
  const row = ({ state, said, why }: Probed['checks'][number]): Spoken =>
    w.t('cli.probe.row', {
      state: asMade(w.t(`cli.probe.${state}`).padEnd(width)),
      said: joined([told(w, 'probe', said), ...(why === undefined ? [] : [told(w, 'probeWhy', why)])]),
    });
  const asked = checks.filter(({ why }) => why?.kind !== 'not-asked');
  const ofServer = ([name, address]: readonly [string, string]): readonly Spoken[] => [
    w.t('cli.probe.of', { address }),
    ...asked.filter(({ said }) => subjectOf(said.kind) === name).map(row),
  ];
  return [
    ...Object.entries(servers).flatMap(ofServer),
    left.length === 0 ? w.t('cli.probe.empty') : w.t('cli.probe.left', { sums: left.map(w.amount), folder }),
    w.t('cli.probe.report', { file: report }),
  ];
};

const codeOf = ({ checks }: Probed): number => {
  if (checks.some(({ state }) => state === 'differs')) return 1;
  return checks.some(({ state }) => state === 'not-reached') ? NOT_ALL : 0;
};
