import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DatasetView } from '../../model/dataset';
import type { State } from '../../state/state';
import { useAppState } from '../app-store';
import { useWords } from '../shell/names';
import styles from './Rail.module.css';
import { Section } from './Section';

/** The dataset's ready-made views, in their told order. */
export function ViewList() {
  const { t } = useTranslation('filters');
  const { run } = useWords();
  const views = useAppState((state) => state.dataset?.views);
  const currentId = useAppState((state) => findCurrentView(state)?.id);
  const applyView = useAppState((state) => state.applyView);
  if (!views || views.length === 0) return null;
  return (
    <Section title={t('views')} aside={t('told')}>
      <ol className={styles.views}>
        {views.map(({ id, title }) => {
          const { text, lang } = run(title);
          return (
            <li key={id}>
              <Button
                className={styles.view ?? ''}
                aria-current={id === currentId}
                onPress={() => applyView(id)}
              >
                <span lang={lang}>{text}</span>
              </Button>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

/** The view that stands open as it was told: its span and its as-of day. */
function findCurrentView({ dataset, view, asOf }: State): DatasetView | undefined {
  return dataset?.views.find(
    ({ fromDay, toDay, asOfDay }) =>
      view?.startDay === fromDay && view.endDay === toDay + 1 && asOf === asOfDay,
  );
}
