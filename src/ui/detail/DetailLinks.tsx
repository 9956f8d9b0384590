import { useTranslation } from 'react-i18next';
import type { EventState } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { linksAsOf } from '../../model/shown-event';
import type { Language } from '../../state/state';
import { formatEdtf } from '../../time/date-text';
import { civilOf } from '../../time/day';
import { MarkIcon } from '../MarkIcon';
import styles from './DetailPanel.module.css';
import { DetailRoads } from './DetailRoads';
import { DetailSection } from './DetailSection';
import { LangText } from './LangText';
import { LinkWalk } from './LinkWalk';

interface DetailLinksProps {
  readonly table: EventTable;
  readonly row: number;
  readonly language: Language;
  readonly onSelect: (id: string) => void;
}

/** Linked events both ways, as known on the day, to go to by a press or by keys; and the roads they make. */
export function DetailLinks({ table, row, language, onSelect }: DetailLinksProps) {
  const { t } = useTranslation('detail');
  const state = table.stateOf(row);
  const links = linksAsOf(table, row);
  if (!state) return null;
  return (
    <>
      <LinkWalk table={table} selectedId={state.id} language={language} onFollow={onSelect} />
      {links.length > 0 && (
        <DetailSection title={t('links')}>
          <ul className={styles.links}>
            {links.map(({ link, row: otherRow, direction }) => {
              const other = table.stateOf(otherRow);
              if (!other) return null;
              const words = direction === 'out' ? 'relations' : 'relationsInverse';
              return (
                <li key={`${direction} ${link.rel} ${other.id}`} className={styles.link}>
                  <span className={styles.relation}>{t(`vocabulary:${words}.${link.rel}`)}</span>
                  <MarkIcon
                    domainIndex={table.domain[otherRow] ?? 0}
                    status={other.status}
                    sizePx={14}
                    className={styles.linkMark}
                  />
                  <button
                    type="button"
                    className={styles.linkTarget}
                    onClick={() => {
                      onSelect(other.id);
                    }}
                  >
                    <span>
                      <LangText
                        text={other.title}
                        language={language}
                        className={styles.linkTitle}
                      />{' '}
                      <span className={styles.linkDate}>
                        {formatEdtf(
                          other.date,
                          language,
                          sameYear(state, other) ? 'short' : 'medium',
                        )}
                      </span>
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
          <DetailRoads table={table} id={state.id} />
        </DetailSection>
      )}
    </>
  );
}

/** Only then can the year of a linked event go without saying. */
function sameYear(one: EventState, other: EventState): boolean {
  const years = [one, other].flatMap(({ date }) => [date.minDay, date.maxDay]).map(yearOf);
  return years.every((year) => year !== undefined && year === years[0]);
}

function yearOf(day: number): number | undefined {
  return Number.isFinite(day) ? civilOf(day).year : undefined;
}
