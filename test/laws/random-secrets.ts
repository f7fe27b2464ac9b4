// SPDX-License-Identifier: GPL-3.0-or-later
import { contentToJson } from '../../electron/state/content.ts';
import { merge } from '../../electron/state/merge.ts';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { openSecret, type Secret } from '../../electron/taler/crypto/secret.ts';
import { isSafe, printSheet } from './random-devices.ts';
import type { Act } from './random-money.ts';
import { nameOf, putDisk, type Machine, type RandomWorld } from './random-world.ts';

// Somebody saw the sheet, and the wallet gets a new secret; a restore or takeover is undone.

const isSame = (a: Secret | undefined, b: Secret | undefined): boolean =>
  a !== undefined && b !== undefined && Buffer.compare(openSecret(a), openSecret(b)) === 0;

/** Whether a machine knows everything that the others know: what they have told nobody would be left under the old secret. */
const knowsAll = ({ machines }: RandomWorld, { running }: Machine): boolean => {
  const known = running.store.snapshot();
  const text = contentToJson(known);
  return machines
    .filter(({ gone }) => !gone)
    .every((each) => contentToJson(merge(known, each.running.store.snapshot())) === text);
};

/** Its person gathers what the other machines know, and begins; one that has begun goes on. */
export const newSecret: Act = async (world, machine) => {
  const { backup } = machine.running;
  if (backup.rekeying() !== undefined) {
    const gone = await backup.goOnWithRekey();
    return gone.ok ? (gone.value.progress?.step ?? 'over') : gone.error.kind;
  }
  if (backup.state() === 'uninitialized') return 'there is no wallet here';
  for (const each of world.machines) if (!each.gone) await each.running.backup.cycle();
  await backup.cycle();
  if (!isSafe(world, machine) || !knowsAll(world, machine)) return 'others have not told all they know';
  const quote = await backup.rekeyQuote();
  if (!quote.ok) return quote.error.kind;
  const begun = await backup.rekey(quote.value.total);
  await heedNewSecret(world);
  if (!begun.ok) return begun.error.kind;
  return begun.value.progress?.step ?? 'over';
};

/** Where a machine has a new secret its person prints the new sheet, and erases every other machine and every image of before. */
export const heedNewSecret = async (world: RandomWorld): Promise<void> => {
  const sheet = parseRecovery(world.sheet ?? '');
  const root = sheet.ok ? sheet.value.root : undefined;
  const changed = world.machines.find(({ running, gone }) => {
    const own = running.store.local.rootSecret();
    return !gone && own !== undefined && !isSame(own, root);
  });
  if (changed === undefined) return;
  for (const each of world.machines) {
    each.image = undefined;
    if (each !== changed && !each.gone) await putDisk(each);
  }
  printSheet(world, changed);
  world.story.push(`${nameOf(changed)} has a new secret; the others are erased`);
};

/** The last restore or takeover of a machine is undone. A joined wallet only where no other machine has heard of it, for that keeps it. */
export const undoStep: Act = async (world, rolled) => {
  const able = world.machines.filter(({ running, gone }) => !gone && running.backup.undoSteps().steps.length > 0);
  const machine = able.includes(rolled) ? rolled : (able[0] ?? rolled);
  const { backup } = machine.running;
  const [step] = backup.undoSteps().steps;
  if (step === undefined) return 'there is nothing to undo';
  if (step.why === 'joined' && world.machines.some((each) => each !== machine)) return 'another machine may have heard';
  const text = backup.recoveryText();
  if (text.ok) backup.testSheet(text.value);
  if (step.why !== 'joined' && !isSafe(world, machine)) return 'too much would be lost';
  const undone = await backup.undo(step.number);
  return `${nameOf(machine)}, ${step.why}: ${undone.ok ? undone.value.state : undone.error.kind}`;
};
