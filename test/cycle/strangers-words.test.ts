// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { history, offer, refund } from '../../electron/headless/words.ts';
import { sayFailure } from '../../electron/headless/spoken.ts';
import { explainFailure } from '../../electron/wallet/failure/explain.ts';
import { fundingPayto } from '../../electron/taler/wire/payto.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { words } from '../../shared/words/words.ts';
import { fund, runToRest, startWalletLab, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// What a counterparty writes stands between quotation marks beside the host that was really spoken to, wherever it is shown.

const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
/** Written, shown, and whether the name gives itself away. */
const HOSTILE: readonly (readonly [string, string, string, boolean])[] = [
  ['turned around', '\u202enozamA', 'nozamA', true],
  ['Cyrillic letters', 'Аmazon \u2714 verified', 'Аmazon \u2714 verified', true],
  ['zero width', 'Ama\u200bzon', 'Amazon', true],
  ['a tag nobody sees', 'Amazon\u{e0041}', 'Amazon', true],
  ['8 kB', 'A'.repeat(8192), `${'A'.repeat(79)}…`, false],
  ['line breaks', 'Shop\nPaid.\r\nYou get KUDOS:5', 'Shop Paid. You get KUDOS:5', false],
  ['a seal', '\u2713 verified · Holdfast', '\u2713 verified · Holdfast', false],
  ['marks that close', 'Shop” (bank.example) · “Amazon', 'Shop" (bank.example) · "Amazon', false],
  ['a terminal', '\u001b[2J\u001b]0;x\u0007Shop', '[2J]0;xShop', true],
];

const english = words('en-GB');
let lab: WalletLab;
let wallet: OpenWallet;
let host: string;

beforeAll(async () => {
  lab = await startWalletLab();
  wallet = lab.openWallet();
  host = new URL(lab.sandbox.merchant.baseUrl).host;
  await fund(lab, wallet, 'KUDOS:20');
}, 120_000);
afterAll(() => lab.close());

describe.each(HOSTILE)('a shop named with %s', (_, written, shown, odd) => {
  const isOdd = odd ? true : undefined;
  const named = `“${shown}” (`;

  test('is shown beside its host in the question, the history and the refund', async () => {
    const { merchant } = lab.sandbox;
    const order = await merchant.createOrder({
      amount: 'KUDOS:1',
      summary: written,
      refundWithinMs: 3_600_000,
      fulfillmentMessage: written,
      extra: { merchant: { name: written, address: {}, jurisdiction: {} }, minimum_age: 16 },
    });
    const asked = mustOk(await wallet.wallet.preparePay(order.talerPayUri), 'offer');
    expect(asked).toMatchObject({ merchant: shown, merchantHost: host, minimumAge: 16 });
    expect(asked.message).toBe(asked.summary);
    expect(asked.message).not.toMatch(UNSAFE);
    expect(asked.merchantOdd).toBe(isOdd);
    const question = offer(english, asked);
    expect(question).toContain(`${named}${host})`);
    expect(question.includes(english.t('party.odd'))).toBe(odd);
    mustOk(await wallet.wallet.confirmPay(asked.purchaseId), 'paid');
    await merchant.refund(order.orderId, 'KUDOS:0.5');
    const back = mustOk(await wallet.wallet.refund(order.talerPayUri.replace('//pay/', '//refund/')), 'refund');
    expect(back).toMatchObject({ merchant: shown, merchantHost: host });
    expect(back.merchantOdd).toBe(isOdd);
    await runToRest(lab, wallet.wallet);

    const lines = wallet.wallet
      .history()
      .filter(({ id, type }) => id === asked.purchaseId || (type === 'refund' && id.includes(asked.purchaseId)));
    expect(lines.map(({ type }) => type).sort()).toEqual(['payment', 'refund']);
    for (const line of lines) {
      expect(line).toMatchObject({ party: shown, partyHost: host });
      expect(line.partyOdd).toBe(isOdd);
    }
    const printed = [question, refund(english, back), ...history(english, lines)];
    for (const text of printed) {
      expect(text).toContain(`${named}${host})`);
      expect(text).not.toMatch(UNSAFE);
      expect(text.length).toBeLessThan(1000);
    }
    for (const text of history(english, lines)) expect(text.includes(english.t('party.odd'))).toBe(odd);
  }, 60_000);
});

describe.each(HOSTILE)('whoever writes %s', (_, written, shown) => {
  test('into an account is escaped in the address that is shown', () => {
    const payto = `payto://iban/DE75512108001245126199?receiver-name=${written}`;
    const said = fundingPayto(payto, amount('KUDOS:1'), 'R'.repeat(52));
    expect(said).toMatch(/^[\u0021-\u007e]+$/u);
    expect(new URLSearchParams(said.split('?')[1]).get('receiver-name')).toBe(written);
  });

  test('in a refusal is quoted', () => {
    const said = sayFailure(
      english,
      explainFailure({ kind: 'refused', url: 'https://x.example/', status: 409, code: 1, hint: written, body: {} }),
    );
    expect(said).not.toMatch(UNSAFE);
    expect(said).toContain(`“${shown.slice(0, 40)}`);
    expect(said.match(/[“”]/gu)).toEqual(['“', '”']);
  });
});
