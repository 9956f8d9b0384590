import styles from './Sheets.module.css';
import './print.css';

/** A page to be printed. */
export interface Sheet {
  /** Well-formed, and of our own making. */
  readonly svg: string;
  readonly widthPt: number;
  readonly heightPt: number;
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

export function hideSheets(): void {
  if (!shown) return;
  const { host, style } = shown;
  shown = undefined;
  host.remove();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== style);
  delete document.documentElement.dataset[MARK];
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

function pageRule({ widthPt, heightPt }: Sheet, at: number): string {
  return `@page ${pageName(at)} { size: ${widthPt.toFixed(2)}pt ${heightPt.toFixed(2)}pt; margin: 0; }`;
}
