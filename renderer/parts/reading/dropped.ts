// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef, useState } from 'react';

const firstFile = (carried: DataTransfer | null): File | undefined => carried?.files[0] ?? undefined;
const hasFiles = (carried: DataTransfer | null): boolean => carried?.types.includes('Files') === true;

/** Takes a file that is dropped anywhere on the page, and a picture that is pasted; true while one is held over the page. */
export const useDropped = (onFile: (file: File) => void, enabled: boolean): boolean => {
  const [isOver, setOver] = useState(false);
  const take = useRef(onFile);
  useEffect(() => {
    take.current = onFile;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const over = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      const file = firstFile(event.dataTransfer);
      if (file !== undefined) take.current(file);
    };
    const paste = (event: ClipboardEvent): void => {
      const file = firstFile(event.clipboardData);
      if (file === undefined) return;
      event.preventDefault();
      take.current(file);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [enabled]);
  return isOver && enabled;
};
