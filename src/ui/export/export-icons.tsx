import { icon } from '../icons';

export const CopyIcon = icon(
  <>
    <path d="M5.500 5.500h8v8h-8z" />
    <path d="M10.500 5.500v-3h-8v8h3" />
  </>,
);
export const PrintIcon = icon(
  <>
    <path d="M4.500 6V2.500h7V6M4.500 11.500h-2V6h11v5.500h-2" />
    <path d="M4.500 9.500h7v4h-7z" />
  </>,
);
