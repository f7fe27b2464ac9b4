// SPDX-License-Identifier: GPL-3.0-or-later
import type { drill as en } from '../en/drill.ts';

export const drill: Readonly<Record<keyof typeof en, string>> = {
  'drill.all-back':
    '.input {$found :integer} .match $found one {{Alles kommt zurück, durch {$found} von {$of :integer} Orten.}} * {{Alles kommt zurück, durch {$found} von {$of :integer} Orten.}}',
  'drill.all-back+total': 'Das sind {$total :said} von {$total :said}.',
  'drill.not-all':
    '{$lacking :said} von {$total :said} kämen nicht zurück: Eine Kopie gaben {$found :integer} von {$of :integer} Orten.',
  'drill.not-all+brought': 'Zurück kommen {$brought :said}.',
  'drill.nothing-found':
    'Nichts käme zurück: Keiner der Orte gab eine Kopie, die sich öffnen lässt (insgesamt {$of :integer}).',
  'drill.nothing-found+total': 'Ginge dieser Computer jetzt kaputt, wären {$total :said} verloren.',
  'drill.oldest': 'Die älteste dieser Kopien ist vom {$at :time}.',
  'drill.lost-at':
    'Was dort aufbewahrt wurde, ist weg, älter als vorher oder lässt sich nicht mehr öffnen: {$places :places}.',
  'drill.left-out':
    '.input {$entries :integer} .match $entries one {{{$entries} Eintrag fehlt in Kopien, die ihn haben müssten.}} * {{{$entries} Einträge fehlen in Kopien, die sie haben müssten.}}',
  'drill.later':
    '.input {$entries :integer} .match $entries one {{{$entries} Eintrag ist neuer als die Kopien; die nächste hat ihn.}} * {{{$entries} Einträge sind neuer als die Kopien; die nächste hat sie.}}',
  'drill.silent-at': 'Diese Orte haben nicht geantwortet und sind deshalb nicht geprüft: {$places :places}.',
  'drill.not-led-to': 'Zu {$places :places} führt weder dieses Blatt noch eine Kopie. Ein neues Blatt täte es.',
  'drill.copy-now': 'Legen Sie jetzt Kopien an und prüfen Sie noch einmal.',
  'drill.spent-elsewhere':
    '{$lost :said} von dem, was hier ist, wurden schon anderswo ausgegeben: von einem anderen Gerät von Ihnen, oder von jemandem, der Ihr Blatt hat.',
  'drill.bad-signatures':
    '.input {$coins :integer} .match $coins one {{Ein Stück Geld kam mit einer falschen Unterschrift zurück.}} * {{{$coins} Stücke Geld kamen mit einer falschen Unterschrift zurück.}}',
  'drill.issuers-silent':
    'Diese Herausgeber haben nicht geantwortet; das Geld dort ist verglichen, aber nicht nachgefragt: {$issuers :places}.',
  'drill.issuers-untelling':
    'Diese Herausgeber können nicht sagen, was schon ausgegeben ist; das Geld dort ist verglichen, aber nicht nachgefragt: {$issuers :places}.',
  'drill.alone': 'Allein bringt er {$sums :said} zurück.',
  'drill.last': 'Bei der Probe vom {$at :time} kamen {$brought :said} von {$total :said} zurück.',
  'drill.last-nothing': 'Bei der Probe vom {$at :time} kam nichts von {$total :said} zurück.',

  'trial.verdict.passed': 'Probe bestanden',
  'trial.verdict.behind': 'Die letzte Änderung ist noch in keiner Kopie',
  'trial.verdict.failed': 'Es käme nicht alles zurück',
  'trial.verdict.places':
    '.input {$places :integer} .match $places one {{An einem Ort fehlt etwas}} * {{An {$places} Orten fehlt etwas}}',
  'trial.brings.all': 'Bringt alles zurück',
  'trial.brings.part': 'Bringt einen Teil zurück',
  'trial.brings.nothing': 'Bringt nichts zurück',
  'trial.places': 'Was jeder Ort zurückbringt',
  'trial.running': 'Zur Probe wird wiederhergestellt. Hier ändert sich nichts, und nichts wird hochgeladen.',
  'trial.stop': 'Probe beenden',
  'trial.coins':
    '.input {$count :integer} .match $count one {{Nach einem Stück Geld wurde bei seinem Herausgeber gefragt.}} * {{Nach {$count} Stücken Geld wurde bei ihren Herausgebern gefragt.}}',
};
