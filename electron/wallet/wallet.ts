// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../shared/amount.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { EmptyQuoteLine } from '../../shared/view-devices.ts';
import type {
  AbortView,
  AgreedView,
  DepositOfferView,
  DepositView,
  EndingView,
  ExchangeView,
  ForgettingView,
  MostView,
  PendingView,
  RefundView,
  WithoutBackupView,
} from '../../shared/view.ts';
import type { PayOfferView, TemplateView } from '../../shared/view-shops.ts';
import { createOverdue } from '../state/overdue.ts';
import type { CoinFilter, Store } from '../storage/store.ts';
import type { World } from '../world.ts';
import { auditCoins, type AuditReport, type AuditTurn, type AuditWatch, type ChangeOfOthers } from './audit/audit.ts';
import { createArrivals, type Arrivals } from './arrivals.ts';
import { createCoinKeyRing } from './coins/coins.ts';
import type { Drive, Gate, Wallets } from './context.ts';
import { quoteAll, sendAll, whatIsLeft, type LeftView, type SendAllWish } from './empty.ts';
import { payNow } from './pay-now.ts';
import { createReissues, type Reissues } from './reissue.ts';
import { createExchangeBook, type ExchangeBook } from './exchanges.ts';
import type { WalletFailure } from './failure/failure.ts';
import { createStrangeLooks, type StrangeLooks } from './strange-looks.ts';
import { createTermsBook, type TermsBook } from './terms.ts';
import { aboutForgetting, forget } from './forget/forget.ts';
import { depositOffer, type DepositWish } from './flows/deposit/deposit.ts';
import { always, type MayBegin } from './flows/may-begin.ts';
import { makeDeposit } from './flows/deposit/make.ts';
import { mostToDeposit, type MostDepositWish } from './flows/deposit/most.ts';
import { askForRefund, refundView } from './flows/pay/refund.ts';
import { lookAtPage } from './flows/pay/page.ts';
import { preparePay, type Chosen, type ForProvider } from './flows/pay/pay.ts';
import { lookAtTemplate, orderOfTemplate, type SaidToTemplate } from './flows/pay/template.ts';
import { takenByMerchant } from './flows/pay/taken.ts';
import { createPeer, type Peer } from './flows/peer/peer.ts';
import { retireCoins } from './flows/refresh/renew.ts';
import { rememberedMoney, type Money } from './history/money.ts';
import { aboutEnding } from './runner/about-ending.ts';
import { takeBack } from './runner/take-back.ts';
import { createPruner, type Pruner } from './prune/prune.ts';
import { lookNow } from './runner/look-now.ts';
import { whileLeading } from './runner/leading.ts';
import { afterChange, createHaste, orWithChange } from './runner/haste.ts';
import { createRunner, type Runner, type RunOptions, type RunReport } from './runner/runner.ts';
import { feeTotal } from './spend/fee-total.ts';
import type { Shown } from './spend/shown.ts';
import { stoppedBecause } from './failure/stopped.ts';
import { agreeToFees } from './runner/agree-to-fees.ts';
import { goOnWithoutBackup } from './runner/without-backup.ts';

/** Money that comes back, and money that leaves for a bank. */
type Returns = {
  /** Fetches what the merchant of a `taler://refund/…` address has granted; what the exchange owes still comes with `run`. */
  readonly refund: (talerUri: string) => Promise<Result<RefundView, WalletFailure>>;
  /** Takes an unfinished payment or deposit back, or gives up a withdrawal whose money never came; fails with `already-complete` or `deposit-confirmed` when it turns out to be made. */
  readonly abort: (id: string) => Promise<Result<AbortView, WalletFailure>>;
  /** What ending it would cost; changes nothing. */
  readonly aboutEnding: (id: string) => Result<EndingView, WalletFailure>;
  /** What forgetting something would take away; changes nothing. */
  readonly aboutForgetting: (id: string) => Result<ForgettingView, WalletFailure>;
  /** Forgets a purchase, a payment between people or an exchange, all but its sums; refused while money can still come of it. */
  readonly forget: (id: string) => Promise<Result<ForgettingView, WalletFailure>>;
  /** What sending `amount` (as it arrives) to one's own bank account would cost. */
  readonly prepareDeposit: (wish: DepositWish) => Promise<Result<DepositOfferView, WalletFailure>>;
  /** The most that can arrive at such an account now. */
  readonly mostToDeposit: (wish: MostDepositWish) => Promise<Result<MostView, WalletFailure>>;
  /** Deposits to one's own bank account; a deposit whose answer is missing goes on with `run`. */
  readonly deposit: (wish: DepositWish & Shown) => Promise<Result<DepositView, WalletFailure>>;
};

/** What leads to an order of a shop, beside its link. */
type Shops = {
  /** Reads the offer of a `taler://pay-template/…` address. */
  readonly lookAtTemplate: (talerUri: string) => Promise<Result<TemplateView, WalletFailure>>;
  /** Has its shop write an order, with what was open, and gives its link. */
  readonly orderOfTemplate: (
    talerUri: string,
    said: SaidToTemplate,
  ) => Promise<Result<{ readonly uri: string }, WalletFailure>>;
  /** Asks a page of the web for the link of an order. */
  readonly lookAtPage: (url: string) => Promise<Result<{ readonly uri: string }, WalletFailure>>;
};

/** Money: withdrawing, paying, change, balance and history, over any number of exchanges and currencies. */
export type Wallet = Arrivals &
  Shops &
  Returns &
  Reissues &
  Money & {
    readonly addExchange: ExchangeBook['add'];
    readonly exchanges: () => readonly ExchangeView[];
    /** how shops and banks write money that no issuer here says anything of */
    readonly strangeLooks: StrangeLooks['list'];
    readonly terms: Pick<TermsBook, 'look' | 'accept'>;
    readonly preparePay: (
      talerUri: string,
      options?: { readonly provider?: string },
    ) => Promise<Result<PayOfferView, WalletFailure>>;
    readonly confirmPay: (
      purchaseId: string,
      options?: ForProvider & Shown & Chosen,
    ) => Promise<Result<{ readonly state: 'paid' | 'pending' }, WalletFailure>>;
    /** What to agree to for a yearly fee: the fee, and what paying it costs with the coins of this wallet. */
    readonly feeTotal: (fee: Amount) => Promise<Amount>;
    /** How much of an order's coins its merchant has, by their exchange's own account of them. */
    readonly takenByMerchant: (purchaseId: string) => Promise<Result<Amount, WalletFailure>>;
    readonly peer: Peer;
    /** Puts everything that can be spent into payments whoever has their addresses can take. */
    readonly sendAll: (wish: SendAllWish) => Promise<Result<readonly string[], WalletFailure>>;
    /** What `sendAll` would send now, exchange by exchange. */
    readonly quoteAll: (expiresHours: number) => Promise<Result<readonly EmptyQuoteLine[], WalletFailure>>;
    readonly whatIsLeft: () => LeftView;
    readonly lookNow: () => Promise<void>;
    /** Lets one of the pending items go on without waiting for its backup. */
    readonly goOnWithoutBackup: (id: string) => Promise<Result<WithoutBackupView, WalletFailure>>;
    /** Lets a withdrawal that asks about its fees go on; `shown` is what the person saw that would be left. */
    readonly agreeToFees: (id: string, shown: string) => Promise<Result<AgreedView, WalletFailure>>;
    readonly pending: () => readonly PendingView[];
    readonly run: (options?: RunOptions) => Promise<RunReport>;
    readonly auditCoins: (
      filter?: CoinFilter,
      change?: ChangeOfOthers,
      how?: { readonly watch?: AuditWatch | undefined; readonly turn?: AuditTurn },
    ) => Promise<AuditReport>;
    /** Takes unused coins out of circulation; the runner exchanges them for new ones. Returns how many. */
    readonly renewCoins: (filter?: CoinFilter) => number;
  };

/** What a wallet is built over. */
type WalletParts = {
  readonly world: World;
  readonly store: Store;
  readonly gate?: Gate;
  /** whether new money comes from this exchange only after the person has agreed to its terms of service */
  readonly asksForTerms?: (exchange: string) => boolean;
  /** told when a shop or a bank has said how it writes its money */
  readonly onLooks?: () => void;
};

const subjectsOf = ({ world, store, gate = open, onLooks }: WalletParts): Wallets => ({
  world,
  store,
  gate: whileLeading(store, gate),
  haste: createHaste(),
  overdue: createOverdue(world),
  strangeLooks: createStrangeLooks(onLooks),
  exchanges: createExchangeBook(world, store),
  coinKeys: createCoinKeyRing(store),
});

/** The wallet over a store; what was unfinished goes on with the next `run`. `gate` is asked before every request that makes coins. */
export const createWallet = ({ asksForTerms = () => false, ...around }: WalletParts): Wallet => {
  const { world, store } = around;
  const wallets = subjectsOf(around);
  const runner = createRunner(wallets);
  const terms = createTermsBook(world, store);
  const mayBegin: MayBegin = (exchange) => (asksForTerms(exchange) ? terms.check : always)(exchange);
  const arrivals = createArrivals(wallets, mayBegin);
  const money = rememberedMoney(store);
  const returns = createReturns(wallets, runner.drive);
  const peer = peerWithChange(wallets, runner, mayBegin);
  const [whileActive, withChange] = [whileActiveOn(store), withChangeOf(wallets, runner)];
  return {
    addExchange: wallets.exchanges.add,
    exchanges: wallets.exchanges.list,
    strangeLooks: wallets.strangeLooks.list,
    terms,
    ...arrivals,
    withdrawManual: whileActive(arrivals.withdrawManual),
    withdrawFromBank: whileActive(arrivals.withdrawFromBank),
    preparePay: whileActive((talerUri, options) => withChange(preparePay)(wallets, talerUri, options)),
    ...createShops(wallets, runner),
    confirmPay: whileActive((purchaseId, options = {}) => payNow(wallets, runner, purchaseId, options)),
    feeTotal: (fee) => feeTotal(wallets, fee),
    takenByMerchant: (purchaseId) => takenByMerchant(wallets, purchaseId),
    peer: {
      ...peer,
      send: whileActive(peer.send),
      request: whileActive(peer.request),
      prepare: whileActive(peer.prepare),
      confirm: whileActive(peer.confirm),
    },
    ...returns,
    forget: whileActive(returns.forget),
    refund: whileActive(returns.refund),
    abort: whileActive(returns.abort),
    prepareDeposit: whileActive(withChange(returns.prepareDeposit)),
    mostToDeposit: whileActive(afterChange(wallets, runner, returns.mostToDeposit)),
    deposit: whileActive(withChange(returns.deposit)),
    sendAll: whileActive(afterChange(wallets, runner, (wish) => sendAll(wallets, runner.drive, wish))),
    quoteAll: whileActive(afterChange(wallets, runner, (expiresHours) => quoteAll(wallets, expiresHours))),
    whatIsLeft: () => whatIsLeft(wallets),
    lookNow: () => lookNow(wallets, runner.drive),
    ...createReissues(wallets, runner.drive),
    goOnWithoutBackup: whileActive((id) => goOnWithoutBackup(wallets, runner, id)),
    agreeToFees: whileActive((id, shown) => agreeToFees(wallets, runner, id, shown)),
    ...money,
    pending: runner.pending,
    run: pruningAfter(createPruner({ ...wallets, history: money.history }), runner.run),
    auditCoins: (filter, change, how) => auditCoins(wallets, filter, change, how),
    renewCoins: (filter = {}) => retireCoins(wallets, filter),
  };
};

/** The same, again after change was made where it lacked coins. */
const withChangeOf =
  (wallets: Wallets, runner: Runner) =>
  <A extends readonly unknown[], T>(ask: (...asked: A) => Promise<Result<T, WalletFailure>>) =>
    orWithChange(wallets, runner, ask);

/** Refuses while this device is not the active one. The runner would stop the step anyway; asked first, nothing is reserved or claimed for it. */
const whileActiveOn =
  (store: Store) =>
  <A extends readonly unknown[], T>(begin: (...asked: A) => Promise<Result<T, WalletFailure>>) =>
  async (...asked: A): Promise<Result<T, WalletFailure>> => {
    const stopped = stoppedBecause(store);
    return stopped ? err(stopped) : begin(...asked);
  };

/** The same run; then some of what nothing can come of any more leaves. */
const pruningAfter =
  (prune: Pruner, run: Wallet['run']): Wallet['run'] =>
  async (options) => {
    const report = await run(options);
    await prune(options?.signal);
    return report;
  };

const peerWithChange = (wallets: Wallets, runner: Runner, mayBegin: MayBegin): Peer => {
  const peer = createPeer(wallets, runner.drive, mayBegin);
  return {
    ...peer,
    quote: orWithChange(wallets, runner, peer.quote),
    most: afterChange(wallets, runner, peer.most),
    send: orWithChange(wallets, runner, peer.send),
    prepare: orWithChange(wallets, runner, peer.prepare),
    confirm: orWithChange(wallets, runner, peer.confirm),
  };
};

/** The functions of `Shops`; the order that comes of an offer is looked at like any other. */
const createShops = (wallets: Wallets, runner: Runner): Shops => ({
  lookAtTemplate: (talerUri) => lookAtTemplate(wallets, talerUri),
  orderOfTemplate: whileActiveOn(wallets.store)((talerUri: string, said: SaidToTemplate) =>
    orderOfTemplate(wallets, talerUri, said, (order) => orWithChange(wallets, runner, preparePay)(wallets, order)),
  ),
  lookAtPage: (url) => lookAtPage(wallets, url),
});

/** The functions of `Returns`, over the wallet's runner. */
const createReturns = (wallets: Wallets, drive: Drive): Returns => {
  return {
    refund: async (talerUri) => {
      const asked = askForRefund(wallets, talerUri);
      if (!asked.ok) return asked;
      await drive({ kind: 'refund', id: asked.value });
      return ok(refundView(wallets, asked.value));
    },
    abort: (id) => takeBack(wallets, drive, id),
    aboutEnding: (id) => aboutEnding(wallets, id),
    aboutForgetting: (id) => aboutForgetting(wallets, id),
    forget: async (id) => forget(wallets, id),
    prepareDeposit: (wish) => depositOffer(wallets, wish),
    mostToDeposit: (wish) => mostToDeposit(wallets, wish),
    deposit: (wish) => makeDeposit(wallets, drive, wish),
  };
};

/** A wallet that has no backup beside it (tests and measurements of money alone): every request passes. */
const open: Gate = () => Promise.resolve(ok(undefined));
