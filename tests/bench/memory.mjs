// JavaScript's memory as the browser counts it after a garbage collection: objects of the page and of its workers by their
// inspectors, buffers (shared ones too, each once) by a memory dump of the page's process. `performance.
// measureUserAgentSpecificMemory` would tell both, but headless Chromium doesn't have it.

const MB = 1e6;
const BUFFERS = 'partition_alloc/partitions/array_buffer';
const WORKER_ANSWER_MS = 5000;

/**
 * @param {import('playwright').Page} page
 * @returns {Promise<{ heapMb: number, objectsMb: number, workersMb: number, buffersMb: number, nodes: number }>}
 *   heapMb is the sum of the three that follow; nodes are the DOM's
 */
export async function measureMemory(page) {
  const session = await page.context().newCDPSession(page);
  const workersMb = (await workerHeaps(session)).reduce((sum, bytes) => sum + bytes, 0) / MB;
  await session.send('HeapProfiler.collectGarbage');
  const main = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const objectsMb = main.usedSize / MB;
  const buffersMb = ((await bufferBytes(page)) ?? main.backingStorageSize) / MB;
  return {
    heapMb: objectsMb + workersMb + buffersMb,
    objectsMb,
    workersMb,
    buffersMb,
    nodes: await page.evaluate(countNodes),
  };
}

function countNodes() {
  const walker = document.createTreeWalker(document);
  let count = 1;
  while (walker.nextNode()) count++;
  return count;
}

/** Objects of each worker in bytes. A session within a session: Playwright hands out none for workers. */
async function workerHeaps(session) {
  const answers = [];
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') answers.push(workerHeap(session, sessionId));
  });
  const options = { waitForDebuggerOnStart: false, flatten: false };
  await session.send('Target.setAutoAttach', { autoAttach: true, ...options });
  // The answer to this comes after the events of all workers.
  await session.send('Runtime.evaluate', { expression: '0' });
  const heaps = await Promise.all(answers);
  await session.send('Target.setAutoAttach', { autoAttach: false, ...options });
  return heaps;
}

function workerHeap(session, sessionId) {
  const ask = (id, method) =>
    session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method }),
    });
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(NaN), WORKER_ANSWER_MS);
    session.on('Target.receivedMessageFromTarget', (received) => {
      if (received.sessionId !== sessionId) return;
      const { id, result } = JSON.parse(received.message);
      if (id !== 2) return;
      clearTimeout(timer);
      resolve(result.usedSize);
    });
    void ask(1, 'HeapProfiler.collectGarbage').then(() => ask(2, 'Runtime.getHeapUsage'));
  });
}

/** Of the process that has most: other pages are closed, and a spare process has none. */
async function bufferBytes(page) {
  const session = await page.context().browser().newBrowserCDPSession();
  const dumps = [];
  session.on('Tracing.dataCollected', ({ value }) => dumps.push(...value));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['disabled-by-default-memory-infra'],
      excludedCategories: ['*'],
      memoryDumpConfig: { triggers: [] },
    },
  });
  const { success } = await session.send('Tracing.requestMemoryDump', {
    levelOfDetail: 'detailed',
  });
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const sizes = dumps.map(
    ({ args }) => args?.dumps?.allocators?.[BUFFERS]?.attrs?.size?.value ?? '0',
  );
  return success ? Math.max(0, ...sizes.map((hex) => Number.parseInt(hex, 16))) : undefined;
}
