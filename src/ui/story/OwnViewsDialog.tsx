import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetView } from '../../model/dataset';
import { textIn } from '../../model/text';
import { moveView, ownBeside, renameView } from '../../state/story';
import { useAppState } from '../app-store';
import controls from '../shell/controls.module.css';
import { DialogFrame } from '../shell/DialogFrame';
import { NotKept } from './NotKept';
import styles from './OwnViews.module.css';
import { ArrowDownIcon, ArrowUpIcon, PencilIcon, TrashIcon } from './story-icons';
import './story-messages';
import { ViewForm } from './ViewForm';

/** The reader's own views: their names, their order, and a way to be rid of them. */
export function OwnViewsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('story');
  return (
    <DialogFrame title={t('manage.title')} isOpen onClose={onClose}>
      <OwnViews />
    </DialogFrame>
  );
}

interface Deleted {
  readonly view: DatasetView;
  readonly at: number;
}

function OwnViews() {
  const { t } = useTranslation('story');
  const { views, set } = useOwnViews();
  const [editedId, setEditedId] = useState<string>();
  const [deleted, setDeleted] = useState<readonly Deleted[]>([]);
  const [said, setSaid] = useState('');
  const undo = useRef<HTMLButtonElement>(null);
  const last = deleted.at(-1);
  const remove = (view: DatasetView) => {
    setDeleted([...deleted, { view, at: views.indexOf(view) }]);
    set(views.filter((each) => each !== view));
    setSaid('');
    // Its own button goes away with the view.
    requestAnimationFrame(() => undo.current?.focus());
  };
  const putBack = ({ view, at }: Deleted) => {
    setDeleted(deleted.slice(0, -1));
    set(views.toSpliced(at, 0, view));
  };
  const move = (view: DatasetView, by: -1 | 1) => {
    const moved = moveView(views, view.id, by);
    if (moved === views) return;
    set(moved);
    const at = moved.findIndex(({ id }) => id === view.id) + 1;
    setSaid(t('manage.moved', { title: titleOf(view), at, count: moved.length }));
  };
  return (
    <div>
      <p className={controls.note}>{views.length > 0 ? t('manage.intro') : t('manage.none')}</p>
      <ol className={styles.list}>
        {views.map((view, at) => (
          <li key={view.id} className={styles.item}>
            {view.id === editedId ? (
              <ViewForm
                words={{ title: titleOf(view), note: noteOf(view) }}
                onCancel={() => setEditedId(undefined)}
                onSave={(words) => {
                  set(renameView(views, view.id, words));
                  setEditedId(undefined);
                }}
              />
            ) : (
              <OwnView
                view={view}
                isFirst={at === 0}
                isLast={at === views.length - 1}
                onMove={(by) => move(view, by)}
                onEdit={() => setEditedId(view.id)}
                onDelete={() => remove(view)}
              />
            )}
          </li>
        ))}
      </ol>
      <div className={styles.undo} role="status">
        {last ? t('manage.deleted', { title: titleOf(last.view) }) : said}
        {last && (
          <button
            ref={undo}
            type="button"
            className={controls.button}
            onClick={() => putBack(last)}
          >
            {t('manage.undo')}
          </button>
        )}
      </div>
      <NotKept />
    </div>
  );
}

interface OwnViewProps {
  readonly view: DatasetView;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

function OwnView({ view, isFirst, isLast, onMove, onEdit, onDelete }: OwnViewProps) {
  const { t } = useTranslation('story');
  const title = titleOf(view);
  // At either end a button stays, so that the focus does: it only leads nowhere.
  const actions = [
    ['up', <ArrowUpIcon key="up" />, () => onMove(-1), isFirst],
    ['down', <ArrowDownIcon key="down" />, () => onMove(1), isLast],
    ['rename', <PencilIcon key="rename" />, onEdit, false],
    ['delete', <TrashIcon key="delete" />, onDelete, false],
  ] as const;
  return (
    <div className={styles.view}>
      <span className={styles.name}>{title}</span>
      {actions.map(([what, icon, act, isOff]) => (
        <button
          key={what}
          type="button"
          className={`${controls.plain} ${styles.action}`}
          aria-label={t(`manage.${what}`, { title })}
          aria-disabled={isOff}
          onClick={act}
        >
          {icon}
        </button>
      ))}
    </div>
  );
}

/** Those that the dataset has itself stay where they are, out of sight. */
function useOwnViews() {
  const theirs = useAppState((state) => state.dataset?.views);
  const all = useAppState((state) => state.ownViews) ?? [];
  const setOwnViews = useAppState((state) => state.setOwnViews);
  const views = ownBeside(theirs ?? [], all);
  const hidden = all.filter((view) => !views.includes(view));
  return {
    views,
    set: (changed: readonly DatasetView[]) => setOwnViews([...hidden, ...changed]),
  };
}

function titleOf({ title }: DatasetView): string {
  return textIn(title, 'en').text;
}

function noteOf({ note }: DatasetView): string {
  return note === undefined ? '' : textIn(note, 'en').text;
}
