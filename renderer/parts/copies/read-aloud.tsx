// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { RecoverySheetView } from '../../../shared/view-backup.ts';
import { called, row, t } from '../../words.ts';

// What stands on a drawn page, for who hears it.

/** The code of a sheet or of a share, group by group with its number. */
export const GroupsRead = ({
  id,
  title,
  groups,
}: {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly string[];
}): ReactNode => (
  <>
    <h3 id={id}>{title}</h3>
    <ol className="groups" aria-labelledby={id}>
      {groups.map((group, index) => (
        // Groups can repeat; their number is their identity.
        <li key={index}>
          <span aria-hidden="true">{index + 1}</span>
          <code>{group}</code>
        </li>
      ))}
    </ol>
  </>
);

/** The places that keep copies, with their addresses. */
export const PlacesRead = ({ providers }: Pick<RecoverySheetView, 'providers'>): ReactNode => (
  <>
    <h3>{t('paper.providers')}</h3>
    <ul>
      {providers.map((provider) => (
        <li key={provider.url}>
          <strong>{called(provider.name, provider.url)}</strong> {row(provider.at ?? provider.url)}
          {provider.at === undefined ? null : <> {t('paper.asks')}</>}
        </li>
      ))}
    </ul>
  </>
);
