// SPDX-License-Identifier: GPL-3.0-or-later

// The rooms of `npm run mutate`: what is changed, and the tests that should notice, the quick ones first.

type Room = { readonly mutate: readonly string[]; readonly tests: readonly string[] };

export const ROOMS: { readonly [name: string]: Room } = {
  amount: {
    mutate: ['shared/amount.ts'],
    tests: ['test/unit/shared-amount.test.ts', 'test/vectors/amounts.test.ts'],
  },
  state: {
    mutate: ['clock', 'merge', 'standing', 'overdue', 'privacy', 'doubts'].map((name) => `electron/state/${name}.ts`),
    tests: ['test/unit/state-{clock,standing,doubts,overdue,privacy,merge}.test.ts', 'test/laws/{kinds,merge}.test.ts'],
  },
  entries: {
    mutate: ['entry', 'content', 'entry-id', 'field', 'flow-entry', 'withdrawal-entry', 'gone-entry', 'given'].map(
      (name) => `electron/state/${name}.ts`,
    ),
    tests: [
      'test/unit/state-entry.test.ts',
      'test/unit/state-names.test.ts',
      'test/unit/state-content.test.ts',
      'test/unit/state-commitment.test.ts',
      'test/laws/kinds.test.ts',
    ],
  },
  joins: {
    mutate: ['join', 'register', 'rules', 'tombstone', 'forgotten', 'gone'].map((name) => `electron/state/${name}.ts`),
    tests: [
      'test/unit/state-rules.test.ts',
      'test/unit/state-names.test.ts',
      'test/unit/state-merge.test.ts',
      ...['joins', 'kinds', 'merge'].map((name) => `test/laws/${name}.test.ts`),
    ],
  },
  commitments: {
    mutate: ['commitment', 'key-pairs', 'coin-of-seed'].map((name) => `electron/state/${name}.ts`),
    tests: ['judged', 'commitment', 'key-cost', 'coin-of-seed'].map((name) => `test/unit/state-${name}.test.ts`),
  },
  coins: {
    mutate: ['electron/wallet/coins/cheapest.ts'],
    tests: ['selection', 'fallback'].map((name) => `test/unit/wallet-${name}.test.ts`),
  },
  selection: {
    mutate: ['selection', 'better', 'spendable'].map((name) => `electron/wallet/coins/${name}.ts`),
    tests: ['contribution', 'selection', 'fallback'].map((name) => `test/unit/wallet-${name}.test.ts`),
  },
  room: {
    mutate: ['room', 'lifetime'].map((name) => `electron/wallet/coins/${name}.ts`),
    tests: ['room', 'lifetime'].map((name) => `test/unit/wallet-${name}.test.ts`),
  },
  codex32: {
    mutate: ['bits', 'code', 'text'].map((name) => `electron/backup/paper/codex32/${name}.ts`),
    tests: ['test/unit/backup-codex32.test.ts'],
  },
  shares: {
    mutate: ['electron/backup/paper/codex32/shares.ts'],
    tests: ['test/unit/codex32-shares.test.ts'],
  },
  'shares-on-paper': {
    mutate: ['papers', 'pile', 'split', 'share-text', 'on-paper', 'page/share-page', 'page/shares-pages'].map(
      (name) => `electron/backup/paper/${name}.ts`,
    ),
    tests: ['test/unit/share-papers.test.ts', 'test/unit/share-pages.test.ts'],
  },
  correction: {
    mutate: ['correct', 'errata', 'field'].map((name) => `electron/backup/paper/codex32/${name}.ts`),
    tests: ['test/unit/codex32-errata.test.ts', 'test/unit/codex32-{shares,correct}.test.ts'],
  },
  paper: {
    mutate: ['text', 'parse', 'address', 'sheet-lines', 'secret-lines', 'secret-code', 'proposal', 'decode'].map(
      (name) => `electron/backup/paper/${name}.ts`,
    ),
    tests: [
      'test/unit/paper-{decode,proposal,text}.test.ts',
      'test/unit/secret-{lines,code,alone}.test.ts',
      'test/unit/sheet-{lines,lines-joined,read,decorated,as-pasted,correction}.test.ts',
      'test/unit/{backup-recovery,share-papers}.test.ts',
    ],
  },
  pasted: {
    mutate: ['pasted', 'undressed', 'bidi'].map((name) => `electron/backup/paper/${name}.ts`),
    tests: [
      'test/unit/{pasted-lines,pasted-dress,paper-bidi}.test.ts',
      'test/unit/sheet-{decorated,as-pasted,made-slow}.test.ts',
    ],
  },
  print: {
    mutate: [
      ...['fonts', 'html', 'pdf', 'typeset', 'wrap', 'square', 'printed-page'].map(
        (name) => `electron/backup/paper/${name}.ts`,
      ),
      ...['draw-html', 'draw-pdf', 'guides', 'lay-out', 'letters', 'pen', 'recovery-page', 'square-area'].map(
        (name) => `electron/backup/paper/page/${name}.ts`,
      ),
    ],
    tests: [
      'test/unit/paper-{square,bidi,fonts}.test.ts',
      'test/unit/page-layout.test.ts',
      'test/unit/backup-recovery.test.ts',
      'test/unit/sheet-{equals-paper,pdf}.test.ts',
    ],
  },
  reading: {
    mutate: ['backup-text', 'codes', 'door', 'gray', 'file-kind', 'ours'].map((name) => `shared/reading/${name}.ts`),
    tests: [
      'test/unit/{door,reading-files,reading-shades,reading-looks}.test.ts',
      'test/unit/reading-pictures.test.ts',
    ],
  },
  blotted: {
    mutate: ['shared/reading/blotted/*.ts'],
    tests: ['test/unit/reading-{correction,blotted}.test.ts', 'test/unit/reading-pictures.test.ts'],
  },
  blob: {
    mutate: ['blob', 'pack', 'head', 'heads', 'split-heads', 'not-chosen', 'sections', 'outgoing-content'].map(
      (name) => `electron/backup/copies/${name}.ts`,
    ),
    tests: ['heads', 'heads-known', 'not-chosen', 'sections', 'blob-edges', 'blob', 'outgoing-content', 'schedule'].map(
      (name) => `test/unit/backup-${name}.test.ts`,
    ),
  },
};

/** Files beside them that are not changed, and why. `test/unit/mutate-rooms.test.ts` finds one that is neither here nor in a room. */
export const LEFT_OUT: { readonly [path: string]: string } = {
  'shared/reading/allowance.ts':
    'it takes programs away from the thread that calls it; processes of their own test it (test/cycle)',
  'shared/reading/pdf.ts': 'as above',
  'shared/reading/read-file.ts': 'as above',
  'shared/reading/reading.ts': 'types only',
  'shared/reading/pdfjs.d.ts': 'types only',
  'electron/backup/paper/recovery-failure.ts': 'kinds only',
  'electron/backup/paper/page/description.ts': 'types only',
  'electron/backup/copies/own-clocks.ts': 'whole lives of wallets test it (test/cycle), each of which takes seconds',
  'electron/backup/copies/read.ts': 'as above',
  'electron/backup/copies/risk.ts': 'as above',
  'electron/backup/copies/sealer.ts': 'as above',
  'electron/backup/copies/taken-back.ts': 'as above (undo-joined.test.ts)',
  'electron/backup/copies/what-goes.ts': 'as above (undo-joined.test.ts)',
  'electron/wallet/coins/coins.ts': 'as above',
  'electron/wallet/coins/gamma.ts': 'as above',
  'electron/wallet/coins/kept-denominations.ts': 'as above',
  'electron/wallet/coins/outside.ts': 'as above',
  'electron/wallet/coins/planchets.ts': 'as above',
  'electron/wallet/coins/proven.ts': 'as above (newer-exchange.test.ts)',
  'electron/wallet/coins/requests.ts': 'as above (exchange-moves-on.test.ts)',
  'electron/wallet/coins/scheme.ts': 'as above',
  'electron/wallet/coins/signatures.ts': 'as above',
  'electron/wallet/coins/transfer-pubs.ts': 'as above',
};
