// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { EscrowCountryView } from '../../shared/view-escrow.ts';
import { countryName, fieldHelp, fieldLabel, OTHER_COUNTRY } from '../../shared/words/escrow.ts';
import { joined } from '../../shared/words/spoken.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { CommandFailure, Terminal } from './command-result.ts';

// Who somebody is, asked at the terminal or read from standard input, a line each: the country, then its fields in the order in
// which they are asked. Never from the command line, which others on the machine see.

export type AskedPerson = { readonly country: string; readonly attributes: Record<string, string> };

type Asking = Pick<Terminal, 'answer' | 'say' | 'words' | 'isThere'>;

/** The country and the person's data; at a terminal a field that cannot be right is asked for again at once. */
export const askPerson = async (
  app: Pick<WalletApp, 'handle'>,
  terminal: Asking,
  known?: string,
): Promise<Result<AskedPerson, CommandFailure>> => {
  const listed = await app.handle('escrow.countries', {});
  if (!listed.ok) return listed;
  const country = known ?? (await askCountry(terminal, listed.value.countries));
  if (country === undefined) return err({ kind: 'usage', say: ({ t }) => t('cli.escrow.noCountry') });
  const { t } = terminal.words;
  const attributes: Record<string, string> = {};
  for (const field of listed.value.countries.find(({ code }) => code === country)?.fields ?? []) {
    const help = fieldHelp(terminal.words, country, field.name);
    const label = fieldLabel(terminal.words, country, field);
    for (;;) {
      const typed = await terminal.answer(
        t('cli.ask.escrow.field', {
          field: help === undefined ? label : joined([label, t('cli.aside', { text: help })]),
        }),
        false,
      );
      if (typed.trim() === '') delete attributes[field.name];
      else attributes[field.name] = typed;
      const checked = await app.handle('escrow.check', { country, attributes });
      if (!checked.ok) return checked;
      const trouble = checked.value.troubles.find((each) => each.field === field.name);
      if (trouble !== undefined) terminal.say(joined([label, t(`escrowTrouble.${trouble.why}`)], ': '));
      if (trouble?.refused !== true) break;
      if (!terminal.isThere)
        return err({
          kind: 'escrow-person',
          say: (w) => joined([fieldLabel(w, country, field), w.t(`escrowTrouble.${trouble.why}`)], ': '),
        });
    }
  }
  return ok({ country, attributes });
};

const askCountry = async (terminal: Asking, countries: readonly EscrowCountryView[]): Promise<string | undefined> => {
  const { words, answer, say, isThere } = terminal;
  if (isThere)
    for (const { code } of countries) say(joined([words.foreign.code(code), countryName(words, code)], '  '));
  for (;;) {
    const typed = (await answer(words.t('cli.ask.escrow.country', { other: OTHER_COUNTRY }), false))
      .trim()
      .toLowerCase();
    if (countries.some(({ code }) => code === typed)) return typed;
    // A country that is not listed is asked for what is asked everywhere.
    if (/^[a-z]{2}$/.test(typed)) return OTHER_COUNTRY;
    if (!isThere || typed === '') return undefined;
  }
};
