// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import { helpText, parseCommand, useOf } from '../../electron/headless/args.ts';
import { executeCommand } from '../../electron/headless/commands.ts';
import { sayFailure } from '../../electron/headless/spoken.ts';
import * as printed from '../../electron/headless/words.ts';
import { realWorld } from '../../electron/world.ts';
import { ok } from '../../shared/result.ts';
import { words } from '../../shared/words/words.ts';
import { holdfast } from '../support/holdfast.ts';
import { unmarked } from '../support/pseudo.ts';
import {
  allSafe,
  AT,
  balance,
  folderProvider,
  freeProvider,
  history,
  nothingBackedUp,
  paidProvider,
  partly,
} from '../window/views.ts';
import { joined } from '../window/views-devices.ts';

// What the command line says comes from the words: in the pseudo-locale all of it stands between marks.

const folder = mkdtempSync(join(tmpdir(), 'holdfast-cli-words-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pseudo = words('en-XA', 'UTC');

describe('every line printed for a view', () => {
  const payment = {
    id: 'P1',
    exchange: 'https://exchange.example/',
    amount: 'KUDOS:2',
    fees: 'KUDOS:0.01',
    total: 'KUDOS:2.01',
    summary: 'tea',
    uri: 'taler://pay-push/exchange.example/KEY',
    expiresAt: AT,
  } as const;
  const offered = {
    id: 'https://place.example/',
    kind: 'sync',
    suggestedName: 'Reef',
    icon: 'server',
    place: 'https://place.example/',
    fields: [],
  } as const;
  test.each<readonly [string, unknown, readonly string[]]>([
    ...[nothingBackedUp, partly, allSafe].map((backup) => {
      const view = {
        balances: [balance('KUDOS:20', 'KUDOS:5')],
        backup: { ...backup, copiesWanted: 3 },
        pending: [
          {
            id: 'W1',
            type: 'withdrawal',
            waitingFor: 'provider',
            nextTryAt: AT,
            attempts: 2,
            withoutBackup: 'KUDOS:3',
          },
        ],
      } as const;
      return [`overview, ${backup.safety.state}`, view, printed.overview(pseudo, view)] as const;
    }),
    ['no money', {}, printed.balances(pseudo, [])],
    ['history', history, printed.history(pseudo, history)],
    ...(['starting', 'waiting'] as const).flatMap((state) =>
      (['push', 'pull'] as const).map(
        (kind) => [`${kind} ${state}`, payment, printed.openPayment(pseudo, { ...payment, kind, state })] as const,
      ),
    ),
    ...[paidProvider, freeProvider, folderProvider].map(
      (view) => [`place ${view.name}`, view, [printed.provider(pseudo, view)]] as const,
    ),
    ...[
      { ...offered, takesFee: true, keepsOlder: false, annualFee: 'KUDOS:1', storageLimitMb: 16, liability: 'KUDOS:3' },
      { ...offered, takesFee: true, keepsOlder: false },
      { ...offered, takesFee: false, keepsOlder: true },
    ].map((view) => ['a place offered', view, [printed.providerOffer(pseudo, view)]] as const),
  ])('%s', (_what, view, lines) => {
    expect(lines.join('')).toContain('⟦');
    expect(unmarked(lines, `${JSON.stringify(view)} MB kB`)).toEqual([]);
  });

  test('what a takeover came to names a folder as its person does, and by its number where it has no name', () => {
    const id = folderProvider.id;
    const source = { provider: id, name: 'Blue stick', answer: 'found', notes: [] } as const;
    const lines = printed
      .takeoverReport(words('en', 'UTC'), {
        ...joined,
        sources: [source],
        marked: [
          { provider: id, done: true },
          { provider: 'holdfast+folder:ZZZZZZZZZZZZZZZZZZZZZZZZZZ', done: false },
        ],
      })
      .slice(-2);
    expect(lines).toEqual([
      expect.stringContaining('Blue stick'),
      expect.stringContaining('ZZZZZZZZZZZZZZZZZZZZZZZZZZ'),
    ]);
    expect(lines[0]).not.toContain(id);
  });

  test('the help, but for the commands themselves', () => {
    const uses = ['status', 'withdraw', 'sheet', 'restore', 'takeover', 'run'].map((name) => useOf(name, pseudo));
    const lines = helpText(pseudo)
      .split('\n')
      .filter((line) => !line.startsWith('  ') && !line.startsWith('holdfast ['));
    expect(unmarked(lines, uses.join(' '))).toEqual([]);
  });
});

/** What a person at the terminal reads: what the command asks and says on its way, what it prints, or why it was refused. */
const saidTo = async (app: WalletApp, argv: readonly string[]): Promise<readonly string[]> => {
  const lines: string[] = [];
  const terminal = {
    words: pseudo,
    ask: async (question: string) => (lines.push(question), false),
    answer: async (question: string) => (lines.push(question), ''),
    readInput: async () => ok(''),
    readAll: async () => '',
    say: (text: string) => void lines.push(...text.split('\n')),
    sleep: async () => undefined,
    passphrase: undefined,
    directory: folder,
    isThere: false,
  };
  const parsed = parseCommand(argv);
  const result = parsed.ok ? await executeCommand(app, parsed.value, terminal) : parsed;
  return [...lines, ...(result.ok ? result.value.lines(pseudo) : [sayFailure(pseudo, result.error)])];
};

describe('every command', () => {
  const data = join(folder, 'wallet');
  const sheet = join(folder, 'sheet.txt');
  writeFileSync(sheet, 'HOLDFAST-RECOVERY-1\nsecret:\n 1 HOLD1\nEND\n');
  const commands: readonly (readonly string[])[] = [
    ['status'],
    ['balance'],
    ['history'],
    ['exchange', 'list'],
    ['exchange', 'add', 'http://127.0.0.1:1/'],
    ['exchange'],
    ['withdraw', 'KUDOS:1'],
    ['pay'],
    ['pay', 'taler://pay/127.0.0.1:1/x/'],
    ['send', 'KUDOS:1'],
    ['send', 'KUDOS:1', '--expires', 'soon'],
    ['request', 'KUDOS:1'],
    ['receive', 'taler://pay-push/127.0.0.1:1/x'],
    ['refund'],
    ['abort', 'nothing'],
    ['without-backup', 'nothing'],
    ['deposit', 'KUDOS:1', '--to', 'payto://iban/DE00'],
    ['provider', 'list'],
    ['provider', 'add', join(folder, 'nowhere')],
    ['provider', 'remove', 'http://127.0.0.1:1/'],
    ['backup'],
    ['backup', '--copies', '3'],
    ['backup', '--copies', '99'],
    ['sheet'],
    ['sheet', '--paper', 'A5'],
    ['restore', '--sheet', sheet],
    ['restore', '--sheet', join(folder, 'none')],
    ['devices'],
    ['abandon'],
    ['empty'],
    ['takeover', 'here'],
    ['run'],
    ['run', '--timeout', 'soon'],
    ['withdrow'],
    ['status', '--what'],
    ['--data'],
  ];

  test('says nothing that is not from the words', async () => {
    const opened = await openWalletApp({ dataDirectory: data, world: realWorld(), loop: false, words: pseudo });
    if (!opened.ok) throw new Error(opened.error.kind);
    const app = opened.value;
    try {
      expect(await app.handle('app.create', { protection: { type: 'unprotected' } })).toMatchObject({ ok: true });
      const found: string[] = [];
      for (const argv of commands) {
        const lines = await saidTo(app, argv);
        expect([argv, lines.length > 0]).toEqual([argv, argv[0] !== 'history' && argv[1] !== 'list']);
        const known = [...argv, folder, useOf(argv[0] ?? '', pseudo), 'http', 'localhost'].join(' ');
        found.push(...unmarked(lines, known).map((line) => `${argv.join(' ')}: ${line}`));
      }
      expect(found).toEqual([]);
    } finally {
      await app.close();
    }
  });

  test('in German, and in the language of the environment', async () => {
    await holdfast(['--unprotected', '--data', data, 'name', '--wallet', 'W']);
    const { out } = await holdfast(['--lang', 'de', '--unprotected', '--data', data, 'balance']);
    expect(out).toBe('Noch kein Geld.\n');
    const refused = await holdfast(['--lang', 'de-CH', 'withdrow']);
    expect([refused.code, refused.err]).toEqual([
      2,
      "„withdrow“ ist kein Befehl. Es wurde nichts geändert. Siehe 'holdfast --help'.\n",
    ]);
  });
});
