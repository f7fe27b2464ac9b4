// SPDX-License-Identifier: GPL-3.0-or-later
import { currencySpecification } from './specification.ts';
import { z } from 'zod';
import {
  abortWithdrawal,
  confirmWithdrawal,
  isExchangeAccount,
  type BankRoom,
  type WithdrawalRow,
} from './bank-room.ts';
import { pollUntil } from './bell.ts';
import { sumOfSelection, termsOf } from './bank-terms.ts';
import { amountIn, crock, readJson, readTimeout } from './read.ts';
import { errorReply, jsonReply, plainReply, type Reply } from './reply.ts';
import type { Routes } from './server.ts';

const BASE = '/taler-integration';

/** The bank integration API (protocol 0:0:0, or 5:0:5 which includes it) and the page at which a person confirms. */
export const integrationRoutes = (room: BankRoom): Routes => {
  const find = (id: string): WithdrawalRow | undefined =>
    room.store.one<WithdrawalRow>('SELECT * FROM withdrawal WHERE id = ?', id);
  const acted = (
    done:
      | { readonly ok: true }
      | { readonly ok: false; readonly error: { readonly status: number; readonly code: number } },
  ): Reply => {
    return done.ok ? plainReply(204) : errorReply(done.error.status, done.error.code);
  };
  const selection = z.object({
    reserve_pub: crock(32),
    selected_exchange: z.string().max(2000),
    amount: amountIn(room.currency).optional(),
  });
  return {
    [`GET ${BASE}/config`]: () =>
      jsonReply(200, {
        name: 'taler-bank-integration',
        version: room.integration,
        currency: room.currency,
        ...(room.integration === '0:0:0' ? {} : { currency_specification: currencySpecification(room.currency) }),
      }),
    [`GET ${BASE}/withdrawal-operation/:id`]: async (request) => {
      const [id = ''] = request.args;
      const timeout = readTimeout(request, request.query.has('timeout_ms') ? 'timeout_ms' : 'long_poll_ms');
      if (!timeout.ok) return timeout.error;
      // newer wallets name the state they know; others wait for any change
      const before = request.query.get('old_state') ?? stateName(find(id));
      await pollUntil(room.bell, timeout.value, request.gone, () =>
        stateName(find(id)) === before ? undefined : true,
      );
      const row = find(id);
      return row ? jsonReply(200, statusBody(room, id, row)) : errorReply(404, 5107);
    },
    [`POST ${BASE}/withdrawal-operation/:id`]: async (request) => {
      const [id = ''] = request.args;
      const body = await readJson(request, selection);
      if (!body.ok) return body.error;
      const reply = select(room, id, body.value);
      room.bell.ring();
      return reply;
    },
    [`POST ${BASE}/withdrawal-operation/:id/confirm`]: ({ args: [id = ''] }) => acted(confirmWithdrawal(room, id)),
    [`POST ${BASE}/withdrawal-operation/:id/abort`]: ({ args: [id = ''] }) => acted(abortWithdrawal(room, id)),
    'GET /confirm/:id': ({ args: [id = ''] }) => confirmPage(find(id), id),
    'POST /confirm/:id': ({ args: [id = ''] }) => {
      const done = acted(confirmWithdrawal(room, id));
      return done.kind === 'http' && done.status === 204
        ? plainReply(200, HTML, '<title>Bank</title><p>Confirmed.')
        : done;
    },
  };
};

const HTML = { 'content-type': 'text/html; charset=utf-8' };

const confirmPage = (row: WithdrawalRow | undefined, id: string): Reply =>
  row
    ? plainReply(
        200,
        HTML,
        `<title>Bank</title><form method="post" action="/confirm/${encodeURIComponent(id)}"><button>Withdraw ${row.amount}</button></form>`,
      )
    : errorReply(404, 5107);

const statusBody = (room: BankRoom, id: string, row: WithdrawalRow) => ({
  selection_done: row.reserve_pub !== null,
  transfer_done: row.state === 'confirmed',
  aborted: row.state === 'aborted',
  // Where nobody has said a sum none is told, and who pays in at the bank tells it to the exchange alone.
  ...(row.amount === '' || termsOf(room, id).no_amount_to_wallet === true ? {} : { amount: row.amount }),
  ...(room.integration === '0:0:0' ? {} : { status: stateName(row), currency: room.currency, ...termsOf(room, id) }),
  wire_types: ['x-taler-bank'],
  sender_wire: room.accountPayto(row.account),
  suggested_exchange: room.exchanges()[row.exchange]?.baseUrl,
  confirm_transfer_url: `${room.baseUrl()}confirm/${id}`,
});

/** Names as newer versions of the API spell them. */
const stateName = (row: WithdrawalRow | undefined): string | undefined =>
  row?.state === 'open' ? 'pending' : row?.state;

type Selection = {
  readonly reserve_pub: string;
  readonly selected_exchange: string;
  readonly amount?: string | undefined;
};

const select = (
  room: BankRoom,
  id: string,
  { reserve_pub: reservePub, selected_exchange: payto, amount: chosen }: Selection,
): Reply => {
  const row = room.store.one<WithdrawalRow>('SELECT * FROM withdrawal WHERE id = ?', id);
  if (!row) return errorReply(404, 5107);
  const selected = { transfer_done: row.state === 'confirmed', confirm_transfer_url: `${room.baseUrl()}confirm/${id}` };
  const sum = sumOfSelection(room, id, row, chosen);
  if (row.reserve_pub !== null) {
    // PROTOCOL.md#bank-integration: the same choice again is no conflict
    return row.reserve_pub === reservePub && row.selected_exchange === payto && row.amount === sum
      ? jsonReply(200, selected)
      : errorReply(409, 5113);
  }
  if (row.state === 'aborted') return errorReply(410, 5115);
  if (!isExchangeAccount(room, payto)) return errorReply(404, 5106);
  if (sum === undefined) return errorReply(400, 26, { detail: 'amount' });
  const used = room.store.one('SELECT 1 FROM used_subject WHERE reserve_pub = ?', reservePub);
  const claimed = room.store.one('SELECT 1 FROM withdrawal WHERE reserve_pub = ?', reservePub);
  if (used !== undefined || claimed !== undefined) return errorReply(409, 5114);
  room.store.run(
    "UPDATE withdrawal SET reserve_pub = ?, selected_exchange = ?, amount = ?, state = 'selected' WHERE id = ?",
    reservePub,
    payto,
    sum,
    id,
  );
  return jsonReply(200, selected);
};
