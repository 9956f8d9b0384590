import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../model/text';
import { formatEdtf } from '../../time/date-text';
import { useAppState } from '../app-store';
import { useMasks, useMatching } from '../use-derived';
import styles from './Timeline.module.css';
import { timelineActions } from './timeline-actions';
import type { SettledPicture } from './timeline-controller';

interface EdgeHintsProps {
  readonly settled: SettledPicture;
  readonly emptyActions: ReactNode;
}

/** Where nothing is in view: the nearest event on either side, and the way there. An empty dataset says that it is. */
export function EdgeHints(props: EdgeHintsProps) {
  // Before all else: to find what is beside the view takes a pass over all events.
  return props.settled.rows.length > 0 ? null : <EmptyView {...props} />;
}

function EmptyView({ settled, emptyActions }: EdgeHintsProps) {
  const { t } = useTranslation('timeline');
  const language = useAppState((state) => state.language);
  const matching = useMatching();
  const { table, view } = settled;
  const masks = useMasks();
  if (!matching || masks?.length !== table.count) return null;
  if (table.count === 0) {
    return (
      <div className={styles.message}>
        <p>{t('empty')}</p>
        {emptyActions}
      </div>
    );
  }
  // Something is in view after all: the picture has yet to follow.
  if (matching.countIn(view) > 0) return null;
  // With nothing in view, all that begin before it have ended too.
  const { first, end } = matching.beginningIn(view);
  const [before, after] = [matching.rowAt(first - 1), matching.rowAt(end)];
  return (
    <>
      {(
        [
          ['before', before],
          ['after', after],
        ] as const
      ).map(([side, row]) => {
        const state = row === undefined ? undefined : table.stateOf(row);
        if (!state) return null;
        return (
          <button
            key={side}
            type="button"
            className={styles.edge}
            data-side={side}
            onClick={() => timelineActions.reveal(state.id)}
          >
            {t(`edge.${side}`, {
              title: textIn(state.title, language).text,
              date: formatEdtf(state.date, language, 'medium'),
            })}
          </button>
        );
      })}
    </>
  );
}
