import { Label, Radio, RadioGroup } from 'react-aria-components';
import controls from '../shell/controls.module.css';
import styles from './ExportDialog.module.css';

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <RadioGroup
      className={styles.choice ?? ''}
      value={value}
      onChange={(chosen) => {
        const option = options.find((each) => each.value === chosen);
        if (option) onChange(option.value);
      }}
      orientation="horizontal"
    >
      <Label className={controls.label ?? ''}>{label}</Label>
      <div className={controls.segments}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles.option ?? ''}>
            {option.name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
