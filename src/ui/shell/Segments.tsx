import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import controls from './controls.module.css';

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly nameOf: (option: T) => string;
  /** Where names are in a language of their own. */
  readonly langOf?: (option: T) => string | undefined;
  readonly className?: string | undefined;
}

/** One of a few, side by side. */
export function Segments<T extends string>(props: SegmentsProps<T>) {
  const { label, options, value, onChange, nameOf, langOf, className } = props;
  return (
    <ToggleButtonGroup
      className={[controls.segments, className].filter(Boolean).join(' ')}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const next = options.find((each) => keys.has(each));
        if (next !== undefined) onChange(next);
      }}
    >
      {options.map((each) => (
        <ToggleButton key={each} id={each} className={controls.segment ?? ''}>
          <span lang={langOf?.(each)}>{nameOf(each)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
