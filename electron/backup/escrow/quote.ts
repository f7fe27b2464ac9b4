// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, isZero, subtractAmounts, zeroAmount, type Amount } from '../../../shared/amount.ts';
import type { EscrowMethodInput } from '../../../shared/contract-escrow.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { EscrowPlanView } from '../../../shared/view-escrow.ts';
import { readIdentity } from '../../taler/anastasis/identity.ts';
import {
  choicesOf,
  neededOf,
  strengthOf,
  suggestPolicies,
  type Suggestion,
  type SuggestionFailure,
} from '../../taler/anastasis/suggest.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import type { World } from '../../world.ts';
import { added } from '../cycle/sums.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { askPlace, spelled, type AskedPlace } from './inspect.ts';
import { readMethods, type ReadMethod } from './methods.ts';

// Where each method goes, what that costs and how strong it is, before anything is agreed to or sent.

type Parts = { readonly world: World; readonly wallet: Pick<Wallet, 'feeTotal'> };

export type EscrowWish = {
  readonly country: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly places: readonly string[];
  readonly methods: readonly EscrowMethodInput[];
  readonly needed?: number;
  readonly assigned?: readonly string[];
};

/** All that is to be made once somebody agrees. */
export type Planned = {
  readonly attributes: Readonly<Record<string, string>>;
  readonly methods: readonly ReadMethod[];
  readonly suggestion: Suggestion;
  /** those that a method goes to */
  readonly places: readonly AskedPlace[];
  readonly view: EscrowPlanView;
};

/** Every combination is one more policy in the document, and other programs read no more of them than ours does (`document.ts`). */
const MOST_WAYS = 500;
const LEAST_NEEDED = 2;

export const quoteEscrow = async (parts: Parts, wish: EscrowWish): Promise<Result<Planned, BackupFailure>> => {
  const person = readIdentity(wish.country, wish.attributes);
  if (!person.ok) return err({ kind: 'escrow-attribute', name: person.error.name, why: person.error.why });
  const methods = await readMethods(parts.world, wish.methods);
  if (!methods.ok) return methods;
  const { asked, silent } = await askAll(parts.world, wish);
  const suggestion = suggest(wish, asked, silent);
  if (!suggestion.ok) return suggestion;
  const places = asked.filter(({ url }) => suggestion.value.places.includes(url));
  const fees = feesOf(suggestion.value, places);
  const totals = await Promise.all(fees.map(async (fee) => amountToText(await parts.wallet.feeTotal(fee))));
  const total = added(totals);
  const recovery = recoveryFees(wish.methods, suggestion.value, places);
  return ok({
    attributes: person.value.attributes,
    methods: methods.value,
    suggestion: suggestion.value,
    places,
    view: {
      methods: wish.methods.map(({ type }, at) => ({
        type,
        url: suggestion.value.places[at] ?? '',
        recoveryFee: recovery[at] ?? '',
      })),
      needed: suggestion.value.needed,
      total,
      // A year of each method and each place, every year alike.
      yearly: total,
      paying: payingOf(total, fees),
      said: [
        ...strength(wish.methods, suggestion.value),
        ...dear(recovery),
        ...person.value.doubtful.map((field) => ({ kind: 'check-digits' as const, facts: { field } })),
        ...silent.flatMap(leftOut),
      ],
    },
  });
};

/** A place that gave nothing to work with. */
type Unusable = { readonly url: string; readonly said: Said<'escrow'> };

const askAll = async (
  world: World,
  { places, assigned = [] }: EscrowWish,
): Promise<{ readonly asked: readonly AskedPlace[]; readonly silent: readonly Unusable[] }> => {
  const urls = [...new Set([...places, ...assigned].map(spelled))];
  const answers = await Promise.all(urls.map(async (url) => ({ url, answer: await askPlace(world, url) })));
  return {
    asked: answers.flatMap(({ answer }) => (answer.ok ? [answer.value] : [])),
    silent: answers.flatMap(({ url, answer }) => (answer.ok ? [] : [{ url, said: answer.error.said }])),
  };
};

const leftOut = ({ url, said }: Unusable): readonly Said<'escrow'>[] =>
  said.kind === 'silent' || said.kind === 'no-escrow'
    ? [{ kind: 'place-left-out', facts: { place: url, why: said.facts.why } }]
    : [];

const suggest = (
  wish: EscrowWish,
  asked: readonly AskedPlace[],
  silent: readonly Unusable[],
): Result<Suggestion, BackupFailure> => {
  const places = wish.assigned === undefined ? spread(wish, asked) : asAssigned(wish, wish.assigned, asked, silent);
  if (!places.ok) return places;
  const methods = wish.methods.length;
  if (methods < LEAST_NEEDED) return err({ kind: 'escrow-methods-few' });
  const needed = wish.needed ?? neededOf(methods);
  if (needed < LEAST_NEEDED || needed > methods) return err({ kind: 'escrow-needed', methods });
  if (choicesOf(methods, needed).length > MOST_WAYS) return err({ kind: 'escrow-ways-many', most: MOST_WAYS });
  return ok({ places: places.value, needed });
};

const spread = ({ methods }: EscrowWish, asked: readonly AskedPlace[]): Result<readonly string[], BackupFailure> => {
  const suggested = suggestPolicies(
    methods,
    asked.map(({ url, config }) => ({ url, ...config })),
  );
  return suggested.ok ? ok(suggested.value.places) : err(explain(suggested.error));
};

const asAssigned = (
  { methods }: EscrowWish,
  assigned: readonly string[],
  asked: readonly AskedPlace[],
  silent: readonly Unusable[],
): Result<readonly string[], BackupFailure> => {
  const places = methods.map((_, at) => spelled(assigned[at] ?? ''));
  for (const [at, { type }] of methods.entries()) {
    const url = places[at] ?? '';
    const why = silent.find((each) => each.url === url)?.said;
    if (why !== undefined) return err({ kind: 'escrow-place', place: url, why });
    const place = asked.find((each) => each.url === url);
    if (place === undefined || !place.config.methods.has(type)) return err({ kind: 'escrow-no-place-for', type });
  }
  return ok(places);
};

const explain = (failure: SuggestionFailure): BackupFailure => {
  switch (failure.kind) {
    case 'too-few-methods':
      return { kind: 'escrow-methods-few' };
    case 'too-many-methods':
      return { kind: 'escrow-methods-many', most: failure.most };
    case 'no-place-for':
      return { kind: 'escrow-no-place-for', type: failure.type };
  }
};

/** Every order of a year: one for each method, and one for each place. */
const feesOf = ({ places: chosen }: Pick<Suggestion, 'places'>, places: readonly AskedPlace[]): readonly Amount[] =>
  places
    .flatMap(({ url, config }) => [
      config.annualFee,
      ...chosen.filter((each) => each === url).map(() => config.truthUploadFee),
    ])
    .filter((fee) => !isZero(fee));

/** What of the sums is no fee that a place announces: what paying costs. */
const payingOf = (total: readonly string[], fees: readonly Amount[]): readonly string[] =>
  total.map((text) => {
    const sum = amount(text);
    const rest = fees.filter(({ currency }) => currency === sum.currency).reduce(subtractAmounts, sum);
    return amountToText(rest.units > 0n ? rest : zeroAmount(sum.currency));
  });

const recoveryFees = (
  methods: readonly { readonly type: string }[],
  { places: chosen }: Suggestion,
  places: readonly AskedPlace[],
): readonly string[] =>
  methods.map(({ type }, at) => {
    const place = places.find(({ url }) => url === chosen[at]);
    const fee = place?.config.methods.get(type);
    return fee === undefined ? '' : amountToText(fee);
  });

const dear = (fees: readonly string[]): readonly Said<'escrow'>[] => {
  const sums = added(fees.filter((fee) => fee !== '')).filter((sum) => !sum.endsWith(':0'));
  return sums.length === 0 ? [] : [{ kind: 'dear-recovery', facts: { sums } }];
};

const strength = (methods: readonly { readonly type: string }[], suggestion: Suggestion): readonly Said<'escrow'>[] => {
  const { needed, fewestPlaces, byAnswersAlone } = strengthOf(methods, suggestion);
  return [
    fewestPlaces <= 1
      ? { kind: 'one-place', facts: { needed } }
      : { kind: 'enough-places', facts: { needed, places: fewestPlaces } },
    ...(byAnswersAlone ? [{ kind: 'answers-alone' as const, facts: {} }] : []),
  ];
};
