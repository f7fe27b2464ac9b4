// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { useAnswer, useRequest } from '../../bridge.ts';
import { row, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Section } from '../base/layout.tsx';
import { placeName } from './places.tsx';

/** With play money no telephone rings and no mail arrives: what the play places send is shown here. */
export const PlayMessages = (): ReactNode => {
  const first = useAnswer('play.messages', {});
  const look = useRequest('play.messages');
  const [looked, setLooked] = useState(false);
  const answer = look.answer ?? first;
  if (answer?.ok !== true) return null;
  const { messages } = answer.value;
  return (
    <Section
      title={t('playMessages.title')}
      actions={
        <Button
          pending={look.pending}
          onPress={() => {
            setLooked(true);
            void look.send({});
          }}
        >
          {t('playMessages.look')}
        </Button>
      }
    >
      <div className="card form">
        <p className="detail">
          <span className="tag" data-tone="play">
            {t('nav.playMoney')}
          </span>{' '}
          {t('playMessages.words')}
        </p>
        {messages.length === 0 ? (
          looked ? (
            <p className="detail" role="status">
              {t('playMessages.none')}
            </p>
          ) : null
        ) : (
          <ul className="rows" data-testid="play-messages">
            {messages.map(({ place, address, code }, at) => (
              <li key={`${place} ${code} ${at}`}>
                <p className="detail">
                  {t('playMessages.to', { address })} {placeName(place)}
                </p>
                <p>
                  <strong className="selectable">{row(code)}</strong>
                </p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
};
