import type { AppStore } from '../state/store';
import type { DatasetOpener } from './open-dataset';
import type { reopenPicture } from './reopen-picture';

export interface FileOpenerParts {
  readonly store: AppStore;
  readonly opener: Pick<DatasetOpener, 'open'>;
  /** Id → address of the file. */
  readonly bundled: ReadonlyMap<string, string>;
  /** Brings the code that reads pictures, which few readers drop. */
  readonly load: () => Promise<{ readonly reopenPicture: typeof reopenPicture }>;
  readonly beginBusy: () => () => void;
}

/** What a file calls itself where it is no dataset but a picture, or a document with one. */
const PICTURE_NAME = /\.(?:png|svg|pdf|jpe?g|webp|gif|avif|pptx)$/i;
const PICTURE_TYPE = /^image\/|^application\/pdf$/;

/** Opens a file of the reader's own: a dataset, or the view that a picture shows. */
export function createFileOpener(parts: FileOpenerParts): (file: File) => Promise<void> {
  return async (file) => {
    const isPicture = PICTURE_NAME.test(file.name) || PICTURE_TYPE.test(file.type);
    if (!isPicture) {
      await parts.opener.open(file);
      return;
    }
    const endBusy = parts.beginBusy();
    try {
      const { reopenPicture } = await parts.load();
      await reopenPicture(file, parts);
    } catch {
      parts.store.getState().addNotice({
        id: 'reopen',
        severity: 'error',
        message: { key: 'notices:load.broken', values: { address: file.name } },
      });
    }
    endBusy();
  };
}
