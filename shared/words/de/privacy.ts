// SPDX-License-Identifier: GPL-3.0-or-later
import type { privacy as english } from '../en/privacy.ts';

export const privacy: Readonly<Record<keyof typeof english, string>> = {
  'privacy.title': 'Spuren',
  'privacy.level': 'Kopien entstehen',
  'privacy.level.prompt': 'bald nach jeder Änderung',
  'privacy.level.quiet': 'in festem Takt (weniger Spuren)',
  'privacy.hours': 'Alle wie viele Stunden',
  'privacy.words.prompt': 'Wer Ihre Kopien aufbewahrt, sieht, wann hier etwas getan wurde, aber nicht was.',
  'privacy.words.quiet':
    'Wer Ihre Kopien aufbewahrt, sieht alle paar Stunden eine neue, ob etwas getan wurde oder nicht. Ihr Geld ist ebenso sicher: Was mit diesem Computer verloren ginge, wird wie bisher zuerst kopiert.',
  'privacy.proxy': 'Proxy',
  'privacy.proxy.help':
    'Zum Beispiel socks5://127.0.0.1:9050 für Tor. Leer: wie das System es sagt. „direct“: keiner. Er bleibt auf diesem Computer.',
  'privacy.place': 'Ein Proxy nur für diesen Ort',
  'privacy.place.help':
    'Leer: wie für alles andere. Mit einem eigenen sehen dieser Ort und die anderen nicht dieselbe Adresse.',
  'privacy.do': 'Übernehmen',
  'privacy.done': 'Übernommen.',
  'failure.no-proxy':
    'Das ist kein Proxy. Er sieht aus wie socks5://host:port oder http://host:port. Es wurde nichts geändert.',
  'cli.about.privacy': 'Sagt oder bestimmt, wann Kopien entstehen und durch welchen Proxy sie gehen.',
  'cli.privacy.quiet':
    'Ruhig: alle {$hours :integer} Stunden eine Kopie, um ein Drittel früher oder später, ob sich etwas geändert hat oder nicht.',
  'cli.privacy.prompt': 'Kopien entstehen bald nach jeder Änderung.',
  'cli.privacy.proxy': 'Proxy: {$proxy :address}',
  'cli.privacy.system': 'Proxy: wie die Umgebung es sagt.',
  'cli.privacy.place': '{$place :place}: {$proxy :address}',
};
