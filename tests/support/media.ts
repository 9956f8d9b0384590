/** jsdom knows no media: from then on these queries hold, and no others. Without any it is a wide screen and a mouse. */
export function stubMedia(...matching: readonly string[]): void {
  globalThis.matchMedia = (media: string) =>
    Object.assign(new EventTarget(), {
      matches: matching.includes(media),
      media,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
}
