// SPDX-License-Identifier: GPL-3.0-or-later
import type { Answer } from '../../../shared/contract.ts';
import type { RescueOutputs } from '../../../shared/contract-rescue.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FailureView } from '../../../shared/view.ts';
import { reportOf } from '../report.ts';
import { notOpen, wrongStage } from '../failures.ts';
import { openUnasked } from './opening.ts';
import type { AppParts } from './parts.ts';
import { byStage, shownStage, stageOfFiles, type Resting } from './stage.ts';

type RescueRequests = { readonly [N in keyof RescueOutputs]: () => Promise<Answer<N>> };

/** One function per request of somebody whose wallet does not open; none of them deletes anything. */
export const createRescueRequests = (parts: AppParts): RescueRequests => {
  const { directory, stages, options } = parts;
  const { shell } = options;

  const tryAgain = async (): Promise<Answer<'app.tryAgain'>> => {
    await openUnasked(parts);
    parts.tell({ type: 'stage' });
    const stage = stages.now();
    return stage.kind === 'locked' && stage.trouble !== undefined ? err(stage.trouble) : ok({});
  };

  const setAside = async (): Promise<Answer<'app.setAside'>> => {
    const moved = directory.setAside();
    // Also after half of it: the files that are left are what the next look at them says.
    stages.enter(stageOfFiles(directory, moved.ok ? undefined : moved.error));
    parts.tell({ type: 'stage' });
    return moved.ok ? ok({ folder: moved.value }) : moved;
  };

  /** what is saved is what was shown */
  let shown: string | undefined;
  const report = (): string => {
    const stage = stages.now();
    return reportOf({
      directory: options.dataDirectory,
      stage: shownStage(stage),
      protection: directory.protection(),
      trouble: stage.kind === 'locked' ? stage.trouble : undefined,
      waits: stage.kind === 'open' ? stage.wallet.wallet.pending() : [],
      logDirectory: options.logDirectory,
      nowMs: options.world.now(),
    });
  };

  return {
    'app.tryAgain': () =>
      stages.inTurn((stage) =>
        byStage<Resting, Promise<Answer<'app.tryAgain'>>>(stage, {
          locked: tryAgain,
          'first-start': tryAgain,
          open: async () => ok({}),
          closed: closing,
        }),
      ),
    'app.setAside': () =>
      stages.inTurn((stage) =>
        byStage<Resting, Promise<Answer<'app.setAside'>>>(stage, {
          locked: setAside,
          'first-start': notOpen,
          open: async () => wrongStage('exists'),
          closed: closing,
        }),
      ),
    'app.elsewhere': async () => {
      if (shell === undefined) return ok({ moved: false });
      return stages.now().kind === 'open' ? wrongStage('exists') : shell.place.elsewhere();
    },
    'app.usualPlace': async () => {
      if (shell === undefined) return ok({});
      return stages.now().kind === 'open' ? wrongStage('exists') : shell.place.usual();
    },
    'app.report': async () => ok({ text: (shown = report()) }),
    'app.saveReport': async () => (shell === undefined ? ok({ file: null }) : shell.saveReport(shown ?? report())),
    'app.readEnd': async () => {
      shell?.readEnd();
      parts.tell({ type: 'changed' });
      return ok({});
    },
  };
};

const closing = async (): Promise<Result<never, FailureView>> => wrongStage('closing');
