import { icon } from '../icons';

export const ArrowUpIcon = icon(<path d="M8 13V3.500M4.200 7.200 8 3.400l3.800 3.800" />);
export const ArrowDownIcon = icon(<path d="M8 3v9.500M4.200 8.800 8 12.600l3.800-3.800" />);
export const PencilIcon = icon(
  <path d="m3 13 .8-3.200 7-7 2.400 2.400-7 7zM9.400 4.200l2.400 2.400" />,
);
export const TrashIcon = icon(
  <path d="M3 4.500h10M6.300 4.500V2.800h3.400v1.700M4.300 4.500l.6 8.700h6.200l.6-8.700M6.800 7v3.700M9.200 7v3.700" />,
);
