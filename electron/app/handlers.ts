// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { Answer, RequestInput, RequestName } from '../../shared/contract.ts';
import type { BackupStatusView } from '../../shared/view-backup.ts';
import type { EmptyReceiptView } from '../../shared/view-devices.ts';
import type { FailureView } from '../../shared/view.ts';
import type { Emptied } from '../backup/leave/emptying.ts';
import { explainBackupFailure } from '../backup/failure/explain.ts';
import type { Backup } from '../backup/backup.ts';
import type { PlayMoney } from './play-money.ts';
import type { Wallet } from '../wallet/wallet.ts';
import { explainFailure } from '../wallet/failure/explain.ts';

/** What the requests on money and backup work with once a wallet is open. */
export type OpenParts = {
  readonly wallet: Wallet;
  readonly backup: Backup;
  /** starts the built-in economy on first use and remembers that this wallet plays */
  readonly playMoney: () => Promise<PlayMoney>;
  readonly runningPlayMoney: () => PlayMoney | undefined;
  /** starts the economy a sheet comes from, if it comes from this computer's */
  readonly resumePlayMoney: (recoveryText: string) => Promise<void>;
  /** writes the receipt of an emptied wallet, then deletes the wallet here */
  readonly eraseEmptied: (facts: Emptied) => Promise<Result<EmptyReceiptView, FailureView>>;
  /** checks the passphrase again before a secret is shown; for a wallet without one the window lets the system ask */
  readonly confirmOwner: (passphrase: string | undefined) => Promise<Result<null, FailureView>>;
  readonly chooseFolder: () => Promise<string | null>;
  readonly printSheet: (paper: 'A4' | 'Letter') => Promise<Result<{ readonly file: string | null }, FailureView>>;
  readonly sheetShown: (shown: boolean) => void;
  /** the person holds a sheet that names these providers, and when that was noted last */
  readonly noteSheet: (providers: readonly string[]) => void;
  readonly sheetNotedAt: (providers: readonly string[]) => number | undefined;
};

type OpenRequest = Exclude<RequestName, `app.${string}`>;
export type Handlers = { readonly [N in OpenRequest]: (input: RequestInput<N>) => Promise<Answer<N>> };

/** One function per request of the contract that needs an open wallet. */
// long because its split by subject is still to come
export const createHandlers = (parts: OpenParts): Handlers => {
  const { wallet, backup } = parts;
  /** printing needs no second passphrase, so it works only while the sheet is on the screen */
  let revealed = false;
  /** how often the page has said that it shows no sheet */
  let hides = 0;
  const providerIds = (): string[] => backup.providers().map(({ id }) => id);
  const status = (): BackupStatusView => {
    const sheetShownAt = parts.sheetNotedAt(providerIds());
    return { ...backup.status(), ...(sheetShownAt === undefined ? {} : { sheetShownAt }) };
  };
  return {
    'play.start': async () => {
      const play = await parts.playMoney();
      const added = await wallet.addExchange(play.exchange);
      return added.ok ? ok({ exchange: play.exchange, currency: play.currency }) : money(added.error);
    },
    'play.providers': async () => ok({ providers: parts.runningPlayMoney()?.providers ?? [] }),
    'play.withdraw': async ({ amount, withoutBackup = false }) => {
      const play = await parts.playMoney();
      const operation = await play.createWithdrawal(amount);
      const started = await wallet.withdrawFromBank(operation.talerUri, { withoutBackup });
      if (!started.ok) return money(started.error);
      await operation.confirm();
      return ok({ withdrawalId: started.value.id });
    },
    'play.order': async ({ amount, summary }) =>
      ok({ uri: await (await parts.playMoney()).createOrder(amount, summary) }),

    'wallet.overview': async () => ok({ balances: wallet.balances(), backup: status(), pending: wallet.pending() }),
    'wallet.history': async () => ok({ lines: wallet.history() }),
    'wallet.pending': async () => ok({ pending: wallet.pending() }),
    'wallet.withoutBackup': async ({ id }) => orMoney(await wallet.goOnWithoutBackup(id)),
    'exchange.add': async ({ url }) => orMoney(await wallet.addExchange(url)),
    'exchange.list': async () => ok({ exchanges: wallet.exchanges() }),
    'withdraw.manual': async ({ exchange, amount, withoutBackup = false }) =>
      orMoney(await wallet.withdrawManual({ exchange, amount, withoutBackup })),
    'withdraw.uri': async ({ uri, withoutBackup = false }) =>
      orMoney(await wallet.withdrawFromBank(uri, { withoutBackup })),
    'pay.prepare': async ({ uri }) => orMoney(await wallet.preparePay(uri)),
    'pay.confirm': async ({ purchaseId, ...seen }) => orMoney(await wallet.confirmPay(purchaseId, given(seen))),
    'peer.quote': async (input) => orMoney(await wallet.peer.quote(given(input))),
    'peer.send': async (input) => orMoney(await wallet.peer.send(given(input))),
    'peer.quoteRequest': async (input) => orMoney(await wallet.peer.quoteRequest(given(input))),
    'peer.request': async (input) => orMoney(await wallet.peer.request(given(input))),
    'peer.prepareReceive': async ({ uri }) => orMoney(await wallet.peer.prepare(uri)),
    'peer.confirm': async ({ id, withoutBackup = false, ...seen }) =>
      orMoney(await wallet.peer.confirm(id, { withoutBackup, ...given(seen) })),
    'peer.list': async () => ok({ payments: wallet.peer.list() }),
    'refund.uri': async ({ uri }) => orMoney(await wallet.refund(uri)),
    abort: async ({ id }) => orMoney(await wallet.abort(id)),
    'deposit.prepare': async (wish) => orMoney(await wallet.prepareDeposit(wish)),
    'deposit.confirm': async (wish) => orMoney(await wallet.deposit(given(wish))),

    'backup.status': async () => ok(status()),
    'provider.inspect': async ({ target }) => orBackup(await backup.inspectProvider(target)),
    'provider.add': async ({ target, name, maxFee }) =>
      orBackup(
        await backup.addProvider({
          target,
          consent: true,
          ...(name === undefined ? {} : { name }),
          ...(maxFee === undefined ? {} : { maxFee }),
        }),
      ),
    'provider.remove': async ({ id }) => orBackup(await backup.removeProvider(id)),
    'provider.list': async () => ok({ providers: backup.providers() }),
    'provider.chooseFolder': async () => ok({ directory: await parts.chooseFolder() }),
    'backup.run': async ({ id }) => ok({ reports: await backup.cycle(id) }),
    'backup.setQuorum': async ({ copies }) => {
      backup.setQuorum(copies);
      return ok({ copies });
    },

    'wallet.empty.quote': async ({ expiresHours }) => orMoney(await backup.emptyQuote(expiresHours)),
    'wallet.empty': async ({ expiresHours }) => orMoney(await backup.empty(expiresHours)),
    'wallet.empty.status': async () => ok(backup.emptyStatus()),
    'wallet.empty.stop': async () => orBackup(backup.stopEmptying()),
    'wallet.empty.finish': async () => {
      const finished = await backup.finishEmptying();
      if (!finished.ok) return err(explainBackupFailure(finished.error));
      if (finished.value) return parts.eraseEmptied(finished.value);
      return err({
        kind: 'abandon-pending',
        sentence: `${backup.emptyStatus().sentence} That goes on by itself; nothing is lost.`,
      });
    },
    'device.list': async () => ok(backup.devices()),
    'device.keep': async () => orBackup(await backup.keepDevice()),
    'backup.abandon': async () => orBackup(await backup.abandon()),
    'backup.takeover': async ({ recoveryText, folders, evenIfNotAbandoned }) => {
      await parts.resumePlayMoney(recoveryText);
      const taken = await backup.takeover({
        recoveryText,
        ...(folders === undefined ? {} : { folders }),
        ...(evenIfNotAbandoned === undefined ? {} : { evenIfNotAbandoned }),
      });
      if (taken.ok && taken.value.how === 'continued') parts.noteSheet(providerIds());
      return orBackup(taken);
    },

    'sheet.reveal': async ({ passphrase }) => {
      const before = hides;
      const owner = await parts.confirmOwner(passphrase);
      if (!owner.ok) return owner;
      // A question can stand for minutes; a page that was left meanwhile gets no secret any more.
      if (hides !== before)
        return err({
          kind: 'sheet-hidden',
          sentence: 'The page of the recovery sheet was left before it could be shown. Nothing was shown.',
        });
      const sheet = backup.recoverySheet();
      if (!sheet.ok) return err(explainBackupFailure(sheet.error));
      revealed = true;
      parts.noteSheet(providerIds());
      parts.sheetShown(true);
      return sheet;
    },
    'sheet.print': async ({ paper }) =>
      revealed
        ? parts.printSheet(paper)
        : err({
            kind: 'sheet-hidden',
            sentence: 'The sheet is printed from its page: reveal it first. Nothing was printed.',
          }),
    'sheet.hide': async () => {
      revealed = false;
      hides += 1;
      parts.sheetShown(false);
      return ok({});
    },
    'restore.run': async ({ recoveryText, folders }) => {
      await parts.resumePlayMoney(recoveryText);
      const restored = await backup.restore(recoveryText, folders === undefined ? {} : { folders });
      if (restored.ok) parts.noteSheet(providerIds());
      return orBackup(restored);
    },
  };
};

/** What a schema calls optional may be there and undefined; the wallet's functions want it absent. */
const given = <T extends object>(input: T): Given<T> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Given<T>;
type Given<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> };

const money = (failure: Parameters<typeof explainFailure>[0]): Result<never, FailureView> =>
  err({ kind: failure.kind, sentence: explainFailure(failure) });

const orMoney = <T>(result: Result<T, Parameters<typeof explainFailure>[0]>): Result<T, FailureView> =>
  result.ok ? result : money(result.error);

const orBackup = <T>(result: Result<T, Parameters<typeof explainBackupFailure>[0]>): Result<T, FailureView> =>
  result.ok ? result : err(explainBackupFailure(result.error));
