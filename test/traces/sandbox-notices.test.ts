// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../electron/sandbox/faults.ts';
import { asObject } from './reenact-json.ts';
import { reenact } from './reenact.ts';

// A comparison that never finds anything proves nothing: one answer of the sandbox is spoilt at a time, and the
// re-enactment must name just that.

type Spoilt = {
  readonly what: string;
  readonly trace: string;
  readonly step: string;
  readonly fault: Fault;
  readonly named: readonly string[];
};

const without =
  (member: string) =>
  (body: unknown): unknown =>
    Object.fromEntries(Object.entries(asObject(body)).filter(([name]) => name !== member));

const SPOILT: readonly Spoilt[] = [
  {
    what: 'another status',
    trace: 'v23-reserve',
    step: 'reserve-after-open',
    fault: { status: 503 },
    named: ['status'],
  },
  {
    what: 'a member left out',
    trace: 'v23-reserve',
    step: 'reserve-after-open',
    fault: { changeJson: without('last_origin') },
    named: ['last_origin'],
  },
  {
    what: 'a member too many',
    trace: 'v17-reserve',
    step: 'reserve-after-open',
    fault: { changeJson: (body) => ({ ...asObject(body), last_origin: 'x' }) },
    named: ['last_origin'],
  },
  {
    what: 'another amount',
    trace: 'v23-reserve',
    step: 'reserve-after-open',
    fault: { changeJson: (body) => ({ ...asObject(body), balance: 'KUDOS:2.8' }) },
    named: ['balance'],
  },
  {
    what: 'another error code',
    trace: 'v23-reserve',
    step: 'close-unknown',
    fault: { changeJson: (body) => ({ ...asObject(body), code: 1028 }) },
    named: ['code'],
  },
  {
    what: 'another time',
    trace: 'v23-reserve',
    step: 'open-no-payment',
    fault: { changeJson: (body) => ({ ...asObject(body), reserve_expiration: { t_s: 1_797_861_888 } }) },
    named: ['t_s'],
  },
  {
    what: 'an unquoted tag',
    trace: 'v23-reserve',
    step: 'reserve-history',
    fault: { replaceHeaders: { etag: '3' } },
    named: ['etag'],
  },
  {
    what: 'a wrong confirmation',
    trace: 'v23-aggregate',
    step: 'batch-deposit',
    fault: { lieAboutSignature: true },
    named: ['signature'],
  },
  {
    what: 'a wrong signature on the coins',
    trace: 'v23-aggregate',
    step: 'withdraw',
    fault: { wrongDenominationSignature: true },
    named: ['signature'],
  },
  {
    what: 'wrong keys',
    trace: 'v17-keys-full',
    step: 'keys-full',
    fault: { badMasterSignature: 'denominations' },
    named: ['signature'],
  },
  { what: 'no answer', trace: 'v17-reserve', step: 'attest-get', fault: { closeConnection: true }, named: ['status'] },
];

describe('an answer spoilt on purpose is noticed', () => {
  test.each(SPOILT)('$what', { timeout: 30_000 }, async ({ trace, step, fault, named }) => {
    const played = await reenact(trace, (next, exchange) => {
      if (next.step === step) exchange.faults.once({ method: next.request.method }, fault);
    });
    const noticed = played
      .filter((one) => one.step.step === step)
      .flatMap(({ defects, findings }) => [...defects, ...findings]);
    expect(noticed.map(({ member }) => member)).toEqual(expect.arrayContaining([...named]));
  });
});
