import { useTranslation } from 'react-i18next';
import { formatSpan } from '../../time/date-text';
import { useAppState } from '../app-store';
import { MarkIcon } from '../MarkIcon';
import { useWords } from '../shell/names';
import { CheckRow } from './CheckRow';
import own from './CheckRow.module.css';
import { isChecked, toggleBox } from './choice';
import { Histogram } from './Histogram';
import styles from './Rail.module.css';
import { Section } from './Section';
import type { RailFacts } from './use-rail-facts';

export function DomainFacet({ facts }: { readonly facts: RailFacts }) {
  const { t } = useTranslation('filters');
  const { run, language } = useWords();
  const chosen = useAppState((state) => state.filter.domains);
  const changeFilter = useAppState((state) => state.changeFilter);
  const { domains } = facts.table.dataset;
  const all = domains.map(({ id }) => id);
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
          <CheckRow
            key={id}
            isSelected={isChecked(chosen, id)}
            onChange={() => changeFilter({ domains: toggleBox(all, chosen, id) })}
            name={text}
            nameLang={lang}
            before={<MarkIcon domainIndex={index} importance={4} sizePx={15} />}
            after={
              <span className={`${styles.chart} ${own.chart}`}>
                <Histogram bins={facts.bins} domainIndex={index} />
              </span>
            }
            count={facts.counts.domains[index] ?? 0}
          />
        );
      })}
    </Section>
  );
}
