// SPDX-License-Identifier: GPL-3.0-or-later
import { decodeText } from './decode.ts';

// What programs put before and behind every line of a text, and whole formats they wrap it in. Nothing here decides what is right: what
// comes of it is read as strictly as any text, with its check characters.

type Line = { readonly number: number; readonly text: string; readonly raw: string };

const LABEL =
  /\b(?:wallet ?[:;]|date ?[:;]|sheet ?[:;]|share ?[:;]|secret(?: ?\d{1,2}(?: ?- ?\d{1,2})?)? ?[:;]|provider(?: ?\d{1,2}(?: of \d{1,2})?)? ?[:;])|\bEND\b(?=[^0-9a-z]*$)/i;
/** A number, a bullet, the time and the name of a chat; no list has more before its lines. */
const MAX_BEFORE = 80;
const REMARK = /^.{0,80}?(?:^|[^0-9a-z#])#(?:\s|$)/i;
// Each of these stops where the next of its kind may begin, so that no part of a line is looked at again and again.
const BEHIND = /(?<![\s"'“”„‘’`*_|;,+])[\s"'“”„‘’`*_|;,+]+$/u;
const LINKED = /\[(https?:[^[\]\s]+)\]\(https?:[^[)\s]+\)/gi;
const ANGLED = /<(https?:[^<>\s]+)>/gi;

/** The lines without a bullet, number, sign or name before each, and what closes it again. */
export const undecorated = (lines: readonly Line[]): readonly Line[] =>
  lines
    .filter(({ text }) => !REMARK.test(text))
    .map(({ number, text, raw }) => ({ number, text: bare(text), raw: bare(raw) }))
    .filter(({ text }) => text !== '');

const bare = (text: string): string => {
  const at = LABEL.exec(text)?.index;
  const from = at === undefined || at > MAX_BEFORE ? text.replace(/^[^0-9a-z]+/i, '') : text.slice(at);
  return from.replace(LINKED, '$1').replace(ANGLED, angled).replace(BEHIND, '');
};

/** An address in angles; one that stands before them already is not said twice. */
const angled = (_: string, address: string, at: number, line: string): string => {
  const before = line.slice(Math.max(0, at - address.length), at);
  return before.toLowerCase() === address.toLowerCase() ? '' : ` ${address}`;
};

/** The text inside a document of a word processor, an attachment in letters, or a string of a program; undefined where it is none. */
export const unpacked = (text: string): string | undefined =>
  fromRichText(text) ?? fromBase64(text) ?? fromEscapes(text);

const fromRichText = (text: string): string | undefined => {
  if (!/^\s*\{\\rtf/i.test(text)) return undefined;
  return text
    .replace(/(\\[a-z]+-?\d*)\r?\n/gi, '$1 ')
    .replace(/\r?\n/g, '')
    .replace(/\{\\(?:\*|fonttbl|colortbl|stylesheet|info)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, '')
    .replace(/\\(?:par|line)(?![a-z]) ?/g, '\n')
    .replace(/\\(?:tab(?![a-z]) ?|~)/g, ' ')
    .replace(/\\_/g, '-')
    .replace(/\\'([0-9a-f]{2})/gi, (_, hex: string) => new TextDecoder('windows-1252').decode(Buffer.from(hex, 'hex')))
    .replace(/\\u(-?\d{1,5}) ?\??/g, (_, code: string) => String.fromCharCode(Number(code) & 0xffff))
    .replace(/\\[a-z]+-?\d* ?/gi, '')
    .replace(/\\([{}\\])|[{}]|\\-/g, '$1');
};

const ANNOUNCED = /RECOVERY|HOLDFAST[ -]*SHARE/i;

const fromBase64 = (text: string): string | undefined => {
  const blocks: string[] = [''];
  for (const line of text.split(/\r?\n/))
    if (/^[A-Za-z0-9+/]{4,}={0,2}$/.test(line.trim())) blocks.push((blocks.pop() ?? '') + line.trim());
    else if (blocks.at(-1) !== '') blocks.push('');
  const read = blocks.filter((block) => block.length > 100).map((block) => decodeText(Buffer.from(block, 'base64')));
  const found = read.filter((each) => ANNOUNCED.test(each));
  return found.length === 0 ? undefined : found.join('\n');
};

/** As a program writes a text on one line, or an address carries it. */
const fromEscapes = (text: string): string | undefined => {
  if (/%0A/i.test(text) && /^[^\s]+$/.test(text.trim())) {
    try {
      return decodeURIComponent(text.trim().replaceAll('+', ' '));
    } catch {
      return undefined;
    }
  }
  if (!/\\n/.test(text)) return undefined;
  return text.replace(/\\r?\\n|\\n/g, '\n').replace(/\\(["\\/])/g, '$1');
};
