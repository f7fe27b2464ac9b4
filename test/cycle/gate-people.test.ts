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

  it('pays the first provider when there is no other money: taken, the fee withdrawn and paid, the rest after its backup', async () => {
    const mine = watched();
    expect(await add(mine, url(PAID), 'KUDOS:0.1')).toBe('payment-required');
    await accept(mine, await sent());
    expect((await run(mine)).pending).toEqual([]);
    expect(mine.wallet.history().filter(({ type }) => type === 'provider-fee')).toMatchObject([{ state: 'done' }]);
    expect(Math.min(...(await copiesBefore(mine)))).toBe(1);
  });
  it('is not taken without any copy because some other provider wants a fee that cannot be paid', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    expect(await add(mine, url(PAID), 'KUDOS:0.1')).toBe('payment-required');
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
