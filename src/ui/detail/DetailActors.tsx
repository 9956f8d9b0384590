import { useTranslation } from 'react-i18next';
import type { Dataset, Participation } from '../../model/dataset';
import { textIn } from '../../model/text';
import type { Filter } from '../../query/filter';
import type { Language } from '../../state/state';
import styles from './DetailPanel.module.css';
import { DetailSection } from './DetailSection';
import { LangText } from './LangText';

interface DetailActorsProps {
  readonly dataset: Dataset;
  readonly actors: readonly Participation[];
  readonly filter: Filter;
  readonly language: Language;
  readonly onToggle: (actorId: string) => void;
}

/** Who took part, with the office held at the time; a press filters by the actor. */
export function DetailActors({ dataset, actors, filter, language, onToggle }: DetailActorsProps) {
  const { t } = useTranslation('detail');
  if (actors.length === 0) return null;
  return (
    <DetailSection title={t('actors')}>
      <ul className={styles.actors}>
        {actors.map(({ actor: id, role }) => {
          const actor = dataset.actors.get(id);
          if (!actor) return null;
          const name = textIn(actor.name, language).text;
          const isOn = filter.actors.includes(id);
          return (
            <li key={id} className={styles.actor}>
              <button
                type="button"
                className={styles.chip}
                aria-pressed={isOn}
                title={t(isOn ? 'stopFilterBy' : 'filterBy', { name })}
                onClick={() => {
                  onToggle(id);
                }}
              >
                {actor.party && <span className={styles.code}>{actor.party}</span>}{' '}
                <LangText text={actor.name} language={language} />
              </button>{' '}
              {role && <LangText text={role} language={language} className={styles.role} />}
            </li>
          );
        })}
      </ul>
    </DetailSection>
  );
}
