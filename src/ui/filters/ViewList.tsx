import { lazy, use, useState } from 'react';
import { Button, OverlayTriggerStateContext } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DatasetView } from '../../model/dataset';
import type { State } from '../../state/state';
import { isAsTold, ownBeside, storyOf } from '../../state/story';
import { useAppState, useAppStore } from '../app-store';
import { Later } from '../Later';
import controls from '../shell/controls.module.css';
import { useWords } from '../shell/names';
import { NotKept } from '../story/NotKept';
import '../story/story-messages';
import { tellView, toggleStory } from '../story/tell-view';
import { Section } from './Section';
import styles from './ViewList.module.css';

const SaveViewDialog = lazy(async () => ({
  default: (await import('../story/SaveViewDialog')).SaveViewDialog,
}));
const OwnViewsDialog = lazy(async () => ({
  default: (await import('../story/OwnViewsDialog')).OwnViewsDialog,
}));

const NONE: readonly DatasetView[] = [];

/** The dataset's ready-made views in their told order, then the reader's styles. */
export function ViewList() {
  const { t } = useTranslation(['filters', 'story']);
  const theirs = useAppState((state) => state.dataset?.views) ?? NONE;
  const ownViews = useAppState((state) => state.ownViews);
  const mine = ownBeside(theirs, ownViews ?? NONE);
  const hasAny = theirs.length + mine.length > 0;
  const [dialog, setDialog] = useState<'save' | 'edit'>();
  const close = () => setDialog(undefined);
  if (!hasAny && !ownViews) return null;
  return (
    <Section title={t('views')} aside={hasAny && <StoryButton />}>
      {!hasAny && <p className={styles.none}>{t('none', { ns: 'story' })}</p>}
      <Views views={theirs} />
      {mine.length > 0 && (
        <>
          <h3 className={styles.title}>{t('yours', { ns: 'story' })}</h3>
          <Views views={mine} after={theirs.length} />
        </>
      )}
      {ownViews && (
        <div className={styles.actions}>
          <Button
            className={(hasAny ? controls.link : controls.button) ?? ''}
            onPress={() => setDialog('save')}
          >
            {t('save', { ns: 'story' })}
          </Button>
          {mine.length > 0 && (
            <Button className={controls.link ?? ''} onPress={() => setDialog('edit')}>
              {t('edit', { ns: 'story' })}
            </Button>
          )}
        </div>
      )}
      <NotKept />
      <Later>
        {dialog === 'save' && <SaveViewDialog onClose={close} />}
        {dialog === 'edit' && <OwnViewsDialog onClose={close} />}
      </Later>
    </Section>
  );
}

interface ViewsProps {
  readonly views: readonly DatasetView[];
  /** How many are told before them. */
  readonly after?: number;
}

function Views({ views, after = 0 }: ViewsProps) {
  const { run } = useWords();
  const store = useAppStore();
  const sheet = use(OverlayTriggerStateContext);
  const currentId = useAppState(currentViewId);
  if (views.length === 0) return null;
  return (
    <ol start={after + 1}>
      {views.map(({ id, title }, i) => {
        const { text, lang } = run(title);
        return (
          <li key={id}>
            <Button
              className={styles.view ?? ''}
              aria-current={id === currentId}
              onPress={() => {
                tellView(store, id);
                // The sheet of a small screen would lie over what is told.
                sheet?.close();
              }}
            >
              <span className={styles.number} aria-hidden="true">
                {after + i + 1}
              </span>
              <span lang={lang}>{text}</span>
            </Button>
          </li>
        );
      })}
    </ol>
  );
}

/** Tells all views one after another. */
function StoryButton() {
  const { t } = useTranslation('story');
  const store = useAppStore();
  const sheet = use(OverlayTriggerStateContext);
  const isTold = useAppState((state) => state.storyId !== undefined);
  return (
    <Button
      className={`${controls.link} ${styles.tell}`}
      aria-keyshortcuts="s"
      onPress={() => {
        toggleStory(store);
        sheet?.close();
      }}
    >
      {isTold ? t('endShort') : t('tell')}
    </Button>
  );
}

/** The view that is told, else the one that stands open just as it would be. */
function currentViewId(state: State): string | undefined {
  return state.storyId ?? storyOf(state).find((view) => isAsTold(state, view))?.id;
}
