import { memo, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { STATUSES, type Status } from '../../model/dataset';
import { formatDay } from '../../time/date-text';
import { useAppState, useAppStore } from '../app-store';
import { MarkIcon } from '../MarkIcon';
import { CheckBox, CheckRow } from './CheckRow';
import { isChecked, toggleBox } from './choice';
import { codesIn } from './codes-in';
import { Section } from './Section';
import type { RailFacts } from './use-rail-facts';

/** The statuses that the record has on the as-of day. */
export function StatusFacet({ facts }: { readonly facts: RailFacts }) {
  const { t } = useTranslation(['filters', 'vocabulary']);
  const store = useAppStore();
  const language = useAppState((state) => state.language);
  const chosen = useAppState((state) => state.filter.statuses);
  const { table, counts } = facts;
  const names = useMemo(() => STATUSES.map((id) => t(`vocabulary:statuses.${id}`)), [t]);
  const shown = useMemo(() => {
    const present = codesIn(table.status);
    return STATUSES.filter((status, code) => present[code] === 1 || chosen.includes(status));
  }, [table, chosen]);
  const toggle = useCallback(
    (status: Status) => {
      const { filter, changeFilter } = store.getState();
      changeFilter({ statuses: toggleBox(shown, filter.statuses, status) });
    },
    [store, shown],
  );
  if (shown.length === 0) return null;
  return (
    <Section
      title={t('status')}
      aside={t('asOf', { date: formatDay(table.asOfDay, language, 'long') })}
    >
      {shown.map((status) => {
        const code = STATUSES.indexOf(status);
        return (
          <CheckRow key={status} count={counts.statuses[code] ?? 0}>
            <StatusBox
              status={status}
              name={names[code] ?? ''}
              isSelected={isChecked(chosen, status)}
              onToggle={toggle}
            />
          </CheckRow>
        );
      })}
    </Section>
  );
}

interface StatusBoxProps {
  readonly status: Status;
  readonly name: string;
  readonly isSelected: boolean;
  readonly onToggle: (status: Status) => void;
}

const StatusBox = memo(({ status, name, isSelected, onToggle }: StatusBoxProps) => (
  <CheckBox
    isSelected={isSelected}
    onChange={() => onToggle(status)}
    name={name}
    before={<MarkIcon neutral status={status} sizePx={15} />}
  />
));
