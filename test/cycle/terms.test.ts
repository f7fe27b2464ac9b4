// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import type { Fault } from '../../electron/sandbox/faults.ts';
import { PLAY_TERMS } from '../../electron/sandbox/exchange/terms.ts';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { realWorld } from '../../electron/world.ts';
import type { Answer, RequestName } from '../../shared/contract.ts';
import { mustOk } from '../../shared/result.ts';
import type { TermsView } from '../../shared/view-begin.ts';
import { economyHttp, openEconomy } from '../support/economy.ts';
import { holdfast } from '../support/holdfast.ts';
import { lightly } from '../support/light.ts';

// Nothing is withdrawn before its person has agreed to the issuer's terms of service: of this version, once, as they were shown.

let root: string;
let economy: Sandbox;
let issuers: readonly SandboxExchange[];
let app: WalletApp;
/** who gives and pays, and has never been asked for terms */
let other: WalletApp;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-terms-'));
  const world = lightly({ ...realWorld(() => undefined), http: economyHttp });
  const denominations = [{ value: '1' }];
  economy = await openEconomy(world, {
    syncProviders: [],
    withoutTerms: false,
    exchanges: (['v17', 'v23'] as const).map((generation) => ({ generation, denominations })),
  });
  issuers = economy.exchanges;
  const openApp = async (name: string): Promise<WalletApp> => {
    const opened = mustOk(await openWalletApp({ dataDirectory: join(root, name), world, loop: false }), 'app');
    mustOk(await opened.handle('app.create', { protection: { type: 'unprotected' } }), 'created');
    return opened;
  };
  [app, other] = await Promise.all([openApp('alice'), openApp('other')]);
}, 60_000);
afterAll(async () => {
  await Promise.all([app.close(), other.close()]);
  await economy.close();
  rmSync(root, { recursive: true, force: true });
});

const issuer = (at: number): SandboxExchange => issuers[at] ?? ([] as never);
const said = (answer: Answer<RequestName>): unknown => (answer.ok ? 'ok' : answer.error);
const withdraw = async (at = 1) =>
  said(await app.handle('withdraw.manual', { exchange: issuer(at).baseUrl, amount: 'KUDOS:2', withoutBackup: true }));
/** What a bank offers, at the issuer it names. */
const withdrawByLink = async (at: number) => {
  const [{ talerUri: uri }, newExchange] = [
    await economy.bank.createWithdrawal('KUDOS:2', { exchange: at }),
    issuer(at).baseUrl,
  ];
  return said(await app.handle('withdraw.uri', { uri, withoutBackup: true, newExchange }));
};
const look = async (at = 1, language = 'en'): Promise<TermsView | null> =>
  mustOk(await app.handle('terms.look', { exchange: issuer(at).baseUrl, language }), 'looked').terms;
const accept = async (version: string, at = 1) =>
  said(await app.handle('terms.accept', { exchange: issuer(at).baseUrl, version }));
const fault = (planned: Fault, at = 1): void => issuer(at).faults.once({ path: '/terms' }, planned);

/** how much is being taken and asked for */
const waitingOfPeople = async (): Promise<number> =>
  mustOk(await app.handle('wallet.pending', {}), 'pending').pending.filter(
    ({ type }) => type === 'peer-receive' || type === 'invoice',
  ).length;
/** A payment of the other wallet, which has its money from a time when nobody was asked. */
const sentByOther = async (at: number): Promise<string> => {
  issuer(at).setTerms('none');
  const wish = { exchange: issuer(at).baseUrl, amount: 'KUDOS:6', withoutBackup: true };
  mustOk(await other.handle('exchange.add', { url: issuer(at).baseUrl }), 'added');
  const { payto } = mustOk(await other.handle('withdraw.manual', wish), 'transfer');
  economy.bank.transferToReserve(payto);
  mustOk(await other.runPending({ untilDone: true, timeoutMs: 20_000 }), 'settled');
  const { exchange } = wish;
  return mustOk(await other.handle('peer.send', { amount: 'KUDOS:2', summary: 'tea', exchange }), 'sent').uri;
};

const unaccepted = (at: number, why: 'new' | 'changed') => {
  const exchange = issuer(at).baseUrl;
  return { kind: 'terms-unaccepted', facts: { host: new URL(exchange).host, exchange, why } };
};

describe.each([
  ['v17', 0],
  ['v23', 1],
] as const)('at an issuer of %s', (_, at) => {
  test('a withdrawal waits for the yes to what was shown, and is then never asked again', async () => {
    expect(await withdraw(at)).toEqual(unaccepted(at, 'new'));
    expect(await withdrawByLink(at)).toEqual(unaccepted(at, 'new'));
    // Nothing was shown yet that could be agreed to.
    expect(await accept('tos-play', at)).toEqual(unaccepted(at, 'changed'));
    const terms = await look(at, 'de-CH');
    expect(terms).toMatchObject({ version: 'tos-play', form: 'plain', accepted: false });
    expect(terms?.text).toContain('Bedingungen des Spielgeld-Herausgebers');
    expect(await withdraw(at)).toEqual(unaccepted(at, 'new'));
    expect(await accept('tos-play', at)).toBe('ok');
    expect([await withdraw(at), await withdraw(at)]).toEqual(['ok', 'ok']);
    expect(await look(at)).toMatchObject({ accepted: true, text: expect.stringContaining('Terms of the play-money') });
  });

  test('a new version asks again, and what was shown before is not a yes to it', async () => {
    issuer(at).setTerms({ version: 'tos-2', texts: { en: 'Second version.\n' } });
    expect(await withdraw(at)).toEqual(unaccepted(at, 'changed'));
    expect(await accept('tos-2', at)).toEqual(unaccepted(at, 'changed'));
    expect((await look(at))?.version).toBe('tos-2');
    expect(await accept('tos-2', at)).toBe('ok');
    expect(await withdraw(at)).toBe('ok');
  });

  test('one without terms asks for nothing', async () => {
    issuer(at).setTerms('none');
    expect([await look(at), await withdraw(at)]).toEqual([null, 'ok']);
    issuer(at).setTerms({ version: 'tos-2', texts: { en: 'Second version.\n' } });
  });

  test('a payment that is taken and money that is asked for wait for it, too; what is paid and what was begun do not', async () => {
    const exchange = issuer(at).baseUrl;
    const uri = await sentByOther(at);
    issuer(at).setTerms({ version: 'tos-3', texts: { en: 'Third version.\n' } });
    const offer = mustOk(await app.handle('peer.prepareReceive', { uri }), 'offer');
    const take = async (shown?: string) =>
      said(await app.handle('peer.confirm', { id: offer.id, withoutBackup: true, ...(shown ? { shown } : {}) }));
    const ask = async () =>
      app.handle('peer.request', { amount: 'KUDOS:1', summary: 'tea', exchange, withoutBackup: true });
    const before = await waitingOfPeople();
    // Asked last: nobody reads terms of what would not begin.
    expect(await take('KUDOS:3')).toMatchObject({ kind: 'withdrawal-fees' });
    expect([await take(), said(await ask())]).toEqual([unaccepted(at, 'changed'), unaccepted(at, 'changed')]);
    expect(await waitingOfPeople()).toBe(before);
    await look(at);
    expect(await accept('tos-3', at)).toBe('ok');
    const request = mustOk(await ask(), 'request');
    expect([await take(), request.state]).toEqual(['ok', 'waiting']);
    issuer(at).setTerms({ version: 'tos-4', texts: { en: 'Fourth version.\n' } });
    expect(await take()).toBe('ok');
    const asked = mustOk(await other.handle('peer.prepareReceive', { uri: request.uri }), 'asked');
    expect(await other.handle('peer.confirm', { id: asked.id })).toMatchObject({ value: { state: 'paid' } });
    issuer(at).setTerms({ version: 'tos-2', texts: { en: 'Second version.\n' } });
    await look(at);
    await accept('tos-2', at);
  });
});

describe('a server that misbehaves', () => {
  test('keeps nobody from the own money who has agreed before', async () => {
    fault({ status: 503 });
    expect(await withdraw()).toBe('ok');
  });

  test('gets no yes to megabytes, nor to a version it does not name', async () => {
    fault({ bigBody: { bytes: 600_000 } });
    const huge = await app.handle('terms.look', { exchange: issuer(1).baseUrl, language: 'en' });
    expect(huge).toMatchObject({ ok: false, error: { kind: 'too-large' } });
    fault({ replaceHeaders: { 'taler-terms-version': '', etag: '' }, replaceBody: 'Other words.' });
    const unnamed = await look();
    expect(unnamed).toMatchObject({ text: 'Other words.', accepted: false });
    expect(unnamed?.version).toMatch(/^[0-9A-Z]{52}$/);
  });

  test('runs nothing and hides nothing in what is shown', async () => {
    fault({ replaceHeaders: { 'content-type': 'text/html', etag: 'x' }, replaceBody: '<script>alert(1)</script>' });
    expect(await look()).toMatchObject({ form: 'elsewhere', text: '' });
    const hostile = 'One\r\nt\u202Ewo\u0007\u001B[2J\u200B\n\n\n\n\n\nthree\u2028four';
    fault({ replaceHeaders: { 'content-type': 'text/plain; charset=utf-8', etag: 'x' }, replaceBody: hostile });
    expect((await look())?.text).toBe('One\ntwo[2J\n\n\nthree\nfour');
  });
});

test('at the terminal they are shown whole and asked about; nobody there is no yes', async () => {
  issuer(1).setTerms(PLAY_TERMS);
  const exchange = issuer(1).baseUrl;
  const bob = (...args: string[]) => holdfast(['--data', join(root, 'bob'), '--unprotected', ...args]);
  const wish = ['withdraw', 'KUDOS:2', '--exchange', exchange, '--without-backup'];
  const asked = await bob(...wish, '--json');
  expect([asked.code, (JSON.parse(asked.err.trim().split('\n').at(-1) ?? '') as { kind: string }).kind]).toEqual([
    1,
    'not-confirmed',
  ]);
  const agreed = await bob(...wish, '--yes');
  expect([agreed.code, agreed.err + agreed.out]).toEqual([0, expect.stringContaining('5. How it ends')]);
  expect((await bob(...wish)).code).toBe(0);
  // Asking a person for money brings it from there, too.
  const carl = (...args: string[]) => holdfast(['--data', join(root, 'carl'), '--unprotected', ...args]);
  await carl('exchange', 'add', exchange);
  const request = ['request', 'KUDOS:1', '--exchange', exchange, '--without-backup'];
  expect((await carl(...request)).err).toContain('nothing was changed');
  expect((await carl(...request, '--yes')).err).toContain('5. How it ends');
  expect((await carl(...request)).code).toBe(0);
}, 60_000);
