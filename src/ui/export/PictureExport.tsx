import { useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Publisher } from '../../io/publish/publisher';
import { fitsCanvas } from '../../io/rasterise';
import { textIn } from '../../model/text';
import { useAppState } from '../app-store';
import { copyPage } from './copy-page';
import { paletteOf } from './create-publication';
import { ExportBar } from './ExportBar';
import styles from './ExportDialog.module.css';
import { Fault } from './Fault';
import { Making } from './Making';
import { ManyPages } from './ManyPages';
import { NoPages } from './NoPages';
import { PictureSummary } from './PictureSummary';
import { Preview } from './Preview';
import { printPages } from './print-pages';
import { Settings } from './Settings';
import type { Export } from './use-export';
import { type MadePages, usePages } from './use-pages';
import { useWriting } from './use-writing';
import { writePictures } from './write-pictures';

export interface PictureExportProps extends Export {
  readonly publisher: Publisher;
}

/** Pages as pictures, documents and slides: the pages themselves beside what is chosen of them. */
export function PictureExport({ publisher, ...chosen }: PictureExportProps) {
  const { t } = useTranslation('export');
  const { orders, choices, parts, made, change, isAsked } = chosen;
  const reasonId = useId();
  const { shown, current, hasFailed } = useShown(orders);
  const pages = useMemo(() => shown?.publications.flatMap((each) => each.pages) ?? [], [shown]);
  const [place, setPlace] = usePlace(chosen, shown, pages.length);
  const { writing, run, save, share, stop } = useWriting(choices, parts, chosen.words);
  useEffect(() => () => publisher.close(), [publisher]);
  const { picture, scale } = choices;
  /** Not before a first look at a range that holds very much, which takes a while. */
  const isMaking = isAsked && orders !== undefined && !current && !hasFailed;
  // While the pages are laid out the worker gets on its way; once their letters are known, their fonts.
  const letters = picture === 'png' ? undefined : (current?.letters ?? '');
  useEffect(() => {
    if (letters !== undefined) void publisher.warm(letters);
  }, [publisher, letters]);
  const isTooLarge = picture === 'png' && pages.some(({ scene }) => !fitsCanvas(scene, scale));
  // Views of a story have a page each at least.
  const canBeOne = current && choices.layout === 'pages' && parts?.length === 1;
  const fault = writing.kind === 'failed' ? writing.fault : isTooLarge ? 'tooLarge' : undefined;
  const make = (hand: typeof save) => {
    if (!current || !parts) return;
    const title = documentTitle(chosen, current);
    void hand(pages.length, (steps) =>
      writePictures({ publisher, choices, parts, made: current, title }, steps),
    );
  };
  const saveAll = () => make(save);
  const copy = () => {
    if (!current) return;
    void run(1, ({ signal }) => copyPage({ publisher, choices, current, at: place }, signal));
  };
  const print = () => {
    if (!current) return;
    void run(pages.length, (steps) => printPages(current.publications, steps));
  };
  const canCopy = picture === 'png' || picture === 'svg';
  return (
    <>
      <div className={styles.body}>
        <div className={styles.stage}>
          {isMaking ? (
            <Making {...chosen} />
          ) : orders && !hasFailed ? (
            <Preview
              pages={pages}
              at={place}
              onGo={setPlace}
              isBusy={!current}
              palette={paletteOf(made.theme)}
              lang={made.language}
            />
          ) : (
            <NoPages {...chosen} reasonId={reasonId} hasFailed={hasFailed} />
          )}
        </div>
        <Settings {...chosen} />
      </div>
      <ExportBar
        summary={
          <PictureSummary {...chosen} current={current} pages={pages} hasFailed={hasFailed} />
        }
        writing={writing}
        fault={
          fault ? (
            <Fault
              fault={fault}
              pages={pages}
              choices={choices}
              change={change}
              onRetry={saveAll}
            />
          ) : (
            canBeOne && (
              <ManyPages pageCount={pages.length} onColumns={() => change({ layout: 'columns' })} />
            )
          )
        }
        isDisabled={!current || isTooLarge}
        reasonId={orders ? undefined : reasonId}
        copyName={pages.length > 1 ? t('copyPage') : t('copy')}
        onCopy={canCopy ? copy : undefined}
        onPrint={print}
        onShare={() => make(share)}
        onSave={saveAll}
        onStop={stop}
      />
    </>
  );
}

/** The pages last laid out, and whether they are what is asked for now. */
function useShown(orders: Export['orders']) {
  const { i18n } = useTranslation('export');
  const { made, hasFailed } = usePages(i18n, orders);
  return {
    // What was laid out before the range held too much is no preview of it.
    shown: orders && made,
    current: made?.orders === orders ? made : undefined,
    hasFailed,
  };
}

/** The page that is looked at: of a story first that of the view that is told. */
function usePlace(
  { range: { kind }, parts }: Export,
  made: MadePages | undefined,
  count: number,
): readonly [number, (place: number) => void] {
  const storyId = useAppState((state) => state.storyId);
  const [gone, setGone] = useState<{ readonly kind: string; readonly place: number }>();
  const told = parts?.findIndex((part) => part.told !== undefined && part.told.view.id === storyId);
  const before = made?.publications.slice(0, Math.max(0, told ?? 0)) ?? [];
  const first = before.reduce((sum, { pages }) => sum + pages.length, 0);
  const place = gone?.kind === kind ? gone.place : first;
  return [Math.max(0, Math.min(place, count - 1)), (next) => setGone({ kind, place: next })];
}

/** Of a range what its pages are called; of a story what the record is. */
function documentTitle({ range, parts, made }: Export, { publications }: MadePages): string {
  const dataset = parts?.[0]?.subject.table.dataset;
  if (range.kind === 'views' && dataset) return textIn(dataset.title, made.language).text;
  return publications[0]?.title ?? '';
}
