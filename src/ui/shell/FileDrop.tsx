import { lazy, Suspense, useEffect, useState } from 'react';

const DropTarget = lazy(async () => ({ default: (await import('./DropTarget')).DropTarget }));

interface FileDropProps {
  readonly onOpen: (file: File) => void;
}

/** Takes a file that is dropped anywhere on the page, and says so while one is held over it. */
export function FileDrop({ onOpen }: FileDropProps) {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const take = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Else the browser itself would open the file, in place of the page.
      event.preventDefault();
      const isDrop = event.type === 'drop';
      setIsOver(!isDrop);
      const [file] = isDrop ? event.dataTransfer.files : [];
      if (file) onOpen(file);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setIsOver(false);
    };
    addEventListener('dragover', take);
    addEventListener('drop', take);
    addEventListener('dragleave', leave);
    return () => {
      removeEventListener('dragover', take);
      removeEventListener('drop', take);
      removeEventListener('dragleave', leave);
    };
  }, [onOpen]);
  return isOver ? (
    <Suspense>
      <DropTarget />
    </Suspense>
  ) : null;
}
