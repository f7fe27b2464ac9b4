// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { cameraGate } from '../../electron/shell/camera.ts';

// Who may have the camera, of what, and when.

const PAGE = 'app://holdfast/';
const MINUTE = 60_000;

const gate = (systemAllows: () => Promise<boolean> = async () => true) => {
  const clock = { now: 1_000_000 };
  return { clock, ...cameraGate(() => clock.now, systemAllows) };
};

test('nobody before the page has said that a sheet is to be shown, and nobody after it has said that it is not any more', async () => {
  const { want, mayHave, grants } = gate();
  const asked = [PAGE, true, ['video']] as const;
  expect([mayHave(...asked), await grants(...asked)]).toEqual([false, false]);
  want(true);
  expect([mayHave(...asked), await grants(...asked)]).toEqual([true, true]);
  want(false);
  expect([mayHave(...asked), await grants(...asked)]).toEqual([false, false]);
});

test.each([
  ['our page', PAGE, true, ['video'], true],
  ['another part of it', `${PAGE}#/sheet`, true, ['video'], true],
  ['a frame in it', PAGE, false, ['video'], false],
  ['a page whose address begins like ours', 'app://holdfast.evil/', true, ['video'], false],
  ['a page that names ours', 'https://example.org/?app://holdfast/', true, ['video'], false],
  ['the page that is printed', 'app://print/1', true, ['video'], false],
  ['nobody', '', true, ['video'], false],
  ['our page, with sound', PAGE, true, ['video', 'audio'], false],
  ['our page, sound alone', PAGE, true, ['audio'], false],
  // So Chromium asks for the screen.
  ['our page, for nothing that has a name', PAGE, true, [], false],
  ['our page, for what Chromium does not know', PAGE, true, ['unknown'], false],
])('while it is wanted: %s', async (_, url, isMainFrame, kinds, may) => {
  const { want, mayHave, grants } = gate();
  want(true);
  expect([mayHave(url, isMainFrame, kinds), await grants(url, isMainFrame, kinds)]).toEqual([may, may]);
});

test('a page that has forgotten to let go may ask for two minutes', () => {
  const { clock, want, mayHave } = gate();
  want(true);
  clock.now += 2 * MINUTE - 1;
  expect(mayHave(PAGE, true, ['video'])).toBe(true);
  clock.now += 1;
  expect(mayHave(PAGE, true, ['video'])).toBe(false);
});

test('the system is asked only for whom it may be for, and what it says counts', async () => {
  let times = 0;
  const { want, grants } = gate(async () => {
    times += 1;
    return false;
  });
  want(true);
  expect(await grants('https://example.org/', true, ['video'])).toBe(false);
  expect(times).toBe(0);
  expect(await grants(PAGE, true, ['video'])).toBe(false);
  expect(times).toBe(1);
});

test('a system that cannot be asked says no', async () => {
  const { want, grants } = gate(() => Promise.reject(new Error('no such service')));
  want(true);
  expect(await grants(PAGE, true, ['video'])).toBe(false);
});

test('whoever thinks for long about the system’s question has the camera then, if the page still wants it', async () => {
  let answer: (allowed: boolean) => void = () => undefined;
  const { clock, want, grants } = gate(() => new Promise((resolve) => (answer = resolve)));
  want(true);
  const late = grants(PAGE, true, ['video']);
  clock.now += 5 * MINUTE;
  answer(true);
  expect(await late).toBe(true);
  want(true);
  const left = grants(PAGE, true, ['video']);
  want(false);
  answer(true);
  expect(await left).toBe(false);
});
