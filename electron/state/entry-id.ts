// SPDX-License-Identifier: GPL-3.0-or-later
import { memberOf } from '../taler/bytes/json.ts';
import { crock } from './field.ts';
import { isOnShelf } from './gone.ts';

// What entries are called by.

/** The id of an exchange entry. */
export const exchangeId = (baseUrl: string, masterPub: string): string => `${baseUrl} ${masterPub}`;

/** The id of a coin: its seed's id and its index under that seed. */
export const coinId = (seedId: string, index: number): string => `${seedId}/${index}`;

/** Seed id and index of a coin id; undefined when the text is not one. */
export const parseCoinId = (id: string): { readonly seedId: string; readonly index: number } | undefined => {
  const match = /^([^/]+)\/(0|[1-9][0-9]{0,8})$/.exec(id);
  return match ? { seedId: match[1] ?? '', index: Number(match[2]) } : undefined;
};

const PUBLIC_KEY = crock(32);
const DEVICE_ID = /^[0-9A-Za-z]{1,64}$/;

const isExchangeId = (id: string, baseUrl: unknown, masterPub: unknown): boolean =>
  typeof baseUrl === 'string' && typeof masterPub === 'string' && id === exchangeId(baseUrl, masterPub);

/** Whether an entry is called as its kind is: whoever reads one takes keys and indexes from its id. */
export const idFits = (kind: string, id: string, value: unknown): boolean => {
  switch (kind) {
    case 'coin':
      return parseCoinId(id) !== undefined;
    case 'gone':
      return isOnShelf(value, id);
    case 'device':
      return DEVICE_ID.test(id);
    case 'exchange':
      return isExchangeId(id, memberOf(value, 'base_url'), memberOf(value, 'master_pub'));
    case 'reserve':
    case 'push-out':
    case 'push-in':
    case 'pull-out':
    case 'pull-in':
      return PUBLIC_KEY.safeParse(id).success;
    default:
      return true;
  }
};
