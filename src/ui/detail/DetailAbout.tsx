import { useTranslation } from 'react-i18next';
import type { EventTable } from '../../model/event-table';
import type { Filter } from '../../query/filter';
import type { Language } from '../../state/state';
import { countryName } from '../country-name';
import { MarkIcon } from '../MarkIcon';
import { Fact } from './DetailFacts';
import styles from './DetailPanel.module.css';
import { LangText } from './LangText';

interface DetailAboutProps {
  readonly table: EventTable;
  readonly row: number;
  readonly filter: Filter;
  readonly language: Language;
  readonly onToggleTag: (tag: string) => void;
  /** 1 for the first matching event; undefined where it does not match. */
  readonly place: number | undefined;
  readonly matchCount: number;
}

/** What the record says of an event beside its story: weight, tenor, parties, tags, its place in time order. */
export function DetailAbout(props: DetailAboutProps) {
  const { table, row, language, place, matchCount } = props;
  const { t } = useTranslation('detail');
  const state = table.stateOf(row);
  if (!state) return null;
  return (
    <dl className={styles.about}>
      <Fact term={t('importance')}>
        {t('importanceOf', {
          word: t(`vocabulary:importance.${state.importance}`),
          level: state.importance,
        })}
      </Fact>
      {state.tenor !== undefined && (
        <Fact term={t('tenor')}>{t(`vocabulary:tenor.${Math.round(state.tenor)}`)}</Fact>
      )}
      {state.confidence !== 'high' && (
        <Fact term={t('confidence')}>{t(`vocabulary:confidence.${state.confidence}`)}</Fact>
      )}
      <OtherDomains table={table} row={row} language={language} />
      <Fact term={t('parties')}>
        <ul className={styles.inline}>
          {state.parties.map((country) => (
            <li key={country}>{countryName(country, language, t)}</li>
          ))}
        </ul>
      </Fact>
      <Tags {...props} />
      <Fact term={t('place')}>
        {place === undefined
          ? t('noPlace', { count: matchCount })
          : t('placeOf', { place, count: matchCount })}
      </Fact>
    </dl>
  );
}

function OtherDomains({
  table,
  row,
  language,
}: Pick<DetailAboutProps, 'table' | 'row' | 'language'>) {
  const { t } = useTranslation('detail');
  const { domains } = table.dataset;
  const others = (table.stateOf(row)?.domains.slice(1) ?? []).flatMap((id) => {
    const index = domains.findIndex((domain) => domain.id === id);
    const domain = domains[index];
    return domain ? [{ domain, index }] : [];
  });
  if (others.length === 0) return null;
  return (
    <Fact term={t('alsoDomains')}>
      <ul className={styles.inline}>
        {others.map(({ domain, index }) => (
          <li key={domain.id}>
            <MarkIcon domainIndex={index} importance={2} sizePx={12} />
            <LangText text={domain.name} language={language} />
          </li>
        ))}
      </ul>
    </Fact>
  );
}

function Tags({ table, row, filter, onToggleTag }: DetailAboutProps) {
  const { t } = useTranslation('detail');
  const tags = table.stateOf(row)?.tags ?? [];
  if (tags.length === 0) return null;
  return (
    <Fact term={t('tags')}>
      <ul className={styles.tags}>
        {tags.map((tag) => {
          const isOn = filter.tags.includes(tag);
          return (
            <li key={tag}>
              <button
                type="button"
                className={styles.tag}
                lang="en"
                aria-pressed={isOn}
                title={t(isOn ? 'stopFilterBy' : 'filterBy', { name: tag })}
                onClick={() => {
                  onToggleTag(tag);
                }}
              >
                {tag}
              </button>
            </li>
          );
        })}
      </ul>
    </Fact>
  );
}
