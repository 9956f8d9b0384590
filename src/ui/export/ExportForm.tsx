import { type ReactNode, useEffect, useId, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { beginBusy } from '../../io/document-signals';
import { fitsCanvas } from '../../io/rasterise';
import controls from '../shell/controls.module.css';
import { Choice } from './Choice';
import styles from './ExportDialog.module.css';
import { Preview } from './Preview';
import type { Picture } from './picture';
import { RangeFields } from './RangeFields';
import { type PictureFormat, paletteOf, SCALES, type Scale, savePicture } from './save-picture';
import { TooMany } from './TooMany';
import { useExport } from './use-export';
import { usePicture } from './use-picture';
import { type ViewPicture, viewFileName } from './view-words';

export interface ExportFormProps {
  readonly head: ReactNode;
  readonly options: PictureFormat;
  readonly onOptions: (options: PictureFormat) => void;
  /** The view that is on screen; its range and words are given. */
  readonly told?: ViewPicture;
  /** Told of the picture as soon as it is there; undefined where it would hold too much. */
  readonly onReady?: ((picture: Picture | undefined) => void) | undefined;
  readonly foot?: ReactNode;
}

/** From so many events on it shows that a picture is being made. */
const LONG_EVENTS = 300;

/** Words, format and preview of one picture. */
export function ExportForm({ head, options, onOptions, told, onReady, foot }: ExportFormProps) {
  const { t } = useTranslation('export');
  const { draft, title, subtitle, input, excess, note } = useExport(told);
  const reasonId = useId();
  const { picture: latest, lacksFonts } = usePicture(t, input);
  // What was laid out before the range held too much is no preview of it.
  const picture = excess ? undefined : latest;
  const current = input && picture?.input === input ? picture : undefined;
  const isLong = input !== undefined && !current && input.rows.length >= LONG_EVENTS;
  const hasTooMany = excess !== undefined;
  useEffect(() => {
    if (current || hasTooMany) onReady?.(current);
  }, [onReady, current, hasTooMany]);
  return (
    <div className={styles.columns}>
      <div className={styles.form}>
        {head}
        {!told && (
          <>
            <RangeFields draft={draft.value} onChange={draft.set} />
            <Words label={t('pictureTitle')} {...title} />
            <Words label={t('pictureSubtitle')} {...subtitle} />
          </>
        )}
        <label className={styles.include}>
          <input
            type="checkbox"
            checked={note.isOn}
            onChange={({ target }) => note.set(target.checked)}
          />
          {t('forecasts')}
        </label>
        <FormatChoice options={options} picture={picture} onChange={onOptions} />
        {input?.rows.length === 0 && <p className={controls.note}>{t('problem.noEvents')}</p>}
        {excess && (
          <TooMany
            id={reasonId}
            excess={excess}
            onTake={({ fromDay, toDay }) => draft.set({ from: fromDay, to: toDay })}
          />
        )}
        {lacksFonts && picture && <p className={controls.error}>{t('problem.fonts')}</p>}
        <Download
          key={told?.view.id}
          picture={current}
          isLong={isLong}
          {...(told && {
            name: viewFileName(told.datasetId, told, options.format),
            isPlain: true,
            isBusy: onReady !== undefined,
          })}
          {...(excess && { refusedBy: reasonId })}
          options={options}
          onChange={onOptions}
        />
        {foot}
      </div>
      {excess ? (
        <p className={styles.noPreview}>{t('tooMany.preview')}</p>
      ) : (
        <Preview picture={picture} isBusy={isLong} palette={paletteOf(options.theme)} />
      )}
    </div>
  );
}

interface WordsProps {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string | undefined) => void;
}

/** Emptied, it goes back to what it began with. */
function Words({ label, value, set }: WordsProps) {
  return (
    <TextField
      value={value}
      onChange={set}
      onBlur={() => {
        if (value.trim() === '') set(undefined);
      }}
    >
      <Label className={controls.label ?? ''}>{label}</Label>
      <Input className={controls.field ?? ''} />
    </TextField>
  );
}

interface FormatProps {
  readonly options: PictureFormat;
  readonly picture: Picture | undefined;
  readonly onChange: (options: PictureFormat) => void;
}

function FormatChoice({ options, picture, onChange }: FormatProps) {
  const { t } = useTranslation('export');
  const { format, scale, theme } = options;
  return (
    <div className={styles.choices}>
      <Choice
        label={t('format')}
        value={format}
        onChange={(chosen) => onChange({ ...options, format: chosen })}
        options={[
          { value: 'png', name: t('png') },
          { value: 'svg', name: t('svg') },
        ]}
      />
      <Choice
        label={t('theme')}
        value={theme}
        onChange={(chosen) => onChange({ ...options, theme: chosen })}
        options={[
          { value: 'light', name: t('light') },
          { value: 'dark', name: t('dark') },
        ]}
      />
      {format === 'png' && (
        <Choice
          label={t('scale')}
          value={String(scale)}
          onChange={(chosen) => onChange({ ...options, scale: scaleOf(chosen) })}
          options={SCALES.map((each) => ({
            value: String(each),
            name: t('scaleOf', { scale: each }),
          }))}
        />
      )}
      {format === 'png' && picture && (
        <p className={styles.pixels}>{t('pixels', pixelsOf(picture, scale))}</p>
      )}
    </div>
  );
}

function scaleOf(text: string): Scale {
  return SCALES.find((scale) => String(scale) === text) ?? 2;
}

function pixelsOf({ scene }: Picture, scale: Scale): { width: number; height: number } {
  return { width: scene.widthPx * scale, height: scene.heightPx * scale };
}

type Progress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'failed' }
  | { readonly kind: 'tooLarge'; readonly scale: Scale };

interface DownloadProps extends FormatProps {
  /** It takes a while until the picture is there. */
  readonly isLong: boolean;
  /** The element that says why there will be none. */
  readonly refusedBy?: string;
  /** Of the file, where it is not called by its range. */
  readonly name?: string;
  /** Stands beside another button that matters more. */
  readonly isPlain?: boolean;
  /** Files are being saved already. */
  readonly isBusy?: boolean;
}

function Download({ picture, isLong, refusedBy, options, onChange, ...given }: DownloadProps) {
  const { t } = useTranslation('export');
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' });
  const { format, scale } = options;
  const isRefused = progress.kind === 'tooLarge' && scale >= progress.scale;
  const isTooLarge =
    format === 'png' && picture !== undefined && (isRefused || !fitsCanvas(picture.scene, scale));
  const save = async () => {
    if (!picture) return;
    const endBusy = beginBusy();
    setProgress({ kind: 'saving' });
    try {
      const saved = await savePicture(picture, options, given.name);
      setProgress(saved.kind === 'saved' ? saved : { kind: 'tooLarge', scale });
    } catch {
      setProgress({ kind: 'failed' });
    } finally {
      endBusy();
    }
  };
  const statusText =
    progressText(t, progress) ?? (picture && t('count', { count: picture.input.facts.eventCount }));
  return (
    <div className={styles.download}>
      {isTooLarge && <TooLarge picture={picture} options={options} onChange={onChange} />}
      {progress.kind === 'failed' && (
        <p role="alert" className={controls.error}>
          {t('problem.failed')}
        </p>
      )}
      <div className={styles.actions}>
        <p className={styles.status} role="status">
          {isLong ? t('making') : statusText}
        </p>
        <Button
          className={(given.isPlain ? controls.button : controls.solid) ?? ''}
          {...(refusedBy && { 'aria-describedby': refusedBy })}
          isDisabled={!picture || isTooLarge || given.isBusy === true || progress.kind === 'saving'}
          onPress={() => void save()}
        >
          {t('download')}
        </Button>
      </div>
    </div>
  );
}

function progressText(
  t: ReturnType<typeof useTranslation<'export'>>['t'],
  progress: Progress,
): string | undefined {
  if (progress.kind === 'saving') return t('saving');
  return progress.kind === 'saved' ? t('saved', { name: progress.name }) : undefined;
}

/** What a browser cannot make, and what to take instead: the next smaller size that it can, or SVG. */
function TooLarge({ picture, options, onChange }: FormatProps & { readonly picture: Picture }) {
  const { t } = useTranslation('export');
  const smaller = SCALES.findLast(
    (scale) => scale < options.scale && fitsCanvas(picture.scene, scale),
  );
  return (
    <div role="alert">
      <p className={controls.error}>{t('problem.tooLarge', pixelsOf(picture, options.scale))}</p>
      <Button
        className={controls.button ?? ''}
        onPress={() => {
          onChange(smaller ? { ...options, scale: smaller } : { ...options, format: 'svg' });
        }}
      >
        {smaller ? t('problem.smaller', { scale: smaller }) : t('problem.takeSvg')}
      </Button>
    </div>
  );
}
