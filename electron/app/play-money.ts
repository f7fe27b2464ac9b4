// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync } from 'node:fs';
import { PLAY_CURRENCY, PLAY_KEEPERS } from '../../shared/play.ts';
import type { PlayMessageView, PlayPlaceView } from '../../shared/view.ts';
import { parseTalerUri } from '../taler/wire/taler-uri.ts';
import type { World } from '../world.ts';
import { readGeneration, type Generation } from '../sandbox/exchange/room.ts';
import type { AnastasisChoice, Sandbox } from '../sandbox/sandbox.ts';

/** One of several ways to pay an order of the play shop. */
export type PlayWay = { readonly amount: string; readonly description: string };

/** The built-in play-money economy: a bank, an exchange, a shop, two backup providers and three of escrow on this machine, with real cryptography. */
export type PlayMoney = {
  readonly exchange: string;
  readonly currency: string;
  readonly providers: readonly PlayPlaceView[];
  readonly escrowPlaces: readonly PlayPlaceView[];
  /** what the places of escrow have sent to telephones and mail boxes, of each the newest first: nobody else delivers it */
  readonly messages: () => readonly PlayMessageView[];
  /** starts a withdrawal at the play bank; `confirm` is what the person would tap in the bank's own app */
  readonly createWithdrawal: (
    amount: string,
  ) => Promise<{ readonly talerUri: string; readonly confirm: () => Promise<void> }>;
  /** whether its money pays orders that leave a choice: an exchange of long ago cannot sign which is meant */
  readonly takesChoices: boolean;
  /** where there are `ways` it leaves a choice among them */
  readonly createOrder: (amount: string, summary: string, ways?: readonly PlayWay[]) => Promise<string>;
  /** gives the link of an offer that stands ready as long as this program runs; the sum is only proposed */
  readonly createOffer: (proposed: string, summary: string) => string;
  /** grants a refund of a paid order, named by its pay address; gives the address under which a wallet fetches it, if there is one to grant */
  readonly refundOrder: (payUri: string, amount: string) => Promise<string | undefined>;
  readonly close: () => Promise<void>;
};

/** the play shop takes things back for a day */
const REFUND_PERIOD_MS = 24 * 3600 * 1000;

/** the one offer that stands ready in the play shop */
const OFFER = 'lighthouse';

const FREE = `${PLAY_CURRENCY}:0`;

/** Both forms there are, and one that is paid: what a person meets outside. */
const ESCROW_PLACES: readonly AnastasisChoice[] = [
  {
    name: PLAY_KEEPERS.free,
    form: '2021',
    methods: { question: FREE, email: FREE, sms: `${PLAY_CURRENCY}:0.02`, totp: FREE },
  },
  {
    name: PLAY_KEEPERS.paid,
    form: '2022',
    methods: { question: FREE, email: FREE, sms: FREE, totp: FREE, post: `${PLAY_CURRENCY}:0.5` },
    annualFee: `${PLAY_CURRENCY}:0.05`,
    truthUploadFee: `${PLAY_CURRENCY}:0.01`,
  },
  { name: PLAY_KEEPERS.other, form: '2022', methods: { question: FREE, email: FREE, totp: FREE } },
];
/** Older ones are codes of another day. */
const MOST_MESSAGES = 20;

/**
 * Starts the economy with its data in `directory` (created when missing), on the addresses it had before. Its exchange speaks as those of
 * today unless `generation` says otherwise; one that is there already goes on as it was.
 */
export const startPlayMoney = async (directory: string, world: World, generation?: Generation): Promise<PlayMoney> => {
  const isNew = generation !== undefined && !existsSync(directory);
  const { startSandbox } = await import('../sandbox/sandbox.ts');
  const sandbox: Sandbox = await startSandbox({
    directory,
    currency: PLAY_CURRENCY,
    now: world.now,
    sleep: world.sleep,
    randomBytes: world.randomBytes,
    exchanges: [isNew ? { generation } : {}],
    syncProviders: [
      { name: 'Free play provider', annualFee: `${PLAY_CURRENCY}:0` },
      { name: 'Paid play provider', annualFee: `${PLAY_CURRENCY}:0.1` },
    ],
    anastasisProviders: ESCROW_PLACES,
  });
  const exchange = sandbox.exchanges[0];
  if (exchange === undefined) throw new Error('defect: the sandbox has no exchange');
  return {
    exchange: exchange.baseUrl,
    currency: PLAY_CURRENCY,
    takesChoices: exchange.generation !== 'v14',
    providers: sandbox.syncProviders.map((provider) => ({
      url: provider.baseUrl,
      name: provider.name,
      annualFee: provider.annualFee,
    })),
    escrowPlaces: sandbox.anastasisProviders.map(({ baseUrl, name, annualFee }) => ({ url: baseUrl, name, annualFee })),
    messages: () =>
      sandbox.anastasisProviders
        .flatMap(({ baseUrl, sent }) =>
          sent().map(({ address, code }) => ({ place: baseUrl, address, code: String(code) })),
        )
        .toReversed()
        .slice(0, MOST_MESSAGES),
    createWithdrawal: (amount) => sandbox.bank.createWithdrawal(amount),
    createOrder: async (amount, summary, choices) => {
      const terms = { amount, summary, refundWithinMs: REFUND_PERIOD_MS };
      return (await sandbox.merchant.createOrder(choices === undefined ? terms : { ...terms, choices })).talerPayUri;
    },
    createOffer: (proposed, summary) =>
      sandbox.merchant.createTemplate({
        id: OFFER,
        contract: { summary },
        defaults: { amount: proposed },
        requiredCurrency: PLAY_CURRENCY,
        instead: { refundWithinMs: REFUND_PERIOD_MS },
      }),
    refundOrder: async (payUri, amount) => {
      const paid = parseTalerUri(payUri);
      if (!paid.ok || paid.value.action !== 'pay') return undefined;
      if (sandbox.merchant.orderStatus(paid.value.orderId) !== 'paid') return undefined;
      await sandbox.merchant.refund(paid.value.orderId, amount);
      return payUri.replace('//pay/', '//refund/');
    },
    close: () => sandbox.close(),
  };
};

/** What was said on the command line of a new economy's exchange. Fails for a name that there is none of. */
export const playOptions = (exchange: string): { readonly playExchange?: Generation } =>
  exchange === '' ? {} : { playExchange: readGeneration(exchange) };

/** The economy of this process, started when it is first wanted. */
export type OwnPlayMoney = {
  /** starts it, or waits for the start that is under way; a failed start is tried anew at the next call */
  readonly started: () => Promise<PlayMoney>;
  readonly running: () => PlayMoney | undefined;
  /** whether a start is under way: it takes a few seconds, and nothing is missing yet */
  readonly isStarting: () => boolean;
  /** whether it ever ran on this directory */
  readonly wasHere: () => boolean;
  readonly close: () => Promise<void>;
};

/** At most one economy on `directory`, however often it is asked for. */
export const ownPlayMoney = (directory: string, world: World, generation?: Generation): OwnPlayMoney => {
  let starting: Promise<PlayMoney> | undefined;
  let running: PlayMoney | undefined;
  return {
    started: () => {
      starting ??= startPlayMoney(directory, world, generation).then(
        (started) => (running = started),
        (error: unknown) => {
          starting = undefined;
          throw error;
        },
      );
      return starting;
    },
    running: () => running,
    isStarting: () => starting !== undefined && running === undefined,
    wasHere: () => existsSync(directory),
    close: async () => running?.close(),
  };
};
