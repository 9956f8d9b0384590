/** Area (`shell`, `filters`, …) → nested messages. */
export type Catalogues = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** From files by path to messages by area: `./shell.json` becomes `shell`. */
export function cataloguesOf(files: Catalogues): Catalogues {
  return Object.fromEntries(
    Object.entries(files).map(([path, messages]) => [
      path.replace(/^.*\//, '').replace(/\.json$/, ''),
      messages,
    ]),
  );
}
