import type { Steps } from '../../lib/steps';
import type { Source, SourceKind, Text } from '../../model/dataset';
import { sourcesAsOf } from '../../model/shown-event';
import { textIn } from '../../model/text';
import type { EdtfDate } from '../../time/edtf';
import { oneLine } from '../one-line';
import { type RecordExport, statesOf } from '../record-export';
import { webAddress } from '../web-address';

/** A source as reference managers need it. */
export interface CitedSource {
  /** Letters, digits and `-_:.` only; the same for the same source of the same export. */
  readonly key: string;
  readonly kind: SourceKind | undefined;
  readonly title: string;
  readonly publisher: string;
  readonly published: EdtfDate | undefined;
  /** As `webAddress` writes it, and so TeX too can take it as it is. */
  readonly url: string | undefined;
  /** BCP 47, where it is well-formed. */
  readonly language: string | undefined;
}

/** The sources of the chosen events as of the table's day, each once, in the order in which events first name them. */
export function* citedSources(from: RecordExport): Steps<readonly CitedSource[]> {
  const { table } = from;
  const sources = new Set<Source>();
  for (const state of statesOf(from)) {
    for (const source of sourcesAsOf(table.dataset, state, table.asOfDay)) sources.add(source);
    yield;
  }
  const keys = new Set<string>();
  return Array.from(sources, (source) => {
    const key = freeKey(source.id, keys);
    keys.add(key.toLowerCase());
    return citedSource(source, key, from.lang);
  });
}

/** A title is cited as it was printed, so in the source's own language where the dataset has it. */
function citedSource(source: Source, key: string, lang: string): CitedSource {
  const { kind, title, publisher, published, url, language } = source;
  const words = (text: Text) => oneLine(textIn(text, language ?? lang).text);
  const isTag = language !== undefined && /^[a-z]{2,3}(-[a-z\d]{1,8})*$/i.test(language);
  return {
    key,
    kind,
    title: words(title),
    publisher: words(publisher),
    published,
    url: url === undefined ? undefined : webAddress(url),
    language: isTag ? language : undefined,
  };
}

/** BibTeX does not tell capitals from small letters in keys. */
function freeKey(id: string, taken: ReadonlySet<string>): string {
  const base = id.replaceAll(/[^\w.:-]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'source';
  let key = base;
  for (let n = 2; taken.has(key.toLowerCase()); n++) key = `${base}-${n}`;
  return key;
}
