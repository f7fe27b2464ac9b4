// SPDX-License-Identifier: GPL-3.0-or-later
import type { report as en } from '../en/report.ts';

export const report: Readonly<Record<keyof typeof en, string>> = {
  'restored.restored': '{$found :integer} von {$of :integer} Orten gaben eine Kopie.',
  'restored.restored+total': 'Wiederhergestellt: {$total}.',
  'restored.joined':
    'Was {$found :integer} von {$of :integer} Orten aufbewahrten, wurde mit den {$before} vereinigt, die hier waren.',
  'restored.joined+total': 'In dieser Wallet sind jetzt {$total}.',
  'restored.emptied': 'Jene Wallet wurde am {$at :day} geleert: Alles darin ging an eine andere Wallet.',
  'restored.spent-elsewhere': '{$lost} wurden seither mit einer anderen Kopie dieser Wallet ausgegeben.',
  'restored.bad-signatures':
    '.input {$coins :integer} .match $coins one {{Ein Stück Geld hat eine falsche Unterschrift, weil eine Kopie beschädigt war. Es wird nicht ausgegeben und nie gelöscht.}} * {{{$coins} Stücke Geld haben eine falsche Unterschrift, weil eine Kopie beschädigt war. Sie werden nicht ausgegeben und nie gelöscht.}}',
  'restored.newest-unusable': 'Die neueste Kopie bei {$place} ließ sich nicht verwenden. {$why}',
  'restored.silent':
    'Nicht geantwortet haben, und vielleicht Neueres haben: {$places :list}. Sie werden später noch einmal gefragt.',
  'restored.kept-apart':
    '.input {$entries :integer} .match $entries one {{In einer Kopie stand ein Eintrag, den keine ehrliche Wallet schreibt. Vielleicht hat ihn jemand hineingeschrieben, der den Code auf Ihrem Blatt kennt. Er liegt beiseite und bewirkt nichts; wenn Sie nicht wissen, wer das war, ziehen Sie in eine neue Wallet um. ({$detail})}} * {{In Kopien standen {$entries} Einträge, die keine ehrliche Wallet schreibt. Vielleicht hat sie jemand hineingeschrieben, der den Code auf Ihrem Blatt kennt. Sie liegen beiseite und bewirken nichts; wenn Sie nicht wissen, wer das war, ziehen Sie in eine neue Wallet um. ({$detail})}}',
  'restored.issuers-silent':
    'Diese Herausgeber haben nicht geantwortet, das Geld dort ist noch nicht geprüft: {$issuers :list}.',
  'restored.issuers-untelling':
    'Diese Herausgeber können nicht sagen, was schon ausgegeben ist: {$issuers :list}. Was eine andere Kopie dort ausgegeben hat, zeigt sich beim Erneuern.',
  'restored.paid-over':
    '{$sums} davon werden in diese Wallet gezahlt. Bis das fertig ist, kann sie noch ausgeben, wer das andere Blatt hat.',
  'restored.paid-over+fees': 'Das kostet bis zu {$fees}.',
  'restored.stays-reachable':
    '{$stays} können jetzt nicht herübergezahlt werden: Ausgeben kann sie diese Wallet, und wer das andere Blatt hat.',
  'restored.told-all': 'Das andere Gerät erfährt davon an allen Orten ({$places :integer}).',
  'restored.told-some':
    'Das andere Gerät erfährt davon an {$told :integer} von {$of :integer} Orten; die übrigen erfahren es später.',

  'emptying.idle': 'Diese Wallet wird nicht geleert.',
  'emptying.leaving':
    'Alles wurde angenommen. Die Orte für Kopien erfahren es gerade, dann wird diese Wallet hier gelöscht.',
  'emptying.sending':
    '{$open :integer} von {$of :integer} Zahlungen warten darauf, angenommen zu werden, bis {$until :time}. Was bis dahin nicht angenommen ist, kommt zurück.',
  'emptying.waits-for-bank':
    'Alles wurde angenommen, aber diese Wallet wartet noch auf Geld von einer Bank: {$sums}. Brechen Sie das ab, wenn das Geld nie gesendet wurde, oder warten Sie darauf und leeren noch einmal.',
  'emptying.still-here': 'Noch hier: {$left}.',
  'emptying.still-under-way': 'Etwas ist noch unterwegs.',
  'emptying.again': 'Leeren Sie noch einmal, um es zu senden, oder hören Sie auf und behalten die Wallet.',
  'emptying.taken': 'Alles wurde angenommen.',
  'emptying.finish': 'Schließen Sie ab, um die Wallet zu verlassen und hier zu löschen.',
  'emptying.late.kept':
    'Hier aufgegeben und von niemandem gesehen: {$sums}. Wird es doch noch gesendet, findet es nur eine Wiederherstellung der letzten Kopie.',
  'emptying.late.unkept':
    'Hier aufgegeben und von niemandem gesehen: {$sums}. Wird es doch noch gesendet, geht es an den Absender zurück oder verloren, denn kein Ort bewahrt die Schlüssel auf.',

  'leaving.not-yet':
    'Noch wissen nicht genügend Orte, dass dieses Gerät geht; deshalb ist nichts vergessen. Es geht von selbst weiter; um doch zu bleiben, behalten Sie dieses Gerät.',
  'leaving.left':
    'Dieses Gerät hat die Wallet verlassen, und das Wiederherstellungsgeheimnis ist hier vergessen. Es wissen davon: {$told :list}.',
  'leaving.untold':
    'Nicht geantwortet haben, und nichts davon erfahren werden: {$places :list}. Dort scheint dieses Gerät noch in Gebrauch zu sein.',
  'leaving.taken-over':
    'Diese Wallet wurde übernommen, während dieses Gerät sie verließ. Das Wiederherstellungsgeheimnis ist hier vergessen, und das Geld ist dort, wohin sie übernommen wurde.',
  'leaving.waits-for-next': 'Das Geld wartet auf den, der die Wallet mit ihrem Notfallblatt übernimmt.',

  'known.only': 'Das ist das einzige Gerät dieser Wallet.',
  'known.active':
    '.input {$count :integer} .match $count one {{Das ist das aktive Gerät. {$others :list} hört auf, sobald es davon erfährt.}} * {{Das ist das aktive Gerät. {$others :list} hören auf, sobald sie davon erfahren.}}',
  'known.kept-apart':
    '.input {$entries :integer} .match $entries one {{In einer Kopie stand ein Eintrag, den keine ehrliche Wallet schreibt. Vielleicht hat ihn jemand hineingeschrieben, der den Code auf Ihrem Blatt kennt. Er liegt beiseite und bewirkt nichts; wenn Sie nicht wissen, wer das war, ziehen Sie in eine neue Wallet um. ({$detail})}} * {{In Kopien standen {$entries} Einträge, die keine ehrliche Wallet schreibt. Vielleicht hat sie jemand hineingeschrieben, der den Code auf Ihrem Blatt kennt. Sie liegen beiseite und bewirken nichts; wenn Sie nicht wissen, wer das war, ziehen Sie in eine neue Wallet um. ({$detail})}}',
  'known.stands-still': '{$standing}',
};
