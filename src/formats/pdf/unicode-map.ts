/** Adobe's limits of a map: so many entries in a block, so many letters in an entry. */
const BLOCK = 100;
const MOST_UNITS = 120;

/**
 * The `ToUnicode` map of a font: what each code stands for, so that text can be searched and copied. `texts` by code, from
 * `firstCode` on; `bytes` is the length of a code.
 */
export function unicodeMap(
  texts: readonly string[],
  { firstCode, bytes }: { readonly firstCode: number; readonly bytes: 1 | 2 },
): string {
  const entries = texts.map(
    (text, i) => `<${hex(firstCode + i, 2 * bytes)}> <${utf16(text.slice(0, MOST_UNITS))}>`,
  );
  const blocks: string[] = [];
  for (let i = 0; i < entries.length; i += BLOCK) {
    const block = entries.slice(i, i + BLOCK);
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    `<${'00'.repeat(bytes)}> <${'FF'.repeat(bytes)}>`,
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function utf16(text: string): string {
  let digits = '';
  for (let i = 0; i < text.length; i++) digits += hex(text.charCodeAt(i), 4);
  return digits;
}

/** A whole number in so many hexadecimal digits. */
export function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
