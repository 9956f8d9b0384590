import { prepareForFile } from '../prepare-for-file';

/** The endings of files that can be opened: datasets, and pictures of views. */
const ENDINGS = '.json,.ndjson,.jsonl,.parquet,.png,.svg,.pdf';

/** Asks the reader for a file. Must be called in answer to a press; nothing happens where none is chosen. */
export function chooseFile(onChoose: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = ENDINGS;
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) onChoose(file);
  });
  input.click();
  prepareForFile();
}
