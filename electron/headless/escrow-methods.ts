// SPDX-License-Identifier: GPL-3.0-or-later
import type { RequestInput } from '../../shared/contract.ts';
import { plainWay, type PlainWay } from '../../shared/escrow-input.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { joined } from '../../shared/words/spoken.ts';
import type { PlainKey } from '../../shared/words/words.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { CommandFailure, Terminal } from './command-result.ts';
import { told } from './spoken.ts';

export type MethodInput = RequestInput<'escrow.quote'>['methods'][number];
type Asking = Pick<Terminal, 'answer' | 'say' | 'words' | 'isThere'>;

/** What each way is filled in with, in this order. */
const FIELDS: Readonly<Record<PlainWay, readonly (readonly [name: string, label: PlainKey, help?: PlainKey])[]>> = {
  question: [
    ['question', 'escrowForm.question'],
    ['answer', 'escrowForm.answer', 'escrowForm.answer.help'],
  ],
  email: [['address', 'escrowForm.email']],
  sms: [['number', 'escrowForm.sms', 'escrowForm.sms.help']],
  post: [
    ['full_name', 'escrowForm.post.name'],
    ['street', 'escrowForm.post.street'],
    ['postcode', 'escrowForm.post.postcode'],
    ['city', 'escrowForm.post.city'],
    ['country', 'escrowForm.post.country'],
  ],
  iban: [
    ['iban', 'escrowForm.iban'],
    ['holder', 'escrowForm.holder'],
  ],
};
const isPlain = (type: string): type is PlainWay => Object.hasOwn(FIELDS, type);
const MOST_METHODS = 12;

/** Ways to prove who one is, one after the other until an empty line: the kind, then what it asks for, a line each. */
export const askMethods = async (
  app: Pick<WalletApp, 'handle'>,
  terminal: Asking,
): Promise<Result<readonly MethodInput[], CommandFailure>> => {
  const { answer, say, words, isThere } = terminal;
  const methods: MethodInput[] = [];
  while (methods.length < MOST_METHODS) {
    const type = (await answer(words.t('cli.ask.escrow.way', { number: methods.length + 1 }), false)).trim();
    if (type === '') break;
    const method =
      type === 'totp'
        ? await askCodeApp(app, terminal)
        : isPlain(type)
          ? ok(await askPlain(terminal, type))
          : undefined;
    if (method?.ok === true) methods.push(method.value);
    else if (isThere)
      say(method === undefined ? words.t('cli.escrow.noWay', { kind: type }) : words.t('escrowCode.wrong'));
    else return method ?? err({ kind: 'usage', say: ({ t }) => t('cli.escrow.noWay', { kind: type }) });
  }
  return ok(methods);
};

const askPlain = async ({ answer, words: { t } }: Asking, type: PlainWay): Promise<MethodInput> => {
  const given: Record<string, string> = {};
  for (const [name, label, help] of FIELDS[type]) {
    const field = help === undefined ? t(label) : joined([t(label), t('cli.aside', { text: t(help) })]);
    given[name] = await answer(t('cli.ask.escrow.field', { field }), false);
  }
  return plainWay(type, given);
};

/** At a terminal a new key is shown; a program brings the one that its app has. Then a code proves that the app has it. */
const askCodeApp = async (
  app: Pick<WalletApp, 'handle'>,
  { answer, say, words, isThere }: Asking,
): Promise<Result<MethodInput, CommandFailure>> => {
  const { t } = words;
  const made = isThere ? await app.handle('escrow.codeKey', {}) : undefined;
  if (made?.ok === false) return made;
  if (made !== undefined) say(t('cli.escrow.key', { link: made.value.uri, key: made.value.secret }));
  const secret =
    made?.value.secret ?? (await answer(t('cli.ask.escrow.field', { field: t('escrowCode.key') }), true)).trim();
  const code = await answer(t('cli.ask.escrow.field', { field: t('escrowCode.code') }), false);
  const checked = await app.handle('escrow.checkCode', { secret, code });
  if (!checked.ok) return checked;
  const { fits, said } = checked.value;
  return fits
    ? ok({ type: 'totp', secret })
    : err({
        kind: 'code-does-not-fit',
        say: (w) => (said.length > 0 ? told(w, 'escrow', ...said) : w.t('escrowCode.wrong')),
      });
};
