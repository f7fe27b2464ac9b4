// SPDX-License-Identifier: GPL-3.0-or-later
import type { typing as english } from '../en/typing.ts';

export const typing: Readonly<Record<keyof typeof english, string>> = {
  'code.legend': 'Der Code auf Ihrem Blatt',
  'code.help':
    'Tippen Sie die nummerierten Gruppen ab, wie sie auf dem Blatt stehen; der Cursor springt von selbst weiter. Ein Zeichen, das Sie nicht lesen können, ist ein Fragezeichen. Eingefügtes füllt alle Felder.',
  'code.group': 'Gruppe {$number :integer}',
  'code.row': 'Gruppen {$first :integer} bis {$last :integer}',
  'code.row.full': 'Vollständig',
  'code.row.good': 'Richtig',
  'code.row.wrong': 'Gruppe {$group :integer} kann nicht stimmen. Sehen Sie noch einmal hin.',
  'code.rows': '{$rows :integer} von {$of :integer} Zeilen vollständig.',
  'code.progress': '{$done :integer} von {$of :integer} Gruppen',
  'code.right': 'Der Code stimmt. Er ist von Blatt {$number :code}.',
  'code.right.share': 'Der Code stimmt. Er ist Teil {$share :integer} der Aufteilung {$split :code}.',
  'shares.in': 'Teile, die da sind',
  'shares.in.some':
    '.input {$got :integer} .match $got one {{Aufteilung {$split :code}: {$got} von {$needed :integer} nötigen Teilen ist da.}} * {{Aufteilung {$split :code}: {$got} von {$needed :integer} nötigen Teilen sind da.}}',
  'shares.in.enough': 'Aufteilung {$split :code}: Alle {$needed :integer} Teile, die nötig sind, sind da.',
  'shares.in.next': 'Tippen, kopieren oder zeigen Sie den nächsten derselben Aufteilung. Die Reihenfolge ist gleich.',
  'shares.in.next.enough': 'Zusammen sind sie das ganze Blatt. Es kann weitergehen.',
  'shares.number': 'Teil {$number :integer}',
  'shares.lacking': 'fehlt noch',
  'shares.drop': 'Diese Teile weglassen und von vorn beginnen',
  'shares.putIn': 'Diesen Teil dazunehmen und weiter mit dem nächsten',
  'shares.putIn.number': 'Teil {$number :integer} dazunehmen und weiter mit dem nächsten',
  'code.lines': 'Wo die Kopien liegen',
  'code.lines.help':
    'Die Adressen unter den Gruppen, in jeder Zeile eine, mit den vier Zeichen in Klammern dahinter. Ohne sie weiß Holdfast nicht, wo die Kopien liegen.',
  'code.lines.read': 'So wurden sie vom Blatt gelesen. Vergleichen Sie sie damit.',
  'code.lines.change': 'Diese Zeilen ändern',
  'code.toText': 'Stattdessen den Text oder einen Link einfügen',
  'code.toGroups': 'Stattdessen die nummerierten Gruppen tippen',
  'proposal.title': 'Steht das auf dem Blatt?',
  'proposal.lead': 'Der Code passt nicht, so wie er gelesen wurde. Vergleichen Sie mit dem Blatt:',
  'proposal.typed': 'getippt',
  'proposal.says': 'auf dem Blatt müsste stehen',
  'proposal.unread': 'wurde nicht gelesen; auf dem Blatt müsste stehen',
  'proposal.take': 'Ja, übernehmen',
  'proposal.again': 'Ich sehe noch einmal hin',
  'proposal.taken': 'Wie vorgeschlagen übernommen; sonst wurde nichts geändert.',
};
