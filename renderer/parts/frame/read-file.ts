// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef } from 'react';
import type { ReadingFailure } from '../../../shared/reading/reading.ts';
import { readBlob } from '../reading/reader.ts';
import type { Came } from './door-ways.ts';
import type { Said } from './door-answer.tsx';

/** What a file may be called; what it is its bytes tell. */
export const KINDS = 'image/*,application/pdf,.pdf,text/plain,.txt,.json';

/** What shows that a file is read, and what becomes of the texts in it. */
type Taking = {
  readonly look: (text: string) => void;
  readonly show: (said: Said) => void;
  readonly close: () => void;
};

/** Reads what came, a text at once and a file in its worker; what is put in the place of it ends the reading. */
export const useTaking = ({ look, show, close }: Taking) => {
  const last = useRef<AbortController>(undefined);
  useEffect(() => () => last.current?.abort(), []);
  const stop = (): void => last.current?.abort();
  const read = async (file: File): Promise<void> => {
    stop();
    close();
    const reading = new AbortController();
    last.current = reading;
    show({ what: 'reading' });
    const found = await readBlob(file, reading.signal, 'all');
    if (last.current !== reading || reading.signal.aborted) return;
    close();
    if (found === undefined) return;
    if (found.ok) look(found.value.texts[0] ?? '');
    else show({ what: 'failure', failure: found.error });
  };
  const take = (came: Came): void => ('file' in came ? void read(came.file) : look(came.text));
  return { take, stop };
};

/** Whatever a code says has an answer. */
export const isAnything = (): boolean => true;

/** What follows when the camera goes off by itself. */
export const ended =
  ({ show, close }: Pick<Taking, 'show' | 'close'>) =>
  (failure: ReadingFailure | undefined): void =>
    failure === undefined ? close() : show({ what: 'failure', failure });
