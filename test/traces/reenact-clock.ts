// SPDX-License-Identifier: GPL-3.0-or-later
import { asList, asObject, asText } from './reenact-json.ts';
import { jsonOf, type Step, type Trace } from './trace.ts';

/** The time of a recording, as far as its answers tell it; in milliseconds. */
export type Clock = { readonly start: number; /** 0 where a step does not tell */ readonly at: (step: Step) => number };

/** Reads the clock of the recorded exchange out of its answers. */
export const clockOf = (trace: Trace): Clock => {
  const told = trace.steps.map(timeOf);
  const first = told.find((time) => time > 0);
  // where no answer tells, the keys are as old as those of the other recordings
  const start = first ?? Math.max(...trace.steps.map(issueDate)) + 600_000;
  let closed = 0;
  const times = new Map(
    trace.steps.map((step, index) => {
      closed = Math.max(closed, told[index] ?? 0, start);
      return [step, waited(step, closed) ?? told[index] ?? 0];
    }),
  );
  return { start, at: (step) => times.get(step) ?? 0 };
};

/** Waits that the recorder only put into the name of a step. */
const waited = (step: Step, now: number): number | undefined =>
  step.step === 'reserve-after-close-4s' ? now + 4000 : undefined;

const timeOf = ({ request, response }: Step): number => {
  const body = asObject(response && jsonOf(response.body));
  if (response?.status === 200 && request.path.startsWith('/deposits/')) return stamp(body['execution_time']);
  // the exchange says when the purse expired; the recorder asked just after
  if (body['code'] === 1026) return Date.parse(`${asText(body['detail'])} UTC`) + 1000 || 0;
  const history = asList(body['history']).map((entry) => stamp(asObject(entry)['timestamp']));
  return Math.max(stamp(body['exchange_timestamp']), stamp(body['timestamp']), ...history);
};

const issueDate = ({ response }: Step): number => stamp(asObject(response && jsonOf(response.body))['list_issue_date']);

const stamp = (value: unknown): number => {
  const { t_s } = asObject(value);
  return typeof t_s === 'number' ? t_s * 1000 : 0;
};
