// SPDX-License-Identifier: GPL-3.0-or-later

/** What those may learn who keep copies, and through whom they are reached. */
export const privacy = {
  'privacy.title': 'Traces',
  'privacy.level': 'Copies are made',
  'privacy.level.prompt': 'soon after each change',
  'privacy.level.quiet': 'at a steady rhythm (fewer traces)',
  'privacy.hours': 'Every so many hours',
  'privacy.words.prompt': 'Who keeps your copies sees when something was done here, though not what.',
  'privacy.words.quiet':
    'Who keeps your copies sees a new one every few hours, whether or not anything was done. Your money is as safe: what would be lost with this computer is copied first, as before.',
  'privacy.proxy': 'Proxy',
  'privacy.proxy.help':
    'For example socks5://127.0.0.1:9050 for Tor. Empty: as the system says. “direct”: none. It is kept on this computer only.',
  'privacy.place': 'A proxy for this place alone',
  'privacy.place.help':
    'Empty: as for everything else. With one of its own, this place and the others do not see the same address.',
  'privacy.do': 'Use this',
  'privacy.done': 'Noted.',
  'failure.no-proxy': 'That is no proxy. It looks like socks5://host:port or http://host:port. Nothing was changed.',
  'cli.about.privacy': 'Says or sets when copies are made, and through which proxy they go.',
  'cli.privacy.quiet':
    'Quiet: a copy every {$hours :integer} hours, give or take a third, whether or not anything changed.',
  'cli.privacy.prompt': 'Copies are made soon after each change.',
  'cli.privacy.proxy': 'Proxy: {$proxy :address}',
  'cli.privacy.system': 'Proxy: as the environment says.',
  'cli.privacy.place': '{$place :place}: {$proxy :address}',
} as const;
