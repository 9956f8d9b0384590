import { lazy, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventState } from '../../model/dataset';
import { useAppStore } from '../app-store';
import { CheckIcon } from '../icons';
import { Later } from '../Later';
import { CitationIcon, LinkIcon } from './DetailIcons';
import styles from './DetailPanel.module.css';

const CitationDialog = lazy(async () => ({
  default: (await import('./CitationDialog')).CitationDialog,
}));

type Outcome = 'linkCopied' | 'linkNotCopied' | 'citationCopied' | 'citationFailed';

const SAID_MS = 2500;

/** Copy the address of what is on screen, or a line by which the event can be cited. */
export function CopyButtons({ event }: { readonly event: EventState }) {
  const { t } = useTranslation('detail');
  const store = useAppStore();
  const [outcome, setOutcome] = useState<Outcome>();
  const [byHand, setByHand] = useState<string>();
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copyLink = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setOutcome('linkCopied');
    } catch {
      setOutcome('linkNotCopied');
    }
  };
  const cite = async (): Promise<void> => {
    let citation: string;
    try {
      const { citeEvent } = await import('./cite-event');
      citation = await citeEvent(store.getState(), event);
    } catch {
      setOutcome('citationFailed');
      return;
    }
    try {
      await navigator.clipboard.writeText(citation);
      setOutcome('citationCopied');
    } catch {
      setByHand(citation);
    }
  };
  return (
    <>
      <button
        type="button"
        className={styles.iconButton}
        aria-label={t('copyLink')}
        title={t('copyLink')}
        onClick={() => void copyLink()}
      >
        {outcome === 'linkCopied' ? <CheckIcon /> : <LinkIcon />}
      </button>
      <button
        type="button"
        className={styles.iconButton}
        aria-label={t('copyCitation')}
        title={t('copyCitation')}
        onClick={() => void cite()}
      >
        {outcome === 'citationCopied' ? <CheckIcon /> : <CitationIcon />}
      </button>
      <output className={outcome ? styles.said : styles.unsaid}>{outcome && t(outcome)}</output>
      {byHand !== undefined && (
        <Later>
          <CitationDialog citation={byHand} onClose={() => setByHand(undefined)} />
        </Later>
      )}
    </>
  );
}
