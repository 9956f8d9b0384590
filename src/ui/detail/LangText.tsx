import type { Text } from '../../model/dataset';
import { textIn } from '../../model/text';
import type { Language } from '../../state/state';

interface LangTextProps {
  readonly text: Text;
  readonly language: Language;
  readonly className?: string | undefined;
}

/** A run of the dataset's text, in the reader's language where it has it, marked with the language that it is in. */
export function LangText({ text, language, className }: LangTextProps) {
  const run = textIn(text, language);
  return (
    <span lang={run.lang || undefined} className={className}>
      {run.text}
    </span>
  );
}
