// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ReadingFailure } from '../../../shared/reading/reading.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { CameraView } from './camera-view.tsx';
import { useDropped } from './dropped.ts';
import { readBlob } from './reader.ts';
import './reading.css';

type Doing = { readonly what: 'camera' } | { readonly what: 'file'; readonly stop: AbortController };

/** What a file may be called; what it is its bytes tell. */
const KINDS = 'image/*,application/pdf,.pdf,text/plain,.txt';

/**
 * A sheet is shown to the camera, or opened, dropped or pasted as a photo or PDF. What was read goes to `onTexts`, the most reliable
 * first, as if it had been pasted; every other end has its sentence here.
 */
export const ShowSheet = ({
  disabled,
  onTexts,
}: {
  readonly disabled: boolean;
  readonly onTexts: (texts: readonly string[]) => void;
}): ReactNode => {
  const { doing, failure, isOver, read, begin, off } = useReading(disabled, onTexts);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className="show-sheet" data-over={isOver}>
      <p className="detail">{t(isOver ? 'show.drop' : 'show.lead')}</p>
      {doing?.what === 'camera' ? (
        <CameraView
          onText={(text) => {
            off(undefined);
            onTexts([text]);
          }}
          onEnd={off}
        />
      ) : doing?.what === 'file' ? (
        <div className="actions">
          <p role="status">{t('show.reading')}</p>
          <Button onPress={() => doing.stop.abort()}>{t('show.stop')}</Button>
        </div>
      ) : (
        <div className="actions">
          <Button icon="camera" disabled={disabled} onPress={begin}>
            {t('show.camera')}
          </Button>
          <Button icon="picture" disabled={disabled} onPress={() => chooser.current?.click()}>
            {t('show.file')}
          </Button>
        </div>
      )}
      <input
        ref={chooser}
        type="file"
        accept={KINDS}
        hidden
        aria-label={t('show.file')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file may be chosen again, after it was put right.
          event.currentTarget.value = '';
          if (file !== undefined) void read(file);
        }}
      />
      <Failure failure={failure} />
    </div>
  );
};

/** What is being done, how it ended, and the reading of a file; it ends with its page. */
const useReading = (disabled: boolean, onTexts: (texts: readonly string[]) => void) => {
  const [doing, setDoing] = useState<Doing>();
  const [failure, setFailure] = useState<ReadingFailure>();
  // What was typed while a file was read is not forgotten.
  const heard = useRef(onTexts);
  useEffect(() => {
    heard.current = onTexts;
  });
  const last = useRef<AbortController>(undefined);
  // Whoever leaves the page waits no longer for what was chosen on it.
  useEffect(() => () => last.current?.abort(), []);
  const read = async (file: File): Promise<void> => {
    last.current?.abort();
    const stop = new AbortController();
    last.current = stop;
    setFailure(undefined);
    setDoing({ what: 'file', stop });
    const found = await readBlob(file, stop.signal);
    if (last.current !== stop) return;
    setDoing(undefined);
    if (found === undefined || stop.signal.aborted) return;
    if (found.ok) heard.current(found.value.texts);
    else setFailure(found.error);
  };
  const isOver = useDropped((file) => void read(file), !disabled);
  const off = (why: ReadingFailure | undefined): void => {
    setDoing(undefined);
    setFailure(why);
  };
  const begin = (): void => {
    setFailure(undefined);
    setDoing({ what: 'camera' });
  };
  return { doing, failure, isOver, read, begin, off };
};
