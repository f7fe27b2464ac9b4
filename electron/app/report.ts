// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync, statSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import { join } from 'node:path';
import type { FailureView, PendingView } from '../../shared/view.ts';
import { VERSION } from '../../shared/version.ts';
import { readLog } from './file-log.ts';

// What a person hands to whoever helps: which program on which system, what does not open, which files there are and what happened last.
// Nothing in it is a secret, an address, a name or a sum: what is not on a list here is left out.

/** A report is read by people; of a log of megabytes the end is what matters. */
const MOST_EVENTS = 200;
/** A trace says the most in its first lines. */
const MOST_FRAMES = 12;
/** Of a directory that is not ours alone. */
const MOST_FILES = 60;

export type ReportParts = {
  readonly directory: string;
  readonly stage: string;
  readonly protection: string;
  readonly trouble: FailureView | undefined;
  /** what the wallet waits for, if it is open */
  readonly waits?: readonly PendingView[];
  readonly logDirectory: string | undefined;
  readonly nowMs: number;
};

/** The report as JSON with one fact a line, so that its person can read what is in it. */
export const reportOf = ({
  directory,
  stage,
  protection,
  trouble,
  waits = [],
  logDirectory,
  nowMs,
}: ReportParts): string =>
  `${JSON.stringify(
    {
      holdfast: VERSION,
      at: new Date(nowMs).toISOString(),
      system: [platform(), release(), arch()].join(' '),
      runtime: Object.fromEntries(RUNTIMES.flatMap((name) => versionOf(name))),
      stage,
      protection,
      ...(trouble === undefined ? {} : { trouble: { kind: trouble.kind, ...codesOf(trouble.facts) } }),
      refused: waits.slice(0, MOST_WAITS).flatMap(refusalOf),
      files: filesIn(directory),
      events: logDirectory === undefined ? [] : readLog(logDirectory, MOST_EVENTS).flatMap(eventOf),
    },
    undefined,
    1,
  )}\n`;

const MOST_WAITS = 20;

/** How an issuer refused a step that waits: its codes, and its own words without what looks like a key, an address or a sum. */
const refusalOf = ({ type, why }: PendingView): readonly object[] => {
  const words = Object.entries(why?.facts ?? {}).flatMap(([name, fact]: [string, unknown]): [string, unknown][] =>
    SAID.has(name) ? [[name, typeof fact === 'string' ? fact.slice(0, 300).replace(PRIVATE, '…') : fact]] : [],
  );
  return why === undefined || words.length === 0 ? [] : [{ type, kind: why.kind, ...Object.fromEntries(words) }];
};
const SAID: ReadonlySet<string> = new Set(['status', 'code', 'quote', 'detail']);
const PRIVATE = /\S{0,300}:\/\/\S*|[A-Za-z0-9]{20,}|[A-Z]{1,11}:\d[\d.]*/g;

const RUNTIMES = ['electron', 'chrome', 'node'] as const;
const versionOf = (name: (typeof RUNTIMES)[number]): readonly (readonly [string, string])[] => {
  const version = process.versions[name];
  return version === undefined ? [] : [[name, version]];
};

/** Codes of the system and reference numbers; what a fact names of a person's own, such as a path, stays out. */
const codesOf = (facts: object): object =>
  Object.fromEntries(
    Object.entries(facts).filter(([name, fact]) => name !== 'file' && typeof fact === 'string' && isCode(fact)),
  );

const isCode = (text: string): boolean => /^[\w.-]{1,64}$/.test(text);

/** Names we gave ourselves; a person's own are counted. */
const OURS = /^(?:wallet[\w.-]*|language|settings|(?:set-aside|emptied)-[\d-]+(?:\.\w+)?)$/;

const filesIn = (directory: string): readonly string[] | string => {
  try {
    const names = readdirSync(directory).sort();
    const ours = names.filter((name) => OURS.test(name)).slice(0, MOST_FILES);
    const others = names.length - ours.length;
    return [...ours.map((name) => fileLine(directory, name)), ...(others === 0 ? [] : [`+${others}`])];
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
  }
};

const fileLine = (directory: string, name: string): string => {
  const found = statSync(join(directory, name), { throwIfNoEntry: false });
  if (found === undefined) return name;
  return [name, found.isFile() ? found.size : 'directory', new Date(found.mtimeMs).toISOString()].join(' ');
};

/** Of an event its name and when it was, and of what it says only what we named ourselves: a message may hold anything. */
const KEPT: Readonly<Record<string, RegExp>> = {
  at: /^[\dT:.-]{10,30}Z$/,
  event: /^[\w-]{1,60}$/,
  why: /^[a-zA-Z_-]{1,40}$/,
  where: /^[a-zA-Z][a-zA-Z .:-]{0,60}$/,
  reference: /^[0-9a-f]{8}$/,
  task: /^[\w-]{1,40}$/,
  outcome: /^[\w-]{1,40}$/,
  request: /^[\w.]{1,60}$/,
};

const eventOf = (line: string): readonly object[] => {
  try {
    const event: unknown = JSON.parse(line);
    if (typeof event !== 'object' || event === null) return [];
    const facts = Object.entries(event).flatMap(([name, fact]: [string, unknown]): (readonly [string, unknown])[] => {
      if (typeof fact !== 'string') return [];
      if (name === 'error') return [[name, framesOf(fact)]];
      return KEPT[name]?.test(fact) === true ? [[name, fact]] : [];
    });
    const kept: object = Object.fromEntries(facts);
    return [kept];
  } catch {
    // A line that a full disk cut short.
    return [];
  }
};

/** Where in our program an error came from; its message may hold anything. */
const framesOf = (trace: string): readonly string[] => {
  const [first = '', ...frames] = trace.split('\n');
  const name = /^\w{1,40}/.exec(first)?.[0] ?? '';
  return [name, ...frames.flatMap(frameOf).slice(0, MOST_FRAMES)];
};

/** The function, where it has a name, and the file with line and column, without its folders. */
const frameOf = (line: string): readonly string[] => {
  const [, where] = /^\s*at .*?([\w.-]{1,80}:\d{1,7}:\d{1,7})\)?$/.exec(line.slice(-200)) ?? [];
  const [, called = ''] = /^\s*at (?:async )?([\w.$<>]{1,60}) \(/.exec(line) ?? [];
  return where === undefined ? [] : [`${called} ${where}`.trim()];
};
