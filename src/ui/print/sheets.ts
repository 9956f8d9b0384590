import styles from './Sheets.module.css';
import './print.css';

/** A page to be printed. */
export interface Sheet {
  /** Well-formed, and of our own making. */
  readonly svg: string;
  /** Of the paper: its sides in points, or the reader's own lying across, with margins. */
  readonly paper: { readonly widthPt: number; readonly heightPt: number } | 'across';
}

/** Stands on the root while sheets are printed in place of the page. */
const MARK = 'printsSheets';

let shown: { readonly host: HTMLElement; readonly style: CSSStyleSheet } | undefined;

/** Puts sheets in place of the page wherever that is printed, each on paper of its own size, until `hideSheets`. */
export function showSheets(sheets: readonly Sheet[]): void {
  hideSheets();
  const host = document.createElement('div');
  host.className = styles.sheets ?? '';
  host.append(...sheets.map(sheetElement));
  const style = new CSSStyleSheet();
  style.replaceSync(sheets.map(pageRule).join('\n'));
  document.adoptedStyleSheets.push(style);
  document.body.append(host);
  document.documentElement.dataset[MARK] = '';
  shown = { host, style };
}

/** Puts the page back. */
export function hideSheets(): void {
  if (!shown) return;
  const { host, style } = shown;
  shown = undefined;
  host.remove();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== style);
  delete document.documentElement.dataset[MARK];
}

export function hasSheets(): boolean {
  return shown !== undefined;
}

/** Opens the browser's dialog for printing the sheets. Ends when that is closed, where the browser tells. */
export function printSheets(sheets: readonly Sheet[]): void {
  showSheets(sheets);
  addEventListener('afterprint', hideSheets, { once: true });
  print();
}

function sheetElement({ svg }: Sheet, at: number): HTMLElement {
  const sheet = document.createElement('section');
  sheet.className = styles.sheet ?? '';
  sheet.style.setProperty('page', pageName(at));
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  sheet.append(document.adoptNode(documentElement));
  return sheet;
}

function pageName(at: number): string {
  return `sheet-${at + 1}`;
}

function pageRule({ paper }: Sheet, at: number): string {
  const rules =
    paper === 'across'
      ? 'size: landscape; margin: 8mm'
      : `size: ${paper.widthPt.toFixed(2)}pt ${paper.heightPt.toFixed(2)}pt; margin: 0`;
  return `@page ${pageName(at)} { ${rules}; }`;
}
