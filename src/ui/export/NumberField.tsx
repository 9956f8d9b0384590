import { useId, useState } from 'react';
import controls from '../shell/controls.module.css';

interface NumberFieldProps {
  readonly label: string;
  /** Not a number where the field holds none. */
  readonly value: number;
  readonly isInvalid: boolean;
  readonly onChange: (value: number) => void;
}

/** A number as it is typed: what is no number yet is told as such and stays in the field. */
export function NumberField({ label, value, isInvalid, onChange }: NumberFieldProps) {
  const id = useId();
  const [text, setText] = useState(String(value));
  const shown = readNumber(text) === value || Number.isNaN(value) ? text : String(value);
  return (
    <div>
      <label className={controls.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={controls.field}
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        aria-invalid={isInvalid}
        onChange={({ target }) => {
          setText(target.value);
          onChange(readNumber(target.value));
        }}
      />
    </div>
  );
}

/** With a point or a comma, in figures of full width too. */
function readNumber(text: string): number {
  const plain = text.normalize('NFKC').trim().replace(',', '.');
  return /^\d+(\.\d*)?$/.test(plain) ? Number(plain) : Number.NaN;
}
