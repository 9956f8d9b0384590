import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { beginBusy } from '../../io/document-signals';
import type { DatasetView } from '../../model/dataset';
import { storyOf } from '../../state/story';
import { AppStoreProvider, useAppStore } from '../app-store';
import { ChevronLeftIcon, ChevronRightIcon } from '../icons';
import controls from '../shell/controls.module.css';
import { useWords } from '../shell/names';
import { ExportForm, type ExportFormProps } from './ExportForm';
import type { Picture } from './picture';
import styles from './StoryExport.module.css';
import { savePicture } from './save-picture';
import { storeInView, type ViewPicture, viewFileName } from './view-words';

/** Browsers drop downloads that follow one another at once. */
const PAUSE_MS = 600;

type Run =
  | { readonly kind: 'idle' | 'saving' | 'failed' }
  | { readonly kind: 'done'; readonly saved: number; readonly skipped: number };

/** One picture a view: page by page, or all of them one after another. */
export function StoryExport(props: Pick<ExportFormProps, 'head' | 'options' | 'onOptions'>) {
  const { head, options, onOptions } = props;
  const store = useAppStore();
  // The dialog covers the page: neither views nor what is told change while it is open.
  const [views] = useState(() => storyOf(store.getState()));
  const [at, setAt] = useState(() => {
    const { storyId } = store.getState();
    return Math.max(
      0,
      views.findIndex(({ id }) => id === storyId),
    );
  });
  const view = views[at];
  const [told, inView] = useMemo(() => {
    if (!view) return [];
    const datasetId = store.getState().dataset?.id ?? '';
    return [{ view, place: at + 1, datasetId }, storeInView(store, view)] as const;
  }, [store, view, at]);
  const { run, start, stop, onReady } = useSaveAll({ told, options, count: views.length, setAt });
  if (!view || !told || !inView) return null;
  return (
    <AppStoreProvider store={inView}>
      <ExportForm
        head={
          <>
            {head}
            <Pager views={views} at={at} isOff={run.kind === 'saving'} onGo={setAt} />
          </>
        }
        told={told}
        options={options}
        onOptions={onOptions}
        onReady={onReady}
        foot={<SaveAll run={run} at={at} count={views.length} onStart={start} onStop={stop} />}
      />
    </AppStoreProvider>
  );
}

interface SaveAllParts {
  readonly told: ViewPicture | undefined;
  readonly options: ExportFormProps['options'];
  readonly count: number;
  readonly setAt: (at: number) => void;
}

/** What a run has done so far. */
interface Done {
  readonly places: Set<number>;
  saved: number;
  skipped: number;
}

/** Goes from view to view and saves the picture of each as soon as it is there. */
function useSaveAll({ told, options, count, setAt }: SaveAllParts) {
  const [run, setRun] = useState<Run>({ kind: 'idle' });
  const running = useRef<Done>(undefined);
  const endBusy = useRef<() => void>(undefined);
  const end = useCallback((after: Run) => {
    running.current = undefined;
    endBusy.current?.();
    endBusy.current = undefined;
    setRun(after);
  }, []);
  useEffect(() => () => end({ kind: 'idle' }), [end]);
  const onReady = useCallback(
    (picture: Picture | undefined) => {
      const done = running.current;
      if (!told || !done || done.places.has(told.place)) return;
      done.places.add(told.place);
      const save = async () => {
        const name = viewFileName(told.datasetId, told, options.format);
        const isSaved = picture && (await savePicture(picture, options, name)).kind === 'saved';
        if (isSaved) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        if (running.current !== done) return;
        if (isSaved) done.saved += 1;
        else done.skipped += 1;
        if (picture && !isSaved) end({ kind: 'failed' });
        else if (told.place < count) setAt(told.place);
        else end({ kind: 'done', saved: done.saved, skipped: done.skipped });
      };
      save().catch(() => {
        if (running.current === done) end({ kind: 'failed' });
      });
    },
    [told, options, count, setAt, end],
  );
  const start = () => {
    running.current = { places: new Set(), saved: 0, skipped: 0 };
    endBusy.current = beginBusy();
    setRun({ kind: 'saving' });
    setAt(0);
  };
  return {
    run,
    start,
    stop: () => end({ kind: 'idle' }),
    onReady: run.kind === 'saving' ? onReady : undefined,
  };
}

interface PagerProps {
  readonly views: readonly DatasetView[];
  readonly at: number;
  /** While all are saved the pages turn by themselves. */
  readonly isOff: boolean;
  readonly onGo: (at: number) => void;
}

/** Which view the picture is of. */
function Pager({ views, at, isOff, onGo }: PagerProps) {
  const { t } = useTranslation('story');
  const { run } = useWords();
  const view = views[at];
  const title = view && run(view.title);
  const step = (by: -1 | 1) => {
    const isEnd = isOff || views[at + by] === undefined;
    return (
      <button
        type="button"
        className={`${controls.icon} ${styles.step}`}
        aria-label={by < 0 ? t('previous') : t('next')}
        aria-disabled={isEnd}
        onClick={() => {
          if (!isEnd) onGo(at + by);
        }}
      >
        {by < 0 ? <ChevronLeftIcon /> : <ChevronRightIcon />}
      </button>
    );
  };
  return (
    <div className={styles.pager}>
      <div className={styles.title} aria-live="polite">
        <p className={styles.position}>{t('position', { at: at + 1, count: views.length })}</p>
        <p lang={title?.lang}>{title?.text}</p>
      </div>
      {step(-1)}
      {step(1)}
    </div>
  );
}

interface SaveAllProps {
  readonly run: Run;
  readonly at: number;
  readonly count: number;
  readonly onStart: () => void;
  readonly onStop: () => void;
}

function SaveAll({ run, at, count, onStart, onStop }: SaveAllProps) {
  const { t } = useTranslation(['story', 'export']);
  const isSaving = run.kind === 'saving';
  return (
    <div className={styles.all}>
      <p className={controls.note}>{t('pictures.hint')}</p>
      {run.kind === 'failed' && (
        <p role="alert" className={controls.error}>
          {t('problem.failed', { ns: 'export' })}
        </p>
      )}
      <div className={styles.actions}>
        <div role="status" className={styles.status}>
          {isSaving && t('pictures.saving', { at: at + 1, count })}
          {run.kind === 'done' && t('pictures.done', { count: run.saved })}
          {run.kind === 'done' && run.skipped > 0 && (
            <p>{t('pictures.skipped', { count: run.skipped })}</p>
          )}
        </div>
        <Button className={controls.solid ?? ''} onPress={isSaving ? onStop : onStart}>
          {isSaving ? t('pictures.stop') : t('pictures.all', { count })}
        </Button>
      </div>
    </div>
  );
}
