// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { calledPlace } from '../../../shared/names.ts';
import { REKEY_STEPS, type RekeyStep, type RekeyView } from '../../../shared/view-rekey.ts';
import type { Store } from '../../storage/store.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import { wantedCopies } from '../cycle/quorum.ts';
import { added } from '../cycle/sums.ts';
import { escrowRecord } from '../escrowed/record.ts';
import { isOfSecret } from '../escrow/state.ts';
import { askableProviders, isUpToDate, verifiedCopy, waysTo } from '../providers/known.ts';
import { isRekeyedOnly } from '../devices/marks.ts';
import { tellingOf } from '../recover/taken-over-record.ts';
import { isProvenByPaper } from '../safety/last-drill.ts';
import { isSheetShown, testedPaper } from '../safety/paper.ts';
import { drawnFromBefore } from './drawn-from-before.ts';
import { escrowSaid } from './quote.ts';
import { rekeying, type Rekeying } from './record.ts';

type Parts = { readonly store: Store; readonly wallet: Pick<Wallet, 'balances' | 'history' | 'openReissues'> };

/** How far a new secret has come, step by step; undefined while none is under way. */
export const rekeyView = (parts: Parts): RekeyView | undefined => {
  const { store } = parts;
  const record = rekeying(store.local);
  if (record === undefined) return undefined;
  // Paper may be shown and tested while places are still being told.
  const step = stepOf(store, record);
  if (step === undefined) return undefined;
  return {
    step,
    number: REKEY_STEPS.indexOf(step) + 1,
    of: REKEY_STEPS.length,
    since: record.since,
    mayCancel: record.phase === 'copies' && isRekeyedOnly(store),
    agreed: record.fees,
    said: [...now(parts, record, step), ...kept(parts, record), ...escrowBehind(store)],
  };
};

/** The escrow, until what lies there is of the new secret. */
const escrowBehind = (store: Store): readonly Said<'rekey'>[] => {
  const escrow = escrowRecord(store);
  return escrow === undefined || isOfSecret(store, escrow) ? [] : escrowSaid(store);
};

const stepOf = (store: Store, { phase }: Rekeying): RekeyStep | undefined => {
  switch (phase) {
    case 'copies':
      return 'copies';
    case 'money':
      return 'money';
    case 'telling':
      return 'telling';
    case 'paper':
      return !isSheetShown(store)
        ? 'sheet'
        : testedPaper(store) === undefined || !isProvenByPaper(store)
          ? 'test'
          : undefined;
  }
};

const now = (parts: Parts, record: Rekeying, step: RekeyStep): readonly Said<'rekey'>[] => {
  switch (step) {
    case 'copies':
      return [copying(parts.store)];
    case 'money':
      return [{ kind: 'moving', facts: { issuers: hosts(stillMoving(parts, record)) } }];
    case 'telling': {
      const { store } = parts;
      const open = tellingOf(store.local, record.toldSince).filter(({ done }) => done !== true);
      const places = open.map(({ id }) =>
        calledPlace(id, store.entry('provider', id)?.value.name ?? '', waysTo(store, id).access?.address),
      );
      return open.length > 0 ? [{ kind: 'telling', facts: { places } }] : [saving(store)];
    }
    case 'test':
      return testedPaper(parts.store) === undefined ? [] : [{ kind: 'unproven', facts: {} }];
    case 'secret':
    case 'sheet':
      return [];
  }
};

const stillMoving = ({ store, wallet }: Parts, record: Rekeying): readonly string[] => [
  ...new Set([...wallet.openReissues(), ...drawnFromBefore(store, record)]),
];

const hosts = (issuers: readonly string[]): readonly string[] => issuers.map((each) => new URL(each).host);

const copying = (store: Store): Said<'rekey'> => {
  const places = askableProviders(store);
  const lacking = places.filter(({ id }) => verifiedCopy(store, id) === undefined);
  if (places.length === 0) return { kind: 'no-place', facts: {} };
  return {
    kind: 'copying',
    facts: {
      held: places.length - lacking.length,
      wanted: Math.min(wantedCopies(store), places.length),
      places: lacking.map(({ id, value }) => calledPlace(id, value.name, waysTo(store, id).access?.address)),
    },
  };
};

/** The places were told; before paper is wanted the copies that it leads to have everything. */
const saving = (store: Store): Said<'rekey'> => {
  const places = askableProviders(store);
  return {
    kind: 'saving',
    facts: {
      held: places.filter(({ id }) => isUpToDate(store, id)).length,
      wanted: Math.min(wantedCopies(store), places.length),
    },
  };
};

/** What somebody else was faster with, and what he can still reach; also what an issuer that was waited for long enough has not let through. */
const kept = (parts: Parts, record: Rekeying): readonly Said<'rekey'>[] => {
  const { wallet } = parts;
  const { since, phase } = record;
  if (phase === 'copies') return [];
  const lost = added(
    wallet.history().flatMap(({ type, at, amount }) => (type === 'spent-elsewhere' && at >= since ? [amount] : [])),
  );
  const reachable = wallet
    .balances()
    .flatMap(({ notes = [] }) => notes.flatMap((note) => (note.kind === 'reachable' ? [note.facts.sum] : [])));
  const open = phase === 'money' ? [] : stillMoving(parts, record);
  return [
    ...(open.length === 0 ? [] : [{ kind: 'moving' as const, facts: { issuers: hosts(open) } }]),
    ...(lost.length === 0 ? [] : [{ kind: 'taken' as const, facts: { sums: lost } }]),
    ...(reachable.length === 0 ? [] : [{ kind: 'reachable' as const, facts: { sums: reachable } }]),
  ];
};
