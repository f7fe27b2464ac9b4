// SPDX-License-Identifier: GPL-3.0-or-later
import type { RestoreIssuerView, RestorePlaceView, RestoreProgressView } from '../../../shared/view-restore.ts';
import type { AuditWatch } from '../../wallet/audit/audit.ts';
import { headOf, headTime } from '../copies/head.ts';
import type { Source } from './source.ts';

/** How far a restore or takeover has come, as it comes. */
export type Progress = {
  readonly view: () => RestoreProgressView | undefined;
  readonly begin: () => void;
  /** these places are asked now */
  readonly asking: (places: readonly { readonly url: string; readonly name: string }[]) => void;
  readonly answered: (source: Source) => void;
  /** the same of a place with a copy of another program */
  readonly heard: (place: RestorePlaceView) => void;
  /** what the places gave is in this wallet */
  readonly joined: () => void;
  readonly issuer: AuditWatch['noted'];
  readonly end: () => void;
};

/** The window looks again at every change of it; so many coins of one issuer are one. */
const COINS_AT_ONCE = 16;

/** `tell` is called whenever there is something new to show. */
export const createProgress = (tell: () => void): Progress => {
  let isRunning = false;
  let isJoined = false;
  const places = new Map<string, RestorePlaceView>();
  const issuers = new Map<string, RestoreIssuerView>();
  return {
    view: () =>
      isRunning ? { joined: isJoined, places: [...places.values()], issuers: [...issuers.values()] } : undefined,
    begin: () => {
      places.clear();
      issuers.clear();
      [isRunning, isJoined] = [true, false];
      tell();
    },
    asking: (asked) => {
      for (const { url, name } of asked) places.set(url, { provider: url, name: name || url });
      tell();
    },
    answered: ({ url, name, answer, copy }) => {
      const copyFrom = copy && headTime(headOf(copy.entries));
      places.set(url, { provider: url, name: name || url, answer, ...(copyFrom === undefined ? {} : { copyFrom }) });
      tell();
    },
    heard: ({ provider, name, answer, copyFrom }) => {
      places.set(provider, {
        provider,
        name,
        ...(answer === undefined ? {} : { answer }),
        ...(copyFrom === undefined ? {} : { copyFrom }),
      });
      tell();
    },
    joined: () => {
      isJoined = true;
      tell();
    },
    issuer: (exchange, { checked, of, state }) => {
      const before = issuers.get(exchange);
      issuers.set(exchange, { exchange, checked, of, state });
      if (before?.state !== state || checked % COINS_AT_ONCE === 0) tell();
    },
    end: () => {
      isRunning = false;
      tell();
    },
  };
};
