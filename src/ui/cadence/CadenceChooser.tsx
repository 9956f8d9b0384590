import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EVENT_KINDS } from '../../model/dataset';
import { readySets } from '../../query/cadence-sets';
import type { Filter } from '../../query/filter';
import { useAppState } from '../app-store';
import { countText } from '../count-text';
import { ChipList } from '../filters/ChipList';
import { toggleChip } from '../filters/choice';
import rail from '../filters/Rail.module.css';
import { SearchIcon } from '../icons';
import { useWords } from '../shell/names';
import { MEDIA, useMedia } from '../shell/use-media';
import styles from './Cadence.module.css';
import { capital } from './cadence-words';
import { subjectWords } from './subject-words';
import type { CadenceFacts } from './use-cadence';
import { findWho, toggleWho, whoKeys, whoOptions } from './who-options';

interface ChooserProps {
  readonly facts: CadenceFacts;
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

const SHOWN = 6;

/** What recurs: a ready set, or kinds, actors and tags of one's own. */
export function CadenceChooser(props: ChooserProps) {
  const { t } = useTranslation('cadence');
  const isPhone = useMedia(MEDIA.phone);
  return (
    <>
      <ReadySets {...props} />
      <details className={styles.chooser} open={!isPhone}>
        <summary>{t('choose')}</summary>
        <div className={styles.choices}>
          <Kinds {...props} />
          <Who {...props} />
          <Tags {...props} />
        </div>
      </details>
    </>
  );
}

function ReadySets({ facts: { table }, filter, onChange }: ChooserProps) {
  const { t } = useTranslation('cadence');
  const { language, country } = useWords();
  const sets = useMemo(() => readySets(table), [table]);
  if (sets.length === 0) return null;
  const { dataset } = table;
  const current = JSON.stringify(filter);
  return (
    <div role="group" aria-label={t('ready')}>
      <h3 className={styles.head}>{t('ready')}</h3>
      <div className={`${rail.chips} ${styles.ready}`}>
        {sets.map((set) => {
          const key = JSON.stringify(set.filter);
          const subject = subjectWords(set.filter, { t, language, dataset, countryName: country });
          return (
            <button
              key={key}
              type="button"
              className={rail.chip}
              aria-pressed={key === current}
              onClick={() => onChange(set.filter)}
            >
              {capital(subject, language)}{' '}
              <span className={rail.chipCount}>{countText(set.count, language)}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}

function Kinds({ facts: { counts }, filter, onChange }: ChooserProps) {
  const { t } = useTranslation(['cadence', 'vocabulary']);
  const items = EVENT_KINDS.map((id, code) => ({
    id,
    name: t(`vocabulary:kinds.${id}`),
    count: counts.kinds[code] ?? 0,
  })).filter(({ id, count }) => count > 0 || filter.kinds.includes(id));
  return (
    <div role="group" aria-label={t('kind')}>
      <h3 className={styles.head}>{t('kind')}</h3>
      <ChipList
        items={items}
        chosen={filter.kinds}
        shownCount={SHOWN}
        onToggle={(id) => onChange({ ...filter, kinds: toggleChip(filter.kinds, id) })}
      />
    </div>
  );
}

function Who({ facts, filter, onChange }: ChooserProps) {
  const { t } = useTranslation('cadence');
  const { language, country } = useWords();
  const [text, setText] = useState('');
  const { table, named } = facts;
  // `country` is new at each render but says the same as long as the language is the same.
  // oxlint-disable-next-line react/exhaustive-deps
  const options = useMemo(() => whoOptions({ table, named, language, country }), [facts, language]);
  const chosen = whoKeys(filter);
  const items = findWho(options, text).filter(({ id, count }) => count > 0 || chosen.includes(id));
  return (
    <div role="group" aria-label={t('who')}>
      <h3 className={styles.head}>{t('who')}</h3>
      <div className={rail.find}>
        <SearchIcon sizePx={14} />
        <input
          type="search"
          aria-label={t('findWho')}
          placeholder={t('findWho')}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {items.length === 0 ? (
        <p className={rail.none}>{t('noWho')}</p>
      ) : (
        <ChipList
          items={items}
          chosen={chosen}
          shownCount={SHOWN}
          onToggle={(key) => onChange(toggleWho(filter, key))}
        />
      )}
    </div>
  );
}

function Tags({ facts: { counts, table }, filter, onChange }: ChooserProps) {
  const { t } = useTranslation('cadence');
  const language = useAppState((state) => state.language);
  const items = useMemo(() => {
    const order = new Intl.Collator(language);
    return table.tagNames
      .map((id, at) => ({ id, name: id, count: counts.tags[at] ?? 0 }))
      .toSorted((a, b) => order.compare(a.name, b.name));
  }, [table, counts, language]);
  const shown = items.filter(({ id, count }) => count > 0 || filter.tags.includes(id));
  if (shown.length === 0) return null;
  return (
    <div role="group" aria-label={t('tags')}>
      <h3 className={styles.head}>{t('tags')}</h3>
      <ChipList
        items={shown}
        chosen={filter.tags}
        shownCount={SHOWN}
        onToggle={(id) => onChange({ ...filter, tags: toggleChip(filter.tags, id) })}
      />
    </div>
  );
}
