let busyCount = 0;

/** Says on the document's root, from now on, that a complete picture has stood. */
export function markReady(): void {
  document.documentElement.dataset['ready'] = 'true';
}

/**
 * Says on the document's root that a picture is being computed, or an animation runs, until the function that it gives
 * back is called (more than once does no harm). Tests wait for it.
 */
export function beginBusy(): () => void {
  let isOver = false;
  busyCount++;
  document.documentElement.dataset['busy'] = 'true';
  return () => {
    if (isOver) return;
    isOver = true;
    busyCount--;
    if (busyCount === 0) delete document.documentElement.dataset['busy'];
  };
}

/** The same for as long as a work takes, however it ends. */
export async function busyWith<T>(work: Promise<T>): Promise<T> {
  const end = beginBusy();
  try {
    return await work;
  } finally {
    end();
  }
}
