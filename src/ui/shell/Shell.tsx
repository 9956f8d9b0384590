import { lazy, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { busyWith } from '../../io/document-signals';
import { useAppState, useAppStore } from '../app-store';
import { AsOfControl } from '../asof/AsOfControl';
import { useAsOf } from '../asof/use-as-of';
import { FilterButton } from '../filters/FilterButton';
import { NothingMatches } from '../filters/NothingMatches';
import { RailPlace } from '../filters/RailPlace';
import { setMessageLanguage } from '../i18n';
import { Later } from '../Later';
import { LoadingBar } from '../notices/LoadingBar';
import { Notices } from '../notices/Notices';
import { StoryPlace } from '../story/StoryPlace';
import { Timeline } from '../timeline/Timeline';
import { Header } from './Header';
import styles from './Shell.module.css';
import { Toolbar } from './Toolbar';
import { TIMELINE_ID } from './timeline-place';
import { useKeptFocus } from './use-kept-focus';
import { MEDIA, useMedia } from './use-media';
import { useShortcuts } from './use-shortcuts';
import { useUndoKeys } from './use-undo-keys';

const DetailPanel = lazy(async () => ({
  default: (await import('../detail/DetailPanel')).DetailPanel,
}));
const FilterSheet = lazy(async () => ({
  default: (await import('../filters/FilterSheet')).FilterSheet,
}));
const ExportDialog = lazy(async () => ({
  default: (await import('../export/ExportDialog')).ExportDialog,
}));
const FileDrop = lazy(async () => ({ default: (await import('./FileDrop')).FileDrop }));
const EmptyActions = lazy(async () => ({
  default: (await import('./EmptyActions')).EmptyActions,
}));
const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog')).KeysDialog }));

const LOCALES = { en: 'en-GB', ja: 'ja-JP' } as const;

export interface ShellProps {
  /** Ids of the datasets that come with the app. */
  readonly bundled: readonly string[];
  /** Takes an id, an address, or a file of the reader's own. */
  readonly onOpenDataset: (source: string | File) => void;
}

/** The frame of the page: header, filters, timeline, event. */
export function Shell({ bundled, onOpenDataset }: ShellProps) {
  const language = useAppState((state) => state.language);
  useEffect(() => setMessageLanguage(language), [language]);
  return (
    <I18nProvider locale={LOCALES[language]}>
      <Frame bundled={bundled} onOpenDataset={onOpenDataset} />
    </I18nProvider>
  );
}

type Dialog = 'export' | 'keys' | 'filters';

function Frame({ bundled, onOpenDataset }: ShellProps) {
  const { t } = useTranslation('shell');
  const isPhone = useMedia(MEDIA.phone);
  const isNarrow = useMedia(MEDIA.narrow);
  const [dialog, setDialog] = useState<Dialog>();
  const [isSearching, setIsSearching] = useState(false);
  const { previous, next, choose } = useAsOf();
  const store = useAppStore();
  const shortcuts = useMemo(
    () => ({
      '?': () => setDialog('keys'),
      '/': () => {
        setIsSearching(true);
        // After the phone's line for it has come.
        requestAnimationFrame(focusSearch);
      },
      '[': () => {
        if (previous !== undefined) choose(previous);
      },
      ']': () => {
        if (next !== undefined) choose(next);
      },
      s: () =>
        void busyWith(import('../story/tell-view')).then(({ toggleStory }) => toggleStory(store)),
    }),
    [previous, next, choose, store],
  );
  useShortcuts(shortcuts);
  useUndoKeys();
  useKeptFocus(TIMELINE_ID);
  const close = () => setDialog(undefined);
  return (
    <div className={styles.shell} data-keeps-focus="">
      <a className={styles.skip} href={`#${TIMELINE_ID}`} onClick={skipToTimeline}>
        {t('skip')}
      </a>
      <Header
        isPhone={isPhone}
        bundled={bundled}
        onOpenDataset={onOpenDataset}
        onExport={() => setDialog('export')}
        onShowKeys={() => setDialog('keys')}
        isSearching={isSearching}
        onToggleSearch={() => {
          setIsSearching(!isSearching);
          requestAnimationFrame(focusSearch);
        }}
      />
      <LoadingBar />
      <div className={styles.body}>
        {!isPhone && <RailPlace isNarrow={isNarrow} onOpenSheet={() => setDialog('filters')} />}
        <main className={styles.main}>
          <Notices />
          <Toolbar />
          <NothingMatches />
          {!isPhone && <StoryPlace />}
          <div id={TIMELINE_ID} className={styles.timeline} tabIndex={-1}>
            <Timeline
              onExport={() => setDialog('export')}
              emptyActions={
                <Later>
                  <EmptyActions bundled={bundled} onOpenDataset={onOpenDataset} />
                </Later>
              }
            />
          </div>
          {isPhone && <StoryPlace />}
          {isPhone && (
            <div className={styles.bar}>
              <FilterButton onPress={() => setDialog('filters')} />
              <AsOfControl />
            </div>
          )}
        </main>
        <Detail />
      </div>
      <Later>
        <FileDrop onOpen={onOpenDataset} />
      </Later>
      <Later>
        {dialog === 'filters' && <FilterSheet onClose={close} />}
        {dialog === 'export' && <ExportDialog isOpen onClose={close} />}
        {dialog === 'keys' && <KeysDialog onClose={close} />}
      </Later>
    </div>
  );
}

/** Mounted from the first selection on: closing must give the focus back to where it came from. */
function Detail() {
  const isOpen = useAppState((state) => state.selectedId !== undefined);
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  if (!wasOpen) return null;
  return (
    <div className={isOpen ? styles.detail : styles.closed}>
      <Later>
        <DetailPanel />
      </Later>
    </div>
  );
}

function focusSearch(): void {
  document.querySelector<HTMLElement>('[data-search-box]')?.focus();
}

/** By hand: a fragment in the address would be one more state of the page. */
function skipToTimeline(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById(TIMELINE_ID)?.focus();
}
