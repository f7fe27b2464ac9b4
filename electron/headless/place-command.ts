// SPDX-License-Identifier: GPL-3.0-or-later
import type { PlaceTestView } from '../../shared/view-drill.ts';
import { calledPlace } from '../../shared/names.ts';
import { joined, type Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import { err, ok } from '../../shared/result.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed, declined, print, usage } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
import { told } from './spoken.ts';
import * as words from './words.ts';

/** `provider test`: reads back now what one place keeps; ok only when all the money comes back by it. */
export const testPlace = async (app: WalletApp, id: string): CommandResult => {
  const tested = await app.handle('provider.test', { id });
  if (!tested.ok) return tested;
  const lines = (w: Words): readonly Spoken[] => testLines(w, tested.value);
  return tested.value.place.brings === 'all' && tested.value.place.lost !== true
    ? ok({ lines, json: tested.value })
    : err({ kind: 'place-test-failed', say: (w) => joined(lines(w), ' ') });
};

const testLines = (w: Words, { place }: PlaceTestView): readonly Spoken[] => [
  joined(
    [
      joined([w.foreign.place(calledPlace(place.provider, place.name)), w.t(`trial.brings.${place.brings}`)], ': '),
      ...(place.copyFrom === undefined ? [] : [w.t('restore.copyFrom', { at: place.copyFrom })]),
      ...(place.brings === 'part' ? [told(w, 'drill', { kind: 'alone', facts: { sums: place.sums } })] : []),
      ...(place.notes.length === 0 ? [] : [words.aside(told(w, 'source', ...place.notes))]),
    ],
    ' ',
  ),
];

/** `provider limit`: what a year there may cost from now on. */
export const limitPlace = async (app: WalletApp, command: Command, id: string): CommandResult => {
  const maxFee = command.words[3];
  if (maxFee === undefined) return usage('provider');
  return print(app, 'provider.limit', { id, maxFee }, (w, view) => [words.provider(w, view)]);
};

/** `provider renew`: pays its next year now, after the price was shown and agreed to. */
export const renewPlace = async (app: WalletApp, command: Command, terminal: Terminal, id: string): CommandResult => {
  const known = await app.handle('provider.list', {});
  if (!known.ok) return known;
  const place = known.value.providers.find((each) => each.id === id || each.place === id)?.id ?? id;
  const offer = await app.handle('provider.inspect', { target: place });
  if (!offer.ok) return offer;
  const maxFee = command.options['--max-fee'] ?? offer.value.annualTotal;
  if (maxFee === undefined) return err({ kind: 'takes-no-fee', facts: {} });
  const shown = { ...offer.value, annualTotal: maxFee };
  if (!(await agreed(command, terminal, (w) => w.t('cli.ask.renew', { place, price: words.priceOf(w, shown) }))))
    return declined('changed');
  return print(app, 'provider.renew', { id: place, maxFee }, (w, view) => [words.provider(w, view)]);
};
