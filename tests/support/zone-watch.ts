import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import workerThreads from 'node:worker_threads';

// Code can learn the machine's time zone in few ways. Here each of them is watched, so that code which goes one is found
// even where its results come out the same.

const WATCH = Symbol.for('entente.zone-watch');

interface Watch {
  readonly asked: Map<string, string>;
  isOn: boolean;
}

/** Who asked (a file of ours, or a package) and how, since the last look. */
export type Asked = ReadonlyMap<string, string>;

/** One in each worker, even where a test has had this file read again. */
const watch = ((globalThis as { [WATCH]?: Watch })[WATCH] ??= { asked: new Map(), isOn: false });
const { asked } = watch;

/** What has been asked since the last call. */
export function takeAsked(): Asked {
  const taken = new Map(asked);
  asked.clear();
  return taken;
}

/** Watches from now on, once in each worker. All does what it did before. */
export function watchZone(): void {
  if (watch.isOn) return;
  watch.isOn = true;
  watchDates();
  watchFormats();
  watchOtherRealms();
}

const PARTS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds', 'Year'];
const LOCAL_METHODS = [
  'getDay',
  'getTimezoneOffset',
  'toString',
  'toDateString',
  'toTimeString',
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  ...PARTS.flatMap((part) => [`get${part}`, `set${part}`]),
];

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;
type Methods = Record<string, AnyFunction>;

function watchDates(): void {
  const Plain = Date;
  const methods = Plain.prototype as unknown as Methods;
  for (const name of LOCAL_METHODS) watchMethod(methods, name, () => true);
  function Watched(...args: unknown[]): unknown {
    if (!new.target) return note('Date()', Plain());
    const isLocal = args.length > 1 || (args.length === 1 && isLocalText(args[0]));
    if (isLocal) note(`new Date(${args.join(', ')})`);
    return Reflect.construct(Plain, args, targetOf(new.target, Watched, Plain));
  }
  const parse = (text: string) => {
    if (isLocalText(text)) note(`Date.parse(${text})`);
    return Plain.parse(text);
  };
  const { prototype } = Plain;
  Object.assign(Watched, { now: () => Plain.now(), UTC: Plain.UTC.bind(Plain), parse, prototype });
  prototype.constructor = Watched;
  globalThis.Date = Watched as unknown as DateConstructor;
}

/** By ECMAScript a day alone is in UTC; a day with a time and no offset, and all that is no ISO 8601, is local. */
function isLocalText(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  return !/^[+-]?\d{4,6}(?:-\d\d){0,2}$/.test(text) && !/(?:Z|[+-]\d\d:?\d\d|GMT|UTC)$/.test(text);
}

function watchFormats(): void {
  const Plain = Intl.DateTimeFormat;
  const local = new WeakSet<object>();
  const isLocal = (format: unknown) => local.has(format as object);
  const methods = Plain.prototype as unknown as Methods;
  for (const name of ['formatToParts', 'formatRange', 'formatRangeToParts', 'resolvedOptions'])
    watchMethod(methods, name, isLocal);
  const format = Object.getOwnPropertyDescriptor(Plain.prototype, 'format');
  Object.defineProperty(Plain.prototype, 'format', {
    ...format,
    get(this: Intl.DateTimeFormat) {
      if (isLocal(this)) note('format');
      return format?.get?.call(this) as unknown;
    },
  });
  function Watched(...args: [unknown?, Intl.DateTimeFormatOptions?]): unknown {
    const made: object = Reflect.construct(Plain, args, targetOf(new.target, Watched, Plain));
    if (args[1]?.timeZone === undefined) local.add(note('Intl.DateTimeFormat', made));
    return made;
  }
  const { prototype } = Plain;
  Object.assign(Watched, { supportedLocalesOf: Plain.supportedLocalesOf.bind(Plain), prototype });
  prototype.constructor = Watched;
  Intl.DateTimeFormat = Watched as unknown as typeof Intl.DateTimeFormat;
}

/** Classes that extend the watched one keep their own prototype. */
function targetOf(target: unknown, watched: unknown, plain: unknown): new () => object {
  return (target === undefined || target === watched ? plain : target) as new () => object;
}

/** A child process or a worker has clocks of its own, which can't be watched from here. */
function watchOtherRealms(): void {
  const starts = ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'];
  for (const name of starts) watchMethod(childProcess as unknown as Methods, name, () => true);
  const plain = workerThreads.Worker;
  workerThreads.Worker = class extends plain {
    constructor(...args: ConstructorParameters<typeof plain>) {
      note('new Worker');
      super(...args);
    }
  };
  syncBuiltinESMExports();
}

function watchMethod(methods: Methods, name: string, isLocal: (self: unknown) => boolean): void {
  const plain = methods[name];
  if (!plain) throw new Error(`no method ${name}`);
  methods[name] = function (this: unknown, ...args) {
    if (isLocal(this)) note(name);
    return plain.apply(this, args);
  };
}

/** Writes down who asks, and passes on what is given to it. */
function note<T>(how: string, result?: T): T {
  const who = askerIn(new Error().stack ?? '');
  if (who && !asked.has(who)) asked.set(who, how);
  return result as T;
}

/** The nearest caller that is no part of this file, of Node or of the test runner. */
function askerIn(stack: string): string | undefined {
  for (const line of stack.split('\n').slice(1)) {
    const file = /(?:file:\/\/|\(|at )(\/[^:]+|[A-Z]:[^:]+):\d+:\d+/.exec(line)?.[1];
    if (!file || file === import.meta.filename) continue;
    const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
    if (inPackage === 'vitest' || inPackage?.startsWith('@vitest/')) return undefined;
    return inPackage ?? file.replace(/^.*?\/(?=(?:src|tests|scripts)\/)/, '');
  }
  return undefined;
}
