// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef, useState, type ReactNode, type Ref } from 'react';
import type { EscrowPlaceView } from '../../../shared/view-escrow.ts';
import { row, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Notice } from '../base/failure.tsx';
import { FEWEST_METHODS, hintOf, MOST_METHODS, type MethodInput, type MethodType } from './draft.ts';
import { MethodForm } from './method-forms.tsx';

const OFFERED: readonly Exclude<MethodType, 'file'>[] = ['question', 'email', 'sms', 'totp', 'post', 'iban'];

/** By what a person can show later who they are: two ways at least, three so that one may be lost. */
export const WaysStep = ({
  methods,
  places,
  onChange,
  onBack,
  onNext,
}: {
  readonly methods: readonly MethodInput[];
  /** what the places that are known offer, once they have answered */
  readonly places: readonly EscrowPlaceView[];
  readonly onChange: (methods: readonly MethodInput[]) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}): ReactNode => {
  const [adding, setAdding] = useState<MethodType>();
  const { list, title, goTo } = useKeyboardAt();
  const isFull = methods.length >= MOST_METHODS;
  return (
    <div className="card form">
      <h2 ref={title} tabIndex={-1}>
        {t('escrowWays.title')}
      </h2>
      <p>{t('escrowWays.words')}</p>
      <Ways
        methods={methods}
        list={list}
        onDrop={(at) => {
          onChange(methods.toSpliced(at, 1));
          goTo(Math.min(at, methods.length - 2));
        }}
      />
      {adding === undefined ? (
        <Choice places={places} disabled={isFull} onChoose={setAdding} />
      ) : (
        <MethodForm
          key={adding}
          type={adding}
          onAdd={(input) => {
            onChange([...methods, input]);
            setAdding(undefined);
            goTo(methods.length);
          }}
          onCancel={() => setAdding(undefined)}
        />
      )}
      {methods.length === FEWEST_METHODS && adding === undefined ? (
        <Notice tone="plain">
          <p>{t('escrowWays.third')}</p>
        </Notice>
      ) : null}
      {methods.length < FEWEST_METHODS ? <p className="detail">{t('escrowWays.few')}</p> : null}
      <div className="actions">
        <Button onPress={onBack}>{t('escrowPage.back')}</Button>
        <Button look="primary" disabled={methods.length < FEWEST_METHODS || adding !== undefined} onPress={onNext}>
          {t('escrowPage.next')}
        </Button>
      </div>
    </div>
  );
};

/** Whoever has added a way is at its row then, whoever has dropped one at the next, or at the title where none is left. */
const useKeyboardAt = () => {
  const list = useRef<HTMLUListElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const [place, setPlace] = useState<{ readonly at: number }>();
  useEffect(() => {
    if (place === undefined) return;
    const row = list.current?.children[place.at];
    if (row instanceof HTMLElement) row.focus();
    else title.current?.focus();
  }, [place]);
  return { list, title, goTo: (at: number): void => setPlace({ at }) };
};

/** The ways so far. */
const Ways = ({
  methods,
  list,
  onDrop,
}: {
  readonly methods: readonly MethodInput[];
  readonly list: Ref<HTMLUListElement>;
  readonly onDrop: (at: number) => void;
}): ReactNode =>
  methods.length === 0 ? null : (
    <ul className="sources" ref={list}>
      {methods.map((input, at) => (
        <li key={`${input.type} ${at}`} className="source way-line" tabIndex={-1}>
          <div>
            <p>
              <strong>{t(`escrowMethod.${input.type}`)}</strong>
            </p>
            <p className="detail">{t('escrowWays.hint', { hint: row(hintOf(input)) })}</p>
          </div>
          <Button
            look="quiet"
            onPress={() => onDrop(at)}
            label={t('escrowWays.drop.label', { way: t(`escrowMethod.${input.type}`), hint: hintOf(input) })}
          >
            {t('escrowWays.drop')}
          </Button>
        </li>
      ))}
    </ul>
  );

/** The ways that can be added; one that no known place offers says so, and another place may. */
const Choice = ({
  places,
  disabled,
  onChoose,
}: {
  readonly places: readonly EscrowPlaceView[];
  readonly disabled: boolean;
  readonly onChoose: (type: MethodType) => void;
}): ReactNode => {
  const offers = places.flatMap(({ offer }) => (offer === undefined ? [] : [offer]));
  const isOffered = (type: MethodType): boolean =>
    offers.length === 0 || offers.some(({ methods }) => methods.some((each) => each.type === type));
  const missing = OFFERED.filter((type) => !isOffered(type));
  return (
    <div className="picks" role="group" aria-label={t('escrowWays.add')}>
      <p className="detail">{t('escrowWays.add')}</p>
      {OFFERED.filter(isOffered).map((type) => (
        <Button key={type} icon="plus" disabled={disabled} onPress={() => onChoose(type)}>
          {t(`escrowMethod.${type}`)}
        </Button>
      ))}
      {missing.length === 0 ? null : (
        <details className="codes">
          <summary>{t('escrowWays.missing')}</summary>
          <div className="picks">
            {missing.map((type) => (
              <Button key={type} icon="plus" disabled={disabled} onPress={() => onChoose(type)}>
                {t(`escrowMethod.${type}`)}
              </Button>
            ))}
          </div>
        </details>
      )}
    </div>
  );
};
