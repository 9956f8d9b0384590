import { useTranslation } from 'react-i18next';
import type { EventTable } from '../../model/event-table';
import type { Road } from '../../query/filter';
import { findRoad } from '../../query/road';
import { viewOfRoad } from '../../state/road-view';
import { useAppState, useAppStore } from '../app-store';
import { MEDIA } from '../shell/use-media';
import styles from './DetailRoads.module.css';

const WAYS = ['before', 'after'] as const satisfies readonly Road['way'][];

interface DetailRoadsProps {
  readonly table: EventTable;
  readonly id: string;
}

/** Buttons that show all that led to the event, or came of it, and nothing else; a second press shows everything again. */
export function DetailRoads({ table, id }: DetailRoadsProps) {
  const roads = WAYS.map((way) => {
    const { rows, isCut } = findRoad(table, { event: id, way });
    return { way, isCut, count: rows.length - 1 };
  }).filter(({ count }) => count > 0);
  if (roads.length === 0) return null;
  return (
    <div className={styles.roads}>
      {roads.map((road) => (
        <RoadButton key={road.way} table={table} id={id} {...road} />
      ))}
    </div>
  );
}

interface RoadButtonProps extends DetailRoadsProps {
  readonly way: Road['way'];
  /** Of its events, the one that it leads to or sets out from aside. */
  readonly count: number;
  readonly isCut: boolean;
}

function RoadButton({ table, id, way, count, isCut }: RoadButtonProps) {
  const { t } = useTranslation('detail');
  const store = useAppStore();
  const isShown = useAppState(({ filter: { road } }) => road?.event === id && road.way === way);
  const press = (): void => {
    const { changeFilter, setView, select } = store.getState();
    if (isShown) {
      changeFilter({ road: undefined });
      return;
    }
    const road: Road = { event: id, way };
    changeFilter({ road });
    const view = viewOfRoad(table, road);
    // Belongs to the same step of the history.
    if (view) setView(view, 'replace');
    // There the panel lies over the picture.
    if (matchMedia(MEDIA.phone).matches) select(undefined);
  };
  return (
    <button type="button" className={styles.road} aria-pressed={isShown} onClick={press}>
      <span>{t(`road.${way}`)}</span>{' '}
      <span className={styles.count}>{t(isCut ? 'road.least' : 'road.count', { count })}</span>
    </button>
  );
}
