// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../../shared/result.ts';
import type { EscrowSessionView } from '../../../shared/view-escrow-recovery.ts';
import type { FailureView } from '../../../shared/view.ts';
import type { BackupFailure } from '../../backup/failure/failure.ts';
import { given, orBackup } from './answers.ts';
import { knownEscrowPlaces } from './escrow-places.ts';
import type { Handlers, OpenParts } from './parts.ts';
import { playingOn } from './unmixed.ts';

type SessionAnswer = Result<{ readonly session: EscrowSessionView }, FailureView>;

const inSession = (result: Result<EscrowSessionView, BackupFailure>): SessionAnswer => {
  const answer = orBackup(result);
  return answer.ok ? ok({ session: answer.value }) : answer;
};

const placesIn = (session: EscrowSessionView | undefined): string =>
  (session?.methods ?? []).map(({ url }) => url).join('\n');

/** The requests that bring a wallet back from escrow, and the one that rehearses it. */
export const escrowRecoveryHandlers = (parts: OpenParts) => {
  const { backup, tellChanged, resumePlayMoney, runningPlayMoney } = parts;
  const { escrowRecovery } = backup;
  const told = <T>(answer: T): T => {
    tellChanged();
    return answer;
  };
  return {
    'recover.find': async ({ country, attributes, places, alsoKnown }) => {
      const named = places.join('\n');
      await resumePlayMoney(named);
      const known = alsoKnown ? knownEscrowPlaces(runningPlayMoney(), places) : [];
      // What was found there may have to be paid for.
      const all = [...places, ...known];
      return playingOn(parts, orBackup(await escrowRecovery.find({ country, attributes, places: all })), named);
    },
    'recover.choose': async ({ documentHash }) => told(inSession(await escrowRecovery.choose(documentHash))),
    'recover.session': async () => ok({ session: escrowRecovery.session() ?? null }),
    'recover.challenge': async ({ uuid }) => told(inSession(await escrowRecovery.challenge(uuid))),
    'recover.pay': async ({ uuid, agreed }) => told(inSession(await escrowRecovery.pay(uuid, agreed))),
    'recover.answer': async ({ uuid, answer }) => told(inSession(await escrowRecovery.answer(uuid, answer))),
    'recover.stop': async () => {
      escrowRecovery.stop();
      return told(ok({}));
    },
    'recover.questions': async () => orBackup(escrowRecovery.questions()),
    'recover.run': async (pointers) => {
      const places = placesIn(escrowRecovery.session());
      await resumePlayMoney(places);
      return told(await playingOn(parts, orBackup(await escrowRecovery.run(given(pointers))), places));
    },
    'recover.takeOver': async (request) => {
      const places = placesIn(escrowRecovery.session());
      await resumePlayMoney(places);
      return told(await playingOn(parts, orBackup(await escrowRecovery.takeOver(given(request))), places));
    },
    'escrow.rehearse': async ({ uuid, answer }) => told(orBackup(await escrowRecovery.rehearse(uuid, answer))),
  } satisfies Partial<Handlers>;
};
