// npm run dev: the same parts as npm start, but pages are rebuilt as they are edited. Beside a running npm start it needs its own
// folder and port: DATA_DIR=.data/dev is the default here, and PORT=5173.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createServer } from 'vite';

process.env.DATA_DIR ??= path.resolve('.data/dev');
process.env.PORT ??= '5173';
process.env.DEMO ??= '1';
const { openInstallation } = await import('../src/database/installation.ts');
const { urnSocketPath } = await import('../src/base/urn-socket.ts');
const dataDir = path.resolve(process.env.DATA_DIR);
const installation = await openInstallation(dataDir);
const demo = spawn(process.execPath, ['src/cli.ts', 'demo', '--slug', 'fjordby', '--if-empty'], {
  stdio: 'inherit',
  env: { ...process.env, DATA_DIR: dataDir },
});
await new Promise((resolve) => demo.on('exit', resolve));

const part = (name: 'worker' | 'urn') =>
  spawn(process.execPath, [`src/${name}.ts`], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PEJLING_PROCESS: name,
      [`DATABASE_URL_${name.toUpperCase()}`]: installation.urls[name],
    },
  });
const children = [part('urn'), part('worker')];
process.env.PEJLING_PROCESS = 'web';
process.env.DATABASE_URL_WEB = installation.urls.web;
const server = await createServer({
  server: {
    port: Number(process.env.PORT),
    strictPort: true,
    proxy: { '/urn': { target: { socketPath: urnSocketPath(dataDir) } as never } },
  },
});
await server.listen();
server.printUrls();

process.on('SIGINT', () => {
  for (const child of children) child.disconnect();
  void server
    .close()
    .then(() => (installation.startedHere ? installation.stop() : undefined))
    .then(() => process.exit(0));
});
