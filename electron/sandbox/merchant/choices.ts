// SPDX-License-Identifier: GPL-3.0-or-later
import { createHash } from 'node:crypto';
import { amount, type Amount } from '../../../shared/amount.ts';
import type { Timestamp } from '../../../shared/time.ts';
import { crockToBytes } from '../../taler/bytes/encodings.ts';

// Orders that leave a choice, by the page's formulas, written here a second time: nothing of it is shared with the wallet.

/** What a shop writes for each way to pay; `inputs` and `outputs` may be whatever a bad shop would write. */
export type OrderChoice = {
  readonly amount: string;
  readonly max_fee?: string;
  readonly inputs?: readonly unknown[] | undefined;
  readonly outputs?: readonly unknown[] | undefined;
  readonly description?: string;
};

/** The members of a contract of version 1. */
export const choiceMembers = (
  choices: readonly OrderChoice[],
  families: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  version: 1,
  choices: choices.map((each) => ({
    max_fee: `${each.amount.split(':')[0] ?? ''}:1`,
    inputs: [],
    outputs: [],
    ...each,
  })),
  token_families: families,
});

type Priced = {
  readonly choices?: readonly {
    readonly amount: string;
    readonly max_fee: string;
    readonly inputs?: readonly unknown[];
  }[];
};

/** What is to be paid: the one price, or that of the choice the wallet names; undefined where it names none that money pays. */
export const priceOf = (
  contract: { readonly amount: string; readonly max_fee: string } & Priced,
  walletData: Readonly<Record<string, unknown>> | undefined,
): { readonly amount: Amount; readonly maxFee: Amount } | undefined => {
  if (contract.choices === undefined)
    return walletData === undefined ? { amount: amount(contract.amount), maxFee: amount(contract.max_fee) } : undefined;
  const index = walletData?.['choice_index'];
  const choice = typeof index === 'number' ? contract.choices[index] : undefined;
  return choice === undefined || (choice.inputs ?? []).length > 0
    ? undefined
    : { amount: amount(choice.amount), maxFee: amount(choice.max_fee) };
};

/** SHA-512 of the canonical text and the NUL behind it. */
export const hashOfWalletData = (data: Readonly<Record<string, unknown>>): Uint8Array =>
  new Uint8Array(
    createHash('sha512')
      .update(`${canonical(data)}\0`, 'utf8')
      .digest(),
  );

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
};

/** What a coin signs (1201) with such an order: 440 bytes, the last 64 of them the hash of the wallet's data. */
export const signedByCoin = (it: {
  readonly contractHash: Uint8Array;
  readonly wireHash: string;
  readonly denominationHash: Uint8Array;
  readonly timestamp: Timestamp;
  readonly refundDeadline: Timestamp;
  readonly contribution: Amount;
  readonly depositFee: Amount;
  readonly merchantPub: string;
  readonly walletDataHash: Uint8Array;
}): Uint8Array => {
  const parts = [
    it.contractHash,
    Buffer.alloc(32),
    Buffer.alloc(64),
    crockToBytes(it.wireHash, 64),
    it.denominationHash,
    microseconds(it.timestamp),
    microseconds(it.refundDeadline),
    sum(it.contribution),
    sum(it.depositFee),
    crockToBytes(it.merchantPub, 32),
    it.walletDataHash,
  ];
  const head = Buffer.alloc(8);
  head.writeUInt32BE(
    parts.reduce((bytes, part) => bytes + part.length, head.length),
    0,
  );
  head.writeUInt32BE(1201, 4);
  return new Uint8Array(Buffer.concat([head, ...parts]));
};

const microseconds = ({ t_s: seconds }: Timestamp): Buffer => {
  const bytes = Buffer.alloc(8, 0xff);
  if (seconds !== 'never') bytes.writeBigUInt64BE(BigInt(seconds) * 1_000_000n);
  return bytes;
};

const sum = ({ currency, units }: Amount): Buffer => {
  const bytes = Buffer.alloc(24);
  bytes.writeBigUInt64BE(units / 100_000_000n, 0);
  bytes.writeUInt32BE(Number(units % 100_000_000n), 8);
  bytes.write(currency, 12, 'ascii');
  return bytes;
};
