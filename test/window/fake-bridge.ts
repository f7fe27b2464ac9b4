// SPDX-License-Identifier: GPL-3.0-or-later
import type { RequestName, RequestOutputs } from '../../shared/contract.ts';
import type { FailureView } from '../../shared/view.ts';

// A stand-in for the preload's bridge, for page tests in a plain browser only: no wallet, no money, fixed answers.
// The window as it ships talks to the real wallet; test/window/electron.test.ts drives that.

export type FakeAnswer<N extends RequestName> =
  | { readonly value: RequestOutputs[N] }
  | { readonly failure: FailureView }
  /** never answers: to see how a page waits */
  | { readonly never: true };

export type FakeAnswers = { readonly [N in RequestName]?: FakeAnswer<N> };

/** What a page is given: answers by request, and what changes after a request was asked. */
export type Scenario = {
  readonly answers: FakeAnswers;
  readonly after?: { readonly [N in RequestName]?: FakeAnswers };
};

/** Runs inside the page before its script: everything it uses must be in its own body. */
export const installFakeBridge = (scenario: Scenario): void => {
  let answers: FakeAnswers = scenario.answers;
  const asked: { name: string; input: unknown }[] = [];
  const listeners = new Set<(event: { type: 'changed' }) => void>();
  const ask = async (name: RequestName, input: unknown): Promise<unknown> => {
    asked.push({ name, input });
    const answer = answers[name];
    if (answer === undefined)
      return { ok: false, error: { kind: 'unreachable', facts: { host: `(the scenario has no answer for ${name})` } } };
    if ('never' in answer) return new Promise(() => undefined);
    const after = scenario.after?.[name];
    if (after !== undefined) {
      answers = { ...answers, ...after };
      setTimeout(() => listeners.forEach((listener) => listener({ type: 'changed' })), 0);
    }
    return 'value' in answer ? { ok: true, value: answer.value } : { ok: false, error: answer.failure };
  };
  const on = (listener: (event: { type: 'changed' }) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const speakAs = (systemLocale: string): void => {
    const state = answers['app.state'];
    if (state === undefined || !('value' in state)) return;
    answers = { ...answers, 'app.state': { value: { ...state.value, systemLocale } } };
    listeners.forEach((listener) => listener({ type: 'changed' }));
  };
  const say = (more: FakeAnswers): void => {
    answers = { ...answers, ...more };
    listeners.forEach((listener) => listener({ type: 'changed' }));
  };
  Object.assign(globalThis, { wallet: { ask, on }, fakeAsked: asked, fakeSpeakAs: speakAs, fakeSay: say });
};
