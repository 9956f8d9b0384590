import type { TFunction } from 'i18next';
import type { Issue } from '../../model/dataset';

export interface FaultWords {
  /** The path in the file, or words for the whole of it. */
  readonly place: string;
  readonly expected: string;
  readonly found: string;
}

/** A fault in the reader's language. What was found is the file's own text, unless it is a type, which is a key. */
export function faultWords(issue: Issue, t: TFunction): FaultWords {
  const { path, expected, found } = issue;
  return {
    place: placeWords(path, t),
    expected: t(`issues:expected.${expected.key}`, { ...expected.values }),
    found: /^[a-z]+$/.test(found) ? t(`issues:found.${found}`, { defaultValue: found }) : found,
  };
}

/** `line 12: date` and `row 12: date` in words; other paths are the format's own. */
function placeWords(path: string, t: TFunction): string {
  if (path === '') return t('issues:list.file');
  const [, unit, number, field] = /^(line|row) (\d+)(?:: (.+))?$/.exec(path) ?? [];
  if (unit === undefined) return path;
  const place = t(`issues:list.${unit}`, { number });
  return field === undefined ? place : t('issues:list.inside', { place, field });
}
