import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { GROUPINGS } from '../../query/grouping';
import {
  isSide,
  PAGE_SIZES,
  type PageSizeId,
  SIDE_LIMITS,
  SIZE_UNITS,
} from '../../scene/page-size';
import { LANGUAGES } from '../../state/state';
import controls from '../shell/controls.module.css';
import { Choice } from './Choice';
import type { OwnSize, SizeId } from './export-choices';
import { NumberField } from './NumberField';
import { LAYOUTS } from './publication-input';
import { Section } from './Section';
import styles from './Settings.module.css';
import type { Export } from './use-export';

const SIZES: readonly SizeId[] = [...(Object.keys(PAGE_SIZES) as PageSizeId[]), 'own'];
const SIZE_GROUPS = [
  ['screen', ['slide', 'slide-4-3', 'square']],
  ['paper', ['a4', 'a4-across', 'letter', 'letter-across']],
  ['news', ['column', 'two-columns']],
] as const satisfies readonly (readonly [string, readonly PageSizeId[]])[];
const THEMES = ['light', 'dark'] as const;

/** The page itself: how large, in what colours and language, with which lanes. */
export function PageSection({
  choices,
  change,
  made,
}: Pick<Export, 'choices' | 'change' | 'made'>) {
  const { t } = useTranslation('export');
  const sizeId = useId();
  const lanesId = useId();
  return (
    <Section title={t('page.title')}>
      <div>
        <label className={controls.label} htmlFor={sizeId}>
          {t('size.label')}
        </label>
        <select
          id={sizeId}
          className={controls.field}
          value={choices.size}
          onChange={({ target }) => {
            const size = SIZES.find((each) => each === target.value);
            if (size) change({ size });
          }}
        >
          {SIZE_GROUPS.map(([group, sizes]) => (
            <optgroup key={group} label={t(`size.groups.${group}`)}>
              {sizes.map((size) => (
                <option key={size} value={size}>
                  {t(`size.${size}`)}
                </option>
              ))}
            </optgroup>
          ))}
          <option value="own">{t('size.own')}</option>
        </select>
        {choices.size === 'own' && (
          <OwnSides own={choices.own} onChange={(own) => change({ own })} />
        )}
      </div>
      <Choice
        label={t('layout.label')}
        look="wide"
        value={choices.layout}
        onChange={(layout) => change({ layout })}
        options={LAYOUTS.map((value) => ({ value, name: t(`layout.${value}`) }))}
      />
      <p className={styles.hint}>{t(`layout.hints.${choices.layout}`)}</p>
      <div className={styles.pair}>
        <Choice
          label={t('theme')}
          value={choices.theme}
          onChange={(theme) => change({ theme })}
          options={THEMES.map((value) => ({ value, name: t(value) }))}
        />
        <Choice
          label={t('language')}
          value={made.language}
          onChange={(language) => change({ language })}
          options={LANGUAGES.map((value) => ({
            value,
            name: t(`languages.${value}`),
            lang: value,
          }))}
        />
      </div>
      <div>
        <label className={controls.label} htmlFor={lanesId}>
          {t('lanes')}
        </label>
        <select
          id={lanesId}
          className={controls.field}
          value={made.grouping}
          onChange={({ target }) => {
            const grouping = GROUPINGS.find((each) => each === target.value);
            if (grouping) change({ grouping });
          }}
        >
          {GROUPINGS.map((grouping) => (
            <option key={grouping} value={grouping}>
              {t(`lanesBy.${grouping}`)}
            </option>
          ))}
        </select>
      </div>
    </Section>
  );
}

interface OwnSidesProps {
  readonly own: OwnSize;
  readonly onChange: (own: OwnSize) => void;
}

function OwnSides({ own, onChange }: OwnSidesProps) {
  const { t } = useTranslation('export');
  const { width, height, unit } = own;
  const limits = SIDE_LIMITS[unit];
  const wrong = (['width', 'height'] as const).filter((side) => !isSide(own[side], unit));
  return (
    <div className={styles.own}>
      <div className={styles.sides}>
        <NumberField
          label={t('size.width')}
          value={width}
          isInvalid={wrong.includes('width')}
          onChange={(next) => onChange({ ...own, width: next })}
        />
        <NumberField
          label={t('size.height')}
          value={height}
          isInvalid={wrong.includes('height')}
          onChange={(next) => onChange({ ...own, height: next })}
        />
        <Choice
          label={t('size.unit')}
          value={unit}
          onChange={(next) => onChange({ ...own, unit: next })}
          options={SIZE_UNITS.map((value) => ({ value, name: value }))}
        />
      </div>
      {wrong.map((side) => (
        <p key={side} role="alert" className={controls.error}>
          {t(`problem.${side}`, { ...limits, measure: unit })}
        </p>
      ))}
    </div>
  );
}
