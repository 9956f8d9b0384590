/** As much of a window as the address needs: entries of the history, and Back. */
export function fakeWindow(search = '') {
  const target = new EventTarget();
  const entries = [search];
  let at = 0;
  const calls: [mode: 'push' | 'replace', search: string][] = [];
  const location = { pathname: '/entente/', hash: '#top', search };
  return {
    location,
    history: {
      pushState: (_state: unknown, _title: string, url?: string | URL | null) => {
        entries.splice(at + 1, entries.length, searchOf(url));
        at++;
        location.search = entries[at] ?? '';
        calls.push(['push', location.search]);
      },
      replaceState: (_state: unknown, _title: string, url?: string | URL | null) => {
        entries[at] = searchOf(url);
        location.search = entries[at] ?? '';
        calls.push(['replace', location.search]);
      },
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    /** Every write, in order. */
    calls,
    back: () => {
      at--;
      location.search = entries[at] ?? '';
      target.dispatchEvent(new Event('popstate'));
    },
    hide: () => {
      target.dispatchEvent(new Event('pagehide'));
    },
  };
}

function searchOf(url: string | URL | null | undefined): string {
  return new URL(String(url), 'http://localhost/').search;
}
