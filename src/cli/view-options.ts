import type { Option } from './command';

/** The options that say which events, as which parameters of the app's address do by the same names. */
export const VIEW_OPTIONS: readonly Option[] = [
  { name: 'view', value: 'ID' },
  { name: 'from', value: 'DAY' },
  { name: 'to', value: 'DAY' },
  { name: 'asof', value: 'DAY' },
  { name: 'domains', value: 'LIST' },
  { name: 'actors', value: 'LIST' },
  { name: 'countries', value: 'LIST' },
  { name: 'people', value: '0|1' },
  { name: 'kinds', value: 'LIST' },
  { name: 'status', value: 'LIST' },
  { name: 'importance', value: 'N-N' },
  { name: 'tags', value: 'LIST' },
  { name: 'q', value: 'TEXT' },
  { name: 'road', value: 'ID' },
  { name: 'cal', value: 'COUNTRY' },
];
