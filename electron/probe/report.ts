// SPDX-License-Identifier: GPL-3.0-or-later
import { join } from 'node:path';
import { isObject, memberOf, parseJson } from '../taler/bytes/json.ts';
import { readSaid } from '../../shared/facts/read.ts';
import { VERSION } from '../../shared/version.ts';
import { readTextIfThere, writeWholeSync } from '../storage/whole-file.ts';
import { PERSONAL_MEMBERS } from './bodies.ts';
import type { Check, CheckName, CheckState } from './checks.ts';
import type { Step } from './recorder.ts';
import type { Secrets } from './secrets.ts';

/** What a probe writes: a recording as those of real servers are (`test/traces`), with what was found. */
export type Report = {
  readonly format: 'taler-trace/1';
  readonly title: string;
  readonly recorded_with: string;
  /** ISO date of the first request */
  readonly recorded_at: string;
  readonly base_url: string;
  readonly currency?: string;
  readonly master_public_key?: string;
  /** whose steps are whose: a name and its address */
  readonly servers: Readonly<Record<string, string>>;
  readonly left_out: readonly string[];
  readonly checks: readonly Check[];
  readonly secrets: Secrets;
  readonly steps: readonly Step[];
};

/** The file in a probe's own folder. It is there before the wallet is, and tells that the folder is one of a probe. */
export const reportIn = (folder: string): string => join(folder, 'probe.json');

/** A recording holds no more bytes of bodies than this; the rest is what stands around them. */
const MOST_BYTES = 96 * 1024 * 1024;
const STATES: readonly string[] = ['holds', 'differs', 'not-reached', 'not-tried'] satisfies readonly CheckState[];

/** A report in which nothing has happened. */
export const newReport = (baseUrl: string, nowMs: number): Report => ({
  format: 'taler-trace/1',
  title: `probe of ${baseUrl}`,
  recorded_with: `holdfast ${VERSION}`,
  recorded_at: new Date(nowMs).toISOString(),
  base_url: baseUrl,
  servers: { exchange: baseUrl },
  left_out: PERSONAL_MEMBERS,
  checks: [],
  secrets: {},
  steps: [],
});

/** The report of a probe that was begun in this folder; undefined where none was. */
export const readReport = (folder: string): Report | undefined => {
  const json = parseJson(readTextIfThere(reportIn(folder), MOST_BYTES) ?? '');
  if (!isObject(json) || json['format'] !== 'taler-trace/1' || typeof json['base_url'] !== 'string') return undefined;
  const steps = json['steps'];
  if (!Array.isArray(steps) || !isObject(json['secrets']) || !Array.isArray(json['checks'])) return undefined;
  // It lies in a folder of ours for its owner alone, and was written here: its form is known once its parts are there.
  return { ...(json as unknown as Report), checks: json['checks'].flatMap(readCheck) };
};

const readCheck = (json: unknown): readonly Check[] => {
  const [state, said, why] = ['state', 'said', 'why'].map((name) => memberOf(json, name));
  const read = readSaid('probe', said);
  if (read === undefined || !STATES.includes(String(state))) return [];
  const because = readSaid('probeWhy', why);
  return [{ state: state as CheckState, said: read, ...(because === undefined ? {} : { why: because }) }];
};

/** Writes it whole or not at all. */
export const writeReport = (file: string, report: Report): void =>
  writeWholeSync(file, Buffer.from(`${JSON.stringify(report, undefined, 1)}\n`));

/** What an earlier run has found, by name. */
export const foundIn = ({ checks }: Report): Map<CheckName, Check> =>
  new Map(checks.filter(({ state }) => state !== 'not-tried').map((check) => [check.said.kind, check]));
