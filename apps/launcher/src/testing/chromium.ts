import { execFile, spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { inRoot, ROOT } from '../run/paths.ts';
import { Refusal } from '../run/terminal.ts';

export type Chromium = { readonly executablePath: string; readonly args: string[] };

/** Only our own pages are opened: no sandbox (containers and root lack what it needs), and nothing leaves the machine. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** A browser that really runs: CHROMIUM_PATH, else the system's, else the one shipped in npm (unpacked once). */
export async function findChromium(): Promise<Chromium> {
  const executablePath = process.env.CHROMIUM_PATH || systemChromium() || (await shippedChromium());
  if (!runs(executablePath))
    throw new Refusal(
      `Le navigateur ${executablePath} ne démarre pas : installez Chromium (« apt install chromium »), ou indiquez-en un par CHROMIUM_PATH.`,
    );
  return { executablePath, args: [...ARGUMENTS] };
}

/** Found on the path and able to start: some systems put a mere invitation to install under these names. */
function systemChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => isProgram(path) && runs(path));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const runs = (path: string) =>
  spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0;

/**
 * Unpacks `@sparticuz/chromium` into node_modules/.cache, with the libraries and the font that a bare system lacks, behind a
 * small script that points to them. Its own `executablePath()` would share /tmp with everybody, and half-written after a Ctrl-C.
 */
async function shippedChromium(): Promise<string> {
  const packed = inRoot('node_modules/@sparticuz/chromium');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packed))
    throw new Refusal(
      `Aucun navigateur Chromium ici, et il n’en est pas fourni pour ce système (${process.platform}-${process.arch}) : installez Chromium ou Chrome, ou indiquez-le par CHROMIUM_PATH.`,
    );
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = inRoot('node_modules/.cache', `preau-chromium-${version}`);
  const script = join(folder, 'chromium.sh');
  if (existsSync(script)) return script;
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  await unpack(
    ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) =>
      join(packed, 'bin', name),
    ),
    draft,
  );
  writeFileSync(join(draft, 'fonts.conf'), fontSettings(folder));
  writeFileSync(join(draft, 'chromium.sh'), startScript(runs(join(draft, 'chromium'))), {
    mode: 0o755,
  });
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  return script;
}

/** In a process of its own: the package unpacks into the temporary folder of the process that asks. */
async function unpack(archives: string[], folder: string): Promise<void> {
  const program = `import { inflate } from '@sparticuz/chromium'; for (const archive of process.argv.slice(1)) await inflate(archive);`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, ...archives], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', TMPDIR: folder },
  });
}

const fontSettings = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

/** The shipped libraries are only used where the system lacks its own. */
const startScript = (complete: boolean) => `#!/bin/sh
here="\${0%/*}"
export FONTCONFIG_FILE="$here/fonts.conf"
${complete ? '' : 'export LD_LIBRARY_PATH="$here/al2023/lib"\n'}exec "$here/chromium" "$@"
`;
