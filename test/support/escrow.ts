// SPDX-License-Identifier: GPL-3.0-or-later
import type { PlacedMethodInput } from '../../shared/contract-escrow.ts';
import type { Backup } from '../../electron/backup/contract.ts';
import { coreSecretToWallet } from '../../electron/backup/recover/escrow/wallet-secret.ts';
import type { EscrowSetUp } from '../../electron/backup/escrow/wishes.ts';
import type { AnastasisChoice, Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openCoreSecret } from '../../electron/taler/anastasis/core-secret.ts';
import { fetchVersion, meetPlace, versionsAt } from '../../electron/taler/anastasis/discover.ts';
import { answerChallenge } from '../../electron/taler/anastasis/solve.ts';
import { parseBase32, totpCode } from '../../electron/taler/anastasis/totp.ts';
import type { World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';

// A wallet in escrow at three places of both forms, one of them paid, and how somebody who knows the person's data gets it back.

const FREE = 'KUDOS:0';
export const ESCROW_PLACES: readonly AnastasisChoice[] = [
  { name: 'Old', form: '2021', methods: { question: FREE, file: FREE } },
  { name: 'New', methods: { totp: FREE, question: FREE } },
  { name: 'Dear', methods: { question: FREE }, annualFee: 'KUDOS:0.1', truthUploadFee: 'KUDOS:0.04' },
];

export const PERSON = { full_name: 'Erika Testperson', birthdate: '1990-02-28', birthplace: 'Bern' };
/** 32 bytes */
export const CODE_KEY = 'A'.repeat(52);

export const placeUrls = (sandbox: Sandbox): readonly string[] =>
  sandbox.anastasisProviders.map(({ baseUrl }) => baseUrl);

export const escrowMethods = (sandbox: Sandbox): readonly PlacedMethodInput[] => {
  const [old = '', fresh = '', dear = ''] = placeUrls(sandbox);
  return [
    { type: 'question', question: 'Your first pet?', answer: 'Grauer Esel', url: old },
    { type: 'totp', secret: CODE_KEY, url: fresh },
    { type: 'question', question: 'Your first street?', answer: 'Gerechtigkeitsgasse', url: dear },
  ];
};

export const setUp = async (
  { backup }: { readonly backup: Backup },
  sandbox: Sandbox,
  more: Partial<EscrowSetUp> = {},
): Promise<ReturnType<Backup['setUpEscrow']> extends Promise<infer R> ? R : never> =>
  backup.setUpEscrow({
    country: 'xx',
    attributes: PERSON,
    methods: escrowMethods(sandbox),
    needed: 2,
    agreedFees: ['KUDOS:1'],
    remember: true,
    ...more,
  });

/** The versions at each place, newest first. */
export const versions = (world: World, sandbox: Sandbox): Promise<readonly (readonly number[])[]> =>
  Promise.all(
    placeUrls(sandbox).map(async (url) => {
      const place = mustOk(await meetPlace(world, url, PERSON), 'place');
      return mustOk(await versionsAt(world, place), 'versions').map(({ version }) => version);
    }),
  );

const ANSWERS: Readonly<Record<string, string>> = {
  'Your first pet?': 'Grauer Esel',
  'Your first street?': 'Gerechtigkeitsgasse',
};

/** What comes back at one place's newest document by two methods; the names of them. */
export const recovered = async (world: World, url: string, by: readonly number[] = [0, 1]) => {
  const place = mustOk(await meetPlace(world, url, PERSON), 'place');
  const { document } = mustOk(await fetchVersion(world, place), 'document');
  const shares = new Map<string, Uint8Array>();
  for (const at of by) {
    const method = document.methods[at];
    if (!method) throw new Error('no such method');
    const { config } = mustOk(await meetPlace(world, method.url, PERSON), 'place');
    const typed =
      method.type === 'totp'
        ? totpCode(parseBase32(CODE_KEY, 32) ?? new Uint8Array(0), world.now())
        : (ANSWERS[method.instructions] ?? '');
    const answered = mustOk(
      await answerChallenge(world, { who: PERSON, generation: config.generation, method }, typed),
      'answer',
    );
    if (answered.kind !== 'share') throw new Error(answered.kind);
    shares.set(method.uuid, answered.keyShare);
  }
  const secret = mustOk(openCoreSecret(document, shares), 'secret');
  return { document, wallet: mustOk(coreSecretToWallet(secret), 'wallet'), shares };
};
