import { useMemo, useState } from 'react';
import {
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../app-store';
import { countText } from '../count-text';
import { CheckIcon } from '../icons';
import { DialogFrame } from '../shell/DialogFrame';
import styles from './ActorListDialog.module.css';
import { useActorList, type WhoItem } from './actor-list';
import { FindActor } from './FindActor';
import rail from './Rail.module.css';
import type { RailFacts } from './use-rail-facts';

interface ActorListDialogProps {
  readonly facts: RailFacts;
  readonly onClose: () => void;
}

const KINDS = ['country', 'person', 'government', 'organisation', 'company', 'group'] as const;
const LAYOUT = { rowHeight: 28, headingHeight: 32 };
const TOUCH_LAYOUT = { rowHeight: 44, headingHeight: 36 };

/** All actors and countries by kind. Only the rows in view are in the page. */
export function ActorListDialog({ facts, onClose }: ActorListDialogProps) {
  const { t } = useTranslation(['filters', 'vocabulary']);
  const language = useAppState((state) => state.language);
  const [text, setText] = useState('');
  const { items, find, isChosen, countOf, toggle } = useActorList(facts);
  const found = text.trim() === '' ? items : find(text);
  const groups = KINDS.map((kind) => ({ kind, members: found.filter((it) => it.kind === kind) }));
  const selected = items.filter(isChosen).map(({ key }) => key);
  const choose = (keys: ReadonlySet<unknown>) => {
    const changed = items.find((item) => keys.has(item.key) !== selected.includes(item.key));
    if (changed) toggle(changed);
  };
  const layout = useLayout();
  return (
    <DialogFrame title={t('allActors')} isOpen onClose={onClose} className={styles.dialog}>
      <FindActor text={text} onText={setText} />
      <Virtualizer layout={ListLayout} layoutOptions={layout}>
        <ListBox
          className={styles.list ?? ''}
          aria-label={t('allActors')}
          selectionMode="multiple"
          selectionBehavior="toggle"
          escapeKeyBehavior="none"
          selectedKeys={selected}
          onSelectionChange={(keys) => {
            if (keys !== 'all') choose(keys);
          }}
          renderEmptyState={() => <p className={rail.none}>{t('noActor')}</p>}
        >
          {groups
            .filter(({ members }) => members.length > 0)
            .map(({ kind, members }) => (
              <ListBoxSection key={kind} id={kind}>
                <Header className={styles.kind ?? ''}>
                  {t(`vocabulary:actorKinds.${kind}`)}{' '}
                  <span>{countText(members.length, language)}</span>
                </Header>
                {members.map((item) => (
                  <ActorItem key={item.key} item={item} count={countOf(item)} />
                ))}
              </ListBoxSection>
            ))}
        </ListBox>
      </Virtualizer>
    </DialogFrame>
  );
}

/** Rows as high as the reader's text asks for: the virtual list wants pixels. */
function useLayout() {
  return useMemo(() => {
    const { rowHeight, headingHeight } = matchMedia('(pointer: coarse)').matches
      ? TOUCH_LAYOUT
      : LAYOUT;
    const emPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    return { rowHeight: (rowHeight * emPx) / 16, headingHeight: (headingHeight * emPx) / 16 };
  }, []);
}

function ActorItem({ item, count }: { readonly item: WhoItem; readonly count: number }) {
  const language = useAppState((state) => state.language);
  return (
    <ListBoxItem
      id={item.key}
      className={styles.item ?? ''}
      textValue={item.name}
      data-empty={count === 0 || undefined}
    >
      <span className={styles.box}>
        <CheckIcon sizePx={12} />
      </span>
      <span className={styles.name} lang={item.lang}>
        {item.name}
      </span>
      {item.party !== undefined && <abbr className={rail.party}>{item.party}</abbr>}
      <span className={rail.count}>{countText(count, language)}</span>
    </ListBoxItem>
  );
}
