// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { describe, expect, it } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { add, install, type Installation } from '../support/backup-rig.ts';
import { coins, FREE, gateLab, PAID } from './gate-lab.ts';

const { base, exchange, providers, url, watched, copiesBefore, begin, run } = await gateLab();

describe('money from a person', () => {
  const sent = async (): Promise<string> => {
    const sender = install(base);
    await begin(sender, 'KUDOS:6');
    await run(sender);
    return mustOk(await sender.wallet.peer.send({ amount: 'KUDOS:2', summary: 'lunch' }), 'sent').uri ?? '';
  };
  const accept = async ({ wallet }: Installation, uri: string): Promise<void> => {
    const offer = mustOk(await trusting((asked) => wallet.peer.prepare(uri, asked)), 'offer');
    mustOk(await wallet.peer.confirm(offer.id), 'acceptance');
  };

  it('stays with its sender until the key of our reserve is stored', async () => {
    const mine = watched();
    await accept(mine, await sent());
    expect((await run(mine)).pending).toMatchObject([
      { waitingFor: 'provider', why: { facts: { why: 'no-provider', staysIn: { kind: 'sender' } } } },
    ]);
    expect(mine.requests.some((each) => each.endsWith('/merge'))).toBe(false);
    await add(mine, url(FREE));
    expect((await run(mine)).pending).toEqual([]);
    expect(coins(mine)).toBeGreaterThan(0);
    expect(Math.min(...(await copiesBefore(mine)))).toBe(1);
  });

  it('is not taken unasked when the first place wants a fee and there is nothing to pay it with', async () => {
    const mine = watched();
    expect(await add(mine, url(PAID))).toBe('payment-required');
    await accept(mine, await sent());
    // Nobody but the person can go on from here, and waiting does not end by itself.
    expect(await run(mine, 60_000)).toMatchObject({ timedOut: false, needsPerson: true });
    const [waits, ...others] = mine.wallet.pending();
    expect([waits, others]).toMatchObject([
      {
        type: 'peer-receive',
        waitingFor: 'provider',
        withoutBackup: 'KUDOS:2',
        why: {
          kind: 'not-backed-up-yet',
          facts: { why: 'fees-lacking', staysIn: { kind: 'sender' }, fees: ['KUDOS:0.1'] },
        },
      },
      [],
    ]);
    expect(mine.requests.some((each) => each.endsWith('/merge'))).toBe(false);
    expect(mine.store.entries('withdrawal')).toEqual([]);
    // Asked about this sum, the person says yes: it comes, and what comes pays the place.
    mustOk(await mine.wallet.goOnWithoutBackup(waits?.id ?? ''), 'yes');
    expect((await run(mine)).pending).toEqual([]);
    await mine.backup.cycle();
    expect((await run(mine)).pending).toEqual([]);
    expect(mine.wallet.history().filter(({ type }) => type === 'provider-fee')).toMatchObject([{ state: 'done' }]);
    expect(mine.backup.status().safety.uncopied).toEqual([]);
  });

  it('is taken by itself once other money has paid the place', async () => {
    const mine = watched();
    expect(await add(mine, url(PAID))).toBe('payment-required');
    await accept(mine, await sent());
    await run(mine);
    await begin(mine, 'KUDOS:1.01');
    expect((await run(mine, 60_000)).pending).toEqual([]);
    expect(mine.wallet.history().filter(({ type }) => type === 'provider-fee')).toMatchObject([{ state: 'done' }]);
    expect(mine.wallet.history().filter(({ type }) => type === 'peer-received')).toMatchObject([{ state: 'done' }]);
    expect(Math.min(...(await copiesBefore(mine)))).toBe(1);
  });

  it('nor is an invoice handed out whose money only this disk could find', async () => {
    const mine = watched();
    await mine.wallet.addExchange(exchange.baseUrl);
    expect(await add(mine, url(PAID))).toBe('payment-required');
    mustOk(await mine.wallet.peer.request({ amount: 'KUDOS:2', summary: 'rent' }), 'invoice');
    expect(await run(mine, 60_000)).toMatchObject({ timedOut: false, needsPerson: true });
    expect(mine.wallet.pending()).toMatchObject([
      {
        type: 'invoice',
        withoutBackup: 'KUDOS:2',
        why: { facts: { why: 'fees-lacking', staysIn: { kind: 'payer' } } },
      },
    ]);
    expect(mine.requests.some((each) => /\/reserves\/.*\/purse$/.test(each))).toBe(false);
  });

  it('is not taken without any copy because some other provider wants a fee that cannot be paid', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    expect(await add(mine, url(PAID))).toBe('payment-required');
    await mine.wallet.addExchange(exchange.baseUrl);
    const uri = await sent();
    providers[FREE].faults.always({}, { status: 503 });
    await accept(mine, uri);
    await run(mine, 1_500);
    expect(mine.wallet.pending()).toMatchObject([{ waitingFor: 'provider' }]);
    expect(mine.requests.some((each) => each.endsWith('/merge'))).toBe(false);
    providers[FREE].faults.clear();
    expect((await run(mine)).pending).toEqual([]);
    expect(coins(mine)).toBeGreaterThan(0);
  });
});
