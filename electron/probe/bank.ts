// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../shared/amount.ts';
import { bankConfig } from '../taler/bank/config.ts';
import { operationStatus } from '../taler/bank/operation.ts';
import { parseBaseUrl } from '../taler/wire/base-url.ts';
import { parseTalerUri } from '../taler/wire/taler-uri.ts';
import { failed, holds, notReached, notTried } from './checks.ts';
import { isLink } from './money.ts';
import type { MoneyWalk, Walk } from './walk.ts';

/** Under this name banks keep what wallets ask them for. */
const INTEGRATION = 'taler-integration/';

/** What a bank says of itself and, where a link of it was given, of that withdrawal. */
export const lookAtBank = async (walk: Walk): Promise<void> => {
  const { bank } = walk.wish;
  if (bank === undefined) return;
  const link = isLink(bank) ? parseTalerUri(bank) : undefined;
  const operation = link?.ok === true && link.value.action === 'withdraw' ? link.value : undefined;
  const bankBaseUrl = operation?.bankBaseUrl ?? addressOf(bank);
  if (bankBaseUrl === undefined) {
    walk.note(failed('bank-config', { kind: 'malformed-base-url', text: bank.slice(0, 120) }));
    return;
  }
  walk.nameServer('bank', bankBaseUrl);
  walk.begin('bank-config');
  const config = await bankConfig(walk.world, bankBaseUrl);
  if (!config.ok) {
    walk.note(failed('bank-config', config.error));
    return;
  }
  walk.note(holds({ kind: 'bank-config', facts: { version: config.value.version } }));
  if (operation === undefined) {
    for (const name of ['bank-offer', 'bank-transfer'] as const)
      walk.note(notTried(name, { kind: 'needs-link', facts: {} }));
    return;
  }
  walk.begin('bank-offer');
  const offer = await operationStatus(walk.world, operation);
  if (!offer.ok) {
    walk.note(failed('bank-offer', offer.error));
    return;
  }
  const { amount } = offer.value;
  walk.note(holds({ kind: 'bank-offer', facts: amount === undefined ? {} : { sum: amountToText(amount) } }));
};

/** Whether the money of its link has come. */
export const lookAtTransfer = ({ store, note, wish, checkOf }: MoneyWalk): void => {
  if (wish.bank === undefined || !isLink(wish.bank) || checkOf('bank-offer')?.state !== 'holds') return;
  const isHere = store
    .entries('withdrawal')
    .some(({ value }) => value.origin.type === 'bank' && value.status === 'done');
  note(
    isHere ? holds({ kind: 'bank-transfer', facts: {} }) : notReached('bank-transfer', { kind: 'no-money', facts: {} }),
  );
};

const addressOf = (text: string): string | undefined => {
  const read = parseBaseUrl(text);
  if (!read.ok) return undefined;
  return read.value.endsWith(INTEGRATION) ? read.value : `${read.value}${INTEGRATION}`;
};
