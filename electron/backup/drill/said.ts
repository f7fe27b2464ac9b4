// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import type { DrillVerdict } from '../../../shared/view-backup.ts';
import type { DrillPlaceView } from '../../../shared/view-drill.ts';
import type { AuditReport } from '../../wallet/audit/audit.ts';
import type { Differences, Sums } from './compare.ts';

export type Found = {
  readonly sums: Sums;
  readonly differences: Differences;
  readonly places: readonly DrillPlaceView[];
  /** names of places in use that were not asked, because nothing led to them */
  readonly unled: readonly string[];
  readonly audit: AuditReport;
};

/** Judges what was found. */
export const verdictOf = ({ sums, differences, places, audit }: Found): DrillVerdict => {
  const isWrong =
    differences.leftOut > 0 ||
    places.some(({ lost }) => lost) ||
    !places.some(({ answer }) => answer === 'found') ||
    audit.spentElsewhere > 0 ||
    audit.badSignatures > 0;
  if (isWrong) return 'failed';
  return sums.lacking.length > 0 ? 'behind' : 'passed';
};

/** What is said of it, the sum first. */
export const saidOfDrill = ({ sums, differences, places, unled, audit }: Found): readonly Said<'drill'>[] => {
  const found = places.filter(({ answer }) => answer === 'found');
  // A copy that lacks money is no second leg to stand on, unless no place has everything and several have it together.
  const alone = places.filter(({ brings }) => brings === 'all');
  const bringing = alone.length > 0 ? alone : places.filter(({ brings }) => brings !== 'nothing');
  const by = { found: found.length, of: places.length + unled.length };
  const [total, brought, lacking] = [sums.total, sums.brought, sums.lacking];
  const oldest = Math.min(...found.map(({ copyFrom = Number.POSITIVE_INFINITY }) => copyFrom));
  const named = (which: (place: DrillPlaceView) => boolean): readonly string[] =>
    places.filter(which).map(({ name }) => name);
  return [
    found.length === 0
      ? { kind: 'nothing-found', facts: { of: by.of, ...sumIn('total', total) } }
      : lacking.length > 0
        ? { kind: 'not-all', facts: { lacking, total, ...by, ...sumIn('brought', brought) } }
        : { kind: 'all-back', facts: { ...by, found: bringing.length, ...sumIn('total', total) } },
    ...(Number.isFinite(oldest) ? [{ kind: 'oldest' as const, facts: { at: oldest } }] : []),
    ...list(
      'lost-at',
      named(({ lost }) => lost === true),
    ),
    ...(differences.leftOut > 0 ? [{ kind: 'left-out' as const, facts: { entries: differences.leftOut } }] : []),
    ...(differences.later > 0 ? [{ kind: 'later' as const, facts: { entries: differences.later } }] : []),
    ...list(
      'silent-at',
      named(({ answer }) => answer === 'silent'),
    ),
    ...list('not-led-to', unled),
    ...(audit.spentElsewhere > 0 ? [{ kind: 'spent-elsewhere' as const, facts: { lost: audit.lost } }] : []),
    ...(audit.badSignatures > 0 ? [{ kind: 'bad-signatures' as const, facts: { coins: audit.badSignatures } }] : []),
    ...issuers('issuers-silent', audit.exchangesSilent),
    ...issuers('issuers-untelling', audit.exchangesUntelling),
    ...(differences.leftOut > 0 || places.some(({ lost }) => lost === true)
      ? [{ kind: 'copy-now' as const, facts: {} }]
      : []),
  ];
};

const sumIn = <N extends string>(name: N, sums: readonly string[]): { readonly [name in N]?: readonly string[] } =>
  (sums.length === 0 ? {} : { [name]: sums }) as { readonly [name in N]?: readonly string[] };

const list = (kind: 'lost-at' | 'silent-at' | 'not-led-to', places: readonly string[]): readonly Said<'drill'>[] =>
  places.length === 0 ? [] : [{ kind, facts: { places } }];

const issuers = (kind: 'issuers-silent' | 'issuers-untelling', named: readonly string[]): readonly Said<'drill'>[] =>
  named.length === 0 ? [] : [{ kind, facts: { issuers: named } }];
