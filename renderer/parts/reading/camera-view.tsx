// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isOurs } from '../../../shared/reading/ours.ts';
import type { ReadingFailure } from '../../../shared/reading/reading.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { useIntoView } from '../base/into-view.ts';
import { switchOff, switchOn, watch } from './camera.ts';

/** What the camera sees, from its first picture until a sheet was read, it is switched off, or its page is left. */
export const CameraView = ({
  onText,
  onEnd,
  accepts = isOurs,
  help = t('show.camera.on'),
}: {
  readonly onText: (text: string) => void;
  /** it is off again: why, or without a reason when its person wanted it */
  readonly onEnd: (failure: ReadingFailure | undefined) => void;
  /** which codes are looked for; a sheet's, unless it is said otherwise */
  readonly accepts?: (text: string) => boolean;
  /** how to hold what is shown */
  readonly help?: Spoken;
}): ReactNode => {
  const video = useRef<HTMLVideoElement>(null);
  const [isOn, setOn] = useState(false);
  const [other, setOther] = useState<ReadingFailure>();
  const place = useIntoView<HTMLDivElement>();
  const heard = useRef({ onText, onEnd, accepts });
  useEffect(() => {
    heard.current = { onText, onEnd, accepts };
  });
  useEffect(() => {
    let isLeft = false;
    let off: (() => void) | undefined;
    const begin = async (): Promise<void> => {
      const opened = await switchOn();
      const screen = video.current;
      if (!opened.ok) return isLeft ? undefined : heard.current.onEnd(opened.error);
      // The page may have been left while the system asked its person.
      if (isLeft || screen === null) return switchOff(opened.value);
      screen.srcObject = opened.value;
      void screen.play().catch(() => undefined);
      const stop = watch(screen, opened.value, {
        accepts: (text) => heard.current.accepts(text),
        onText: (text) => heard.current.onText(text),
        onOther: setOther,
        onEnd: (failure) => heard.current.onEnd(failure),
      });
      off = () => {
        stop();
        switchOff(opened.value);
      };
      setOn(true);
    };
    void begin();
    return () => {
      isLeft = true;
      off?.();
    };
  }, []);
  return (
    <div className="camera" ref={place}>
      <video ref={video} muted playsInline aria-label={t('show.camera.video')} data-on={isOn} />
      <p role="status">{isOn ? help : t('show.camera.starting')}</p>
      <Failure failure={other} />
      <div className="actions">
        <Button onPress={() => onEnd(undefined)}>{t('show.camera.off')}</Button>
      </div>
    </div>
  );
};
