// SPDX-License-Identifier: GPL-3.0-or-later
import type { Tx } from '../../storage/store.ts';
import { anastasisDecrypt, ANASTASIS_LABEL } from '../../taler/anastasis/crypto.ts';
import { openCoreSecret, type CoreSecret } from '../../taler/anastasis/core-secret.ts';
import { readRecoveryDocument } from '../../taler/anastasis/document.ts';
import type { FilledMethod } from '../../taler/anastasis/methods.ts';
import { makeDocument, makeTruths, userIdsAt, type MadeTruth, type SealedPolicy } from '../../taler/anastasis/plan.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { sha512 } from '../../taler/crypto/hash.ts';
import { sameBytes } from '../copies/pack.ts';
import { newEscrowName } from '../recover/escrow/wallet-secret.ts';
import { markOf } from '../safety/paper-mark.ts';
import {
  forgetProgress,
  placeProgress,
  progressOf,
  putDocument,
  putFilled,
  putMethod,
  putProgress,
  uploadText,
  type PlaceProgress,
} from '../escrowed/progress.ts';
import type { Planned } from './quote.ts';
import { keepPaid, paidBefore } from '../escrowed/paid-before.ts';
import { escrowRecord, putRecord, shapeOf, type EscrowRecord } from '../escrowed/record.ts';
import { epochNow, secretNow, type EscrowParts } from './state.ts';
import type { EscrowSetUp } from './wishes.ts';

// Everything that is uploaded is made here and written down in one transaction, before a byte of it is sent: a place keeps the share
// it got first, so that after a crash the very same bytes have to go out again.

type UserIds = ReadonlyMap<string, Uint8Array>;

/** When the bytes of a place may go out: at once where a person waits, else when its dice say. */
export type SendAt = (url: string, at: number) => number;

/** A new escrow in the place of the one there was, under the same name; false when the secret it is of was changed meanwhile. */
export const makeEscrow = async (parts: EscrowParts, planned: Planned, wish: EscrowSetUp): Promise<boolean> => {
  const { world, store } = parts;
  const places = planned.places.map(({ url, config }) => ({ url, config }));
  const userIds = await userIdsAt(world, planned.attributes, places);
  const made = await makeTruths(world, {
    places,
    userIds,
    methods: planned.methods.map((method, at) => ({ ...method, url: planned.suggestion.places[at] ?? '' })),
  });
  if (!made.ok) throw new Error('defect: a method that was read cannot be made');
  const former = escrowRecord(store);
  return write(parts, {
    truths: made.value,
    userIds,
    filled: planned.methods.map(({ filled }) => filled),
    record: {
      name: former?.name ?? newEscrowName(world),
      country: wish.country.toLowerCase(),
      needed: planned.suggestion.needed,
      agreed: [...wish.agreedFees],
      agreedAt: world.now(),
      remember: wish.remember,
      places: planned.places.map(({ url, config }) => ({
        url,
        salt: bytesToCrock(config.salt),
        form: config.generation,
        // What was paid for keeping documents there goes on, also when the methods are others.
        ...paidBefore(store, { former, url }),
      })),
    },
    agreedHere: wish.agreedFees,
    sendAt: () => 0,
  });
};

/** New methods of what the person filled in then, for a new secret: who has the old sheet has the shares of the old ones. */
export const makeAnew = async (
  parts: EscrowParts,
  record: EscrowRecord,
  {
    filled,
    userIds,
    sendAt,
  }: { readonly filled: readonly FilledMethod[]; readonly userIds: UserIds; readonly sendAt: SendAt },
): Promise<boolean> => {
  const places = record.places.map(({ url, salt, form }) => ({
    url,
    config: { salt: crockToBytes(salt, 16), generation: form === '2021' ? ('2021' as const) : ('2022' as const) },
  }));
  const methods = record.methods.flatMap(({ url, told }, at) => {
    const one = filled[at];
    return one === undefined ? [] : [{ url, filled: one, instructions: told }];
  });
  if (methods.length !== record.methods.length) return false;
  const made = await makeTruths(parts.world, { places, userIds, methods });
  if (!made.ok) return false;
  // What nobody agreed to on this device is not agreed to by making it anew.
  const agreedHere = progressOf(parts.store.local, record)?.agreed ?? [];
  return write(parts, { truths: made.value, userIds, filled, record, agreedHere, sendAt });
};

/** The next version of the document, with the same methods, for the state of now; false when there is nothing to make it of any more. */
export const makeVersion = (
  { world, store }: EscrowParts,
  record: EscrowRecord,
  { userIds, sendAt }: { readonly userIds: UserIds; readonly sendAt: SendAt },
): boolean => {
  const now = secretNow({ world, store });
  if (now === undefined) return false;
  const truths = record.methods.map((method) => ({
    keyShare: crockToBytes(method.share, 32),
    method: {
      url: method.url,
      type: method.type,
      uuid: method.uuid,
      truthKey: method.key,
      salt: method.salt,
      providerSalt: record.places.find(({ url }) => url === method.url)?.salt ?? '',
      instructions: method.told,
    },
  }));
  const policies = sealed(world, { truths, userIds, needed: record.needed, name: record.name, secret: now.secret });
  return store.transaction((tx) => {
    const then = escrowRecord(tx);
    if (then === undefined || shapeOf(then) !== shapeOf(record)) return false;
    const progress = progressOf(tx.local, record);
    putProgress(tx.local, {
      of: shapeOf(record),
      made: record.made,
      epoch: epochNow(store),
      state: now.state,
      names: now.names,
      agreed: progress?.agreed ?? [],
      places: policies.map((policy, at) => {
        const { version, storedAt, readAt, named, methodsAt, endsAt } = placeProgress(progress, policy.url) ?? {};
        return {
          ...asProgress(policy, now.state, sendAt(policy.url, at)),
          ...(named === undefined ? {} : { named }),
          ...(methodsAt === undefined ? {} : { methodsAt }),
          ...(endsAt === undefined ? {} : { endsAt }),
          ...(version === undefined ? {} : { version }),
          ...(storedAt === undefined ? {} : { storedAt }),
          // When the version before was: what a place has had once is behind now, and not new.
          ...(readAt === undefined ? {} : { readAt }),
        };
      }),
    });
    for (const { url, ...bytes } of policies) putDocument(tx.local, url, bytes);
    return true;
  });
};

type Made = {
  readonly truths: readonly MadeTruth[];
  readonly userIds: UserIds;
  readonly filled: readonly FilledMethod[];
  readonly record: Omit<EscrowRecord, 'v' | 'made' | 'of' | 'methods'>;
  readonly agreedHere: readonly string[];
  readonly sendAt: SendAt;
};

const write = (parts: EscrowParts, { truths, userIds, filled, record, agreedHere, sendAt }: Made): boolean => {
  const { world, store } = parts;
  const [now, root] = [secretNow(parts), store.local.rootSecret()];
  if (now === undefined || root === undefined) return false;
  const { name, needed, remember } = record;
  const policies = sealed(world, { truths, userIds, needed, name, secret: now.secret });
  return store.transaction((tx: Tx) => {
    const rootThen = tx.local.rootSecret();
    if (rootThen === undefined || markOf(rootThen) !== markOf(root)) return false;
    const former = escrowRecord(tx);
    // Two of one moment would be one.
    const made = Math.max(world.now(), (former?.made ?? 0) + 1);
    forgetProgress(tx.local, former);
    keepPaid(tx, former);
    const whole: EscrowRecord = {
      ...record,
      v: 1,
      made,
      of: markOf(root),
      places: record.places.map((place) => ({
        ...place,
        ...(remember ? { user: bytesToCrock(userIds.get(place.url) ?? new Uint8Array(64)) } : {}),
      })),
      methods: truths.map(({ method, keyShare, upload }) => ({
        url: method.url,
        type: method.type,
        uuid: method.uuid,
        key: method.truthKey,
        salt: method.salt,
        share: bytesToCrock(keyShare),
        told: method.instructions,
        ...(remember && !ANSWERS.has(method.type) ? { upload: uploadText(upload) } : {}),
      })),
    };
    putRecord(tx, whole);
    putProgress(tx.local, {
      of: shapeOf(whole),
      made,
      epoch: epochNow(store),
      state: now.state,
      names: now.names,
      agreed: [...agreedHere],
      places: policies.map((policy, at) => asProgress(policy, now.state, sendAt(policy.url, at))),
    });
    for (const { url, ...bytes } of policies) putDocument(tx.local, url, bytes);
    for (const { method, upload } of truths) putMethod(tx.local, method.uuid, upload);
    if (remember) putFilled(tx.local, whole, filled);
    return true;
  });
};

/**
 * What a place keeps of these is the answer, or its hash. A copy says it to whoever opens it later by an old sheet, and the same app and
 * the same answer guard the next secret: so it stays on this computer.
 */
const ANSWERS: ReadonlySet<string> = new Set(['question', 'totp']);

const asProgress = ({ url, accountPriv, bytes }: SealedPolicy, state: string, nextAt: number): PlaceProgress => ({
  url,
  priv: bytesToCrock(accountPriv),
  hash: bytesToCrock(sha512(bytes)),
  state,
  attempts: 0,
  nextAt,
});

/** The document for each place, opened again and compared: what cannot be opened is not sent. */
const sealed = (
  world: EscrowParts['world'],
  wanted: {
    readonly truths: readonly Pick<MadeTruth, 'method' | 'keyShare'>[];
    readonly userIds: UserIds;
    readonly needed: number;
    readonly name: string;
    readonly secret: CoreSecret;
  },
): readonly SealedPolicy[] => {
  const { truths, secret } = wanted;
  const { policies } = makeDocument(world, { ...wanted, secretName: wanted.name });
  const shares = new Map(truths.map(({ method, keyShare }) => [method.uuid, keyShare]));
  for (const { url, bytes } of policies) {
    const packed = anastasisDecrypt(
      wanted.userIds.get(url) ?? new Uint8Array(0),
      ANASTASIS_LABEL.recoveryDocument,
      bytes,
    );
    const document = packed.ok ? readRecoveryDocument(packed.value) : packed;
    const opened = document.ok ? openCoreSecret(document.value, shares) : document;
    if (!opened.ok || !sameBytes(opened.value.value, secret.value))
      throw new Error('defect: what was made for escrow does not open');
  }
  return policies;
};
