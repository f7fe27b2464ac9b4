// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a root secret back from escrow with nothing of Holdfast: written from electron/backup/FORMAT.md alone, as a stranger would.

import { createHash, createHmac } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { argon2id } from 'hash-wasm';

type Bytes = Uint8Array;
type Method = {
  readonly url: string;
  readonly escrow_type: string;
  readonly uuid: string;
  readonly truth_key: string;
  readonly question_salt: string;
  readonly provider_salt: string;
  readonly instructions: string;
};
type Document = {
  readonly secret_name: string;
  readonly encrypted_core_secret: string;
  readonly escrow_methods: readonly Method[];
  readonly policies: readonly {
    readonly uuids: readonly string[];
    readonly salt: string;
    readonly master_key: string;
  }[];
};
export type ForeignWallet = {
  readonly root_secret: string;
  readonly wallet_name: string;
  readonly providers: readonly { readonly name: string; readonly url: string }[];
};

const CROCK = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const crock = (from: Bytes): string =>
  [...from]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .match(/.{1,5}/g)!
    .map((bits) => CROCK[Number.parseInt(bits.padEnd(5, '0'), 2)])
    .join('');
const uncrock = (text: string): Bytes => {
  const bits = [...text].map((each) => CROCK.indexOf(each).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g)!, (byte) => Number.parseInt(byte, 2));
};

const kdf = (length: number, ikm: Bytes, salt: Bytes | string, info: string): Bytes => {
  const prk = createHmac('sha512', salt).update(ikm).digest();
  const blocks: Buffer[] = [];
  for (let i = 1; i <= Math.ceil(length / 32); i++) {
    const message = Buffer.concat([blocks.at(-1) ?? Buffer.alloc(0), Buffer.from(info), Buffer.from([i])]);
    blocks.push(createHmac('sha256', prk).update(message).digest());
  }
  return Uint8Array.from(Buffer.concat(blocks).subarray(0, length));
};
const open = (seed: Bytes, label: string, sealed: Bytes): Bytes => {
  const nonce = sealed.slice(0, 24);
  return xsalsa20poly1305(kdf(32, seed, nonce, label), nonce).decrypt(sealed.slice(24));
};
const slow = (text: string, salt: Bytes): Promise<Bytes> =>
  argon2id({
    password: text,
    salt,
    iterations: 3,
    memorySize: 1024,
    parallelism: 1,
    hashLength: 64,
    outputType: 'binary',
  });

const JSON_ONLY = { accept: 'application/json' };
const configOf = async (place: string): Promise<{ readonly is2022: boolean; readonly salt: Bytes }> => {
  const config = (await (await fetch(new URL('config', place), { headers: JSON_ONLY })).json()) as Record<
    string,
    string
  >;
  const { provider_salt: fresh, server_salt: old } = config;
  return { is2022: fresh !== undefined, salt: uncrock(fresh ?? old ?? '') };
};

/** The newest document at a place, for whoever these attributes are. */
const documentAt = async (place: string, person: string): Promise<Document> => {
  const user = await slow(person, (await configOf(place)).salt);
  const account = crock(ed25519.getPublicKey(kdf(32, user, '', 'ver')));
  const answer = await fetch(new URL(`policy/${account}?timeout_ms=1000`, place), { headers: JSON_ONLY });
  const packed = open(user, 'erd', new Uint8Array(await answer.arrayBuffer()));
  return JSON.parse(inflateSync(packed.slice(4)).toString()) as Document;
};

const shareOf = async (method: Method, person: string, answer: string): Promise<Bytes> => {
  const { url, uuid, truth_key: key } = method;
  const isQuestion = method.escrow_type === 'question';
  const response = isQuestion
    ? kdf(64, await slow(answer, uncrock(method.question_salt)), uncrock(uuid), 'anastasis-secure-question-hashing')
    : createHash('sha512').update(BigInt(answer).toString()).digest();
  const truth = new URL(`truth/${uuid}`, url).href;
  const given = (await configOf(url)).is2022
    ? await fetch(`${truth}/solve?timeout_ms=1000`, {
        method: 'POST',
        headers: { ...JSON_ONLY, 'content-type': 'application/json' },
        body: JSON.stringify({ truth_decryption_key: key, h_response: crock(response) }),
      })
    : await fetch(`${truth}?timeout_ms=1000&response=${crock(response)}`, {
        headers: { ...JSON_ONLY, 'anastasis-truth-decryption-key': key },
      });
  if (given.status !== 200) throw new Error(`${given.status} ${await given.text()}`);
  const user = await slow(person, uncrock(method.provider_salt));
  return open(user, isQuestion ? answer : 'eks', new Uint8Array(await given.arrayBuffer()));
};

/** What a wallet gave into escrow, for whoever knows `person` (canonical JSON) and gives an answer to each way of one combination. */
export const recoverForeign = async (
  place: string,
  person: string,
  answerTo: (type: string, instructions: string) => string | undefined,
): Promise<ForeignWallet & { readonly secretName: string }> => {
  const document = await documentAt(place, person);
  const shares = new Map<string, Bytes>();
  for (const method of document.escrow_methods) {
    const answer = answerTo(method.escrow_type, method.instructions);
    if (answer !== undefined) shares.set(method.uuid, await shareOf(method, person, answer));
  }
  const policy = document.policies.find(({ uuids }) => uuids.every((uuid) => shares.has(uuid)))!;
  const joined = Buffer.concat(policy.uuids.map((uuid) => shares.get(uuid)!));
  const policyKey = kdf(64, joined, uncrock(policy.salt), 'anastasis-policy-key-derive');
  const master = open(policyKey, 'emk', uncrock(policy.master_key));
  const core = JSON.parse(Buffer.from(open(master, 'cse', uncrock(document.encrypted_core_secret))).toString()) as {
    readonly value: string;
  };
  const wallet = JSON.parse(Buffer.from(uncrock(core.value)).toString()) as ForeignWallet;
  return { ...wallet, secretName: document.secret_name };
};
