import { useTranslation } from 'react-i18next';
import type { PublishedPage } from '../../formats/publication';
import type { Export } from './use-export';
import type { MadePages } from './use-pages';

interface PictureSummaryProps extends Pick<Export, 'choices' | 'parts' | 'problem' | 'excess'> {
  readonly current: MadePages | undefined;
  /** Laying them out went wrong, which is said in their place. */
  readonly hasFailed: boolean;
  readonly pages: readonly PublishedPage[];
}

/** How many events on how many pages, and as what: “50 events on 3 pages. 3 files in one zip.” */
export function PictureSummary(props: PictureSummaryProps) {
  const { choices, parts, problem, excess, current, pages, hasFailed } = props;
  const { t } = useTranslation('export');
  if (problem || excess || hasFailed) return null;
  if (!current || !parts) return <p>{t('making')}</p>;
  const eventCount = parts.reduce((sum, part) => sum + part.eventCount, 0);
  const [first] = pages;
  const { picture, scale } = choices;
  return (
    <>
      <p>
        {t('summary.what', {
          events: t('count', { count: eventCount }),
          pages: t('summary.pages', { count: pages.length }),
        })}
      </p>
      {eventCount === 0 && <p>{t('problem.noEvents')}</p>}
      {current.lacksFonts && <p>{t('problem.fonts')}</p>}
      {picture === 'png' && first && (
        <p>
          {t('pixels', {
            width: Math.round(first.scene.widthPx * scale),
            height: Math.round(first.scene.heightPx * scale),
          })}
        </p>
      )}
      {pages.length > 1 && (picture === 'png' || picture === 'svg') && (
        <p>{t('summary.zip', { count: pages.length })}</p>
      )}
    </>
  );
}
