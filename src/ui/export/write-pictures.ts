import { hashDatasetInSteps } from '../../formats/hash-dataset';
import type { Publication } from '../../formats/publication';
import { PublishError, type Publisher, type PublishJob } from '../../io/publish/publisher';
import { runInPieces } from '../run-in-pieces';
import type { ExportChoices } from './export-choices';
import type { ExportPart } from './export-parts';
import { fileName, pageNames } from './file-names';
import { createStamp } from './picture-stamp-of';
import type { MadePages } from './use-pages';
import type { MadeFile, WriteSteps } from './use-writing';

const TYPES = {
  png: 'image/png',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  zip: 'application/zip',
} as const;

interface PicturesOf {
  readonly publisher: Publisher;
  readonly choices: Pick<ExportChoices, 'picture' | 'scale' | 'letters' | 'canReopen'>;
  readonly parts: readonly ExportPart[];
  /** One publication for each part. */
  readonly made: MadePages;
  /** What the whole is called. */
  readonly title: string;
}

/** All pages as one file: a document, a picture, or a zip of pictures. */
export async function writePictures(
  { publisher, choices, parts, made, title }: PicturesOf,
  { signal, onDone }: WriteSteps,
): Promise<MadeFile> {
  const { picture: format, scale, letters } = choices;
  const publications = choices.canReopen ? await withStamps(made, signal) : made.publications;
  const base = fileName(datasetIdOf(parts), parts);
  const counted = publications.map(({ pages }, i) => ({
    ...parts[i],
    pageCount: pages.length,
  }));
  const names = pageNames(base, counted, format);
  const job: PublishJob = { publications, title, format, scale, letters, names };
  const bytes = await publisher.write(job, { signal, onPage: onDone });
  const isZip = (format === 'png' || format === 'svg') && names.length > 1;
  const ending = isZip ? 'zip' : format;
  const isAlone = !isZip && (format === 'png' || format === 'svg');
  return {
    blob: new Blob([bytes], { type: TYPES[ending] }),
    name: (isAlone ? names[0] : undefined) ?? `${base}.${ending}`,
  };
}

/** Each with its view, by which it can be opened again. */
async function withStamps(
  { publications, orders }: MadePages,
  signal: AbortSignal,
): Promise<readonly Publication[]> {
  const [first] = orders;
  if (!first) return publications;
  const steps = hashDatasetInSteps(first.subject.table.dataset);
  const hash = await runInPieces(steps, () => signal.aborted);
  if (hash === undefined) throw new PublishError('aborted');
  return publications.map((publication, i) => {
    const { subject, choices } = orders[i] ?? first;
    return { ...publication, stamp: createStamp(subject, choices, hash) };
  });
}

function datasetIdOf([first]: readonly ExportPart[]): string {
  return first?.subject.table.dataset.id ?? '';
}
