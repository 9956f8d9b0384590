import { useTranslation } from 'react-i18next';
import { findEvent } from '../../model/find-event';
import { stateAsOf } from '../../model/state-as-of';
import { asOfDayOf } from '../../state/derive';
import type { State } from '../../state/state';
import { unheldFacets, type ViewWords, viewOfState } from '../../state/story';
import { formatDay, formatSpan } from '../../time/date-text';
import { useAppState, useAppStore } from '../app-store';
import controls from '../shell/controls.module.css';
import { DialogFrame } from '../shell/DialogFrame';
import { useWords } from '../shell/names';
import { rangeOf } from '../shell/Toolbar';
import styles from './OwnViews.module.css';
import './story-messages';
import { ViewForm } from './ViewForm';

/** Saves what is on screen as a view of the reader's own. */
export function SaveViewDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('story');
  const store = useAppStore();
  const language = useAppState((state) => state.language);
  const view = useAppState((state) => state.view);
  const save = (words: ViewWords) => {
    const state = store.getState();
    const saved = viewOfState(state, words);
    if (saved) state.setOwnViews([...(state.ownViews ?? []), saved]);
    onClose();
  };
  const title = view ? formatSpan(rangeOf(view), language, 'words') : '';
  return (
    <DialogFrame title={t('form.title')} isOpen onClose={onClose}>
      <ViewForm words={{ title, note: '' }} onSave={save} onCancel={onClose}>
        <Holds title={title} />
      </ViewForm>
    </DialogFrame>
  );
}

/** What of the screen a view keeps, and what it cannot. */
function Holds({ title }: { readonly title: string }) {
  const { t } = useTranslation(['story', 'vocabulary']);
  const { run, language } = useWords();
  const store = useAppStore();
  // Nothing of it can change while the dialog is open.
  const state = store.getState();
  const { asOf, filter, dataset } = state;
  const list = (names: readonly string[]) => names.join(t('form.between')) || t('form.all');
  const domains = (dataset?.domains ?? []).filter(({ id }) => filter.domains.includes(id));
  const actors = filter.actors.map((id) => run(dataset?.actors.get(id)?.name ?? id).text);
  const event = selectedTitle(state);
  const unheld = unheldFacets(state).map((facet) =>
    t(`facets.${facet}`, { ns: 'vocabulary', defaultValue: facet }),
  );
  const rows = [
    ['range', title],
    ['asOf', asOf === undefined ? t('form.latest') : formatDay(asOf, language, 'long')],
    ['domains', list(domains.map(({ name }) => run(name).text))],
    ['actors', list(actors)],
    ...(event === undefined ? [] : [['event', run(event).text] as const]),
  ] as const;
  return (
    <div>
      <h3 className={controls.label}>{t('form.holds')}</h3>
      <dl className={styles.holds}>
        {rows.map(([what, text]) => (
          <div key={what}>
            <dt>{t(`form.${what}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {unheld.length > 0 && (
        <p className={controls.note}>
          {t('form.unheld', { facets: unheld.join(t('form.between')) })}
        </p>
      )}
    </div>
  );
}

/** As it was known on the day; undefined where no event is open. */
function selectedTitle(state: State) {
  const { dataset, selectedId } = state;
  const event = dataset && selectedId !== undefined ? findEvent(dataset, selectedId) : undefined;
  return event && (stateAsOf(event, asOfDayOf(state))?.title ?? event.id);
}
