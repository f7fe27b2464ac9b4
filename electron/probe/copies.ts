// SPDX-License-Identifier: GPL-3.0-or-later
import { bytesToCrock, crockToBytes } from '../taler/bytes/encodings.ts';
import { eddsaPublicKey } from '../taler/crypto/eddsa.ts';
import { sha512 } from '../taler/crypto/hash.ts';
import { syncConfig } from '../taler/sync-config.ts';
import { download, upload, type Upload, type UploadRequest } from '../taler/sync.ts';
import { parseTalerUri } from '../taler/wire/taler-uri.ts';
import { differs, holds, notReached, otherwise, type Check, type CheckName } from './checks.ts';
import { payWithin } from './fees.ts';
import { meetService } from './meet-service.ts';
import { areHeld, type MoneyWalk, type Walk } from './walk.ts';

/** As large as the smallest copies are. */
const COPY_BYTES = 1024;
const REST = ['copies-upload', 'copies-download', 'copies-same', 'copies-next', 'copies-conflict'] as const;

/** A place for copies: what it takes, gives back and refuses, with an account and copies that mean nothing. */
export const lookAtCopies = async (walk: Walk, money: MoneyWalk | undefined): Promise<void> => {
  if (walk.wish.sync === undefined || areHeld(walk, REST)) return;
  const met = await meetService(walk, ['sync', 'copies-config'], walk.wish.sync, syncConfig);
  if (met === undefined) return;
  const { baseUrl } = met;
  const { randomBytes } = walk.world;
  const accountPriv = crockToBytes(walk.secrets().sync?.account_priv ?? bytesToCrock(randomBytes(32)), 32);
  walk.keepSecrets({ sync: { account_priv: bytesToCrock(accountPriv) } });
  const place: Place = { walk, money, baseUrl, accountPriv };
  const [first, second, third] = [randomBytes(COPY_BYTES), randomBytes(COPY_BYTES), randomBytes(COPY_BYTES)];
  for (const [at, look] of looks(place, first, second, third).entries()) {
    const name = REST[at] ?? 'copies-upload';
    walk.begin(name);
    const check = await look();
    walk.note(check);
    if (check.state === 'holds') continue;
    for (const later of REST.slice(at + 1)) walk.note(notReached(later, { kind: 'before', facts: {} }));
    return;
  }
};

type Place = {
  readonly walk: Walk;
  readonly money: MoneyWalk | undefined;
  readonly baseUrl: string;
  readonly accountPriv: Uint8Array;
};

/** In the order of `REST`; each counts on those before. */
const looks = (
  place: Place,
  first: Uint8Array,
  second: Uint8Array,
  third: Uint8Array,
): readonly (() => Promise<Check>)[] => [
  () => firstUpload(place, first),
  async () => {
    const got = await download(place.walk.world, {
      baseUrl: place.baseUrl,
      accountPub: eddsaPublicKey(place.accountPriv),
    });
    if (!got.ok) return otherwise('copies-download', got.error);
    const isSame = got.value.kind === 'blob' && got.value.isSigned && got.value.hash === hashOf(first);
    return isSame ? holds({ kind: 'copies-download', facts: {} }) : other('copies-download', got.value.kind);
  },
  () => expecting(place, 'copies-same', { bytes: first, oldHash: hashOf(first) }, ({ kind }) => kind === 'unchanged'),
  () => expecting(place, 'copies-next', { bytes: second, oldHash: hashOf(first) }, ({ kind }) => kind === 'stored'),
  () =>
    expecting(
      place,
      'copies-conflict',
      { bytes: third, oldHash: hashOf(first) },
      (got) => got.kind === 'conflict' && got.blob.isSigned && got.blob.hash === hashOf(second),
    ),
];

const hashOf = (bytes: Uint8Array): string => bytesToCrock(sha512(bytes));

const other = (name: CheckName, what: string): Check => differs(name, { kind: 'other', facts: { what } });

type Sending = Pick<UploadRequest, 'bytes'> & Partial<Pick<UploadRequest, 'oldHash' | 'payingOrder'>>;

const send = ({ walk, baseUrl, accountPriv }: Place, sending: Sending) =>
  upload(walk.world, { baseUrl, accountPriv, ...sending });

/** Takes the place of what an interrupted run has left there. */
const firstUpload = async (place: Place, bytes: Uint8Array): Promise<Check> => {
  const name = 'copies-upload';
  const sent = await send(place, { bytes });
  if (!sent.ok) return otherwise(name, sent.error);
  if (sent.value.kind === 'conflict') {
    const { hash } = sent.value.blob;
    return expecting(place, name, { bytes, oldHash: hash }, ({ kind }) => kind === 'stored');
  }
  if (sent.value.kind !== 'payment-required')
    return sent.value.kind === 'stored' ? holds({ kind: name, facts: {} }) : other(name, sent.value.kind);
  const order = parseTalerUri(sent.value.payUri);
  if (!order.ok || order.value.action !== 'pay') return other(name, sent.value.payUri.slice(0, 100));
  const paid = await payWithin(place.money, sent.value.payUri);
  if (!paid.ok) return notReached(name, paid.error);
  return expecting(place, name, { bytes, payingOrder: order.value.orderId }, ({ kind }) => kind === 'stored');
};

const expecting = async (
  place: Place,
  name: (typeof REST)[number],
  sending: Sending,
  isSo: (got: Upload) => boolean,
): Promise<Check> => {
  const got = await send(place, sending);
  if (!got.ok) return otherwise(name, got.error);
  return isSo(got.value) ? holds({ kind: name, facts: {} }) : other(name, got.value.kind);
};
