/** As much of a window as the address needs: entries of the history, and Back. */
export function fakeWindow(search = '') {
  const target = new EventTarget();
  const entries = [search];
  const states: unknown[] = [null];
  let at = 0;
  const calls: [mode: 'push' | 'replace', search: string][] = [];
  const location = { pathname: '/entente/', hash: '#top', search };
  const go = (steps: number) => {
    at += steps;
    location.search = entries[at] ?? '';
    target.dispatchEvent(Object.assign(new Event('popstate'), { state: states[at] }));
  };
  return {
    location,
    history: {
      pushState: (state: unknown, _title: string, url?: string | URL | null) => {
        entries.splice(at + 1, entries.length, searchOf(url));
        states.splice(at + 1, states.length, state);
        at++;
        location.search = entries[at] ?? '';
        calls.push(['push', location.search]);
      },
      replaceState: (state: unknown, _title: string, url?: string | URL | null) => {
        entries[at] = searchOf(url);
        states[at] = state;
        location.search = entries[at] ?? '';
        calls.push(['replace', location.search]);
      },
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    /** Every write, in order. */
    calls,
    back: () => {
      go(-1);
    },
    forward: () => {
      go(1);
    },
    hide: () => {
      target.dispatchEvent(new Event('pagehide'));
    },
  };
}

function searchOf(url: string | URL | null | undefined): string {
  return new URL(String(url), 'http://localhost/').search;
}
