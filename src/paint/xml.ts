/** Attributes in the order given; those that are undefined are left out. Numbers are rounded to 2 decimals. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

// What XML 1.0 cannot hold at all, and the control characters that no one can see in a text.
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * Any string as text or attribute value of well-formed XML: controls dropped, lone surrogates replaced, each line
 * break or tab made a blank, as a canvas draws them.
 */
export function escapeXml(text: string): string {
  return text
    .replaceAll(LONE_SURROGATES, '\uFFFD')
    .replaceAll(CONTROLS, '')
    .replaceAll(/[\t\n\r]/g, ' ')
    .replaceAll(/[&<>"]/g, (mark) => ENTITIES[mark] ?? '');
}

/** Two decimals, no trailing zeros, never `-0`; 0 for what is not finite. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '0';
  return String(Math.round(value * 100) / 100 || 0);
}

/** An element; `content` is XML already and is put in as it is. */
export function element(name: string, attributes: Attributes, content?: string): string {
  const opening = `<${name}${formatAttributes(attributes)}`;
  return content === undefined ? `${opening}/>` : `${opening}>${content}</${name}>`;
}

function formatAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (value === undefined) return '';
      return ` ${name}="${typeof value === 'number' ? formatNumber(value) : escapeXml(value)}"`;
    })
    .join('');
}
