import { hashDatasetInSteps } from '../formats/hash-dataset';
import type { PictureStamp } from '../formats/picture-stamp';
import { MOST_PICTURE_BYTES, readPictureStamp } from '../formats/read-picture-stamp';
import { textIn } from '../model/text';
import type { Notice } from '../state/state';
import type { AppStore } from '../state/store';
import { parseUrl } from '../state/url-codec';
import { noticeOfProblem } from '../state/url-problem';
import '../ui/reopen-messages';
import { runInPieces } from '../ui/run-in-pieces';
import type { FileOpenerParts } from './open-file';

type Parts = Pick<FileOpenerParts, 'store' | 'opener' | 'bundled'>;
type Fault = 'none' | 'notPicture' | 'tooLarge' | 'damaged' | 'gone' | 'unknownDataset';

const NOTICE_ID = 'reopen';

/**
 * Opens the view that a picture carries, as a step of the history, of the dataset on screen or of a bundled one. Where
 * there is no view, or its dataset is not at hand, a notice says so and what to do. Language and colours stay the reader's.
 */
export async function reopenPicture(file: File, parts: Parts): Promise<void> {
  const { store } = parts;
  store.getState().dismissNotice(NOTICE_ID);
  const read = await readStamp(file);
  if (typeof read === 'string') {
    tell(store, read, { name: file.name });
    return;
  }
  const isOpened = await openStamp(read, parts);
  if (!isOpened) tell(store, 'unknownDataset', { name: file.name, dataset: read.dataset });
  else if (await hasChanged(read, store)) tellOfChange(store, file.name);
}

async function readStamp(file: File): Promise<PictureStamp | Fault> {
  if (file.size > MOST_PICTURE_BYTES) return 'tooLarge';
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // It has been moved or changed since it was chosen.
    return 'gone';
  }
  const reading = readPictureStamp(bytes);
  if (reading.kind === 'stamp') return reading.stamp;
  return reading.kind === 'none' ? 'none' : reading.reason;
}

/** False where the dataset is neither on screen nor bundled. */
async function openStamp(
  { view, dataset: id }: PictureStamp,
  { store, opener, bundled }: Parts,
): Promise<boolean> {
  const { state, problems } = parseUrl(view);
  const { dataset, language, theme, addNotice } = store.getState();
  const url = { ...state, data: undefined, language, theme };
  if (dataset?.id === id) store.getState().restore(url, 'push');
  else if (bundled.has(id)) await opener.open(id, url, 'push');
  else return false;
  for (const problem of problems) addNotice(noticeOfProblem(problem));
  return true;
}

/** Whether the dataset on screen is another version than the picture was made from. */
async function hasChanged({ dataset: id, hash }: PictureStamp, store: AppStore): Promise<boolean> {
  const { dataset } = store.getState();
  // The load may have failed, which has a notice of its own.
  if (dataset?.id !== id) return false;
  const isOver = () => store.getState().dataset !== dataset;
  const found = await runInPieces(hashDatasetInSteps(dataset), isOver);
  return found !== undefined && found !== hash;
}

function tell(store: AppStore, fault: Fault, values: Readonly<Record<string, string>>): void {
  const notice: Notice = {
    id: NOTICE_ID,
    severity: fault === 'none' || fault === 'unknownDataset' ? 'warning' : 'error',
    message: { key: `reopen:${fault}`, values },
  };
  store.getState().addNotice(notice);
}

function tellOfChange(store: AppStore, name: string): void {
  const { dataset, language, addNotice } = store.getState();
  const title = dataset ? textIn(dataset.title, language).text : '';
  addNotice({
    id: NOTICE_ID,
    severity: 'info',
    message: { key: 'reopen:changed', values: { name, title } },
  });
}
