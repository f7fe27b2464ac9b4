// SPDX-License-Identifier: GPL-3.0-or-later
import type { report as en } from '../en/report.ts';

export const report: Readonly<Record<keyof typeof en, string>> = {
  'restored.restored': 'Kopien kamen von {$found :integer} von {$of :integer} Orten.',
  'restored.restored+total': 'Wiederhergestellt: {$total :said}.',
  'restored.joined':
    'Mit den {$before :said}, die hier waren, wurde vereinigt, was von {$found :integer} von {$of :integer} Orten kam.',
  'restored.joined+total': 'In dieser Wallet sind jetzt {$total :said}.',
  'restored.moved':
    'Dieses Blatt ist ungültig: Am {$at :time} ist jene Wallet zu einem neuen Geheimnis umgezogen, und ihr Geld mit ihr. Nehmen Sie das neue Blatt. Was diese Wallet noch zeigt, ließ sich nicht umziehen, oder es war in jener alten Kopie unterwegs und verschwindet, sobald sein Aussteller geantwortet hat.',
  'restored.emptied': 'Jene Wallet wurde am {$at :day} geleert: Alles darin ging an eine andere Wallet.',
  'restored.spent-elsewhere':
    '{$lost :said} aus den Kopien wurden ausgegeben, nachdem diese angelegt waren, mit derselben Wallet auf ihrem alten Computer oder einem anderen Gerät von Ihnen. Durch die Wiederherstellung fehlt nichts: Das Geld ging dorthin, wo damit bezahlt wurde. Waren das nicht Sie, hat jemand anderes Ihr Blatt.',
  'restored.bad-signatures':
    '.input {$coins :integer} .match $coins one {{Ein Stück Geld hat eine falsche Unterschrift, weil eine Kopie beschädigt war. Es wird nicht ausgegeben und nie gelöscht.}} * {{{$coins} Stücke Geld haben eine falsche Unterschrift, weil eine Kopie beschädigt war. Sie werden nicht ausgegeben und nie gelöscht.}}',
  'restored.newest-unusable': 'Die neueste Kopie bei {$place :place} ließ sich nicht verwenden. {$why :said}',
  'restored.silent':
    'Keine Antwort kam von {$places :places}. Vielleicht liegt dort Neueres; es wird später noch einmal gefragt.',
  'restored.kept-apart':
    '.input {$entries :integer} .match $entries one {{In einer Kopie stand ein Eintrag, den keine ehrliche Wallet schreibt. Vielleicht hat ihn jemand hineingeschrieben, der den Code auf Ihrem Blatt kennt. Er liegt beiseite und bewirkt nichts; wenn Sie nicht wissen, wer das war, ziehen Sie in eine neue Wallet um. ({$detail :quote})}} * {{In Kopien standen {$entries} Einträge, die keine ehrliche Wallet schreibt. Vielleicht hat sie jemand hineingeschrieben, der den Code auf Ihrem Blatt kennt. Sie liegen beiseite und bewirken nichts; wenn Sie nicht wissen, wer das war, ziehen Sie in eine neue Wallet um. ({$detail :quote})}}',
  'restored.issuers-silent':
    'Diese Herausgeber haben nicht geantwortet, das Geld dort ist noch nicht geprüft: {$issuers :places}.',
  'restored.issuers-untelling':
    'Diese Herausgeber können nicht sagen, was schon ausgegeben ist: {$issuers :places}. Was eine andere Kopie dort ausgegeben hat, zeigt sich beim Erneuern.',
  'restored.issuers-asked': 'Die Kopien führten zu diesen Herausgebern: {$issuers :places}.',
  'restored.issuers-unasked':
    'Diese Herausgeber stehen in den Kopien und wurden nicht gefragt, weil der Ort, der sie aufbewahrt, nicht dorthin führen darf oder es zu viele sind: {$issuers :places}. Kennen Sie einen davon, fügen Sie ihn unter dieser Adresse hinzu; sein Geld wartet bis dahin.',
  'restored.places-unasked':
    'Diese Orte stehen in den Kopien und wurden nicht gefragt, weil der Ort, der sie aufbewahrt, nicht dorthin führen darf: {$places :places}. Gehört Ihnen einer davon, fügen Sie ihn unter dieser Adresse hinzu.',
  'restored.paid-over-done':
    '{$sums :said} davon wurden in diese Wallet gezahlt: Niemand sonst kann sie mehr ausgeben.',
  'restored.taken-meanwhile':
    '{$sums :said} davon hat während der Übernahme jemand anders ausgegeben: Wer das andere Blatt hat, war schneller. Der Rest ist davon nicht berührt.',
  'restored.paid-over':
    '{$sums :said} davon werden in diese Wallet gezahlt. Bis das fertig ist, kann sie noch ausgeben, wer das andere Blatt hat.',
  'restored.paid-over+fees': 'Das kostet bis zu {$fees :said}.',
  'restored.stays-reachable':
    '{$stays :said} können jetzt nicht herübergezahlt werden: Ausgeben kann sie diese Wallet, und wer das andere Blatt hat.',
  'restored.told-all': 'Das andere Gerät erfährt davon an allen Orten ({$places :integer}).',
  'restored.told-some':
    'Das andere Gerät erfährt davon an {$told :integer} von {$of :integer} Orten; die übrigen erfahren es später.',

  'emptying.idle': 'Diese Wallet wird nicht geleert.',
  'emptying.leaving':
    'Alles wurde angenommen. Die Orte für Kopien erfahren es gerade, dann wird diese Wallet hier gelöscht.',
  'emptying.sending':
    'Zahlungen, die noch anzunehmen sind: {$open :integer} von {$of :integer}, bis {$until :time}. Was bis dahin nicht angenommen ist, kommt zurück.',
  'emptying.waits-for-bank':
    'Alles wurde angenommen, aber diese Wallet wartet noch auf Geld von einer Bank: {$sums :said}. Beenden Sie das, wenn das Geld nie gesendet wurde, oder warten Sie darauf und leeren noch einmal.',
  'emptying.still-here': 'Noch hier: {$left :said}.',
  'emptying.still-under-way': 'Etwas ist noch unterwegs.',
  'emptying.again': 'Leeren Sie noch einmal, um es zu senden, oder hören Sie auf und behalten die Wallet.',
  'emptying.taken': 'Alles wurde angenommen.',
  'emptying.finish': 'Schließen Sie ab, um die Wallet zu verlassen und hier zu löschen.',
  'emptying.late.kept':
    'Hier beendet und von niemandem gesehen: {$sums :said}. Wird es doch noch gesendet, findet es nur eine Wiederherstellung der letzten Kopie.',
  'emptying.late.unkept':
    'Hier beendet und von niemandem gesehen: {$sums :said}. Wird es doch noch gesendet, geht es an den Absender zurück oder verloren, denn kein Ort bewahrt die Schlüssel auf.',

  'leaving.not-yet':
    'Noch wissen nicht genügend Orte, dass dieses Gerät geht; deshalb ist nichts vergessen. Es geht von selbst weiter; um doch zu bleiben, behalten Sie dieses Gerät.',
  'leaving.left':
    'Dieses Gerät hat die Wallet verlassen, und das Wiederherstellungsgeheimnis ist hier vergessen. Es wissen davon: {$told :places}.',
  'leaving.untold':
    'Keine Antwort kam von {$places :places}. Dort erfährt niemand davon, und dieses Gerät scheint noch in Gebrauch zu sein.',
  'leaving.taken-over':
    'Diese Wallet wurde übernommen, während dieses Gerät sie verließ. Das Wiederherstellungsgeheimnis ist hier vergessen, und das Geld ist dort, wohin sie übernommen wurde.',
  'leaving.waits-for-next': 'Das Geld wartet auf den, der die Wallet mit ihrem Notfallblatt übernimmt.',
  'leaving.move-untold':
    'Noch nicht gehört, dass die Wallet zu einem neuen Geheimnis umgezogen ist: {$places :places}. Es wird dort gesagt, sobald eine Antwort kommt und Holdfast hier offen ist, 30 Tage lang. Bis dahin zählt ein anderes Gerät, das nur dort fragt, noch altes Geld, das nichts mehr wert ist.',

  'known.only': 'Kein anderes Gerät verwendet diese Wallet.',
  'known.active':
    '.input {$count :integer} .match $count one {{Das ist das aktive Gerät. {$others :names} hört auf, sobald es davon erfährt.}} * {{Das ist das aktive Gerät. {$others :names} hören auf, sobald sie davon erfahren.}}',
  'known.kept-apart':
    '.input {$entries :integer} .match $entries one {{In einer Kopie stand ein Eintrag, den keine ehrliche Wallet schreibt. Vielleicht hat ihn jemand hineingeschrieben, der den Code auf Ihrem Blatt kennt. Er liegt beiseite und bewirkt nichts; wenn Sie nicht wissen, wer das war, ziehen Sie in eine neue Wallet um. ({$detail :quote})}} * {{In Kopien standen {$entries} Einträge, die keine ehrliche Wallet schreibt. Vielleicht hat sie jemand hineingeschrieben, der den Code auf Ihrem Blatt kennt. Sie liegen beiseite und bewirken nichts; wenn Sie nicht wissen, wer das war, ziehen Sie in eine neue Wallet um. ({$detail :quote})}}',
  'known.stands-still': '{$standing :said}',
};
