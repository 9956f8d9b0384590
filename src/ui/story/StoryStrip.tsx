import { useTranslation } from 'react-i18next';
import type { DatasetView } from '../../model/dataset';
import { isAsTold, storyOf } from '../../state/story';
import { useAppState, useAppStore } from '../app-store';
import { ChevronLeftIcon, ChevronRightIcon, CloseIcon } from '../icons';
import controls from '../shell/controls.module.css';
import { useWords } from '../shell/names';
import styles from './StoryStrip.module.css';
import './story-messages';
import { stepStory, tellView } from './tell-view';
import { useStoryKeys } from './use-story-keys';

/** The view that is being told: its title and note, how far the story is, and where it goes on. */
export function StoryStrip() {
  const views = useAppState(storyOf);
  const storyId = useAppState((state) => state.storyId);
  const at = views.findIndex(({ id }) => id === storyId);
  const view = views[at];
  useStoryKeys();
  return view ? <Told view={view} at={at} count={views.length} /> : null;
}

/** In characters: shorter ones need no scrolling, even where two columns of text are narrow. */
const LONG_NOTE = 300;

interface ToldProps {
  readonly view: DatasetView;
  readonly at: number;
  readonly count: number;
}

function Told({ view, at, count }: ToldProps) {
  const { t } = useTranslation('story');
  const { run } = useWords();
  const store = useAppStore();
  const position = t('position', { at: at + 1, count });
  const isOwn = useAppState(({ dataset }) => dataset?.views.every(({ id }) => id !== view.id));
  const title = run(view.title);
  const note = view.note === undefined ? undefined : run(view.note);
  return (
    <section className={styles.strip} aria-label={t('label', { title: title.text, position })}>
      <Progress at={at} count={count} />
      <div className={styles.steps}>
        <Step by={-1} isLast={at === 0} />
        <p className={styles.position} aria-hidden="true">
          {position}
        </p>
        <Step by={1} isLast={at === count - 1} />
      </div>
      <div className={styles.words} aria-live="polite" aria-atomic="true">
        <h2 className={styles.title} lang={title.lang}>
          {title.text}
        </h2>
        <p className="visually-hidden">{position}</p>
        {isOwn && <p className={styles.own}>{t('own')}</p>}
        {note && (
          // A long one scrolls, by keys too.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing else in it could take the focus
          <p
            className={styles.note}
            lang={note.lang}
            {...(note.text.length > LONG_NOTE && { tabIndex: 0 })}
          >
            {note.text}
          </p>
        )}
      </div>
      <div className={styles.leave}>
        <Return view={view} />
        <button
          type="button"
          className={controls.plain}
          aria-label={t('end')}
          aria-keyshortcuts="Escape"
          onClick={() => store.getState().endStory('push')}
        >
          <CloseIcon />
        </button>
      </div>
    </section>
  );
}

/** A part for each view. */
function Progress({ at, count }: { readonly at: number; readonly count: number }) {
  return (
    <div className={styles.progress} aria-hidden="true">
      {Array.from({ length: count }, (_, i) => (
        <span key={i} data-told={i < at || undefined} data-current={i === at || undefined} />
      ))}
    </div>
  );
}

/** Keeps the focus at either end of the story, where it leads nowhere. */
function Step({ by, isLast }: { readonly by: -1 | 1; readonly isLast: boolean }) {
  const { t } = useTranslation('story');
  const store = useAppStore();
  return (
    <button
      type="button"
      className={`${controls.icon} ${styles.step}`}
      aria-label={by < 0 ? t('previous') : t('next')}
      aria-keyshortcuts={by < 0 ? 'PageUp' : 'PageDown'}
      aria-disabled={isLast}
      onClick={() => stepStory(store, by)}
    >
      {by < 0 ? <ChevronLeftIcon /> : <ChevronRightIcon />}
    </button>
  );
}

/** Leads back where the reader has gone elsewhere since. */
function Return({ view }: { readonly view: DatasetView }) {
  const { t } = useTranslation('story');
  const store = useAppStore();
  const hasLeft = useAppState((state) => !isAsTold(state, view));
  return (
    hasLeft && (
      <button
        type="button"
        className={`${controls.button} ${styles.return}`}
        onClick={() => tellView(store, view.id)}
      >
        {t('return')}
      </button>
    )
  );
}
