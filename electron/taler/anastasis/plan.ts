// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { bytesToCrock } from '../bytes/encodings.ts';
import { sha512 } from '../crypto/hash.ts';
import type { AnastasisConfig } from './config.ts';
import { sealCoreSecret, type CoreSecret } from './core-secret.ts';
import {
  anastasisAccountKey,
  anastasisEncrypt,
  anastasisUserId,
  ANASTASIS_LABEL,
  packPolicyMetadata,
} from './crypto.ts';
import { writeRecoveryDocument, type EscrowMethod, type RecoveryDocument } from './document.ts';
import { truthOf, type FilledMethod, type MethodFailure } from './methods.ts';
import { choicesOf } from './suggest.ts';
import { rollTruth, sealTruth, type TruthUpload } from './truth.ts';

// Everything that an escrow uploads, made before anything is sent: what is sent again after an interruption has to be the very
// same bytes, for a provider keeps the share it got first.

/** One method as its person filled it in, and the place it goes to. */
export type PlannedMethod = {
  readonly url: string;
  readonly filled: FilledMethod;
  /** what its person will be told at recovery: the question, or where a code goes; whoever knows their data can read it */
  readonly instructions: string;
};

/** A chosen provider, with what its `/config` said. */
export type ChosenPlace = { readonly url: string; readonly config: Pick<AnastasisConfig, 'generation' | 'salt'> };

export type EscrowPlan = {
  readonly document: RecoveryDocument;
  readonly truths: readonly { readonly url: string; readonly uuid: Uint8Array; readonly upload: TruthUpload }[];
  /** the same document for every place, sealed for the person's account there */
  readonly policies: readonly SealedPolicy[];
};

/** What goes to one place; the account's key follows from the person's data and the place's salt. */
export type SealedPolicy = {
  readonly url: string;
  readonly accountPriv: Uint8Array;
  readonly bytes: Uint8Array;
  readonly metadata: Uint8Array;
};

/** A truth that was made: what is uploaded, what the document says of it, and the share that it gives back. */
export type MadeTruth = {
  readonly method: EscrowMethod;
  readonly keyShare: Uint8Array;
  readonly uuid: Uint8Array;
  readonly upload: TruthUpload;
};

/** The person at each of these places. */
export const userIdsAt = async (
  world: World,
  attributes: Readonly<Record<string, string>>,
  places: readonly ChosenPlace[],
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const userIds = new Map<string, Uint8Array>();
  for (const { url, config } of places) userIds.set(url, await anastasisUserId(world, attributes, config.salt));
  return userIds;
};

/** Makes the truths, each with dice of its own. A method whose place is not among the chosen is a defect. */
export const makeTruths = async (
  world: World,
  wanted: {
    readonly places: readonly ChosenPlace[];
    readonly userIds: ReadonlyMap<string, Uint8Array>;
    readonly methods: readonly PlannedMethod[];
  },
): Promise<Result<readonly MadeTruth[], MethodFailure>> => {
  const made: MadeTruth[] = [];
  for (const { url, filled, instructions } of wanted.methods) {
    const place = wanted.places.find((each) => each.url === url);
    const userId = wanted.userIds.get(url);
    if (!place || !userId) throw new Error('defect: a method at a place that was not chosen');
    const dice = rollTruth(world);
    const truth = await truthOf(world, filled, { ...dice, generation: place.config.generation });
    if (!truth.ok) return truth;
    const { uuid, truthKey, salt, keyShare } = dice;
    made.push({
      uuid,
      keyShare,
      upload: sealTruth(dice, { userId, type: filled.type, ...truth.value }),
      method: {
        url,
        type: filled.type,
        uuid: bytesToCrock(uuid),
        truthKey: bytesToCrock(truthKey),
        salt: bytesToCrock(salt),
        providerSalt: bytesToCrock(place.config.salt),
        instructions,
      },
    });
  }
  return ok(made);
};

/** Makes a policy for every choice of `needed` of the truths, and the document sealed for each place. */
export const makeDocument = (
  world: Pick<World, 'randomBytes'>,
  wanted: {
    readonly truths: readonly Pick<MadeTruth, 'method' | 'keyShare'>[];
    readonly userIds: ReadonlyMap<string, Uint8Array>;
    readonly needed: number;
    readonly secretName: string;
    readonly secret: CoreSecret;
  },
): Pick<EscrowPlan, 'document' | 'policies'> => {
  const { truths, needed } = wanted;
  const choices = choicesOf(truths.length, needed).map((choice) =>
    choice.flatMap((at) => {
      const one = truths[at];
      return one ? [{ uuid: one.method.uuid, keyShare: one.keyShare }] : [];
    }),
  );
  const document: RecoveryDocument = {
    secretName: wanted.secretName,
    ...sealCoreSecret(world, wanted.secret, choices),
    methods: truths.map(({ method }) => method),
  };
  const policies = [...wanted.userIds].map(([url, userId]) => sealPolicy(world, url, userId, document));
  return { document, policies };
};

/** Both in one: everything that an escrow uploads. */
export const planEscrow = async (
  world: World,
  wanted: {
    readonly attributes: Readonly<Record<string, string>>;
    readonly places: readonly ChosenPlace[];
    readonly methods: readonly PlannedMethod[];
    readonly needed: number;
    readonly secretName: string;
    readonly secret: CoreSecret;
  },
): Promise<Result<EscrowPlan, MethodFailure>> => {
  const userIds = await userIdsAt(world, wanted.attributes, wanted.places);
  const made = await makeTruths(world, { ...wanted, userIds });
  if (!made.ok) return made;
  return ok({
    ...makeDocument(world, { ...wanted, truths: made.value, userIds }),
    truths: made.value.map(({ method: { url }, uuid, upload }) => ({ url, uuid, upload })),
  });
};

const NONCE_BYTES = 24;

/** The document and its metadata, sealed for one account. */
const sealPolicy = (
  { randomBytes }: Pick<World, 'randomBytes'>,
  url: string,
  userId: Uint8Array,
  document: RecoveryDocument,
): SealedPolicy => {
  const packed = writeRecoveryDocument(document);
  const metadata = packPolicyMetadata(sha512(packed), document.secretName ?? '');
  return {
    url,
    accountPriv: anastasisAccountKey(userId),
    bytes: anastasisEncrypt(userId, ANASTASIS_LABEL.recoveryDocument, packed, randomBytes(NONCE_BYTES)),
    metadata: anastasisEncrypt(userId, ANASTASIS_LABEL.metadata, metadata, randomBytes(NONCE_BYTES)),
  };
};
