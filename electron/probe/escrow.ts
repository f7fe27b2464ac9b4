// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { anastasisConfig, type AnastasisConfig } from '../taler/anastasis/config.ts';
import { makeDocument, makeTruths, userIdsAt, type MadeTruth, type SealedPolicy } from '../taler/anastasis/plan.ts';
import { downloadPolicy, uploadPolicy } from '../taler/anastasis/policy.ts';
import { answerChallenge } from '../taler/anastasis/solve.ts';
import { uploadTruth } from '../taler/anastasis/truth-store.ts';
import { bytesToCrock } from '../taler/bytes/encodings.ts';
import { eddsaPublicKey } from '../taler/crypto/eddsa.ts';
import { differs, holds, notReached, notTried, otherwise, type Check, type CheckName } from './checks.ts';
import { payWithin } from './fees.ts';
import { meetService } from './meet-service.ts';
import { areHeld, type MoneyWalk, type Walk } from './walk.ts';

const REST = ['escrow-answer', 'escrow-document', 'escrow-latest', 'escrow-wrong', 'escrow-right'] as const;
const YEARS = 1;
/** An order is paid in a moment, so its place is not waited for longer. */
const PAID_WAIT_MS = 10_000;

/** An escrow provider: a question and a document of somebody who does not exist. */
export const lookAtEscrow = async (walk: Walk, money: MoneyWalk | undefined): Promise<void> => {
  if (walk.wish.anastasis === undefined || areHeld(walk, REST)) return;
  const met = await meetService(walk, ['anastasis', 'escrow-config'], walk.wish.anastasis, anastasisConfig);
  if (met === undefined) return;
  const { baseUrl, config } = met;
  if (!config.methods.has('question')) {
    for (const name of REST) walk.note(notTried(name, { kind: 'not-there', facts: { version: config.version } }));
    return;
  }
  const made = await makeEscrow(walk, baseUrl, config);
  const place: Place = { walk, money, baseUrl, config, ...made };
  for (const [at, look] of looks(place).entries()) {
    const name = REST[at] ?? 'escrow-answer';
    walk.begin(name);
    const check = await look();
    walk.note(check);
    if (check.state === 'holds') continue;
    for (const later of REST.slice(at + 1)) walk.note(notReached(later, { kind: 'before', facts: {} }));
    return;
  }
};

type Made = {
  readonly attributes: Readonly<Record<string, string>>;
  readonly answer: string;
  readonly truth: MadeTruth;
  readonly policy: SealedPolicy;
};
type Place = Made & {
  readonly walk: Walk;
  readonly money: MoneyWalk | undefined;
  readonly baseUrl: string;
  readonly config: AnastasisConfig;
};

/** Everything that is sent, made anew in every run: nobody is asked twice about a person who does not exist. */
const makeEscrow = async (walk: Walk, baseUrl: string, config: AnastasisConfig): Promise<Made> => {
  const { world } = walk;
  const [someone, answer] = [bytesToCrock(world.randomBytes(16)), bytesToCrock(world.randomBytes(8))];
  const attributes = { full_name: someone, birthdate: '1970-01-01' };
  const places = [{ url: baseUrl, config }];
  const userIds = await userIdsAt(world, attributes, places);
  const truths = await makeTruths(world, {
    places,
    userIds,
    methods: [{ url: baseUrl, filled: { type: 'question', answer }, instructions: 'probe' }],
  });
  const [truth] = truths.ok ? truths.value : [];
  if (truth === undefined) throw new Error('defect: a question that cannot be asked');
  const secret = { mime: 'text/plain', value: world.randomBytes(32) };
  const [policy] = makeDocument(world, { truths: [truth], userIds, needed: 1, secretName: 'probe', secret }).policies;
  if (policy === undefined) throw new Error('defect: a document for nobody');
  walk.keepSecrets({
    escrow: [
      ...(walk.secrets().escrow ?? []),
      {
        attributes,
        answer,
        account_priv: bytesToCrock(policy.accountPriv),
        truth_key: truth.method.truthKey,
        truth_salt: truth.method.salt,
        uuid: truth.method.uuid,
      },
    ],
  });
  return { attributes, answer, truth, policy };
};

/** In the order of `REST`. */
const looks = (place: Place): readonly (() => Promise<Check>)[] => [
  () => leaveAnswer(place),
  () => leaveDocument(place),
  async () => {
    const { walk, baseUrl, policy } = place;
    const got = await downloadPolicy(walk.world, { baseUrl, accountPub: eddsaPublicKey(policy.accountPriv) });
    if (!got.ok) return otherwise('escrow-latest', got.error);
    const isSame =
      got.value.kind === 'document' && got.value.isSigned && Buffer.compare(got.value.bytes, policy.bytes) === 0;
    return isSame ? good('escrow-latest') : other('escrow-latest', got.value.kind);
  },
  () => answering(place, 'escrow-wrong', `${place.answer}x`),
  () => answering(place, 'escrow-right', place.answer),
];

const good = (name: (typeof REST)[number]): Check => holds({ kind: name, facts: {} });
const other = (name: CheckName, what: string): Check => differs(name, { kind: 'other', facts: { what } });

const leaveAnswer = async ({ walk, money, baseUrl, truth }: Place): Promise<Check> => {
  const name = 'escrow-answer';
  const asked = { baseUrl, uuid: truth.uuid, truth: truth.upload, storageYears: YEARS };
  const first = await uploadTruth(walk.world, asked);
  if (!first.ok) return otherwise(name, first.error);
  const paid = await paidIfAsked(money, first.value);
  if (!paid.ok) return notReached(name, paid.error);
  const last = paid.value === undefined ? first : await uploadTruth(walk.world, { ...asked, ...paid.value });
  if (!last.ok) return otherwise(name, last.error);
  return last.value.kind === 'stored' ? good(name) : other(name, last.value.kind);
};

const leaveDocument = async ({ walk, money, baseUrl, policy }: Place): Promise<Check> => {
  const name = 'escrow-document';
  const { accountPriv, bytes, metadata } = policy;
  const asked = { baseUrl, accountPriv, bytes, metadata };
  const first = await uploadPolicy(walk.world, asked);
  if (!first.ok) return otherwise(name, first.error);
  const paid = await paidIfAsked(money, first.value);
  if (!paid.ok) return notReached(name, paid.error);
  const last = paid.value === undefined ? first : await uploadPolicy(walk.world, { ...asked, ...paid.value });
  if (!last.ok) return otherwise(name, last.error);
  return last.value.kind === 'stored' ? good(name) : other(name, last.value.kind);
};

type Paid = { readonly paymentId: string; readonly waitMs: number };

/** Pays where that is asked for; undefined where nothing was. */
const paidIfAsked = async (
  money: MoneyWalk | undefined,
  got: { readonly kind: string; readonly payUri?: string; readonly orderId?: string },
): Promise<Result<Paid | undefined, Said<'probeWhy'>>> => {
  if (got.kind !== 'payment-required' || got.payUri === undefined) return ok(undefined);
  const paid = await payWithin(money, got.payUri);
  return paid.ok ? ok({ paymentId: got.orderId ?? '', waitMs: PAID_WAIT_MS }) : err(paid.error);
};

const answering = async (place: Place, name: 'escrow-wrong' | 'escrow-right', typed: string): Promise<Check> => {
  const { walk, money, config, attributes, truth } = place;
  const of = { who: attributes, generation: config.generation, method: truth.method };
  const first = await answerChallenge(walk.world, of, [typed]);
  if (!first.ok) return otherwise(name, first.error);
  const paid = await paidIfAsked(money, first.value);
  if (!paid.ok) return notReached(name, paid.error);
  const last = paid.value === undefined ? first : await answerChallenge(walk.world, { ...of, ...paid.value }, [typed]);
  if (!last.ok) return otherwise(name, last.error);
  const isRight = last.value.kind === 'share' && Buffer.compare(last.value.keyShare, truth.keyShare) === 0;
  const isSo = name === 'escrow-right' ? isRight : last.value.kind === 'wrong';
  return isSo ? good(name) : other(name, last.value.kind);
};
