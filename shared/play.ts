// SPDX-License-Identifier: GPL-3.0-or-later

/** What the built-in issuer issues. */
export const PLAY_CURRENCY = 'KUDOS';

/** By these names the places of the play economy are kept, in every language: whoever reads one reads the words of their own. */
export const PLAY_PLACES = { free: 'Free play place', paid: 'Paid play place' } as const;

export type PlayPlace = keyof typeof PLAY_PLACES;

/** Which of them is called so; a name as `calledPlace` makes it has the address behind it, and only one on this computer is theirs. */
export const playPlaceOf = (called: string): PlayPlace | undefined => {
  const [, name, host] = /^(.{1,40}) \(([^()]{1,80})\)$/.exec(called) ?? [];
  if (name === undefined || host === undefined || !isPlayIssuer(`http://${host}/`)) return undefined;
  return (['free', 'paid'] as const).find((each) => PLAY_PLACES[each] === name);
};

/** By these names the escrow places of the play economy call themselves. */
export const PLAY_KEEPERS = {
  free: 'Free play keeper',
  paid: 'Paid play keeper',
  other: 'Other play keeper',
} as const;

/** Which of them calls itself so; only one on this computer is theirs. */
export const playKeeperOf = (name: string, url: string): keyof typeof PLAY_KEEPERS | undefined =>
  isPlayIssuer(url) ? (['free', 'paid', 'other'] as const).find((each) => PLAY_KEEPERS[each] === name) : undefined;

/** Whether an issuer is of the play economy: only that serves on this very computer, so its money is play money on every other one too. */
export const isPlayIssuer = (baseUrl: string): boolean =>
  /^https?:\/\/(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:[a-z0-9-]+\.)*localhost)(?::\d+)?(?:\/|$)/i.test(baseUrl);
