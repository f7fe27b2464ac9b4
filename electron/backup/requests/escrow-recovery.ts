// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { EscrowSessionView } from '../../../shared/view-escrow-recovery.ts';
import type { Store, Tx } from '../../storage/store.ts';
import type { Backup } from '../contract.ts';
import { rehearse } from '../escrow/rehearse.ts';
import type { BackupFailure } from '../failure/failure.ts';
import type { Recovery } from '../paper/text.ts';
import { answerWay, isReady, lookForTransfer } from '../recover/escrow/answer.ts';
import { askChallenge, type Step, type StepParts } from '../recover/escrow/challenge.ts';
import { beginSession } from '../recover/escrow/choose.ts';
import { payWay } from '../recover/escrow/pay.ts';
import type { EscrowRecovery } from '../recover/escrow/contract.ts';
import { noteAnswered, recoveredWallet } from '../recover/escrow/recovered.ts';
import { search, searchView, type Search } from '../recover/escrow/search.ts';
import { changeWay, forgetSession, putSession, sessionOf, type EscrowSession } from '../recover/escrow/session.ts';
import { sessionView } from '../recover/escrow/session-view.ts';
import { leftOf, methodOf } from '../recover/escrow/ways.ts';
import { questionsOf } from '../recover/questions.ts';
import { restoreRecovery } from '../recover/restore.ts';
import { takeoverOf } from '../recover/takeover.ts';
import { shownIn, tellRoot, type Common } from './common.ts';

type Refused = Result<never, BackupFailure>;
type Viewed = Result<EscrowSessionView, BackupFailure>;

/** The requests that bring a wallet back from escrow. One step at a time: each finds what the one before has written. */
export const escrowRecoveryRequests = (common: Common) => {
  const found: Found = { last: undefined, stop: () => undefined };
  const inTurn = turns();
  return {
    escrowRecovery: {
      ...searching(common.parts, found, inTurn),
      ...showing(common.parts, inTurn),
      ...bringingBack(common),
      stop: () => {
        found.stop();
        found.last = undefined;
        common.parts.store.transaction(forgetSession);
      },
      rehearse: (uuid, answer) =>
        inTurn(async () =>
          common.alone.isBusy() ? err({ kind: 'restore-running' }) : rehearse(common.parts, uuid, answer),
        ),
    },
  } satisfies Partial<Backup>;
};

/** What was found last, with the data that it was found by: in memory alone. */
type Found = { last: Search | undefined; /** ends the search that is under way */ stop: () => void };
type InTurn = ReturnType<typeof turns>;

const INITIALIZED: Refused = err({ kind: 'wrong-backup-state', state: 'initialized' });
const hasBackup = ({ local }: Pick<Store, 'local'>): boolean => local.rootSecret() !== undefined;

const view = ({ store, world }: StepParts): EscrowSessionView | undefined => {
  const session = hasBackup(store) ? undefined : sessionOf(store);
  return session && sessionView(session, world.now());
};

const viewed = (parts: StepParts): Viewed => {
  const session = view(parts);
  return session ? ok(session) : err({ kind: 'no-recovery' });
};

const searching = (parts: StepParts, found: Found, inTurn: InTurn) =>
  ({
    find: (wish) =>
      inTurn(async () => {
        if (hasBackup(parts.store)) return INITIALIZED;
        const stopped = new Promise<Refused>((resolve) => {
          found.stop = () => resolve(err({ kind: 'search-stopped' }));
        });
        // Places that are asked at that moment answer into nothing.
        const heard = await Promise.race([search(parts.world, wish), stopped]);
        if (!heard.ok) return heard;
        found.last = heard.value;
        return ok(searchView(heard.value));
      }),
    choose: (documentHash) =>
      inTurn(async () => {
        const { store, world } = parts;
        if (hasBackup(store)) return INITIALIZED;
        const running = sessionOf(store);
        if (running) return running.documentHash === documentHash ? viewed(parts) : err({ kind: 'recovery-running' });
        const { last } = found;
        const secret = last?.secrets.find((each) => each.documentHash === documentHash);
        if (last === undefined || secret === undefined) return err({ kind: 'secret-not-found' });
        if (!secret.isOurs) return err({ kind: 'secret-of-other-program', name: secret.secretName });
        const begun = await beginSession(world, last, secret);
        if (!begun.ok) return begun;
        // A place for copies may have been added meanwhile.
        const isLate = store.transaction((tx) => {
          if (!hasBackup(tx)) putSession(tx, begun.value);
          return hasBackup(tx);
        });
        found.last = undefined;
        return isLate ? INITIALIZED : viewed(parts);
      }),
  }) satisfies Partial<EscrowRecovery>;

const showing = (parts: StepParts, inTurn: InTurn) => {
  /** Does one thing with a way that can still be used, unless it is to be waited for first. */
  const withWay = (uuid: string, work: (step: Step) => Promise<Result<void, BackupFailure>>): Promise<Viewed> =>
    inTurn(async () => {
      const { store } = parts;
      if (hasBackup(store)) return INITIALIZED;
      const session = sessionOf(store);
      if (session === undefined) return err({ kind: 'no-recovery' });
      const step = stepIn(store, session, uuid);
      if (step === undefined) return err({ kind: 'no-such-way' });
      const done = isReady(parts, step) ? await work(step) : ok(undefined);
      return done.ok ? viewed(parts) : done;
    });
  return {
    session: () => view(parts),
    challenge: (uuid) => withWay(uuid, async (step) => ok(await askChallenge(parts, step))),
    pay: (uuid, agreed) => withWay(uuid, (step) => payWay(parts, step, agreed)),
    answer: (uuid, typed) => withWay(uuid, async (step) => ok(await answerWay(parts, step, typed))),
  } satisfies Partial<EscrowRecovery>;
};

const bringingBack = (common: Common) => {
  const { parts, alone, progress, stopper, cycleAll } = common;
  const restoring = { ...parts, progress, cycleAll };
  const withWallet = <T>(
    work: (wallet: Recovery, answered: (tx: Tx) => void) => Promise<Result<T, BackupFailure>>,
  ): Promise<Result<T, BackupFailure>> =>
    alone.run(async () => {
      if (hasBackup(parts.store)) return INITIALIZED;
      const [wallet, session] = [recoveredWallet(parts.store), sessionOf(parts.store)];
      if (!wallet.ok) return wallet;
      const answered = (tx: Tx): void => (session ? noteAnswered(tx, session, parts.world.now()) : undefined);
      const done = await shownIn(progress, () => work(wallet.value, answered));
      if (done.ok) tellRoot(common);
      return done;
    });
  return {
    questions: () => {
      const wallet = recoveredWallet(parts.store);
      return wallet.ok ? ok(questionsOf(wallet.value)) : wallet;
    },
    // With the restore the recovery ends, and all that was told for it goes; until then nothing of it is lost.
    run: (pointers = {}) =>
      withWallet((wallet, answered) =>
        restoreRecovery({ ...restoring, stop: stopper.begin() }, wallet, pointers, answered),
      ),
    takeOver: (request) => withWallet((wallet) => takeoverOf(restoring, wallet, request, () => undefined)),
  } satisfies Partial<EscrowRecovery>;
};

const stepIn = (store: Store, session: EscrowSession, uuid: string): Step | undefined => {
  const [way, method] = [session.ways.find((each) => each.uuid === uuid), methodOf(session, uuid)];
  if (!way || !method) return undefined;
  return { way, method, who: session.attributes, note: (change) => changeWay(store, session, uuid, change) };
};

/** One after the other, whatever becomes of the one before. */
const turns = () => {
  let before: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = before.then(work, work);
    before = turn.catch(() => undefined);
    return turn;
  };
};

/** Looks after transfers that are awaited, each when it is time; what was begun before a backup came here is forgotten. */
export const goOnRecovering = async (parts: StepParts): Promise<void> => {
  const { world, store } = parts;
  const session = sessionOf(store);
  if (session === undefined) return;
  if (store.local.rootSecret() !== undefined) {
    store.transaction(forgetSession);
    return;
  }
  for (const way of session.ways) {
    if (way.state !== 'waits' || way.transfer === undefined || leftOf(way.wait, world.now()) > 0) continue;
    const step = stepIn(store, session, way.uuid);
    if (step) await lookForTransfer(parts, step);
  }
};
