// SPDX-License-Identifier: GPL-3.0-or-later
import { casesOf } from './load.ts';

// The two real backups of GNU Taler's wallet of 2022, as a person of today has them.

type Real = { readonly recovery: object; readonly plain: unknown; readonly blob_base64: string };
const [realCase] = casesOf<Real>('wallet-core-2022-real-backup', 1);
const [sampleCase] = casesOf<{ readonly content: unknown }>('backup-sample', 1);
if (!realCase || !sampleCase) throw new Error('one case each');

export const real = realCase;
export const sample = sampleCase;

/** A backup as text, its issuer at `exchange`: it was on the computer of that time, where no file may lead. */
export const elsewhere = (content: unknown, exchange: string): string => JSON.stringify(moved(content, exchange));

const moved = (value: unknown, exchange: string): unknown => {
  if (typeof value === 'string') return value.replaceAll(/http:\/\/localhost:1?8081\//g, exchange);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => moved(each, exchange));
  // The shop signed its contracts: not a letter of them may change.
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, name === 'contract_terms_raw' ? each : moved(each, exchange)]),
  );
};
