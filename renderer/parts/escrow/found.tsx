// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { RecoverySearchView, RecoverySecretView } from '../../../shared/view-escrow-recovery.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { useRequest } from '../../bridge.ts';
import { quote, shown, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { useIntoView } from '../base/into-view.ts';
import { Section } from '../base/layout.tsx';
import { saying } from '../base/saying.ts';
import { placeName } from './places.tsx';

/** What was found of a person, by the name of the wallet and its date; and what each place that was asked said. */
export const Found = ({ found }: { readonly found: RecoverySearchView }): ReactNode => {
  const choose = useRequest('recover.choose');
  const newest = found.secrets.filter(({ isNewest }) => isNewest);
  const ours = newest.filter(({ isOurs }) => isOurs).length;
  const older = found.secrets.filter(({ isNewest }) => !isNewest);
  const first = [...newest, ...older].find(({ isOurs }) => isOurs);
  const list = (secrets: readonly RecoverySecretView[]): ReactNode => (
    <ul className="sources">
      {secrets.map((secret) => (
        <li key={secret.documentHash}>
          <Secret
            secret={secret}
            look={secret === first ? 'primary' : 'plain'}
            pending={choose.pending}
            onChoose={() => void choose.send({ documentHash: secret.documentHash })}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <div className="sections" ref={useIntoView<HTMLDivElement>()}>
      <Section title={t(found.secrets.length === 0 ? 'regain.nothing' : 'regain.found')}>
        {found.secrets.length === 0 ? (
          <Notice tone="warn" live>
            <p>{t('regain.found.none')}</p>
            {found.doubtful.length === 0 ? null : <p>{t('regain.found.doubtful')}</p>}
          </Notice>
        ) : (
          <p className="detail">{t('regain.found.words', { count: ours })}</p>
        )}
        {ours > 1 ? <p className="detail">{t('regain.found.number')}</p> : null}
        {list(newest)}
        {older.length === 0 ? null : (
          <details className="codes">
            <summary>{t('regain.found.older', { count: older.length })}</summary>
            {list(older)}
          </details>
        )}
        {choose.answer?.ok === false ? <Failure failure={choose.answer.error} /> : null}
      </Section>
      <Section title={t('regain.asked')}>
        <ul className="sources">
          {found.places.map(({ url, found: count, said }) => (
            <li key={url} className="source">
              <span className="tag" data-tone={count > 0 ? 'good' : 'plain'}>
                {t(`answer.${answerOf(count, said)}`)}
              </span>
              <div>
                <p>
                  <strong>{placeName(url)}</strong>
                </p>
                <p className="detail">
                  {said.length > 0 ? saying('escrowRecovery', said) : t('regain.asked.count', { count })}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
};

/** A place that was silent is not one that has nothing, nor one that is something else. */
const answerOf = (
  count: number,
  said: RecoverySearchView['places'][number]['said'],
): 'found' | 'silent' | 'unusable' | 'empty' =>
  count > 0
    ? 'found'
    : said.some(({ kind }) => kind === 'place-silent')
      ? 'silent'
      : said.length > 0
        ? 'unusable'
        : 'empty';

const Secret = ({
  secret,
  look,
  pending,
  onChoose,
}: {
  readonly secret: RecoverySecretView;
  readonly look: 'primary' | 'plain';
  readonly pending: boolean;
  readonly onChoose: () => void;
}): ReactNode => {
  const name = secretName(secret);
  return (
    <div className="source way-line">
      <div>
        <p>
          <strong>{name}</strong>
        </p>
        <p className="detail">{whenAndWhere(secret)}</p>
        {secret.isOurs ? null : <p className="detail">{t('regain.foreign')}</p>}
      </div>
      {secret.isOurs ? (
        <Button look={look} disabled={pending} onPress={onChoose} label={t('regain.choose.label', { name })}>
          {t('regain.choose')}
        </Button>
      ) : null}
    </div>
  );
};

/** A wallet by its number: how its person called it lies sealed with the secret. Another program's secret by its name. */
export const secretName = ({
  secretName: name,
  walletId,
}: Pick<RecoverySecretView, 'secretName' | 'walletId'>): Spoken =>
  walletId !== undefined ? t('regain.numbered', { number: walletId }) : name === '' ? t('regain.unnamed') : quote(name);

const whenAndWhere = ({ at }: RecoverySecretView): Spoken => {
  const times = at.flatMap(({ uploadedAt }) => (uploadedAt === undefined ? [] : [uploadedAt]));
  const places = shown().list(at.map(({ url }) => placeName(url)));
  return times.length === 0 ? t('regain.where', { places }) : t('regain.whereWhen', { places, at: Math.max(...times) });
};
