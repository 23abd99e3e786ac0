import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export type Servers = { apiPid: number; workerPid: number; stop: () => Promise<void> };

async function start(script: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = fork(script, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${script} ended while starting`);
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return child;
}

/** The API and the worker as `npm start` runs them, with the documents this bench sends. */
export async function startServers(env: NodeJS.ProcessEnv): Promise<Servers> {
  const api = await start('dist/api/main.js', env);
  const worker = await start('dist/api/worker.js', env);
  return {
    apiPid: api.pid ?? 0,
    workerPid: worker.pid ?? 0,
    async stop() {
      const ends = [api, worker].map((child) => once(child, 'exit'));
      api.kill('SIGTERM');
      worker.kill('SIGTERM');
      await Promise.all(ends);
    },
  };
}
