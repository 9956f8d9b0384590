import { memo, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSpan } from '../../time/date-text';
import { useAppState, useAppStore } from '../app-store';
import { MarkIcon } from '../MarkIcon';
import { useWords } from '../shell/names';
import { CheckBox, CheckRow } from './CheckRow';
import own from './CheckRow.module.css';
import { isChecked, toggleBox } from './choice';
import { Histogram, type HistogramPaths, histogramPaths } from './Histogram';
import styles from './Rail.module.css';
import { Section } from './Section';
import type { RailFacts } from './use-rail-facts';

export function DomainFacet({ facts }: { readonly facts: RailFacts }) {
  const { t } = useTranslation('filters');
  const store = useAppStore();
  const { run, language } = useWords();
  const chosen = useAppState((state) => state.filter.domains);
  const { domains } = facts.table.dataset;
  const toggle = useCallback(
    (id: string) => {
      const { filter, changeFilter } = store.getState();
      const all = domains.map((domain) => domain.id);
      changeFilter({ domains: toggleBox(all, filter.domains, id) });
    },
    [store, domains],
  );
  return (
    <Section
      title={t('domains')}
      aside={formatSpan(
        { firstDay: Math.floor(facts.span.startDay), lastDay: Math.ceil(facts.span.endDay) - 1 },
        language,
        'short',
      )}
    >
      {domains.map(({ id, name }, index) => {
        const { text, lang } = run(name);
        return (
          <CheckRow key={id} count={facts.counts.domains[index] ?? 0}>
            <DomainBox
              id={id}
              index={index}
              name={text}
              lang={lang}
              isSelected={isChecked(chosen, id)}
              onToggle={toggle}
              {...histogramPaths(facts.bins, index)}
            />
          </CheckRow>
        );
      })}
    </Section>
  );
}

interface DomainBoxProps extends HistogramPaths {
  readonly id: string;
  readonly index: number;
  readonly name: string;
  readonly lang: string | undefined;
  readonly isSelected: boolean;
  readonly onToggle: (id: string) => void;
}

// At a click only the box that was pressed is put together anew.
const DomainBox = memo((props: DomainBoxProps) => (
  <CheckBox
    isSelected={props.isSelected}
    onChange={() => props.onToggle(props.id)}
    name={props.name}
    nameLang={props.lang}
    before={<MarkIcon domainIndex={props.index} importance={4} sizePx={15} />}
    after={
      <span className={`${styles.chart} ${own.chart}`}>
        <Histogram done={props.done} ahead={props.ahead} domainIndex={props.index} />
      </span>
    }
  />
));
