import type { ReactNode } from 'react';

interface IconProps {
  readonly sizePx?: number;
}

/** Line icons on a 16 px grid. They only decorate: the control around them is named in words. */
export function icon(lines: ReactNode, strokeWidth = 1.5) {
  return function Icon({ sizePx = 16 }: IconProps) {
    return (
      <svg
        width={`${sizePx / 16}rem`}
        height={`${sizePx / 16}rem`}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth={strokeWidth}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {lines}
      </svg>
    );
  };
}

export const SearchIcon = icon(
  <>
    <circle cx="7" cy="7" r="4.5" />
    <path d="M10.4 10.4 14 14" />
  </>,
);
export const ChevronDownIcon = icon(<path d="m4.5 6.5 3.5 3.5 3.5-3.5" />);
export const ChevronLeftIcon = icon(<path d="M9.8 4.5 6.3 8l3.5 3.5" />, 1.7);
export const ChevronRightIcon = icon(<path d="M6.2 4.5 9.7 8l-3.5 3.5" />, 1.7);
export const ClockIcon = icon(
  <>
    <circle cx="8" cy="8" r="5.6" />
    <path d="M8 4.8V8l2.1 1.4" />
  </>,
);
export const ShareIcon = icon(
  <path d="M5.5 7H3.2v6.6h9.6V7h-2.3M8 10V2M5.2 4.6 8 1.9l2.8 2.7" />,
  1.6,
);
export const DownloadIcon = icon(<path d="M8 2v8M4.8 7 8 10.2 11.2 7M2.8 13.600h10.4" />, 1.6);
export const ListIcon = icon(<path d="M2.500 4h11M2.500 8h11M2.500 12h11" />);
export const PlusIcon = icon(<path d="M8 3.500v9M3.5 8h9" />);
export const MinusIcon = icon(<path d="M3.5 8h9" />);
export const CloseIcon = icon(<path d="m4 4 8 8M12 4l-8 8" />);
export const CheckIcon = icon(<path d="m3.8 8.3 2.9 2.9 5.5-6" />, 1.8);
export const PanelIcon = icon(<path d="M2 2.800h12v10.400H2zM6.2 2.800v10.4" />);
export const FilterIcon = icon(<path d="M2 4.300h12M4.3 8h7.400M6.6 11.700h2.8" />, 1.7);
export const LedgerIcon = icon(
  <path d="M2.5 2.800h11v10.400h-11zM2.5 6.200h11M8.200 6.200v7M4.600 9.700h1.600M10.200 9.700h1.600" />,
);
export const PreferencesIcon = icon(
  <>
    <path d="M2 4.800h6.500M12.5 4.800H14M2 11.200h1.500M7.5 11.200H14" />
    <circle cx="10.5" cy="4.8" r="1.9" />
    <circle cx="5.5" cy="11.2" r="1.9" />
  </>,
);

/** The wordmark's sign: two brackets that face each other, linked by a bar. */
export function EntenteIcon() {
  return (
    <svg
      width="26"
      height="20"
      viewBox="0 0 26 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M10.2 1.800h-.6A7.9 8.2 0 0 0 9.6 18.200h.6M15.8 1.800h.6a7.9 8.2 0 0 1 0 16.400h-.6M7.4 10h11.2" />
    </svg>
  );
}
export const TenorIcon = icon(
  <>
    <path d="M1.5 8h13" strokeWidth={1} />
    <path d="M1.5 7c2-4.5 4-4.5 6.5 1s4.5 5.5 6.5 1" />
  </>,
);
