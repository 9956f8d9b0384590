import { lazy, memo, useState } from 'react';
import { Switch } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { peopleOf } from '../../model/people';
import { useAppState } from '../app-store';
import { countText } from '../count-text';
import { Later } from '../Later';
import { ActorBox } from './ActorBox';
import { useActorList, type WhoItem } from './actor-list';
import { CheckRow } from './CheckRow';
import { FindActor } from './FindActor';
import styles from './Rail.module.css';
import { Section } from './Section';
import type { RailFacts } from './use-rail-facts';

const ActorListDialog = lazy(async () => ({
  default: (await import('./ActorListDialog')).ActorListDialog,
}));

const SHOWN = 5;
const FOUND_SHOWN = 8;

/** Who: actors and countries. The most frequent in view, any by name, all in a list of their own. */
export function ActorFacet({ facts }: { readonly facts: RailFacts }) {
  const { t } = useTranslation('filters');
  const [text, setText] = useState('');
  const [isListOpen, setIsListOpen] = useState(false);
  const language = useAppState((state) => state.language);
  const { items, toggle, isChosen, countOf, find } = useActorList(facts);
  const top = topOf(items, isChosen);
  const inView = items.filter((item) => countOf(item) > 0);
  const moreCount = inView.length - top.filter((item) => countOf(item) > 0).length;
  const shown = text.trim() === '' ? top : find(text).slice(0, FOUND_SHOWN);
  return (
    <Section title={t('actors')} aside={countText(inView.length, language)}>
      <FindActor text={text} onText={setText} takesEscape />
      {shown.map((item) => (
        <CheckRow key={item.key} count={countOf(item)}>
          <ActorBox item={item} isSelected={isChosen(item)} onToggle={toggle} />
        </CheckRow>
      ))}
      {shown.length === 0 && text.trim() !== '' && <p className={styles.none}>{t('noActor')}</p>}
      <PeopleSwitch />
      {items.length > top.length && (
        <button type="button" className={styles.more} onClick={() => setIsListOpen(true)}>
          {moreCount > 0 ? t('more', { count: moreCount }) : t('allActors')}
        </button>
      )}
      {isListOpen && (
        <Later>
          <ActorListDialog facts={facts} onClose={() => setIsListOpen(false)} />
        </Later>
      )}
    </Section>
  );
}

/** The chosen ones, so that each can be unchosen, and the most frequent persons and bodies in view; countries where there are none. */
function topOf(
  items: readonly WhoItem[],
  isChosen: (item: WhoItem) => boolean,
): readonly WhoItem[] {
  const named = items.filter(({ kind }) => kind !== 'country');
  const frequent = new Set((named.length > 0 ? named : items).slice(0, SHOWN));
  return items.filter((item) => isChosen(item) || frequent.has(item));
}

/** Shown where a government, a wider body or a country is chosen that people belong to. */
const PeopleSwitch = memo(() => {
  const { t } = useTranslation('filters');
  const dataset = useAppState((state) => state.dataset);
  const actors = useAppState((state) => state.filter.actors);
  const countries = useAppState((state) => state.filter.countries);
  const withPeople = useAppState((state) => state.filter.withPeople);
  const changeFilter = useAppState((state) => state.changeFilter);
  if (!dataset) return null;
  const people = peopleOf(dataset);
  const chosen = [
    ...actors
      .filter((id) => dataset.actors.get(id)?.kind !== 'person')
      .map((id) => people.ofActor(id)),
    ...countries.map((code) => people.ofCountry(code)),
  ].filter(({ size }) => size > 0);
  if (chosen.length === 0) return null;
  const count = new Set(chosen.flatMap((ids) => [...ids])).size;
  return (
    <Switch
      className={styles.people ?? ''}
      isSelected={withPeople}
      onChange={(isOn) => changeFilter({ withPeople: isOn })}
    >
      <span className={styles.switch} />
      {chosen.length > 1 ? t('includeTheir', { count }) : t('include', { count })}
    </Switch>
  );
});
