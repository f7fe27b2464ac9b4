// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import { newEscrowName, walletToCoreSecret } from '../../electron/backup/recover/escrow/wallet-secret.ts';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import type { AnastasisChoice, Sandbox } from '../../electron/sandbox/sandbox.ts';
import type { CoreSecret } from '../../electron/taler/anastasis/core-secret.ts';
import { meetPlace } from '../../electron/taler/anastasis/discover.ts';
import type { FilledMethod } from '../../electron/taler/anastasis/methods.ts';
import { planEscrow, type EscrowPlan } from '../../electron/taler/anastasis/plan.ts';
import { uploadPolicy } from '../../electron/taler/anastasis/policy.ts';
import { uploadTruth } from '../../electron/taler/anastasis/truth-store.ts';
import { mustOk } from '../../shared/result.ts';
import type { EscrowChallengeView, EscrowSessionView } from '../../shared/view-escrow-recovery.ts';
import { recoveryText, type Installation, type TestWorld } from '../support/backup-rig.ts';

// A wallet in escrow at places of both forms, one of which is paid when it is used.

const free = 'KUDOS:0';
export const ESCROW_PLACES: readonly AnastasisChoice[] = [
  { name: 'Old', form: '2021', methods: { question: free, file: free, email: free, iban: free } },
  { name: 'New', methods: { question: free, totp: free, email: free, iban: free } },
  { name: 'Dear', methods: { question: free, sms: 'KUDOS:0.1' } },
];
export const [OLD, NEW, DEAR] = [0, 1, 2];

/** `xx`: a country that is not listed. */
export const COUNTRY = 'xx';
export const PERSON = { full_name: 'Erika Testperson', birthdate: '1990-02-28', birthplace: 'Bern' };

export type Placed = { readonly at: number; readonly filled: FilledMethod; readonly instructions: string };

export const placeUrl = (sandbox: Sandbox, at: number): string => sandbox.anastasisProviders[at]?.baseUrl ?? '';

/** Puts any secret there as its owner's client would. */
export const escrowSecret = async (
  world: TestWorld,
  sandbox: Sandbox,
  wanted: {
    readonly secretName: string;
    readonly secret: CoreSecret;
    readonly methods: readonly Placed[];
    readonly needed: number;
    readonly person?: Readonly<Record<string, string>>;
  },
): Promise<EscrowPlan> => {
  const attributes = wanted.person ?? PERSON;
  const urls = [...new Set(wanted.methods.map(({ at }) => placeUrl(sandbox, at)))];
  const places = await Promise.all(urls.map(async (url) => mustOk(await meetPlace(world, url, attributes), 'place')));
  const plan = mustOk(
    await planEscrow(world, {
      attributes,
      places,
      methods: wanted.methods.map(({ at, filled, instructions }) => ({
        url: placeUrl(sandbox, at),
        filled,
        instructions,
      })),
      needed: wanted.needed,
      secretName: wanted.secretName,
      secret: wanted.secret,
    }),
    'plan',
  );
  for (const { url, uuid, upload } of plan.truths)
    expect(mustOk(await uploadTruth(world, { baseUrl: url, uuid, truth: upload, storageYears: 5 }), 'truth').kind).toBe(
      'stored',
    );
  for (const { url, ...policy } of plan.policies)
    expect(mustOk(await uploadPolicy(world, { baseUrl: url, ...policy }), 'policy').kind).toBe('stored');
  return plan;
};

/** Gives a wallet's secret into escrow as it is now. */
export const escrowWallet = async (
  one: Pick<Installation, 'backup'> & { readonly world: TestWorld },
  sandbox: Sandbox,
  methods: readonly Placed[],
  {
    needed = 2,
    secretName = newEscrowName(one.world),
    person = PERSON,
  }: {
    readonly needed?: number;
    readonly secretName?: string;
    readonly person?: Readonly<Record<string, string>>;
  } = {},
): Promise<EscrowPlan & { readonly secretName: string }> => {
  const recovery = mustOk(parseRecovery(recoveryText(one)), 'sheet');
  const secret = walletToCoreSecret(recovery);
  return { ...(await escrowSecret(one.world, sandbox, { secretName, secret, methods, needed, person })), secretName };
};

/** A way of a recovery by its type. */
export const wayOf = (session: EscrowSessionView, type: string): EscrowChallengeView =>
  session.methods.find((each) => each.type === type) ?? expect.fail(`no ${type}`);

export const kinds = (said: readonly { readonly kind: string }[]): readonly string[] => said.map(({ kind }) => kind);

/** Searches at these places and begins with the newest wallet found. */
export const beginAt = async (
  { backup }: Installation,
  places: readonly string[],
  person: Readonly<Record<string, string>> = PERSON,
): Promise<EscrowSessionView> => {
  const found = mustOk(await backup.escrowRecovery.find({ country: COUNTRY, attributes: person, places }), 'found');
  const newest = found.secrets.find(({ isOurs, isNewest }) => isOurs && isNewest) ?? expect.fail('nothing found');
  return mustOk(await backup.escrowRecovery.choose(newest.documentHash), 'chosen');
};
