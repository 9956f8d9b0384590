import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** A file may import its own room and rooms of a lower rank. */
const RANK: Readonly<Record<string, number>> = {
  lib: 0,
  time: 1,
  model: 2,
  query: 3,
  scene: 4,
  paint: 5,
  state: 5,
  formats: 6,
  io: 7,
  ui: 8,
  app: 9,
  cli: 9,
  // The start-up file.
  'main.tsx': 10,
};
const ROOMS = Object.keys(RANK).filter((room) => room !== 'main.tsx');

/** Which rooms may use a package; one that is not listed is free to all. */
const ONLY: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(date-fns|@date-fns)(\/|$)/, ['time']],
  [/^d3-/, ['time', 'scene', 'paint', 'ui']],
  [/^zod(\/|$)/, ['model', 'state']],
  [/^minisearch(\/|$)/, ['query']],
  [/^(zustand|zundo)(\/|$)/, ['state', 'ui']],
  [/^fflate(\/|$)/, ['formats', 'io', 'cli']],
  [/^lineclip(\/|$)/, ['formats']],
  [/^(i18next|react-i18next)(\/|$)/, ['ui', 'cli']],
  [/^(ical\.js|@noble\/hashes|pdfkit|@resvg\/resvg-wasm)(\/|$)/, ['formats']],
  [/^(harfbuzzjs|woff-lib|bidi-js)(\/|$)/, ['formats', 'io', 'cli']],
  [/^(react|react-dom|react-aria|react-aria-components)(\/|$)/, ['ui', 'app', 'main.tsx']],
];

/** These rooms know no page, no clock, no network and no chance: such things are passed in. */
const PURE = ['lib', 'time', 'model', 'query', 'scene', 'paint', 'state', 'formats'];
const IMPURE = [
  /(?<![.\w$])(?:document|window|navigator|localStorage|sessionStorage|performance|globalThis)\s*[.[?]/g,
  /(?<![.\w$])fetch\s*\(/g,
  /\bDate\.now\b/g,
  /\bnew Date\s*(?:\(\s*\)|(?![\w\s(]))/g,
  /(?<!new )(?<![.\w$])Date\s*\(\s*\)/g,
  /\bMath\.random\b/g,
];

interface SourceFile {
  /** Relative to src, with forward slashes. */
  readonly file: string;
  readonly room: string;
  readonly text: string;
}

/** Files under a folder whose name ends so, relative to it, with forward slashes, sorted. */
function filesUnder(folder: string, ending: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => ending.test(file))
    .toSorted();
}

const sources: readonly SourceFile[] = filesUnder(path.join(root, 'src'), /\.tsx?$/).map(
  (file) => ({
    file,
    room: file.split('/')[0] ?? '',
    text: withoutComments(readFileSync(path.join(root, 'src', file), 'utf8')),
  }),
);

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<![:'"`\\])\/\/.*$/gm, '');
}

/** Targets of static, re-exporting, side-effect and dynamic imports. */
function importsOf(text: string): string[] {
  const statement = /\b(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*\(?\s*['"]([^'"\n]+)['"]/g;
  return [...text.matchAll(statement)].flatMap((found) => (found[1] ? [found[1]] : []));
}

const imports = sources.flatMap(({ file, room, text }) =>
  importsOf(text).map((target) => ({ file, room, target })),
);

function matchesIn(pattern: RegExp, files: readonly SourceFile[]): string[] {
  return files.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map((found) => `${file}: ${found[0]}`),
  );
}

function trackedFiles(): string[] {
  return execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '' && existsSync(path.join(root, file)));
}

describe('the layout of the house', () => {
  it('reads imports of every form', () => {
    const text = [
      "import { a } from './a';",
      "import type {\n  B,\n} from '../b';",
      "import './c.css';",
      "export { d } from './d';",
      "const e = () => import('./e');",
    ].join('\n');
    expect(importsOf(text)).toEqual(['./a', '../b', './c.css', './d', './e']);
  });

  it('keeps every source file in a known room', () => {
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter(({ room }) => RANK[room] === undefined).map(({ file }) => file)).toEqual(
      [],
    );
  });

  it('lets imports point one way only', () => {
    const wrong = imports.filter(({ file, room, target }) => {
      if (!target.startsWith('.')) return false;
      const place = path.posix.join('src', path.posix.dirname(file), target);
      if (!place.startsWith('src/')) return !place.startsWith('data/');
      const other = place.split('/')[1] ?? '';
      return other !== room && !((RANK[other] ?? Infinity) < (RANK[room] ?? -Infinity));
    });
    expect(wrong).toEqual([]);
  });

  it('keeps each package in its rooms', () => {
    const wrong = imports.filter(
      ({ room, target }) =>
        !target.startsWith('.') &&
        ONLY.some(([name, rooms]) => name.test(target) && !rooms.includes(room)),
    );
    expect(wrong).toEqual([]);
  });

  it('uses no path alias', () => {
    expect(imports.filter(({ target }) => /^[@~#]\//.test(target))).toEqual([]);
  });

  it.each(PURE)('keeps page, clock, network and chance out of %s', (pure) => {
    const files = sources.filter(({ room }) => room === pure);
    expect(IMPURE.flatMap((pattern) => matchesIn(pattern, files))).toEqual([]);
  });

  it('never builds markup or code from text', () => {
    const pattern =
      /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\(/g;
    expect(matchesIn(pattern, sources)).toEqual([]);
  });

  it.each(ROOMS)('has a README in %s', (room) => {
    expect(existsSync(path.join(root, 'src', room, 'README.md'))).toBe(true);
  });

  it('names files for what they hold', () => {
    const wrong = sources.filter(({ file }) => {
      const name = path.posix.basename(file);
      const drawer = /(?:^|\/)(?:utils?|helpers?|common|misc|index)(?:[./-]|$)/.test(file);
      const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*\.(?:ts|tsx)$/.test(name);
      const pascal = /^[A-Z][A-Za-z0-9]*\.tsx$/.test(name);
      return drawer || !(kebab || pascal);
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('has named exports only, and no barrels', () => {
    const pattern = /\bexport\s+default\b|\bexport\s*\*/g;
    expect(matchesIn(pattern, sources)).toEqual([]);
  });
});

describe('the style sheets', () => {
  it('set nothing beside what they compose from another file, which may come after it', () => {
    const folder = path.join(root, 'src');
    const rule = /^(\S[^{}]*)\{([^{}]*composes:[^;]*from[^;]*;[^{}]*)\}/gm;
    const wrong = filesUnder(folder, /\.module\.css$/).flatMap((file) =>
      [...readFileSync(path.join(folder, file), 'utf8').matchAll(rule)]
        .filter((found) => found[2]?.trim().replace(/^composes:[^;]*;$/, '') !== '')
        .map((found) => `${file}: ${found[1]?.trim()} {…} (put the rest under a doubled selector)`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the files of the project', () => {
  it('name no path of a machine and no registry', () => {
    const machinePath = /(?:^|[\s"'`(=])\/(?:work|home|root|Users|farm|mnt)\/\w/m;
    const registry = /\/\/(?:registry|deb|npm)\.[a-z]/;
    const wrong = trackedFiles()
      .filter((file) => /\.(?:m?[jt]sx?|json|md|ya?ml|css|html|svg|txt)$|(?:^|\/)\./.test(file))
      .filter((file) => {
        const text = readFileSync(path.join(root, file), 'utf8');
        return machinePath.test(text) || registry.test(text);
      });
    expect(wrong).toEqual([]);
  });
});

describe('the message catalogues', () => {
  const folder = path.join(root, 'src/ui/messages');

  /** `area.key` of every message; of plurals the key without its suffix. */
  function keysOf(language: string): Set<string> {
    const keys = new Set<string>();
    for (const file of filesUnder(path.join(folder, language), /\.json$/)) {
      const text = readFileSync(path.join(folder, language, file), 'utf8');
      collect(JSON.parse(text) as Messages, path.basename(file, '.json'), keys);
    }
    return keys;
  }

  interface Messages {
    readonly [key: string]: string | Messages;
  }

  function collect(messages: Messages, prefix: string, keys: Set<string>): void {
    for (const [key, value] of Object.entries(messages)) {
      if (typeof value === 'string')
        keys.add(`${prefix}.${key.replace(/_(zero|one|two|few|many|other)$/, '')}`);
      else collect(value, `${prefix}.${key}`, keys);
    }
  }

  /** The strings of one file, and the beginnings of those put together at run time: `kinds.${kind}`. */
  const written = sources.map(({ text }) => ({
    strings: new Set(
      [...text.matchAll(/(['"])([\w.:-]+)\1|`([\w.:-]+)`/g)].map((found) =>
        (found[2] ?? found[3] ?? '').replace(':', '.'),
      ),
    ),
    prefixes: [...text.matchAll(/`([\w-][\w.:-]*[.:])\$\{/g)].map((found) =>
      (found[1] ?? '').replace(':', '.'),
    ),
  }));

  it('say the same things in English and Japanese', () => {
    const [english, japanese] = [keysOf('en'), keysOf('ja')];
    expect(english.size).toBeGreaterThan(0);
    expect([...japanese].toSorted()).toEqual([...english].toSorted());
  });

  it('hold no message that nothing uses', () => {
    const unused = [...keysOf('en')].filter((key) => {
      const area = key.slice(0, key.indexOf('.'));
      const short = key.slice(area.length + 1);
      return !written.some(({ strings, prefixes }) => {
        const whole = strings.has(key) || prefixes.some((prefix) => key.startsWith(prefix));
        // A file that names the area (`useTranslation('filters')`) may leave it out of the keys.
        const inArea = strings.has(short) || prefixes.some((prefix) => short.startsWith(prefix));
        return whole || (inArea && strings.has(area));
      });
    });
    expect(unused).toEqual([]);
  });
});
