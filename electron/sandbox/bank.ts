// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { addAmounts, amount, amountToText, compareAmounts, parseAmount, subtractAmounts } from '../../shared/amount.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { bytesToCrock, parseCrock } from '../taler/bytes/encodings.ts';
import { integrationRoutes } from './bank-integration.ts';
import {
  abortWithdrawal,
  confirmWithdrawal,
  type BankCustomerExchange,
  type BankRefusal,
  type BankRoom,
} from './bank-room.ts';
import { TERMS_SCHEMA, type WithdrawalTerms } from './bank-terms.ts';
import { createBell } from './bell.ts';
import type { SandboxWorld } from './clock.ts';
import type { FaultList } from './faults.ts';
import type { Books } from './image.ts';
import { amountIn, crock, readJson } from './read.ts';
import { errorReply, jsonReply } from './reply.ts';
import { CORS, startServer, type Routes, type RunningServer } from './server.ts';
import { openStore, portOf, type Store } from './store.ts';

export type Withdrawal = {
  readonly id: string;
  /** `taler+http://withdraw/…` for the wallet */
  readonly talerUri: string;
  /** what the customer does at the bank: rejects until a reserve was chosen, when aborted, or without money */
  readonly confirm: (paid?: string) => Promise<void>;
  readonly abort: () => Promise<void>;
};

type WithdrawalChoice = {
  readonly account?: string;
  readonly exchange?: number;
  readonly terms?: WithdrawalTerms;
};

export type SandboxBank = {
  readonly baseUrl: string;
  readonly integrationBaseUrl: string;
  readonly faults: FaultList;
  readonly http: RunningServer['http'];
  readonly books: Books;
  /** Starts a bank-integrated withdrawal for the account 'customer' (or another) to its preferred exchange; `''`: the sum is not the bank's to say. */
  readonly createWithdrawal: (amountText: string, options?: WithdrawalChoice) => Promise<Withdrawal>;
  /** Sends a bank transfer to an exchange: a funding payto (whose query names amount and subject) or a bare reserve key. */
  readonly transferToReserve: (
    target: string,
    amountText?: string,
    options?: { readonly exchange?: number },
  ) => Result<void, BankRefusal>;
  readonly balance: (account: string) => string;
  /** Books money that an exchange pays out. */
  readonly payOut: (fromAccount: string, toPayto: string, amountText: string, subject: string) => void;
  readonly accountPayto: (account: string) => string;
  readonly register: (exchange: BankCustomerExchange) => void;
  readonly close: () => Promise<void>;
};

/** Everyone but the house starts with this much play money. */
const FIRST_BALANCE = 1_000_000;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS account (name TEXT PRIMARY KEY, balance TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS booking (id INTEGER PRIMARY KEY, debit TEXT NOT NULL, credit TEXT NOT NULL, amount TEXT NOT NULL, subject TEXT NOT NULL, time INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS used_subject (reserve_pub TEXT PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS withdrawal (id TEXT PRIMARY KEY, account TEXT NOT NULL, amount TEXT NOT NULL, exchange INTEGER NOT NULL,
  reserve_pub TEXT, selected_exchange TEXT, state TEXT NOT NULL) STRICT;${TERMS_SCHEMA}`;

export type BankOptions = {
  readonly currency: string;
  readonly file: string;
  /** the versions of its integration: 5:0:5 unless said otherwise */
  readonly integration?: BankRoom['integration'];
  readonly world: SandboxWorld;
  readonly port?: number;
  readonly latencyMs?: number;
};

/** Starts the bank: accounts, bank integration under `/taler-integration/`, and `POST /transfers` for manual transfers. */
export const startBank = async (options: BankOptions): Promise<SandboxBank> => {
  const store = openStore(options.file, SCHEMA);
  const { currency, world } = options;
  const exchanges: BankCustomerExchange[] = [];
  let host = '';
  const accountPayto = (account: string): string => `payto://x-taler-bank/${host}/${account}?receiver-name=${account}`;

  const transfer: BankRoom['transfer'] = (from, exchange, reservePub, amountText) => {
    const booked = store.attempt(() => {
      store.run('INSERT OR IGNORE INTO used_subject VALUES (?)', reservePub);
      return move({ store, currency, world }, from, exchange.account, { amountText, subject: reservePub });
    });
    if (!booked.ok) return booked;
    exchange.credit({ reservePub, amount: amountText, senderPayto: accountPayto(from), wireReference: booked.value });
    return ok(undefined);
  };

  const room: BankRoom = {
    store,
    currency,
    integration: options.integration ?? '5:0:5',
    world,
    exchanges: () => exchanges,
    accountPayto,
    transfer,
    baseUrl: () => server.baseUrl,
    bell: createBell(world),
  };
  const server = await startServer({
    world,
    port: portOf(store, options),
    ...(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs }),
    headers: CORS,
    unknownPath: (request) => errorReply(404, 21, { detail: request.path }),
    routes: { ...integrationRoutes(room), ...bankRoutes(room) },
  });
  store.keep('port', String(server.port));
  host = `127.0.0.1:${server.port}`;

  return {
    baseUrl: server.baseUrl,
    integrationBaseUrl: integrationOf(room),
    faults: server.faults,
    http: server.http,
    books: store,
    accountPayto,
    transferToReserve: (target, amountText, how) => transferToReserve(room, target, amountText, how),
    createWithdrawal: async (amountText, how) => createWithdrawal(room, amountText, how),
    balance: (account) => balanceOf(store, currency, account),
    payOut: (fromAccount, toPayto, amountText, subject) => {
      const to = /\/([^/?]*)(?:\?|$)/.exec(toPayto)?.[1] ?? toPayto;
      // an exchange that pays more than it took is a defect of the sandbox
      const paid = store.attempt(() => move(room, fromAccount, to, { amountText, subject }));
      if (!paid.ok) throw new Error(`defect: account ${fromAccount} cannot pay ${amountText}`);
    },
    register: (exchange) => {
      exchanges.push(exchange);
      store.run('INSERT OR IGNORE INTO account VALUES (?, ?)', exchange.account, `${currency}:0`);
    },
    close: async () => {
      await server.close();
      store.close();
    },
  };
};

/** Books a sum from one account to another; gives the booking's number. */
const move = (
  { store, currency, world }: Pick<BankRoom, 'store' | 'currency' | 'world'>,
  from: string,
  to: string,
  { amountText, subject }: { readonly amountText: string; readonly subject: string },
): Result<number, BankRefusal> => {
  const sum = amount(amountText);
  const has = amount(balanceOf(store, currency, from));
  if (compareAmounts(has, sum) < 0) return err({ kind: 'bank-refused', status: 409, code: 5102 });
  setBalance(store, from, amountToText(subtractAmounts(has, sum)));
  setBalance(store, to, amountToText(addAmounts(amount(balanceOf(store, currency, to)), sum)));
  const { lastId } = store.run(
    'INSERT INTO booking VALUES (NULL, ?, ?, ?, ?, ?)',
    from,
    to,
    amountText,
    subject,
    world.now(),
  );
  return ok(lastId);
};

/** A transfer of the customer's to a reserve, named by its key or by the payto address to fund it. */
const transferToReserve = (
  { currency, exchanges: known, transfer }: BankRoom,
  target: string,
  amountText?: string,
  how: { readonly exchange?: number } = {},
): Result<void, BankRefusal> => {
  const exchanges = known();
  const meant = target.startsWith('payto://')
    ? readFunding(target, exchanges)
    : { reservePub: target, amount: undefined, exchange: exchanges[how.exchange ?? 0] };
  const sum = parseAmount(amountText ?? meant.amount ?? '');
  if (!meant.exchange || !parseCrock(meant.reservePub, 32).ok)
    return err({ kind: 'bank-refused', status: 404, code: 5106 });
  if (!sum.ok || sum.value.currency !== currency) return err({ kind: 'bank-refused', status: 400, code: 26 });
  return transfer('customer', meant.exchange, meant.reservePub.toUpperCase(), amountToText(sum.value));
};

/** The bank's own requests: its accounts, and transfers that a person makes by hand. */
const bankRoutes = (room: BankRoom): Routes => {
  const transferBody = z.object({
    payto: z.string().max(2000).optional(),
    reserve_pub: crock(32).optional(),
    amount: amountIn(room.currency).optional(),
  });
  return {
    'GET /config': () => jsonReply(200, { name: 'taler-bank', version: '0:0:0', currency: room.currency }),
    'GET /accounts/:name': ({ args: [name = ''] }) =>
      jsonReply(200, { balance: balanceOf(room.store, room.currency, name), payto_uri: room.accountPayto(name) }),
    'POST /transfers': async (request) => {
      const body = await readJson(request, transferBody);
      if (!body.ok) return body.error;
      const done = transferToReserve(room, body.value.payto ?? body.value.reserve_pub ?? '', body.value.amount);
      return done.ok ? jsonReply(200, {}) : errorReply(done.error.status, done.error.code);
    },
  };
};

/** What a bank's own page starts: a withdrawal that a wallet selects and the customer confirms. */
const createWithdrawal = (room: BankRoom, amountText: string, how: WithdrawalChoice = {}) => {
  const parsed = amountText === '' ? '' : amountToText(amount(amountText));
  const id = bytesToCrock(room.world.randomBytes(16));
  room.store.run(
    "INSERT INTO withdrawal VALUES (?, ?, ?, ?, NULL, NULL, 'open')",
    id,
    how.account ?? 'customer',
    parsed,
    how.exchange ?? 0,
  );
  if (how.terms !== undefined)
    room.store.run('INSERT INTO withdrawal_terms VALUES (?, ?)', id, JSON.stringify(how.terms));
  return {
    id,
    talerUri: `taler+http://withdraw/${integrationOf(room).slice('http://'.length)}${id}`,
    confirm: async (paid?: string) => orReject(confirmWithdrawal(room, id, paid)),
    abort: async () => orReject(abortWithdrawal(room, id)),
  };
};

const integrationOf = ({ baseUrl }: Pick<BankRoom, 'baseUrl'>): string => `${baseUrl()}taler-integration/`;

/** Whoever scripts the bank's customer wants to hear of a refusal, not to look for it. */
const orReject = (done: Result<void, BankRefusal>): void => {
  if (!done.ok) throw new Error(`the bank refused: ${done.error.status}/${done.error.code}`);
};

const balanceOf = (store: Store, currency: string, name: string): string =>
  store.one<{ balance: string }>('SELECT balance FROM account WHERE name = ?', name)?.balance ??
  `${currency}:${FIRST_BALANCE}`;

const setBalance = (store: Store, name: string, balance: string): void => {
  store.run(
    'INSERT INTO account VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET balance = excluded.balance',
    name,
    balance,
  );
};

const readFunding = (payto: string, exchanges: readonly BankCustomerExchange[]) => {
  const [bare = '', query = ''] = payto.split('?', 2);
  const params = new URLSearchParams(query);
  const account = bare.split('/').at(-1);
  const subject = params.get('message') ?? params.get('subject') ?? '';
  return {
    reservePub: /[0-9A-Z]{52}/i.exec(subject)?.[0] ?? '',
    amount: params.get('amount') ?? undefined,
    exchange: exchanges.find((each) => each.account === account),
  };
};
