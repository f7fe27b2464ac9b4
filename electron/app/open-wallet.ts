// SPDX-License-Identifier: GPL-3.0-or-later
import { looksOf, showCurrencies } from '../../shared/currency-look.ts';
import type { WalletEvent } from '../../shared/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { EmptyReceiptView } from '../../shared/view-devices.ts';
import type { DrawnPages } from '../../shared/view-sheet.ts';
import type { FailureView } from '../../shared/view.ts';
import { withEnglish, type Words } from '../../shared/words/words.ts';
import type { AppOptions } from './options.ts';
import { createBackup } from '../backup/backup.ts';
import type { Backup } from '../backup/contract.ts';
import { explainBackupFailure } from '../backup/failure/explain.ts';
import type { Emptied } from '../backup/leave/emptying.ts';
import { databaseWrapKey } from '../backup/root-secret.ts';
import { computerName } from './computer-name.ts';
import { createKnownList } from './known-list.ts';
import { createSetUp, type SetUp } from './set-up.ts';
import { confirmOwner } from './confirm-owner.ts';
import { dataPath } from './directory/data-path.ts';
import type { DataDirectory } from './data-directory.ts';
import { createHandlers } from './handlers/handlers.ts';
import { createFirstLook, lookAnew, type FirstLook } from './first-look.ts';
import type { Handlers, OpenParts } from './handlers/parts.ts';
import { playWhileReal } from './handlers/unmixed.ts';
import { startLoop, type Loop } from './loop.ts';
import { spokenBy } from './language.ts';
import type { OwnPlayMoney } from './play-money.ts';
import type { Store } from '../storage/store.ts';
import { inBackground } from '../defect.ts';
import type { Secret } from '../taler/crypto/secret.ts';
import { beginToPlay, tellOfPlaying } from '../wallet/unmixed.ts';
import { createWallet, type Wallet } from '../wallet/wallet.ts';

/** Everything that lives while a wallet is open, and ends before its store is closed. */
export type OpenWallet = {
  readonly store: Store;
  readonly wallet: Wallet;
  readonly backup: Backup;
  readonly setUp: SetUp;
  readonly handlers: Handlers;
  readonly loop: Loop | undefined;
  readonly stopTelling: () => void;
  readonly endLook: () => void;
};

/** What the opened wallet needs of the app around it. */
export type Around = {
  readonly options: AppOptions;
  readonly directory: DataDirectory;
  readonly play: OwnPlayMoney;
  readonly tell: (event: WalletEvent) => void;
  readonly eraseEmptied: (facts: Emptied) => Promise<Result<EmptyReceiptView, FailureView>>;
  /** finishes an erasing that was cut short or had to wait for a provider */
  readonly eraseIfEmptied: () => Promise<void>;
};

/** Builds money, backup, loop and handlers on an open store, and starts them; the play money too where this wallet plays. */
export const openWallet = async (store: Store, around: Around): Promise<OpenWallet> => {
  const { options, directory, play, tell } = around;
  const wrapForSheet = (wrapper: Secret): void =>
    inBackground(options.world, 'wrapping the key for the sheet', directory.protectWithRoot(wrapper));
  const forgetSheetLock = (): void => {
    if (directory.forgetRoot()) store.transaction((tx) => tx.local.setMark('sheet-lock-void', undefined));
  };
  // The gate is the backup's, and the backup is built on the wallet; nothing passes the gate before both are there.
  const wallet: Wallet = createWallet({
    world: options.world,
    store,
    gate: (...asked) => backup.gate(...asked),
    asksForTerms: (exchange) => exchange !== play.running()?.exchange,
    onLooks: () => showAnew(wallet, tell),
  });
  const backup: Backup = createBackup({
    world: options.world,
    store,
    wallet,
    deviceName: computerName(),
    onRootSecret: wrapForSheet,
    onRootForgotten: forgetSheetLock,
    onProgress: () => tell({ type: 'changed' }),
  });
  // Left just before the process died: the sheet of that wallet opens nothing here.
  if (store.local.mark('sheet-lock-void')) forgetSheetLock();
  const root = store.local.rootSecret();
  // Made when the secret came into being, unless the disk was full or the process died just then.
  if (root !== undefined) wrapForSheet(databaseWrapKey(root));
  if (store.local.mark('play-money')) await playOn(store, around);
  const looked = { world: options.world, store, wallet, backup };
  const look = options.loop ? createFirstLook(looked) : lookAnew(looked);
  const loop = options.loop ? driveBoth(wallet, backup, around, look.ready) : showSums(wallet);
  const stopTelling = store.onChange(() => {
    tell({ type: 'changed' });
    look.changed();
    loop?.poke();
  });
  const setUp = createSetUp(store, options.world, () => tell({ type: 'changed' }));
  const handlers = createHandlers({
    wallet,
    backup,
    ...lookParts(look, options),
    ...playParts({ store, wallet }, around),
    plays: () => store.local.mark('play-money') === true,
    known: createKnownList(store, play.running),
    endSetUp: setUp.end,
    eraseEmptied: around.eraseEmptied,
    confirmOwner: async (passphrase) =>
      setUp.state() === 'fresh' ? ok(null) : confirmOwner(directory, options.shell?.confirmReveal, passphrase),
    words: () => spokenBy(options),
    ownDirectory: options.dataDirectory,
    chooseFolder: async (at) =>
      options.shell?.chooseFolder(at === undefined ? undefined : dataPath(at.replace(/^file:\/\//i, ''))) ?? null,
    sheetPages: (paper) => sheetPages(backup, spokenBy(options), paper),
    sharePages: async (shares, paper) => {
      const { sharesPages } = await import('../backup/paper/page/shares-pages.ts');
      return ok(sharesPages(shares, paper, withEnglish(spokenBy(options))));
    },
    paper: options.shell,
    sheetShown: (shown) => options.shell?.sheetShown(shown),
    tellChanged: () => tell({ type: 'changed' }),
  });
  return { store, wallet, backup, setUp, handlers, loop, stopTelling, endLook: look.stop };
};

/** Starts the economy of a wallet that plays; one of before that was told in copies says it now. */
const playOn = async (store: Store, { options: { world }, play }: Around): Promise<void> => {
  tellOfPlaying(store);
  // Its addresses may be taken by another program; what is real in this wallet must open all the same.
  await play
    .started()
    .catch((error: unknown) =>
      world.log({ event: 'play-money-not-started', why: error instanceof Error ? error.message : 'unknown' }),
    );
};

/** Ends every step and round of this wallet, and waits for those that run; its store stays open. */
export const stopWorking = async (was: OpenWallet): Promise<void> => {
  was.stopTelling();
  await was.loop?.stop();
  await was.backup.close();
  was.endLook();
  showCurrencies(new Map());
};

/** Sums are shown as the issuers say that are known already; a window asks for them itself, once its first page is there. */
const showSums = (wallet: Wallet): undefined => {
  showCurrencies(looksOf(wallet.exchanges(), wallet.strangeLooks()));
};

const showAnew = (wallet: Wallet, tell: Around['tell']): void => {
  showSums(wallet);
  tell({ type: 'changed' });
};

const lookParts = (
  { overview, ready }: FirstLook,
  { world, shell }: AppOptions,
): Pick<OpenParts, 'overview' | 'ready' | 'saveHistory' | 'now' | 'pause'> => ({
  overview,
  ready,
  saveHistory: async (file) => shell?.saveHistory(file) ?? ok({ file: null }),
  now: () => world.now(),
  pause: () => world.sleep(0),
});

const driveBoth = (
  wallet: Wallet,
  backup: Backup,
  { options: { world }, eraseIfEmptied }: Around,
  ready: Promise<void>,
): Loop =>
  startLoop(
    {
      runMoney: async (signal) => {
        await ready;
        return wallet.run({ signal });
      },
      runBackup: async (signal) => {
        await ready;
        await backup.run({ signal });
        // Not waited for: erasing ends this loop and waits for it.
        inBackground(world, 'erasing', eraseIfEmptied());
      },
    },
    world,
  );

const playParts = (
  { store, wallet }: Pick<OpenWallet, 'store' | 'wallet'>,
  { options, play, tell }: Around,
): Pick<OpenParts, 'playMoney' | 'runningPlayMoney' | 'playMoneyWasHere' | 'resumePlayMoney'> => {
  const remember = (): void => store.transaction(beginToPlay);
  return {
    playMoney: async () => {
      remember();
      // That it could not start changes nothing in the store, and the window must say so all the same.
      return play.started().finally(() => tell({ type: 'changed' }));
    },
    runningPlayMoney: play.running,
    // On the command line the economy is a process of its own.
    playMoneyWasHere: () => options.shell !== undefined && !store.local.mark('play-money') && play.wasHere(),
    resumePlayMoney: async (recoveryText, hasCome = false) => {
      // On the command line the economy is a process of its own; two on one directory would fight for its addresses.
      if (options.shell === undefined || !namesPlayMoney(recoveryText) || !play.wasHere()) return;
      if (playWhileReal({ wallet }) !== undefined) return;
      // Anybody can write such an address anywhere: only what has come makes this wallet one that plays.
      if (hasCome) remember();
      await play.started();
    },
  };
};

/** A sheet with providers on this very computer: nobody but the built-in economy serves there. */
const namesPlayMoney = (recoveryText: string): boolean => recoveryText.includes('http://127.0.0.1:');

const sheetPages = async (
  backup: Backup,
  words: Words,
  paper: 'A4' | 'Letter',
): Promise<Result<DrawnPages, FailureView>> => {
  const sheet = backup.recoverySheet();
  if (!sheet.ok) return err(explainBackupFailure(sheet.error));
  // Loaded by whoever needs it: it is most of what a start would wait for.
  const [{ layOut }, { recoveryPage }] = await Promise.all([
    import('../backup/paper/page/lay-out.ts'),
    import('../backup/paper/page/recovery-page.ts'),
  ]);
  return ok(layOut(recoveryPage(sheet.value, withEnglish(words)), paper));
};
