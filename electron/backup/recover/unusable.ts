// SPDX-License-Identifier: GPL-3.0-or-later
import { quoted } from '../../../shared/facts/read.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import type { UnpackFailure } from '../copies/pack.ts';

/** What is said of a copy that could not be opened. */
export const unusable = (kind: 'unusable' | 'older-joined', failure: UnpackFailure): Said<'source'> => ({
  kind,
  facts: { why: whyUnusable(failure) },
});

const whyUnusable = (failure: UnpackFailure): Said<'unusable'> => {
  switch (failure.kind) {
    case 'newer-format':
    case 'newer-content':
      return { kind: 'newer', facts: {} };
    case 'malformed-content':
      return { kind: 'malformed', facts: { detail: quoted(failure.why) } };
    case 'not-authentic':
    case 'legacy-format':
    case 'too-large-unpacked':
      return { kind: failure.kind, facts: {} };
  }
};
