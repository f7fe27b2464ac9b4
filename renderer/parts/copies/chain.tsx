// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { BackupStatusView } from '../../../shared/view-backup.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { Icon, type IconName } from '../base/icons.tsx';

type Tie = { readonly tone: 'good' | 'warn' | 'none'; readonly words: Spoken };

/** The picture of safety in small: this computer, the places that keep copies, the paper that opens them, and how fresh each tie is. */
export const Chain = ({ status }: { readonly status: BackupStatusView }): ReactNode => {
  const { providersTotal } = status;
  return (
    <ol className="chain" aria-label={t('chain.label')}>
      <Node icon="computer" words={t('chain.here')} isThere />
      <Between {...copied(status)} />
      <Node
        icon="server"
        words={providersTotal === 0 ? t('chain.noPlace') : countedPlaces(status)}
        isThere={providersTotal > 0}
      />
      <Between {...tested(status)} />
      <Node icon="sheet" words={t('chain.paper')} isThere={status.sheetTestedAt !== undefined} />
    </ol>
  );
};

/** How many places there are and, where a copy does not count at all of them now, at how many it does. */
export const countedPlaces = ({ providersTotal: places, providersCounting: counted }: BackupStatusView): Spoken =>
  counted === undefined ? t('chain.places', { places }) : t('chain.counted', { places, counted });

const copied = ({ verifiedAt, safety }: BackupStatusView): Tie =>
  verifiedAt === undefined
    ? { tone: 'none', words: t('chain.noCopy') }
    : { tone: safety.uncopied.length > 0 ? 'warn' : 'good', words: t('chain.copied', { at: verifiedAt }) };

/** Paper that was read back and leads nowhere now holds no more than paper that was not. */
const tested = ({ sheetTestedAt, safety }: BackupStatusView): Tie =>
  sheetTestedAt === undefined
    ? { tone: 'none', words: t('chain.untested') }
    : {
        tone: safety.said.some(({ kind }) => kind === 'paper-outdated' || kind === 'paper-behind') ? 'warn' : 'good',
        words: t('chain.tested', { at: sheetTestedAt }),
      };

const Node = ({
  icon,
  words,
  isThere,
}: {
  readonly icon: IconName;
  readonly words: Spoken;
  readonly isThere: boolean;
}): ReactNode => (
  <li className="chain-node" data-there={isThere}>
    <span className="chain-sign">
      <Icon name={icon} />
    </span>
    <span>{words}</span>
  </li>
);

const Between = ({ tone, words }: Tie): ReactNode => (
  <li className="chain-tie" data-tone={tone}>
    <span>{words}</span>
  </li>
);
