import type { TFunction } from 'i18next';
import type { Issue } from '../../model/dataset';

export interface FaultWords {
  /** The path in the file, or words for the whole of it. */
  readonly place: string;
  readonly expected: string;
  readonly found: string;
}

/** A fault in the reader's language. What was found is the file's own text, unless it is a type, which is a key. */
export function faultWords(issue: Issue, t: TFunction<['notices', 'issues']>): FaultWords {
  const { path, expected, found } = issue;
  return {
    place: path === '' ? t('issues.file') : path,
    expected: t(`issues:expected.${expected.key}`, { ...expected.values }),
    found: /^[a-z]+$/.test(found) ? t(`issues:found.${found}`, { defaultValue: found }) : found,
  };
}
