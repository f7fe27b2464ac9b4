// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { amountToText } from '../../shared/amount.ts';
import type { EscrowChallengeView, EscrowSessionView } from '../../shared/view-escrow-recovery.ts';
import { PLAY_CURRENCY } from '../../shared/play.ts';
import type { PlayMoney } from '../app/play-money.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { World } from '../world.ts';
import { takeAnOffer } from './backup.ts';
import { agreeToTerms, call, finish, freshWallet, totalOf, type Demand, type Tell } from './steps.ts';

type Scene = {
  readonly world: World;
  readonly root: string;
  readonly economy: PlayMoney;
  readonly tell: Tell;
  readonly demand: Demand;
};

const ADA = {
  country: 'ch',
  attributes: {
    full_name: 'Ada Example',
    birthdate: '1969-07-20',
    birthplace: 'Lisbon',
    ahv_number: '756.9217.0769.85',
  },
};
const ANSWER = 'Petrel';

/** Without paper: the secret at three places of two forms, one of them paid; the list of places changes, the computer is lost, and its person comes back. */
export const comeBackWithoutPaper = async (scene: Scene): Promise<void> => {
  const { world, root, economy, tell, demand } = scene;
  const data = join(root, 'escrowed');
  const app = await freshWallet(world, data);
  await fill(app, scene, 'stick of Ada', 'Household');
  await escrow(app, scene);
  const before = await call(app, 'escrow.status', {});
  await addStick(app, scene, 'second stick of Ada');
  await finish(app);
  // By itself it would take the places one after the other, minutes apart.
  await call(app, 'escrow.update', {});
  const after = await call(app, 'escrow.status', {});
  demand(versionOf(after) > versionOf(before), 'the escrow did not follow the list of places');
  demand(after.escrow?.step === 'current', 'the escrow is not current after the list of places changed');

  const other = await freshWallet(world, join(root, 'escrowed too'));
  await fill(other, scene, 'stick of the club', 'Club');
  await escrow(other, scene);
  const sum = await totalOf(app);
  const walletId = after.escrow?.walletId ?? '';
  await app.close();
  await other.close();
  await rm(data, { recursive: true, force: true });

  const fresh = await freshWallet(world, join(root, 'after the loss'));
  const places = economy.escrowPlaces.map(({ url }) => url);
  const found = await call(fresh, 'recover.find', { ...ADA, places, alsoKnown: false });
  const newest = found.secrets.filter(({ isNewest, isOurs }) => isNewest && isOurs);
  demand(new Set(newest.map((each) => each.walletId)).size === 2, 'two wallets of one person are not told apart');
  const mine = newest.find((each) => each.walletId === walletId);
  demand(mine !== undefined, 'the wallet is not found by its number');
  await call(fresh, 'recover.choose', { documentHash: mine?.documentHash ?? '' });
  const session = await show(fresh, scene);
  demand(session.isOpen, 'two of three ways do not open it');
  const folders = [join(root, 'stick of Ada'), join(root, 'second stick of Ada')];
  await call(fresh, 'recover.run', { folders });
  await finish(fresh);
  const back = await totalOf(fresh);
  demand(back.units === sum.units, 'escrow brings back another sum');
  tell(`escrow: ${amountToText(back)} of ${amountToText(sum)} by two of three ways, told apart from another wallet`);
  await takeAnOffer(fresh, economy, tell, demand);
  await fresh.close();
};

const fill = async (app: WalletApp, scene: Scene, stick: string, name: string): Promise<void> => {
  await call(app, 'wallet.rename', { wallet: name });
  await addStick(app, scene, stick);
  await call(app, 'exchange.add', { url: scene.economy.exchange });
  await agreeToTerms(app, scene.economy.exchange);
  const withdrawal = await scene.economy.createWithdrawal(`${PLAY_CURRENCY}:6`);
  await call(app, 'withdraw.uri', { uri: withdrawal.talerUri });
  await withdrawal.confirm();
  await finish(app);
};

const addStick = async (app: WalletApp, { root }: Scene, name: string): Promise<void> => {
  const target = join(root, name);
  await mkdir(target);
  await call(app, 'provider.add', { target, name, maxFee: `${PLAY_CURRENCY}:0` });
};

/** A question, a mailbox and a telephone, each at another place; any two are enough. */
const escrow = async (app: WalletApp, { economy, tell, demand }: Scene): Promise<void> => {
  const methods = [
    { type: 'question' as const, question: 'Name of the first boat?', answer: ANSWER },
    { type: 'email' as const, address: 'ada@example.com' },
    { type: 'sms' as const, number: '+41 79 123 45 67' },
  ];
  // Places that the program knows are the world's, and the demo stays on this computer.
  const named = economy.escrowPlaces.map(({ url }) => url);
  const plan = await call(app, 'escrow.quote', { ...ADA, methods, places: named });
  const used = plan.methods.map(({ url }) => url);
  demand(new Set(used).size === 3, 'three ways do not go to three places');
  await call(app, 'escrow.setUp', {
    ...ADA,
    methods: methods.map((method, at) => ({ ...method, url: used[at] ?? '' })),
    needed: plan.needed,
    agreedFees: [...plan.total],
    remember: true,
  });
  await finish(app);
  const status = await call(app, 'escrow.status', {});
  demand(status.escrow?.step === 'current', `the escrow is ${status.escrow?.step ?? 'not there'}`);
  const tried = await call(app, 'escrow.rehearse', { uuid: status.escrow?.methods[0]?.uuid ?? '', answer: ANSWER });
  demand(tried.right, 'the rehearsed answer is not right');
  tell(`escrow at ${used.length} places for ${plan.total.join(' and ')}, any ${plan.needed} of ${used.length}`);
};

const versionOf = ({
  escrow: standing,
}: {
  readonly escrow: { readonly places: readonly { readonly version?: number }[] } | null;
}): number => Math.min(...(standing?.places.map(({ version = 0 }) => version) ?? [0]));

/** The question, and the code that went to the mailbox, first a wrong one. */
const show = async (app: WalletApp, { economy, demand }: Scene): Promise<EscrowSessionView> => {
  const { session } = await call(app, 'recover.session', {});
  const way = (type: string): EscrowChallengeView | undefined => session?.methods.find((each) => each.type === type);
  const [question, mailbox] = [way('question')?.uuid ?? '', way('email')?.uuid ?? ''];
  await call(app, 'recover.answer', { uuid: question, answer: ANSWER });
  await call(app, 'recover.challenge', { uuid: mailbox });
  const wrong = await call(app, 'recover.answer', { uuid: mailbox, answer: '4711' });
  demand(
    wrong.session.methods.some(({ state }) => state === 'wrong'),
    'a wrong answer was taken',
  );
  const code = economy.messages().find(({ address }) => address === 'ada@example.com')?.code ?? '';
  return (await call(app, 'recover.answer', { uuid: mailbox, answer: `A-${code}` })).session;
};
