import { EMPTY_URL, formatUrl, parseUrl } from '../state/url-codec';
import type { Day } from '../time/day';
import type { Lang } from '../time/lang';

export interface EventAddressOf {
  /** The app's own, http(s); its `data=` says which dataset. */
  readonly app: string;
  /** Left out where links are to show an event as it then stands. */
  readonly asOf: Day | undefined;
  readonly lang: Lang;
}

/** Gives the address of an event in the app. */
export function createEventAddress({ app, asOf, lang }: EventAddressOf): (id: string) => string {
  const { origin, pathname, search } = new URL(app);
  const { data } = parseUrl(search).state;
  return (id) => {
    const query = formatUrl({ ...EMPTY_URL, data, asOf, language: lang, selectedId: id });
    return origin + pathname + query;
  };
}
