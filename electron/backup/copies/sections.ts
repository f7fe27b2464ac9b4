// SPDX-License-Identifier: GPL-3.0-or-later

// A content is compressed in sections, so that what one party wrote is never compressed together with what another one did. A shop that
// may choose the text of its contract could else put a guess into it, another shop's name, and the size of the next copy would tell
// whoever keeps it whether the guess stands anywhere else in the wallet (CRIME and BREACH did that to cookies).

/** Kinds of which others choose no text: keys, signatures, sums. Neighbours of one exchange share a section; every other entry is one by itself. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set(['coin', 'refresh', 'reserve']);

const ENTRIES = '"entries":[';
const KIND = /\{"clock":"(?:[^"\\]|\\.)*","id":"(?:[^"\\]|\\.)*","kind":"((?:[^"\\]|\\.)*)",/y;
const EXCHANGE = /"exchange":"((?:[^"\\]|\\.)*)"/g;
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [34, 92, 91, 93, 123, 125];

/** The content in sections, in order and without a letter left out; a text that is no content is one. */
export const sectionsOf = (content: string): readonly string[] => {
  const cuts = cutsOf(content);
  return [0, ...cuts].map((from, at) => content.slice(from, cuts[at]));
};

/** Where sections begin, but for the first. */
const cutsOf = (content: string): readonly number[] => {
  const found = content.indexOf(ENTRIES);
  if (found < 0) return [];
  const cuts: number[] = [];
  let before = '';
  const first = found + ENTRIES.length;
  let from = first;
  while (content.charCodeAt(from) === OPEN) {
    const end = endOf(content, from);
    if (end === undefined) return cuts;
    const kind = kindOf(content, from);
    const origin = WITHOUT_TEXT.has(kind) ? exchangeOf(content, from, end) : undefined;
    const shared = origin === undefined ? '' : `${kind} ${origin}`;
    // The comma goes with what it introduces: no section changes by what follows it.
    if (shared === '' || shared !== before) cuts.push(from === first ? from : from - 1);
    if (kind === 'gone') addLines(content, from, end, cuts);
    before = shared;
    // Behind an entry stands a comma, or the end of the list.
    from = end + 1;
  }
  cuts.push(from - 1);
  return cuts;
};

const kindOf = (content: string, from: number): string => {
  KIND.lastIndex = from;
  return KIND.exec(content)?.[1] ?? '';
};

const exchangeOf = (content: string, from: number, end: number): string | undefined => {
  EXCHANGE.lastIndex = from;
  const exchange = EXCHANGE.exec(content)?.[1];
  return EXCHANGE.lastIndex > end ? undefined : exchange;
};

/** An entry of what has left holds lines of many shops: each is a section. */
const addLines = (content: string, from: number, end: number, cuts: number[]): void => {
  // Inside a text a quotation mark is escaped, so that every line's end is found; what only looks like one costs some bytes.
  for (let at = content.indexOf('],"', from); at >= 0 && at < end; at = content.indexOf('],"', at + 1))
    cuts.push(at + 1);
};

/** Behind the object that begins here; undefined when it has no end. */
const endOf = (text: string, from: number): number | undefined => {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === QUOTE) {
      const end = endOfText(text, at);
      if (end === undefined) return undefined;
      at = end;
    } else if (letter === OPEN || letter === OPEN_LIST) depth += 1;
    else if (letter === CLOSE || letter === CLOSE_LIST) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
};

/** The quotation mark that ends the text that begins here. */
const endOfText = (text: string, from: number): number | undefined => {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return undefined;
};
