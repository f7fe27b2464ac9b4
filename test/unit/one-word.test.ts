// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { ar } from '../../shared/words/ar.ts';
import { de } from '../../shared/words/de.ts';
import { en } from '../../shared/words/en.ts';
import { es } from '../../shared/words/es.ts';
import { fr } from '../../shared/words/fr.ts';

// One word for one thing: what a person stops before it is done is ended, on every page, on paper and on the command line.

/** Other words that were used for it. */
const OTHERS = {
  en: /\babort(?!\s+ID)|\bcancel(?:s|led)?\b|\bgiven up\b|tak(?:e|en|ing) (?:it |this [a-z ]+)?back\b|call(?:ed|ing)? back|request(?: is)? withdrawn|^(?:Being )?[Ww]ithdrawn\./i,
  de: /abbrechen|abgebrochen|bricht .*\bab\b|zurückgezogen|zurückzieh|zurückgeholt|zurückholen|zurückgerufen|zurücknehm|zurückgenommen|aufgegeben|Brechen Sie/i,
  fr: /interromp|abandonn|\bcancel|retir(?:e|er|ez|é|ée) (?:le paiement|la demande)/i,
  ar: /إلغاء|ألغ|أُلغ|استرجاع/,
  es: /cancel|abandon|retir(?:a|ar|e|ado|ada) (?:el pago|la solicitud)/i,
};
/** These speak of something else: a bank's own word, the name of the command, money an issuer recalls, a dialog of the system, a question on a terminal. */
const OF_OTHER_THINGS = new Set([
  'failure.operation-aborted',
  'hint.failure.not-abandoned',
  'failure.withdrawn-by-other',
  'failure.recoup-elsewhere',
  'title.recoup',
  'shell.reveal.cancel',
  'shell.reveal.words',
  'cli.ask.where',
  'cli.help.status',
  'computer.erase.words',
  // a sum too small to be sent
  'empty.finish.dust',
]);

test.each([
  ['en', en, OTHERS.en],
  ['de', de, OTHERS.de],
  ['fr', fr, OTHERS.fr],
  ['es', es, OTHERS.es],
  ['ar', ar, OTHERS.ar],
] as const)('what is stopped is called by one word (%s)', (_language, texts, others) => {
  const astray = Object.entries(texts).filter(([key, text]) => !OF_OTHER_THINGS.has(key) && others.test(text));
  expect(astray).toEqual([]);
});
