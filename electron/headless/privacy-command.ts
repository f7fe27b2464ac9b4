// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../shared/result.ts';
import type { PrivacyView } from '../../shared/view-backup.ts';
import type { Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { usage } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandResult } from './command-result.ts';

/** Stands for "as the environment says". */
const SYSTEM = 'system';

/** `privacy`: when copies are made, and through which proxy; what is named is set before it is said. */
export const privacyCommand = async (app: WalletApp, { options }: Command): CommandResult => {
  const { '--level': level, '--hours': hours, '--proxy': proxy, '--provider': place } = options;
  if (level !== undefined && level !== 'prompt' && level !== 'quiet') return usage('privacy');
  if (hours !== undefined && (!/^[1-9]\d{0,2}$/.test(hours) || Number(hours) > MOST_HOURS))
    return err({ kind: 'usage', say: ({ t }) => t('cli.usage.hours') });
  if (place !== undefined && proxy === undefined) return usage('privacy');
  const isAsked = level === undefined && hours === undefined && proxy === undefined;
  const answer = isAsked
    ? await app.handle('privacy.get', {})
    : await app.handle('privacy.set', {
        ...(level === undefined ? {} : { level }),
        ...(hours === undefined ? {} : { hours: Number(hours) }),
        ...(proxy === undefined ? {} : { proxy: proxy === SYSTEM ? '' : proxy }),
        ...(place === undefined ? {} : { place }),
      });
  return answer.ok ? ok({ lines: (w) => said(w, answer.value), json: answer.value }) : answer;
};

/** A week. */
const MOST_HOURS = 168;

const said = ({ t }: Words, { level, hours, proxy, proxies }: PrivacyView): readonly Spoken[] => [
  level === 'quiet' ? t('cli.privacy.quiet', { hours }) : t('cli.privacy.prompt'),
  proxy === undefined ? t('cli.privacy.system') : t('cli.privacy.proxy', { proxy }),
  ...Object.entries(proxies).map(([place, at]) => t('cli.privacy.place', { place, proxy: at })),
];
