import { useTranslation } from 'react-i18next';
import { STATUSES } from '../../model/dataset';
import { formatDay } from '../../time/date-text';
import { useAppState } from '../app-store';
import { MarkIcon } from '../MarkIcon';
import { CheckRow } from './CheckRow';
import { isChecked, toggleBox } from './choice';
import { codesIn } from './codes-in';
import { Section } from './Section';
import type { RailFacts } from './use-rail-facts';

/** The statuses that the record has on the as-of day. */
export function StatusFacet({ facts }: { readonly facts: RailFacts }) {
  const { t } = useTranslation(['filters', 'vocabulary']);
  const language = useAppState((state) => state.language);
  const chosen = useAppState((state) => state.filter.statuses);
  const changeFilter = useAppState((state) => state.changeFilter);
  const { table, counts } = facts;
  const present = codesIn(table.status);
  const shown = STATUSES.filter((status, code) => present[code] === 1 || chosen.includes(status));
  if (shown.length === 0) return null;
  return (
    <Section
      title={t('status')}
      aside={t('asOf', { date: formatDay(table.asOfDay, language, 'long') })}
    >
      {shown.map((status) => (
        <CheckRow
          key={status}
          isSelected={isChecked(chosen, status)}
          onChange={() => changeFilter({ statuses: toggleBox(shown, chosen, status) })}
          name={t(`vocabulary:statuses.${status}`)}
          before={<MarkIcon neutral status={status} sizePx={15} />}
          count={counts.statuses[STATUSES.indexOf(status)] ?? 0}
        />
      ))}
    </Section>
  );
}
