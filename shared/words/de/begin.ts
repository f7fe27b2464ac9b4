// SPDX-License-Identifier: GPL-3.0-or-later
import type { begin as english } from '../en/begin.ts';

/** Die ersten Bildschirme, und womit man sich bei einem Herausgeber einverstanden erklärt. */
export const begin: Readonly<Record<keyof typeof english, string>> = {
  'terms.of': 'Nutzungsbedingungen von {$host :host}',
  'terms.first.new':
    'Lesen Sie vor dem ersten Geld von {$host :host} dessen Nutzungsbedingungen. Unten stehen seine eigenen Worte; dieses Programm zeigt sie nur.',
  'terms.first.changed':
    'Die Nutzungsbedingungen von {$host :host} sind neu. Was Sie dort haben, bleibt Ihres; für weiteres Geld von dort gelten sie.',
  'terms.fetching': 'Die Nutzungsbedingungen werden geholt …',
  'terms.elsewhere': 'Sie stehen in einer Form, die hier nicht gezeigt wird. Sie lesen sie unter',
  'terms.agree': 'Zustimmen und weiter',
  'terms.goOn': 'Weiter',
};
