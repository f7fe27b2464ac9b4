// SPDX-License-Identifier: GPL-3.0-or-later
import { randomFillSync } from 'node:crypto';
import type { Timestamp } from '../../shared/time.ts';
import { hashContract } from '../../electron/taler/wire/contract-hash.ts';
import { eddsaPublicKey, eddsaSign } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes, utf8 } from '../../electron/taler/bytes/encodings.ts';
import { sha512 } from '../../electron/taler/crypto/hash.ts';
import { merchantContractBlock, merchantPaymentOkBlock } from '../../electron/taler/purposes/merchant.ts';
import { depositBlock, withdrawBlock } from '../../electron/taler/purposes/wallet.ts';
import { addAmounts, amount, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { coinEvHash } from '../../electron/taler/coin/denomination.ts';
import { RECORDED_DENOMINATIONS } from '../../electron/sandbox/exchange/denomination-specs.ts';
import { startSandbox, type Sandbox } from '../../electron/sandbox/sandbox.ts';
import { coinOf, envelope, unblind } from './reenact-coins.ts';
import { compareAnswers } from './reenact-compare.ts';
import { asList, asObject, asText, mapTexts, type Json } from './reenact-json.ts';
import { createMapping, sandboxSide, type DenominationFacts, type Mapping } from './reenact-mapping.ts';
import type { Played } from './reenact.ts';
import { createWaits } from './reenact-polls.ts';
import { answeredOf, askedOf, send, type Answered, type Asked } from './reenact-request.ts';
import { isRight } from './reenact-translate.ts';
import { loadTrace, type Step } from './trace.ts';

/** When the recording was made. */
const NOW = 1_795_442_852_000;
const SYNC = 'http://localhost:19080/';
const SHOP = 'localhost:19089';
/** The master key of the exchange that the recorded shop accepts. */
const RECORDED_MASTER = 'KB3XVFF6KM6RFB8NYMZ37Y4JEB2HCN6GFC6FQQQ66BJ5Q9VZ17CG';
/** The values of the coins it is paid with. */
const WITHDRAWN = ['0.1', '0.02'];

/** Plays the recording of sync 0.9.3 and the shop behind it against ours. */
export const reenactSync = async (): Promise<readonly Played[]> => {
  const trace = loadTrace('sync-0.9.3');
  const waits = createWaits();
  const sandbox = await startSandbox({
    now: () => NOW,
    sleep: waits.sleep,
    randomBytes: (length) => new Uint8Array(randomFillSync(Buffer.alloc(length))),
    rsaBits: 1024,
    syncProviders: [{ annualFee: 'KUDOS:0.1' }],
    exchanges: [
      {
        generation: 'v17',
        denominations: RECORDED_DENOMINATIONS.filter(
          ({ value, cipher, startsIn }) => WITHDRAWN.includes(value) && cipher !== 'CS' && startsIn === undefined,
        ),
      },
    ],
  });
  try {
    const stage = await openStage(sandbox, trace.secrets.coins);
    const played: Played[] = [];
    const paying = trace.steps.find(({ step }) => step === 'upload-paying-longpoll');
    let polled: Promise<Played> | undefined;
    for (const step of trace.steps) {
      if (step.step === 'merchant-pay' && paying) {
        // the recorder's upload was waiting while the order was paid
        const waiting = waits.nextPoll();
        polled = play(stage, paying);
        await Promise.race([waiting, polled]);
      }
      played.push(step === paying && polled ? await polled : await play(stage, step));
    }
    return played;
  } finally {
    await sandbox.close();
  }
};

type Paid = {
  readonly recorded: Json;
  readonly priv: Uint8Array;
  readonly denomination: DenominationFacts;
  readonly signature: Json;
};
type Stage = {
  readonly mapping: Mapping;
  readonly urlOf: (server: string | undefined) => string;
  readonly coins: readonly Paid[];
  readonly contract: { claimed: Json };
};

const openStage = async (sandbox: Sandbox, coins: readonly Json[]): Promise<Stage> => {
  const {
    exchanges: [exchange],
    syncProviders: [sync],
    merchant,
  } = sandbox;
  if (!exchange || !sync) throw new Error('a sandbox without exchange or sync');
  const mapping = createMapping([
    [SYNC, sync.baseUrl],
    ['http://localhost:19081/', exchange.baseUrl],
    [`http://${SHOP}/`, merchant.baseUrl],
    [`${SHOP}/`, merchant.baseUrl.slice('http://'.length)],
  ]);
  mapping.add(RECORDED_MASTER, exchange.masterPub);
  return {
    mapping,
    urlOf: (server) => (server === 'merchant' ? merchant.baseUrl : sync.baseUrl),
    coins: await withdraw(sandbox, coins),
    contract: { claimed: {} },
  };
};

/** The recorded coins, withdrawn from our exchange. */
const withdraw = async ({ exchanges: [exchange], bank }: Sandbox, coins: readonly Json[]): Promise<readonly Paid[]> => {
  if (!exchange) throw new Error('a sandbox without an exchange');
  const reservePriv = sha512(utf8('reserve of the sync re-enactment')).slice(0, 32);
  const reservePub = bytesToCrock(eddsaPublicKey(reservePriv));
  if (!bank.transferToReserve(reservePub, 'KUDOS:1').ok) throw new Error('the bank refused');
  const side = sandboxSide(exchange.baseUrl, exchange.denominations);
  const wanted = coins.map((recorded) => {
    const like = exchange.denominations.all().find(({ value }) => amountToText(value) === recorded['denom_value']);
    const denomination = like && side.denomination(like.hash);
    if (!denomination) throw new Error('no such denomination');
    return { recorded, coin: coinOf(recorded), denomination };
  });
  const planchets = wanted.map(({ coin, denomination: { hash, ...denomination } }) => {
    const ev = envelope({ hash, ...denomination }, coin);
    const denominationHash = crockToBytes(hash);
    const block = withdrawBlock({
      valueWithFee: addAmounts(denomination.value, denomination.feeWithdraw),
      denominationHash,
      coinEvHash: coinEvHash(denominationHash, ev),
    });
    return {
      denom_pub_hash: hash,
      coin_ev: { cipher: 'RSA', rsa_blinded_planchet: ev.cipher === 'RSA' ? bytesToCrock(ev.blinded) : '' },
      reserve_sig: bytesToCrock(eddsaSign(reservePriv, block)),
    };
  });
  const answer = await send(exchange.baseUrl, {
    method: 'POST',
    parts: ['reserves', reservePub, 'batch-withdraw'],
    query: new Map(),
    headers: { 'content-type': 'application/json' },
    body: { planchets },
  });
  return wanted.map(({ recorded, coin, denomination }, index) => {
    const signature = unblind(
      denomination,
      coin,
      asObject(asObject(asList(asObject(answer?.json)['ev_sigs'])[index])['ev_sig']),
    );
    if (!signature) throw new Error('the withdrawal failed');
    return { recorded, priv: coin.priv, denomination, signature };
  });
};

const play = async (stage: Stage, step: Step): Promise<Played> => {
  const { mapping } = stage;
  const answer = await send(stage.urlOf(step.server), translate(stage, step));
  const defects = answer ? learn(stage, step, answer) : [];
  const theirs = answeredOf(step);
  const recorded = theirs && {
    ...theirs,
    json: mapping.value(theirs.json),
    headers: mapTexts(theirs.headers, mapping.text) as Readonly<Record<string, string>>,
  };
  return {
    step,
    answer,
    defects: defects.map((said) => ({ member: 'signature', said })),
    findings: compareAnswers(recorded, answer),
  };
};

/** Accounts, hashes and blobs are the recorded ones, so that uploads go out as they are; only orders and coins are ours. */
const translate = (stage: Stage, step: Step): Asked => {
  const { mapping } = stage;
  const recorded = askedOf(step);
  const mapped = {
    ...recorded,
    parts: recorded.parts.map(mapping.text),
    query: new Map([...recorded.query].map(([name, value]) => [name, mapping.text(value)])),
    body: mapping.value(recorded.body),
  };
  if (recorded.parts.at(-1) !== 'pay') return mapped;
  const body = asObject(mapped.body);
  return {
    ...mapped,
    body: { ...body, coins: asList(body['coins']).map((each) => permission(stage, asObject(each))) },
  };
};

/** The recorded permission for our order, exchange and denomination. */
const permission = ({ coins, contract: { claimed } }: Stage, given: Json): Json => {
  const paid = coins.find(({ recorded }) => recorded['coin_pub'] === given['coin_pub']);
  if (!paid) throw new Error('a coin that is not among the secrets');
  const block = depositBlock({
    contractHash: mustOk(hashContract(claimed), 'our own contract'),
    wireHash: crockToBytes(asText(claimed['h_wire'])),
    denominationHash: crockToBytes(paid.denomination.hash),
    timestamp: claimed['timestamp'] as Timestamp,
    refundDeadline: claimed['refund_deadline'] as Timestamp,
    contribution: amount(asText(given['contribution'])),
    depositFee: paid.denomination.feeDeposit,
    merchantPub: crockToBytes(asText(claimed['merchant_pub'])),
    walletDataHash: 'none',
  });
  return {
    ...given,
    h_denom: paid.denomination.hash,
    ub_sig: paid.signature,
    coin_sig: bytesToCrock(eddsaSign(paid.priv, block)),
  };
};

/** The order that later steps name, the contract that is paid; and the shop's signatures, verified. */
const learn = (stage: Stage, step: Step, answer: NonNullable<Answered>): readonly string[] => {
  const { mapping, contract } = stage;
  const [theirs, ours] = [answeredOf(step)?.headers['taler'], answer.headers['taler']].map((uri) =>
    uri?.split('/').at(-2),
  );
  if (theirs !== undefined && ours !== undefined && !mapping.has(theirs)) mapping.add(theirs, ours);
  const body = asObject(answer.json);
  if (step.step === 'merchant-claim') {
    contract.claimed = asObject(body['contract_terms']);
    const said = asObject(asObject(answeredOf(step)?.json)['contract_terms']);
    for (const member of ['merchant_pub', 'h_wire'])
      mapping.add(asText(said[member]), asText(contract.claimed[member]));
  }
  if (!step.step.startsWith('merchant-')) return [];
  const contractHash = mustOk(hashContract(contract.claimed), 'our own contract');
  const block =
    step.step === 'merchant-claim' ? merchantContractBlock({ contractHash }) : merchantPaymentOkBlock({ contractHash });
  return isRight(asText(contract.claimed['merchant_pub']), () => block, asText(body['sig']))
    ? []
    : ['a wrong signature of the shop'];
};
