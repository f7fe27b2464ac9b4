// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { placesLostOnly, type DrillPlaceView, type DrillReportView } from '../../shared/view-drill.ts';
import { canonicalJson } from '../../electron/taler/bytes/canonical-json.ts';
import {
  add,
  install,
  outcomes,
  recoveryText,
  startEconomy,
  testWorld,
  withdraw,
  type Installation,
} from '../support/backup-rig.ts';
import { mustOk } from '../../shared/result.ts';
import { createHttpLog } from '../support/http-log.ts';

// A restore that is carried out for a try: everything is asked, nothing changes.

const base = testWorld();
let sandbox: Sandbox;
let mine: Installation;
let stick: string;
let log = createHttpLog();
beforeAll(async () => {
  sandbox = await startEconomy(base, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }]);
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  log = createHttpLog();
  stick = mkdtempSync(join(tmpdir(), 'holdfast-drill-'));
  mine = install(log.world(base));
  await withdraw(mine, sandbox, 'KUDOS:10');
  await add(mine, url(0));
  await add(mine, stick);
  await outcomes(mine);
  base.move(10 * 60_000);
  return () => rmSync(stick, { recursive: true, force: true });
});
const url = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';
const faults = () => sandbox.syncProviders[0]?.faults ?? expect.fail('no place');

const drilled = async (text: string | undefined = recoveryText(mine)) => {
  const report = await mine.backup.drill(text);
  return report.ok ? report.value : expect.fail(report.error.kind);
};
const byPlace = <T>({ places }: DrillReportView, said: (place: DrillPlaceView) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(places.map((place) => [place.provider === url(0) ? 'service' : 'stick', said(place)]));
const kinds = (said: readonly { readonly kind: string }[]): readonly string[] => said.map(({ kind }) => kind);
const safety = () => mine.backup.status().safety;

describe('a drill', () => {
  it('by the sheet: every place by itself, the sum, the coins; it makes the sheet count, and is remembered', async () => {
    const report = await drilled();
    expect(report).toMatchObject({ verdict: 'passed', total: ['KUDOS:9.98'], brought: ['KUDOS:9.98'], lacking: [] });
    expect(report.places.map(({ brings, sums, lost }) => ({ brings, sums, lost }))).toEqual([
      { brings: 'all', sums: ['KUDOS:9.98'], lost: undefined },
      { brings: 'all', sums: ['KUDOS:9.98'], lost: undefined },
    ]);
    expect(report.coinsChecked).toBe(mine.store.coins({}).length);
    expect(kinds(report.said)).toEqual(['all-back', 'oldest']);
    expect(report.sheet?.said[0]?.kind).toBe('brings-all');
    expect(safety().state).toBe('protected');
    expect(mine.backup.status().drill).toMatchObject({ verdict: 'passed', brought: ['KUDOS:9.98'] });
    expect(mine.backup.status().drill?.sheetNumber).toMatch(/^[A-Z\d]{4}$/);
  });

  it('changes no entry, no copy and no clock, and sends nothing but questions', async () => {
    const folder = () => readdirSync(stick).map((name) => [name, readFileSync(join(stick, name)).toString('base64')]);
    const before = [canonicalJson(mine.store.snapshot()), mine.store.revision(), folder(), marksOf(mine)];
    const asked = log.requests.length;
    await drilled();
    expect([canonicalJson(mine.store.snapshot()), mine.store.revision(), folder(), marksOf(mine)]).toEqual(before);
    const methods = new Set(log.requests.slice(asked).map(({ method }) => method));
    expect([...methods]).toEqual(['GET']);
    expect(await outcomes(mine)).toEqual(['unchanged', 'unchanged']);
  });

  it('without a sheet it goes by what the wallet knows, and ticks no paper', async () => {
    const report = await mine.backup.drill();
    expect(report).toMatchObject({ ok: true, value: { verdict: 'passed', brought: ['KUDOS:9.98'] } });
    expect(report.ok && report.value.sheet).toBe(undefined);
    expect(mine.backup.status().sheetTestedAt).toBe(undefined);
  });

  it('money that came after the last copy is named as newer, and is no failure of the places', async () => {
    await withdraw(mine, sandbox, 'KUDOS:3');
    const report = await drilled();
    expect(report).toMatchObject({
      verdict: 'behind',
      total: ['KUDOS:12.97'],
      brought: ['KUDOS:9.98'],
      lacking: ['KUDOS:2.99'],
    });
    expect(kinds(report.said)).toEqual(['not-all', 'oldest', 'later']);
    expect(report.places.every(({ brings, lost }) => brings === 'part' && lost === undefined)).toBe(true);
    await outcomes(mine);
    expect(await drilled()).toMatchObject({ verdict: 'passed', brought: ['KUDOS:12.97'] });
  });

  it('a place that is rolled back is named, says so until another drill has passed, and what to do', async () => {
    await withdraw(mine, sandbox, 'KUDOS:3');
    await outcomes(mine);
    base.move(10 * 60_000);
    faults().once({ method: 'GET', path: '/backups/' }, { serveOld: true });
    const report = await drilled();
    expect(report).toMatchObject({ verdict: 'failed', brought: ['KUDOS:12.97'], lacking: [] });
    expect(report.places.find(({ provider }) => provider === url(0))).toMatchObject({
      brings: 'part',
      sums: ['KUDOS:9.98'],
      lost: true,
      notes: [{ kind: 'older-than-stored' }],
    });
    expect(kinds(report.said)).toContain('lost-at');
    expect(placesLostOnly(report)).toBe(1);
    // The stick alone brings all of it.
    expect(report.said).toContainEqual(
      expect.objectContaining({ facts: expect.objectContaining({ found: 1, of: 2 }) }),
    );
    expect(safety()).toMatchObject({ state: 'at-risk', said: [{ kind: 'drill-failed' }], next: 'copy-now' });
    base.move(1000);
    await outcomes(mine);
    expect(safety()).toMatchObject({ state: 'at-risk', said: [{ kind: 'drill-failed' }], next: 'test-again' });
    expect(await drilled()).toMatchObject({ verdict: 'passed' });
    expect(safety().state).toBe('protected');
  });

  it('a place that was rolled back is not cleared by a test that it did not answer', async () => {
    await withdraw(mine, sandbox, 'KUDOS:3');
    await outcomes(mine);
    base.move(10 * 60_000);
    faults().once({ method: 'GET', path: '/backups/' }, { serveOld: true });
    expect(await drilled()).toMatchObject({ verdict: 'failed' });
    const [named] = safety().said;
    base.move(1000);
    faults().once({ method: 'GET', path: '/backups/' }, { closeConnection: true });
    faults().once({ method: 'GET', path: '/backups/' }, { closeConnection: true });
    expect(await drilled()).toMatchObject({ verdict: 'passed' });
    expect(safety()).toMatchObject({ state: 'at-risk', said: [named], next: 'copy-now' });
    base.move(10 * 60_000);
    faults().clear();
    await outcomes(mine);
    expect(safety()).toMatchObject({ state: 'at-risk', said: [named], next: 'test-again' });
    expect(await drilled()).toMatchObject({ verdict: 'passed' });
    expect(safety().state).toBe('protected');
  });

  it('a place that is silent is not tested, and the other brings everything back', async () => {
    faults().once({ method: 'GET', path: '/backups/' }, { closeConnection: true });
    faults().once({ method: 'GET', path: '/backups/' }, { closeConnection: true });
    const report = await drilled();
    expect(report).toMatchObject({ verdict: 'passed', brought: ['KUDOS:9.98'] });
    expect(kinds(report.said)).toEqual(['all-back', 'oldest', 'silent-at']);
  });

  it('a place that holds another wallet’s copy is lost, and so is one whose files are gone', async () => {
    faults().once({ method: 'GET', path: '/backups/' }, { foreignBlob: base.randomBytes(70_000) });
    for (const name of readdirSync(stick)) if (/\.blob|copy/i.test(name)) rmSync(join(stick, name));
    const report = await drilled();
    expect(report).toMatchObject({ verdict: 'failed', total: ['KUDOS:9.98'], brought: [], lacking: ['KUDOS:9.98'] });
    expect(placesLostOnly(report)).toBe(0);
    expect(byPlace(report, ({ answer, lost }) => [answer, lost])).toEqual({
      service: ['unusable', true],
      stick: ['empty', true],
    });
    expect(safety()).toMatchObject({ state: 'at-risk', said: [{ kind: 'drill-failed' }] });
  });

  it('a stick that is not plugged in is silent', async () => {
    renameSync(stick, `${stick}-away`);
    const report = await drilled();
    renameSync(`${stick}-away`, stick);
    expect(byPlace(report, ({ answer, notes, lost }) => [answer, notes[0]?.kind, lost])).toEqual({
      service: ['found', undefined, undefined],
      stick: ['silent', 'folder-missing', undefined],
    });
    expect(report.verdict).toBe('passed');
  });

  it('coins that somebody else has spent are told, and this wallet keeps its own account of them', async () => {
    const thief = install(base);
    const restored = await thief.backup.restore(recoveryText(mine), { folders: [stick] });
    expect(restored.ok).toBe(true);
    const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:4', summary: 'taken' });
    const offer = mustOk(await thief.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await thief.wallet.confirmPay(offer.purchaseId, { shown: offer.total }), 'payment');
    const before = canonicalJson(mine.store.snapshot());
    const report = await drilled();
    expect(kinds(report.said)).toContain('spent-elsewhere');
    expect(report.verdict).toBe('failed');
    expect(canonicalJson(mine.store.snapshot())).toBe(before);
  });

  it('a copy that says of money that it is gone: what lacks is told, and nothing of it is believed', async () => {
    const thief = install(base);
    expect((await thief.backup.restore(recoveryText(mine), { folders: [stick] })).ok).toBe(true);
    const coin = thief.store.coins({})[0] ?? expect.fail('no coin');
    const gone = { ...coin.value, status: 'spent' as const, remaining: 'KUDOS:0' };
    thief.store.transaction((tx) => tx.put('coin', coin.id, gone));
    expect(await outcomes(thief)).toEqual(['stored', 'stored']);
    const before = canonicalJson(mine.store.snapshot());
    const report = await drilled();
    expect(report).toMatchObject({ verdict: 'failed', lacking: [coin.value.remaining] });
    expect(kinds(report.said)).toEqual(['not-all', 'oldest', 'left-out', 'copy-now']);
    expect(canonicalJson(mine.store.snapshot())).toBe(before);
    expect(safety()).toMatchObject({ state: 'at-risk', said: [{ kind: 'drill-failed' }] });
  });

  it('refuses another wallet’s sheet and what is none, and remembers nothing of it', async () => {
    const other = install(base);
    await add(other, url(1));
    expect(await mine.backup.drill(recoveryText(other))).toMatchObject({ ok: false, error: { kind: 'other-sheet' } });
    expect(await mine.backup.drill('HOLDFAST-RECOVERY-1')).toMatchObject({ ok: false });
    expect(await install(base).backup.drill()).toMatchObject({ ok: false, error: { kind: 'wrong-backup-state' } });
    expect(mine.backup.status().drill).toBe(undefined);
  });

  it('one at a time; it can be followed, and stopped while a place hangs', async () => {
    faults().once({ method: 'GET', path: '/backups/' }, { hang: true });
    const first = mine.backup.drill(recoveryText(mine));
    expect(await mine.backup.drill()).toMatchObject({ ok: false, error: { kind: 'drill-running' } });
    await expect.poll(() => mine.backup.drilling()?.places.find(({ answer }) => answer === 'found')).toBeTruthy();
    mine.backup.stopDrill();
    expect(await first).toMatchObject({ ok: false, error: { kind: 'drill-stopped' } });
    expect(mine.backup.drilling()).toBe(undefined);
    expect(mine.backup.status().drill).toBe(undefined);
  });
});

/** What the wallet remembers of its places, beside the entries. */
const marksOf = ({ store }: Installation): unknown =>
  store.entries('provider').map(({ id }) => [store.local.providerProgress(id), store.local.markOf('stored-head', id)]);
