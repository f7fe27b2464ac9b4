// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { DOOR_KEYS, PAGE_KEYS, WINDOW_KEYS } from '../../shared/shortcuts.ts';
import type { PlainKey } from '../../shared/words/words.ts';
import { t } from '../words.ts';
import { Facts, PageHead, Section } from '../parts/base/layout.tsx';

/** Every key there is, as the menu has it. */
export const ShortcutsPage = (): ReactNode => (
  <>
    <PageHead title={t('shortcuts.title')} lead={t('shortcuts.lead')} />
    <Section title={t('shortcuts.pages')}>
      <Keys keys={PAGE_KEYS} />
    </Section>
    <Section title={t('shortcuts.window')}>
      <Keys keys={[...DOOR_KEYS, ...WINDOW_KEYS]} />
    </Section>
  </>
);

const Keys = ({
  keys,
}: {
  readonly keys: readonly { readonly keys: string; readonly name: PlainKey }[];
}): ReactNode => (
  <div className="card form">
    <Facts facts={keys.map((each) => [t(each.name), <kbd key={each.keys}>{keyText(each.keys)}</kbd>])} />
  </div>
);

const isMac = (): boolean => navigator.platform.startsWith('Mac');

/** A key as it stands on the keyboard of this system. */
const keyText = (keys: string): string =>
  keys.replace(/^Mod\+/, isMac() ? '⌘ ' : `${t('shortcuts.control')} + `).replace(/Plus$/, '+');
