import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventTable } from '../../model/event-table';
import { findEvent } from '../../model/find-event';
import { sourcesAsOf } from '../../model/shown-event';
import { useAppState, useAppStore } from '../app-store';
import { useMatching, useTable } from '../use-derived';
import { DetailAbout } from './DetailAbout';
import { DetailActors } from './DetailActors';
import { DetailFacts } from './DetailFacts';
import { DetailForecast } from './DetailForecast';
import { DetailHeader } from './DetailHeader';
import { DetailLinks } from './DetailLinks';
import { DetailMissing } from './DetailMissing';
import styles from './DetailPanel.module.css';
import { DetailSources } from './DetailSources';
import { DetailSummary } from './DetailSummary';
import { placeInOrder, selectNext, selectPrevious } from './step-selection';
import { usePanelFocus } from './use-panel-focus';

/** The selected event as it stood on the as-of day. Nothing while no event is selected. */
export function DetailPanel() {
  const table = useTable();
  const selectedId = useAppState((state) => state.selectedId);
  const { t } = useTranslation('detail');
  const store = useAppStore();
  const panel = useRef<HTMLElement>(null);
  const focus = usePanelFocus(panel, table && selectedId);
  if (!table || selectedId === undefined) return null;

  const close = (): void => {
    store.getState().select(undefined);
    focus.giveBack();
  };
  const follow = (id: string): void => {
    focus.moveToHeading();
    store.getState().select(id);
  };
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    close();
  };
  return (
    // Escape closes wherever the focus stands in the panel; the panel itself is no control.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={t('landmark')}
      onKeyDown={closeOnEscape}
    >
      <DetailContent table={table} selectedId={selectedId} onFollow={follow} onClose={close} />
    </aside>
  );
}

interface DetailContentProps {
  readonly table: EventTable;
  readonly selectedId: string;
  /** Goes to an event from a control that goes away with this one. */
  readonly onFollow: (id: string) => void;
  readonly onClose: () => void;
}

function DetailContent({ table, selectedId, onFollow, onClose }: DetailContentProps) {
  const language = useAppState((state) => state.language);
  const filter = useAppState((state) => state.filter);
  const asOf = useAppState((state) => state.asOf);
  const rows = useMatching()?.rows ?? [];
  const store = useAppStore();
  const row = table.rowOf(selectedId);
  const state = row === undefined ? undefined : table.stateOf(row);

  if (row === undefined || !state) {
    return (
      <DetailMissing
        id={selectedId}
        event={findEvent(table.dataset, selectedId)}
        asOfDay={table.asOfDay}
        language={language}
        onGoTo={(day) => {
          store.getState().setAsOf(day);
        }}
        onClose={onClose}
      />
    );
  }
  const sources = sourcesAsOf(table.dataset, state, table.asOfDay);
  const domainIndex = table.domain[row] ?? 0;
  const place = placeInOrder(table, rows, selectedId);
  return (
    <article>
      <DetailHeader
        state={state}
        domain={table.dataset.domains[domainIndex]}
        domainIndex={domainIndex}
        language={language}
        toolbar={{
          previousId: selectPrevious(table, rows, selectedId),
          nextId: selectNext(table, rows, selectedId),
          onSelect: store.getState().select,
          onClose,
        }}
      />
      {place === undefined && <HiddenByFilters onClear={store.getState().clearFilter} />}
      <DetailFacts table={table} row={row} language={language} hasAsOf={asOf !== undefined} />
      {state.summary !== undefined && (
        <DetailSummary
          key={selectedId}
          summary={state.summary}
          sourceCount={sources.length}
          language={language}
        />
      )}
      <DetailActors
        dataset={table.dataset}
        actors={state.actors}
        filter={filter}
        language={language}
        onToggle={(id) => {
          store.getState().changeFilter({ actors: toggled(filter.actors, id) });
        }}
      />
      <DetailForecast table={table} row={row} language={language} hasAsOf={asOf !== undefined} />
      <DetailLinks table={table} row={row} language={language} onSelect={onFollow} />
      <DetailAbout
        table={table}
        row={row}
        filter={filter}
        language={language}
        onToggleTag={(tag) => {
          store.getState().changeFilter({ tags: toggled(filter.tags, tag) });
        }}
        place={place}
        matchCount={rows.length}
      />
      <DetailSources sources={sources} language={language} />
    </article>
  );
}

function HiddenByFilters({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation('detail');
  return (
    <div className={styles.hidden}>
      <p>
        <strong>{t('hiddenTitle')}</strong>
        <br />
        {t('hidden')}
      </p>
      <button
        type="button"
        className={styles.button}
        onClick={() => {
          onClear();
        }}
      >
        {t('clearFilters')}
      </button>
    </div>
  );
}

function toggled(list: readonly string[], item: string): readonly string[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
