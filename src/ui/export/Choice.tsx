import { Label, Radio, RadioGroup } from 'react-aria-components';
import controls from '../shell/controls.module.css';
import styles from './Choice.module.css';

export interface ChoiceProps<T extends string> {
  readonly label: string;
  /** Whether the label is for screen readers alone. */
  readonly hidesLabel?: boolean;
  /** Undefined where none is chosen. */
  readonly value: T | undefined;
  readonly options: readonly {
    readonly value: T;
    readonly name: string;
    readonly lang?: string | undefined;
  }[];
  readonly onChange: (value: T) => void;
  /** `chips` for names that need more than one line; `wide` shares out the whole width. */
  readonly look?: 'segments' | 'chips' | 'wide';
}

const LOOKS = {
  segments: [controls.segments, styles.option],
  wide: [`${controls.segments} ${styles.wide}`, styles.option],
  chips: [styles.chips, styles.chip],
} as const;

/** One of a few, side by side. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, hidesLabel = false, value, options, onChange, look = 'segments' } = props;
  const [listClass, optionClass] = LOOKS[look];
  return (
    <RadioGroup
      className={styles.choice ?? ''}
      value={value ?? null}
      onChange={(chosen) => {
        const option = options.find((each) => each.value === chosen);
        if (option) onChange(option.value);
      }}
      orientation="horizontal"
    >
      <Label className={hidesLabel ? 'visually-hidden' : (controls.label ?? '')}>{label}</Label>
      <div className={listClass}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={optionClass ?? ''}>
            <span lang={option.lang}>{option.name}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
