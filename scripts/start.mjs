// npm start: builds the app and serves it on 127.0.0.1:4173, or the next free port ($PORT to begin elsewhere).
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
await build({ root, logLevel: 'warn' });
const server = await preview({
  root,
  logLevel: 'warn',
  preview: { host: '127.0.0.1', port: Number(process.env.PORT ?? 4173), strictPort: false },
});
const address = server.httpServer.address();
if (!address || typeof address === 'string') throw new Error('The server has no port');
console.log(`\nEntente is at http://127.0.0.1:${address.port}/ (Ctrl+C ends it)\n`);
