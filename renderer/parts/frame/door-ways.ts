// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef, useState } from 'react';
import { isDialogOpen } from './free.ts';

// The ways into the door that are no button of it: a paste anywhere outside a field, a drop anywhere, a key.

/** What came, by whichever way. */
export type Came = { readonly text: string } | { readonly file: File };

const isField = (at: EventTarget | null): boolean =>
  at instanceof HTMLElement && at.closest('input, textarea, select, [contenteditable="true"]') !== null;

const cameWith = (carried: DataTransfer | null): Came | undefined => {
  const file = carried?.files[0];
  if (file !== undefined) return { file };
  // A link that is dragged out of a browser has no file.
  const text = carried?.getData('text/uri-list') || carried?.getData('text/plain') || '';
  return text === '' ? undefined : { text };
};

/** Hears what is pasted outside every field and dropped anywhere, unless the page took it; true while something is held over the window. */
export const useDoorWays = (onCame: (came: Came) => void, onKey: () => void, onLeave: () => void): boolean => {
  const [isOver, setOver] = useState(false);
  const heard = useRef({ onCame, onKey, onLeave });
  useEffect(() => {
    heard.current = { onCame, onKey, onLeave };
  });
  useEffect(() => {
    // On the window, behind the pages' own listeners on the document: a page that reads sheets itself comes first.
    const over = (event: DragEvent): void => {
      if (event.defaultPrevented || isField(event.target)) return;
      // Without this a dropped file would be opened in the place of the window.
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      const came = cameWith(event.dataTransfer);
      if (event.defaultPrevented || (isField(event.target) && came !== undefined && 'text' in came)) return;
      event.preventDefault();
      if (came !== undefined) heard.current.onCame(came);
    };
    const paste = (event: ClipboardEvent): void => {
      const came = cameWith(event.clipboardData);
      if (event.defaultPrevented || came === undefined || isField(event.target) || isDialogOpen()) return;
      event.preventDefault();
      heard.current.onCame(came);
    };
    const key = (event: KeyboardEvent): void => {
      const isInDoor = event.target instanceof HTMLElement && event.target.closest('.door') !== null;
      if (event.key === 'Escape' && isInDoor && !event.defaultPrevented) heard.current.onLeave();
      if (event.key.toLowerCase() !== 'k' || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey))
        return;
      event.preventDefault();
      if (!isDialogOpen()) heard.current.onKey();
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    addEventListener('paste', paste);
    addEventListener('keydown', key);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
      removeEventListener('paste', paste);
      removeEventListener('keydown', key);
    };
  }, []);
  return isOver;
};
