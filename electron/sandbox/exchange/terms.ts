// SPDX-License-Identifier: GPL-3.0-or-later

/** The terms of service an exchange of the sandbox serves; `texts` by language, English first. */
export type SandboxTerms = { readonly version: string; readonly texts: Readonly<Record<string, string>> };

/** What a play issuer asks of its players, in as many words as a real one would have pages. */
export const PLAY_TERMS: SandboxTerms = {
  version: 'tos-play',
  texts: {
    en: `Terms of the play-money exchange

1. What this is
Play money is made by this program on this very computer. Nothing here is worth anything, and nobody can buy it, sell it or change it into real money.

2. What it does
It gives out play coins for what its play bank sends, takes them back from the play shop, and treats them as a real issuer would: a coin is spent once, and a lost coin is lost unless its owner has a copy of what it was made from.

3. What it costs
Fees are shown before anything is agreed to. They go to nobody.

4. What it keeps
What a real issuer would keep: which coins were given out and which came back. It stays on this computer and goes when the play wallet is left.

5. How it ends
You may leave at any time. There is no liability of any kind.
`,
    de: `Bedingungen des Spielgeld-Herausgebers

1. Was das ist
Spielgeld macht dieses Programm auf genau diesem Computer. Nichts davon ist etwas wert, und niemand kann es kaufen, verkaufen oder in echtes Geld tauschen.

2. Was er tut
Er gibt Spielmünzen für das heraus, was seine Spielbank schickt, nimmt sie vom Spielladen zurück und behandelt sie wie ein echter Herausgeber: Eine Münze wird einmal ausgegeben, und eine verlorene ist verloren, wenn ihr Besitzer keine Kopie dessen hat, woraus sie gemacht wurde.

3. Was es kostet
Gebühren werden gezeigt, bevor etwas vereinbart ist. Sie bekommt niemand.

4. Was er aufbewahrt
Was ein echter aufbewahren würde: welche Münzen herausgegeben wurden und welche zurückkamen. Es bleibt auf diesem Computer und geht, wenn man mit Spielgeld aufhört.

5. Wie es endet
Sie können jederzeit gehen. Gehaftet wird für nichts.
`,
  },
};

/** The best of these languages for a head `Accept-Language`, by the order in which they stand there; English where none fits. */
export const languageFor = ({ texts }: SandboxTerms, asked: string): string => {
  const wanted = asked.split(',').map((each) => (each.split(';', 1)[0] ?? '').trim().slice(0, 2).toLowerCase());
  return wanted.find((each) => Object.hasOwn(texts, each)) ?? 'en';
};
