import { freePort } from '../run/ports.ts';
import { run } from '../run/program.ts';
import { parseSettings } from './settings.ts';
import { prepareSite, type Site } from './site.ts';

type Tool = {
  readonly command: string;
  readonly dataDir: string;
  /** The program and what it adds to the application's environment. */
  readonly script: string;
  readonly args: readonly string[];
  readonly env: (site: Site) => NodeJS.ProcessEnv;
};

/** Runs one program against the database: that of a running `npm start`, else one started for the time it takes. */
export async function runWithSite({ command, dataDir, script, args, env }: Tool): Promise<number> {
  const settings = parseSettings({ ...process.env, PORT: process.env.PORT || String(await freePort()) });
  const site = await prepareSite({ command, dataDir, settings, join: true });
  return run(process.execPath, ['--enable-source-maps', script, ...args], {
    env: { ...site.env, ...env(site) },
  });
}
