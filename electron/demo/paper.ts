// SPDX-License-Identifier: GPL-3.0-or-later
import { createCanvas } from '@napi-rs/canvas';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import QRCode from 'qrcode';
import { amountToText } from '../../shared/amount.ts';
import type { RecoverySheetView } from '../../shared/view-backup.ts';
import { PLAY_CURRENCY } from '../../shared/play.ts';
import type { PlayMoney } from '../app/play-money.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { readPicture } from '../headless/read-picture.ts';
import type { World } from '../world.ts';
import { told } from './spoken.ts';
import { agreeToTerms, call, finish, freshWallet, PASSPHRASE, totalOf, type Demand, type Tell } from './steps.ts';

type Scene = {
  readonly world: World;
  readonly root: string;
  readonly economy: PlayMoney;
  readonly tell: Tell;
  readonly demand: Demand;
};

/** The paper: hurt and read back, tested, split, undone, and replaced after somebody saw it; with two sticks as places. */
export const proveThePaper = async (scene: Scene): Promise<void> => {
  const app = await freshWallet(scene.world, join(scene.root, 'paper'));
  const sticks = [join(scene.root, 'blue stick'), join(scene.root, 'green stick')] as const;
  for (const stick of sticks) {
    await mkdir(stick);
    await call(app, 'provider.add', {
      target: stick,
      name: stick.slice(scene.root.length + 1),
      maxFee: `${PLAY_CURRENCY}:0`,
    });
  }
  await call(app, 'exchange.add', { url: scene.economy.exchange });
  await withdraw(app, scene, `${PLAY_CURRENCY}:5`);
  const sheet = await call(app, 'sheet.reveal', { passphrase: PASSPHRASE });
  await readBackHurt(app, sheet, scene);
  await drillRolledBack(app, sheet.text, sticks[0], scene);
  await sharesAndUndo(app, scene, sticks);
  await replace(app, sheet.text, scene, sticks);
  await app.close();
};

const withdraw = async (app: WalletApp, { economy }: Scene, sum: string): Promise<void> => {
  await agreeToTerms(app, economy.exchange);
  const withdrawal = await economy.createWithdrawal(sum);
  await call(app, 'withdraw.uri', { uri: withdrawal.talerUri });
  await withdrawal.confirm();
  await finish(app);
  await call(app, 'backup.run', {});
};

/** Three letters of the text are wrong and a fifth of the square is covered: each is read all the same. */
const readBackHurt = async (app: WalletApp, sheet: RecoverySheetView, { tell, demand }: Scene): Promise<void> => {
  const hurt = misread(sheet.text);
  const refused = await app.handle('app.readSheet', { recoveryText: hurt });
  demand(!refused.ok, 'three wrong letters were taken without a word');
  const taken = await call(app, 'app.readSheet', { recoveryText: hurt, take: true });
  const square = await readPicture(blottedSquare(sheet));
  demand(square.ok && square.value.texts[0] === sheet.qrText, 'a fifth of the square was covered, and it was not read');
  const tested = await call(app, 'drill.run', { recoveryText: taken.text });
  demand(tested.verdict === 'passed' && tested.lacking.length === 0, 'the hurt sheet does not bring everything back');
  tell(`sheet hurt and read back: ${told('drill', ...tested.said)}`);
};

const misread = (text: string): string => {
  const begin = text.toLowerCase().indexOf('hold1') + 12;
  const letters = [...text];
  for (const nth of [0, 1, 2]) {
    const at = begin + 6 * nth + text.slice(begin + 6 * nth).search(/[a-z0-9]/i);
    letters[at] = letters[at]?.toLowerCase() === 'q' ? 'p' : 'q';
  }
  return letters.join('');
};

const MODULE_PX = 8;

const blottedSquare = ({ qrText, qrLevel }: RecoverySheetView): Uint8Array => {
  const { modules } = QRCode.create(qrText, { errorCorrectionLevel: qrLevel });
  const side = (modules.size + 8) * MODULE_PX;
  const canvas = createCanvas(side, side);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, side, side);
  context.fillStyle = 'black';
  for (let y = 0; y < modules.size; y += 1)
    for (let x = 0; x < modules.size; x += 1)
      if (modules.get(y, x)) context.fillRect((x + 4) * MODULE_PX, (y + 4) * MODULE_PX, MODULE_PX, MODULE_PX);
  const blot = Math.sqrt(0.2) * modules.size * MODULE_PX;
  const end = side - 4 * MODULE_PX;
  context.fillStyle = '#333';
  context.fillRect(end - blot, end - blot, blot, blot);
  return canvas.toBuffer('image/png');
};

/** A stick is put back to what it was before more money came: the test names it, and another copy mends it. */
const drillRolledBack = async (app: WalletApp, text: string, stick: string, scene: Scene): Promise<void> => {
  const { tell, demand } = scene;
  const kept = `${stick} of yesterday`;
  await cp(stick, kept, { recursive: true });
  await withdraw(app, scene, `${PLAY_CURRENCY}:2`);
  await rm(stick, { recursive: true });
  await cp(kept, stick, { recursive: true });
  const caught = await call(app, 'drill.run', { recoveryText: text });
  demand(caught.verdict === 'failed', 'a stick that was put back passed the test');
  demand(
    caught.places.some(({ name, lost }) => lost === true && name === 'blue stick'),
    'the stick that was put back is not named',
  );
  await call(app, 'backup.run', {});
  const mended = await call(app, 'drill.run', { recoveryText: text });
  demand(mended.verdict === 'passed', 'the stick was not mended');
  tell(`stick put back: ${told('drill', ...caught.said)}`);
};

/** Two of three shares bring everything back on another computer; there the restore is undone. */
const sharesAndUndo = async (
  app: WalletApp,
  { world, root, tell, demand }: Scene,
  folders: readonly string[],
): Promise<void> => {
  await call(app, 'sheet.reveal', { passphrase: PASSPHRASE });
  const { shares } = await call(app, 'sheet.split', { needed: 2, count: 3 });
  const other = await freshWallet(world, join(root, 'by shares'));
  const two = [shares[2], shares[0]].map((share) => share?.text ?? '').join('\n\n');
  await call(other, 'restore.run', { recoveryText: two, folders: [...folders] });
  const [here, there] = [await totalOf(app), await totalOf(other)];
  demand(here.units === there.units, 'two shares of three bring back another sum');
  tell(`2 of 3 shares: ${amountToText(there)} of ${amountToText(here)}`);
  const { steps } = await call(other, 'undo.list', {});
  const undone = await call(other, 'undo.run', { number: steps[0]?.number ?? 0 });
  demand(undone.state === 'done' && (await totalOf(other)).units === 0n, 'the restore was not undone');
  tell(`restore undone: ${told('undo', ...undone.said)}`);
  await other.close();
};

/** An issuer that tells nothing of a coin (v14) leaves its money believed in until it is tried. */
const canPay = async (app: WalletApp, economy: PlayMoney): Promise<boolean> => {
  if ((await totalOf(app)).units === 0n) return false;
  const { purchaseId } = await call(app, 'pay.prepare', {
    uri: await economy.createOrder(`${PLAY_CURRENCY}:1`, 'cake'),
  });
  const paid = await app.handle('pay.confirm', { purchaseId });
  return paid.ok && paid.value.state === 'paid';
};

/** Somebody saw the sheet: a new secret, and the old sheet gets nothing. */
const replace = async (app: WalletApp, old: string, scene: Scene, folders: readonly string[]): Promise<void> => {
  const { world, root, tell, demand } = scene;
  const before = await totalOf(app);
  const { total } = await call(app, 'rekey.quote', {});
  await call(app, 'rekey.begin', { agreedFees: [...total] });
  await finish(app);
  await call(app, 'rekey.goOn', {});
  const { progress } = await call(app, 'rekey.progress', {});
  demand(progress?.step === 'sheet', `the new secret waits for ${progress?.step ?? 'nothing'}`);
  const { text } = await call(app, 'sheet.reveal', { passphrase: PASSPHRASE });
  await call(app, 'drill.run', { recoveryText: text });
  await call(app, 'backup.run', {});
  demand((await call(app, 'rekey.progress', {})).progress === null, 'the new secret is not done after its test');
  const thief = await freshWallet(world, join(root, 'thief'));
  await call(thief, 'restore.run', { recoveryText: old, folders: [...folders] });
  await finish(thief);
  demand(!(await canPay(thief, scene.economy)), 'the old sheet still brings money');
  await thief.close();
  tell(`new secret: ${amountToText(await totalOf(app))} of ${amountToText(before)} moved; the old sheet gets nothing`);
};
