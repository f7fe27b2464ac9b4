// SPDX-License-Identifier: GPL-3.0-or-later
import { calledPlace } from '../../../shared/names.ts';
import { quoted } from '../../../shared/facts/read.ts';
import type { FailureView } from '../../../shared/view.ts';
import { explainStanding } from '../../wallet/failure/explain.ts';
import type { BackupFailure, UnusedSource } from './failure.ts';

/** The failure as it is sent and shown: its kind and what is known of it. It never quotes a secret, but for the groups of a code whose correction is proposed to whoever has read the others. */
export const explainBackupFailure = (failure: BackupFailure): FailureView => {
  switch (failure.kind) {
    case 'wrong-device-state':
      return { kind: failure.kind, facts: { standing: explainStanding(failure.standing) } };
    case 'not-stored': {
      const places = failure.reports
        .filter(({ outcome }) => outcome !== 'stored' && outcome !== 'unchanged')
        .map(({ provider, name }) => calledPlace(provider, name ?? ''));
      return { kind: failure.kind, facts: places.length === 0 ? {} : { places } };
    }
    case 'money-here': {
      const { kind, here, coming } = failure;
      return { kind, facts: { ...(here.length === 0 ? {} : { here }), ...(coming.length === 0 ? {} : { coming }) } };
    }
    case 'undo-nothing': {
      const { kind, there } = failure;
      return { kind, facts: there.length === 0 ? {} : { there } };
    }
    case 'undo-unheard': {
      const { kind, places } = failure;
      return { kind, facts: places.length === 0 ? {} : { places } };
    }
    case 'takeover-asks': {
      const { kind, unsaved } = failure;
      return { kind, facts: { ...askedFor(failure), ...(unsaved === undefined ? {} : { unsaved: quoted(unsaved) }) } };
    }
    case 'import-asks':
      return { kind: failure.kind, facts: askedFor(failure) };
    case 'unknown-exchange': {
      const { host, protocol } = new URL(failure.exchange);
      return {
        kind: failure.kind,
        facts: { host, exchange: failure.exchange, how: protocol === 'https:' ? 'https' : 'http' },
      };
    }
    case 'issuer-not-allowed':
      return { kind: failure.kind, facts: { host: new URL(failure.exchange).host } };
    case 'no-provider-there':
    case 'place-unusable':
    case 'provider-silent':
      return { kind: failure.kind, facts: { target: quoted(failure.target), why: failure.why } };
    case 'malformed-max-fee':
      return { kind: failure.kind, facts: { text: quoted(failure.text) } };
    case 'unknown-provider':
      return { kind: failure.kind, facts: { id: quoted(failure.id) } };
    case 'nothing-restored':
      return nothingRestored(failure.sources);
    case 'correction-proposed':
      return { kind: failure.kind, facts: { changes: failure.changes } };
    default: {
      const { kind, ...facts } = failure;
      // The facts of the other kinds are their own fields; the types of both are written side by side.
      return plainly(kind, facts);
    }
  }
};

/** What both questions before money moves say alike. */
const askedFor = ({
  there,
  fees,
  stays,
  issuers,
  silent,
}: Extract<BackupFailure, { readonly kind: 'takeover-asks' | 'import-asks' }>) => ({
  there,
  issuers,
  ...(fees.length === 0 ? {} : { fees }),
  ...(stays.length === 0 ? {} : { stays }),
  ...(silent.length === 0 ? {} : { silent }),
});

type Plain = Exclude<
  BackupFailure,
  {
    kind:
      | 'wrong-device-state'
      | 'not-stored'
      | 'money-here'
      | 'takeover-asks'
      | 'import-asks'
      | 'no-provider-there'
      | 'place-unusable'
      | 'provider-silent'
      | 'malformed-max-fee'
      | 'unknown-provider'
      | 'nothing-restored'
      | 'correction-proposed';
  }
>;
/** What the compiler is asked to prove: a failure without its kind is what the table of its kind asks for. */
type Fits = Plain extends infer F
  ? F extends Plain
    ? Omit<F, 'kind'> extends Extract<FailureView, { kind: F['kind'] }>['facts']
      ? never
      : F['kind']
    : never
  : never;
const allFit: [Fits] extends [never] ? true : Fits = true;
void allFit;

const plainly = (kind: Plain['kind'], facts: object): FailureView => ({ kind, facts }) as FailureView;

const nothingRestored = (sources: readonly UnusedSource[]): FailureView => {
  const silent = sources
    .filter(({ answer }) => answer === 'silent')
    .map(({ provider, name }) => calledPlace(provider, name));
  return {
    kind: 'nothing-restored',
    facts: {
      places: sources.map(({ answer, provider, name, notes }) => ({
        kind: answer,
        facts: { place: calledPlace(provider, name), why: notes },
      })),
      ...(silent.length === 0 ? {} : { silent }),
    },
  };
};
