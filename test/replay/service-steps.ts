// SPDX-License-Identifier: GPL-3.0-or-later
import { crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { anastasisConfig } from '../../electron/taler/anastasis/config.ts';
import { solveChallenge } from '../../electron/taler/anastasis/challenge.ts';
import { downloadPolicy, uploadPolicy } from '../../electron/taler/anastasis/policy.ts';
import { uploadTruth } from '../../electron/taler/anastasis/truth-store.ts';
import { bankConfig } from '../../electron/taler/bank/config.ts';
import { operationStatus, selectReserve, type OperationState } from '../../electron/taler/bank/operation.ts';
import { eddsaPublicKey } from '../../electron/taler/crypto/eddsa.ts';
import { abilitiesOf } from '../../electron/taler/exchange/generation.ts';
import type { ExchangeKeys } from '../../electron/taler/exchange/keys/model.ts';
import { merchantConfig } from '../../electron/taler/merchant/config.ts';
import { checkContract } from '../../electron/taler/merchant/contract.ts';
import type { ContractTerms } from '../../electron/taler/merchant/merchant.ts';
import { claimOrder, orderStatus, payOrder } from '../../electron/taler/merchant/order.ts';
import { orderFromTemplate, readTemplate, type TemplateAddress } from '../../electron/taler/merchant/template.ts';
import { amount } from '../../shared/amount.ts';
import { syncConfig } from '../../electron/taler/sync-config.ts';
import { download, upload } from '../../electron/taler/sync.ts';
import type { World } from '../../electron/world.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { asBody, coinOf, list, text, type Body } from '../traces/recorded.ts';
import { bytesOf, jsonOf, type Step, type Trace } from '../traces/trace.ts';
import { play, type Outcome, type Played } from './play.ts';
import { below, type Recording } from './recording.ts';

// The steps of a probe at banks, shops, places for copies and escrow providers.

type Asked = {
  readonly world: World;
  readonly trace: Trace;
  readonly baseUrl: string;
  readonly step: Step;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Body;
  readonly nowMs: number;
  readonly keys: ExchangeKeys | undefined;
};
type Player = (asked: Asked) => (() => Promise<Outcome>) | undefined;

/** Plays a step of a service; undefined where our client has no such request, or only a flow makes it. */
export const servicePlayer =
  ({ trace, servers, nowMs, keys }: Recording) =>
  async (step: Step): Promise<Played | undefined> => {
    const [player, baseUrl] = playerOf(step, servers);
    if (player === undefined || baseUrl === undefined) return undefined;
    const url = new URL(step.request.path, baseUrl);
    const path = below(baseUrl, step).split('?', 1)[0] ?? '';
    const asked = {
      trace,
      baseUrl,
      step,
      path,
      query: url.searchParams,
      body: asBody(jsonOf(step.request.body)),
      nowMs,
      keys,
    };
    return play([step], nowMs, (world) => player({ ...asked, world }));
  };

/** Somebody without a name is the shop of a place that wants to be paid. */
const playerOf = (
  { server = '', request }: Step,
  servers: Recording['servers'],
): readonly [Player | undefined, string | undefined] => {
  const known = servers[server];
  if (known !== undefined) return [PLAYERS[server], known];
  const prefix = /^(.*\/)(?:orders\/|config$)/.exec(request.path)?.[1];
  return prefix === undefined ? [undefined, undefined] : [merchant, new URL(prefix, server).href];
};

const bank: Player = ({ world, baseUrl, path, query, body, step }) => {
  if (path === 'config') return () => bankConfig(world, baseUrl);
  const operation = { bankBaseUrl: baseUrl, operationId: path.split('/')[1] ?? '' };
  if (step.request.method === 'POST')
    return () =>
      selectReserve(world, {
        ...operation,
        reservePub: text(body['reserve_pub']),
        exchangePayto: text(body['selected_exchange']),
        ...(body['amount'] === undefined ? {} : { amount: text(body['amount']) }),
      });
  const [old, since] = [query.get('long_poll_ms'), query.get('timeout_ms')];
  const oldState = (query.get('old_state') ?? 'pending') as OperationState;
  const wait =
    old !== null
      ? { wait: { ms: Number(old), oldState, speaks: 0 } }
      : since === null
        ? {}
        : { wait: { ms: Number(since), oldState, speaks: 5 } };
  return () => operationStatus(world, { ...operation, ...wait });
};

const merchant: Player = (asked) => {
  const { world, trace, baseUrl, path, body } = asked;
  if (path === 'config') return () => merchantConfig(world, baseUrl);
  const [, templateId] = /^templates\/([^/]+)$/.exec(path) ?? [];
  if (templateId !== undefined)
    return templateCall(asked, { merchantBaseUrl: baseUrl, templateId: decodeURIComponent(templateId) });
  const [, orderId = '', what] = /^orders\/([^/]+)(?:\/([a-z]+))?$/.exec(path) ?? [];
  const order = list(trace.secrets['purchases']).find((each) => each['order_id'] === orderId);
  if (!order) return undefined;
  const noncePub = bytesToCrock(eddsaPublicKey(crockToBytes(text(order['nonce_priv']), 32)));
  const token = body['token'] === undefined ? {} : { claimToken: text(body['token']) };
  if (what === 'claim') return () => claimOrder(world, { merchantBaseUrl: baseUrl, orderId, noncePub, ...token });
  const terms = contractOf(asked, orderId, noncePub);
  if (terms === undefined) return undefined;
  return what === 'pay' ? payCall(asked, terms) : () => orderStatus(world, { terms });
};

const templateCall = ({ world, step, body }: Asked, address: TemplateAddress): (() => Promise<Outcome>) => {
  if (step.request.method === 'GET') return () => readTemplate(world, address);
  const { summary, amount: sum } = body;
  const said = {
    ...(typeof summary === 'string' ? { summary } : {}),
    ...(typeof sum === 'string' ? { amount: amount(sum) } : {}),
  };
  return () => orderFromTemplate(world, address, said);
};

/** What the shop answered to the claim, checked as a wallet checks it. */
const contractOf = ({ trace, baseUrl, nowMs }: Asked, orderId: string, noncePub: string): ContractTerms | undefined => {
  const claim = trace.steps.find(({ request }) => request.path.endsWith(`/orders/${orderId}/claim`))?.response;
  const { contract_terms: terms, sig } = asBody(claim && jsonOf(claim.body));
  const expected = { merchantBaseUrl: baseUrl, orderId, noncePub };
  const checked = checkContract({ terms, merchantSig: text(sig), expected, nowMs });
  return checked.ok ? checked.value : undefined;
};

const payCall = ({ world, trace, keys, body }: Asked, terms: ContractTerms): (() => Promise<Outcome>) | undefined => {
  if (keys === undefined) return undefined;
  const { signsWalletData } = abilitiesOf(keys);
  const coins = list(body['coins']).flatMap((each) => {
    const coin = coinOf(trace, keys, text(each['coin_pub']), text(each['h_denom']));
    const contribution = amount(text(each['contribution']));
    return coin ? [{ coin, contribution, exchangeUrl: text(each['exchange_url']), signsWalletData }] : [];
  });
  const session = body['session_id'] === undefined ? {} : { sessionId: text(body['session_id']) };
  return () => payOrder(world, { terms, coins, ...session });
};

const sync: Player = ({ world, trace, baseUrl, path, query, step }) => {
  if (path === 'config') return () => syncConfig(world, baseUrl);
  const accountPriv = crockToBytes(text(asBody(trace.secrets['sync'])['account_priv']), 32);
  if (step.request.method === 'GET') return () => download(world, { baseUrl, accountPub: eddsaPublicKey(accountPriv) });
  const oldHash = step.request.headers['if-match']?.replaceAll('"', '');
  const payingOrder = query.get('paying');
  return () =>
    upload(world, {
      baseUrl,
      accountPriv,
      bytes: bytesOf(step.request.body),
      ...(oldHash === undefined ? {} : { oldHash }),
      ...(payingOrder === null ? {} : { payingOrder }),
    });
};

const accountOf = (secret: Body): string =>
  bytesToCrock(eddsaPublicKey(crockToBytes(text(secret['account_priv']), 32)));

const anastasis: Player = ({ world, trace, baseUrl, path, query, body, step }) => {
  if (path === 'config') return () => anastasisConfig(world, baseUrl);
  const paymentId = step.request.headers['anastasis-payment-identifier'];
  const [what, name = '', how] = path.split('/');
  const secret = list(trace.secrets['escrow']).find((each) => each['uuid'] === name || accountOf(each) === name);
  if (secret === undefined) return undefined;
  const wait = query.get('timeout_ms');
  const more = {
    ...(paymentId === undefined ? {} : { paymentId }),
    ...(wait === null ? {} : { waitMs: Number(wait) }),
  };
  if (what === 'policy') {
    const accountPriv = crockToBytes(text(secret['account_priv']), 32);
    if (step.request.method === 'GET')
      return () => downloadPolicy(world, { baseUrl, accountPub: eddsaPublicKey(accountPriv) });
    const metadata = crockToBytes(step.request.headers['anastasis-policy-meta-data'] ?? '');
    return () => uploadPolicy(world, { baseUrl, accountPriv, bytes: bytesOf(step.request.body), metadata, ...more });
  }
  const uuid = crockToBytes(name, 32);
  const response = query.get('response') ?? text(body['h_response']);
  if (how === 'solve' || response !== '') {
    const challenge = {
      baseUrl,
      generation: how === 'solve' ? ('2022' as const) : ('2021' as const),
      type: 'question',
      uuid,
      truthKey: crockToBytes(text(secret['truth_key']), 64),
      ...more,
    };
    return () => solveChallenge(world, challenge, crockToBytes(response, 64));
  }
  const truth = {
    type: text(body['type']),
    keyShareData: crockToBytes(text(body['key_share_data'])),
    encryptedTruth: crockToBytes(text(body['encrypted_truth'])),
    ...(body['truth_mime'] === undefined ? {} : { mime: text(body['truth_mime']) }),
  };
  return () =>
    uploadTruth(world, { baseUrl, uuid, truth, storageYears: Number(body['storage_duration_years']), ...more });
};

const PLAYERS: Readonly<Record<string, Player>> = { bank, merchant, sync, anastasis };
