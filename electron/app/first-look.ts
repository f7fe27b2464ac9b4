// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../shared/amount.ts';
import { VERSION } from '../../shared/version.ts';
import type { OverviewView } from '../../shared/view-overview.ts';
import type { Backup } from '../backup/contract.ts';
import { moneyFrom, rememberMoney } from '../backup/copies/risk.ts';
import type { Store } from '../storage/store.ts';
import { StorageFull, systemCode } from '../storage/system-code.ts';
import { warmUpLedger } from '../wallet/ledger/warm-up.ts';
import type { Wallet } from '../wallet/wallet.ts';
import { inBackground } from '../defect.ts';
import type { World } from '../world.ts';

// What the first page shows is written down with the revision of the entries it was worked out of. At the next start the same
// entries show the same at once, however many there are, and are worked out behind that, piece by piece. Another revision, another
// version of the program or another state of what is no entry, and what was written down counts for nothing.

type Parts = {
  readonly world: World;
  readonly store: Store;
  readonly wallet: Pick<Wallet, 'balances' | 'pending' | 'moneyState'>;
  readonly backup: Pick<Backup, 'status'>;
};

export type FirstLook = {
  readonly overview: () => Promise<OverviewView>;
  /** resolves when everything is worked out, or nobody wants it any more */
  readonly ready: Promise<void>;
  /** something changed: what is shown is written down in a while */
  readonly changed: () => void;
  /** Writes down what is shown now, and ends. */
  readonly stop: () => void;
};

/** So long after a change what is shown is written down; a crash before that only makes the next start slower. */
const KEEP_AFTER_MS = 20_000;

/** The first page of an open wallet, at once where it is as it was. */
export const createFirstLook = ({ world, store, wallet, backup }: Parts): FirstLook => {
  let kept = readKept(store, wallet);
  if (kept !== undefined) rememberMoney(store, { revision: kept.revision, money: kept.money });
  const ended = new AbortController();
  let [isDue, isWorkedOut] = [false, false];
  const keepQuietly = (): void => tryTo(() => keep({ store, wallet }));
  const later = async (): Promise<void> => {
    await world.sleep(KEEP_AFTER_MS, ended.signal);
    isDue = false;
    if (!ended.signal.aborted) keepQuietly();
  };
  const workOut = async (): Promise<void> => {
    // Nothing of what follows is asked for before that, and much of it writes.
    await store.lookAtAll();
    for (const _ of warmUpLedger(store)) {
      await world.sleep(0);
      if (ended.signal.aborted) return;
    }
    forget();
    isWorkedOut = true;
    isDue = true;
    inBackground(world, 'keeping the first look', later());
  };
  const isAsKept = (): boolean => kept?.revision === store.revision() && kept.state === wallet.moneyState();
  const forget = (): void => {
    kept = undefined;
    rememberMoney(store, undefined);
  };
  const ready = workOut();
  return {
    overview: async () => {
      if (kept !== undefined && isAsKept())
        return { balances: kept.balances, backup: backup.status(), pending: kept.pending };
      forget();
      await ready;
      return { balances: wallet.balances(), backup: backup.status(), pending: wallet.pending() };
    },
    ready,
    changed: () => {
      if (isDue || !isWorkedOut || ended.signal.aborted) return;
      isDue = true;
      inBackground(world, 'keeping the first look', later());
    },
    stop: () => {
      if (isWorkedOut) keepQuietly();
      ended.abort();
    },
  };
};

/** The same for a program that runs one command and ends: everything is worked out when it is asked for. */
export const lookAnew = ({ wallet, backup }: Parts): FirstLook => ({
  overview: async () => ({ balances: wallet.balances(), backup: backup.status(), pending: wallet.pending() }),
  ready: Promise.resolve(),
  changed: () => undefined,
  stop: () => undefined,
});

/** What is not written down, because the disk is full or takes nothing, is worked out at the next start; a wallet is closed and locked all the same. */
const tryTo = (write: () => void): void => {
  try {
    write();
  } catch (thrown) {
    if (!(thrown instanceof StorageFull) && systemCode(thrown) === '') throw thrown;
  }
};

const keep = ({ store, wallet }: Pick<Parts, 'store' | 'wallet'>): void => {
  const [revision, state] = [store.revision(), wallet.moneyState()];
  const last = store.local.mark('first-look');
  if (last?.revision === revision && last.state === state && last.version === VERSION) return;
  const money = moneyFrom(store).map(({ source, sum, arriving = false }) => ({
    source,
    sum: amountToText(sum),
    arriving,
  }));
  const look = { version: VERSION, revision, state, balances: [...wallet.balances()], pending: [...wallet.pending()] };
  store.transaction((tx) => tx.local.setMark('first-look', { ...look, money }));
};

type Kept = Pick<OverviewView, 'balances' | 'pending'> & {
  readonly revision: number;
  readonly state: string;
  readonly money: ReturnType<typeof moneyFrom>;
};

const readKept = (store: Store, wallet: Parts['wallet']): Kept | undefined => {
  const found = store.local.mark('first-look');
  if (found === undefined || found.version !== VERSION) return undefined;
  if (found.revision !== store.revision() || found.state !== wallet.moneyState()) return undefined;
  const money = found.money.map(({ source, sum, arriving }) => ({
    source,
    sum: amount(sum),
    ...(arriving ? { arriving: true as const } : {}),
  }));
  // This very version wrote them, into a database that nobody else can write.
  const { balances, pending } = found as unknown as Pick<OverviewView, 'balances' | 'pending'>;
  return { revision: found.revision, state: found.state, balances, pending, money };
};
