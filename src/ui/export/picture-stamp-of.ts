import type { PictureStamp } from '../../formats/picture-stamp';
import { EMPTY_URL, formatUrl } from '../../state/url-codec';
import type { PublicationChoices, PublicationSubject } from './publication-input';

/**
 * By which a picture opens again as what it shows. Latest becomes the day that it was; language and colours stay the
 * reader's.
 */
export function createStamp(
  { table, filter }: PublicationSubject,
  { range, grouping, includes }: PublicationChoices,
  hash: string,
): PictureStamp {
  const url = formatUrl({
    ...EMPTY_URL,
    from: range.fromDay,
    to: range.toDay,
    asOf: table.asOfDay,
    filter,
    grouping,
    calendar: table.calendar?.country,
    tenor: includes.tenor,
    cadence: includes.cadence,
  });
  return { view: url.replace(/^\?/, ''), dataset: table.dataset.id, hash };
}
