// SPDX-License-Identifier: GPL-3.0-or-later
import type { Answer, RequestInput } from '../../../shared/contract.ts';
import type { SettingsOutputs } from '../../../shared/contract-settings.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FailureView } from '../../../shared/view.ts';
import { nearOwn } from '../handlers/own-disk.ts';
import { notOpen } from '../failures.ts';
import { askNewest } from '../newest-version.ts';
import { keepSettings, keptSettings } from '../settings.ts';
import type { AppParts } from './parts.ts';

type Name = Exclude<keyof SettingsOutputs<never>, 'app.lock' | 'app.changeLock'>;
type SettingsRequests = { readonly [N in Name]: (input: RequestInput<N>) => Promise<Answer<N>> };

/** What is set about the window and where the files lie, and what is asked about the program; each in every stage. */
export const createSettingsRequests = (parts: AppParts, view: () => Answer<'app.state'>): SettingsRequests => {
  const { options, tell } = parts;
  const { shell, dataDirectory } = options;
  return {
    'app.setSettings': async (wanted) => {
      const settings = { ...keptSettings(dataDirectory), ...given(wanted) };
      const kept = keepSettings(dataDirectory, settings);
      if (!kept.ok) return kept;
      shell?.settingsKept(settings);
      tell({ type: 'changed' });
      return view();
    },
    'app.showPlace': async () => {
      await shell?.showFolder(dataDirectory);
      return ok({});
    },
    'app.choosePlace': async () => {
      const chosen = shell === undefined ? ok(null) : await shell.place.chooseNext();
      if (!chosen.ok || chosen.value === null) return chosen.ok ? ok({ chosen: null }) : chosen;
      return ok({ chosen: { folder: chosen.value, sameDisk: await beside(parts, chosen.value) } });
    },
    'app.move': async () => (shell === undefined ? NOT_CHOSEN : shell.place.move()),
    'app.licences': async () => ok({ text: shell?.licences() ?? '' }),
    // Through whom it goes is known once the wallet is open.
    'app.askVersion': async () => (parts.stages.now().kind === 'open' ? askNewest(options.world) : notOpen()),
  };
};

/** The places for copies that lie on the disk of `folder`: when that disk breaks, they go with the wallet. */
const beside = async ({ stages }: AppParts, folder: string): Promise<readonly string[]> => {
  const stage = stages.now();
  if (stage.kind !== 'open') return [];
  const near = await Promise.all(
    stage.wallet.backup
      .providers()
      .map(async ({ name, id, place = '' }) => ((await nearOwn(folder, place)) === undefined ? [] : [name || id])),
  );
  return near.flat();
};

/** Without what was not said. */
const given = (wanted: RequestInput<'app.setSettings'>) =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));

const NOT_CHOSEN: Result<never, FailureView> = err({ kind: 'no-place', facts: { why: 'not-chosen' } });
