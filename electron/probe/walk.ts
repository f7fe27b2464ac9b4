// SPDX-License-Identifier: GPL-3.0-or-later
import type { FailureView } from '../../shared/view.ts';
import type { TermsView } from '../../shared/view-begin.ts';
import type { Store } from '../storage/store.ts';
import type { Exchange } from '../taler/exchange/exchange.ts';
import type { ExchangeKeys } from '../taler/exchange/keys/model.ts';
import type { Wallet } from '../wallet/wallet.ts';
import type { World } from '../world.ts';
import type { Check, CheckName } from './checks.ts';
import type { Secrets } from './secrets.ts';

/** What a person wants to have looked at. */
export type ProbeWish = {
  /** base URL of the exchange */
  readonly exchange: string;
  /** what is withdrawn; the smallest sensible sum unless said */
  readonly amount?: string;
  /** where what is left goes in the end; back to where it came from unless said */
  readonly payto?: string;
  /** what is left stays in the throw-away wallet */
  readonly keeps: boolean;
  /** an address or the link of an order */
  readonly merchant?: string;
  /** what lets us make an order at that shop */
  readonly merchantToken?: string;
  /** an address or the link of a withdrawal, which then brings the money */
  readonly bank?: string;
  readonly sync?: string;
  readonly anastasis?: string;
  /** what all that is paid for may cost together */
  readonly maxFee?: string;
  /** how long a transfer is waited for, in milliseconds */
  readonly waitMs: number;
};

/** What a probe tells while it runs. */
export type Told =
  | { readonly kind: 'kept-in'; readonly folder: string }
  | { readonly kind: 'transfer'; readonly sum: string; readonly payto: string; readonly untilMs: number }
  | { readonly kind: 'confirm'; readonly address: string }
  | { readonly kind: 'check'; readonly check: Check };

/** A probe under way. */
export type Walk = {
  /** whose network writes down what goes through it */
  readonly world: World;
  readonly wish: ProbeWish;
  readonly signal: AbortSignal;
  /** what the requests from now on are for */
  readonly begin: (name: CheckName) => void;
  readonly note: (check: Check) => void;
  readonly checkOf: (name: CheckName) => Check | undefined;
  readonly tell: (told: Told) => void;
  /** shows terms of service and asks whether its person agrees */
  readonly agree: (terms: TermsView) => Promise<boolean>;
  /** in which they are asked for */
  readonly language: string;
  /** whose answers those below this address are */
  readonly nameServer: (name: string, baseUrl: string) => void;
  readonly keepSecrets: (more: Partial<Secrets>) => void;
  readonly secrets: () => Secrets;
};

/** The same with its wallet at the exchange. */
export type MoneyWalk = Walk & {
  readonly store: Store;
  readonly wallet: Wallet;
  readonly client: Exchange;
  readonly keys: ExchangeKeys;
  /** lets the wallet work until that is so; false where it is not after that time, or nothing but a person could go on */
  readonly settle: (isSo: () => boolean, ms: number) => Promise<boolean>;
  /** why the wallet does not get on, by what it told last */
  readonly stuck: () => FailureView | undefined;
};

/** Nothing that needs no person takes longer. */
export const WORK_MS = 5 * 60_000;

/** What an earlier run has found to hold is not looked at again. */
export const areHeld = ({ checkOf }: Walk, names: readonly CheckName[]): boolean =>
  names.every((name) => checkOf(name)?.state === 'holds');
