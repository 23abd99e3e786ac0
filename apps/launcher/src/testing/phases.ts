import { readFileSync, rmSync } from 'node:fs';
import { ensureBuilt, markBuilt } from '../site/build.ts';
import { countCheck, countJest, sumCounts, type Count, type JestReport } from './jest-report.ts';
import { inRoot } from '../run/paths.ts';
import { logFile, programEnvironment, run } from '../run/program.ts';

/** One part of `npm test`, which can also be asked for alone: `npm test -- unit api`. */
export type Phase = { readonly name: string; readonly title: string; readonly run: () => Promise<Count> };

export const PHASES: readonly Phase[] = [
  check('format', 'Mise en forme', 'prettier', ['--check', '--log-level=warn', '.']),
  check('codegen', 'Types tirés du schéma GraphQL', 'nx', [
    'run',
    'graphql:codegen',
    '--output-style=stream',
  ]),
  check('lint', 'Règles de code', 'nx', ['run-many', '-t', 'lint', '--output-style=stream']),
  // One pass for each place where code runs: a pass for each project reads what they share twenty times.
  types('types', 'Types', ['domain', 'node', 'browser', 'erasable']),
  types('test-types', 'Types des tests', ['tests']),
  jest('unit', 'Tests du domaine'),
  jest('api', 'Tests de l’API, sur PostgreSQL'),
  jest('component', 'Tests des composants'),
  {
    name: 'build',
    title: 'Construction',
    run: async () => {
      const code = await run('nx', ['run-many', '-t', 'build', '--output-style=stream']);
      if (code === 0) markBuilt();
      return countCheck(code);
    },
  },
  {
    name: 'e2e',
    title: 'Parcours dans un navigateur',
    run: async () => {
      await ensureBuilt();
      return runJest('e2e', ['--config', '.config/jest.e2e.config.mjs']);
    },
  },
];

function check(name: string, title: string, command: string, args: string[]): Phase {
  return { name, title, run: async () => countCheck(await run(command, args)) };
}

function types(name: string, title: string, passes: string[]): Phase {
  return {
    name,
    title,
    run: async () => {
      const counts: Count[] = [];
      for (const pass of passes)
        counts.push(countCheck(await run('tsc', ['-p', `.config/tsconfig.${pass}.json`])));
      return sumCounts(counts);
    },
  };
}

function jest(name: string, title: string): Phase {
  const args = ['--config', '.config/jest.config.mjs', '--selectProjects', name];
  return { name, title, run: () => runJest(name, args) };
}

async function runJest(name: string, args: string[]): Promise<Count> {
  const report = logFile(`jest-${name}`).replace(/log$/, 'json');
  rmSync(report, { force: true });
  const code = await run(
    process.execPath,
    [inRoot('node_modules/jest/bin/jest.js'), ...args, '--ci', '--json', `--outputFile=${report}`],
    {
      env: programEnvironment({
        NODE_ENV: 'test',
        NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
      }),
    },
  );
  return countJest(readReport(report), code);
}

function readReport(file: string): JestReport | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  } catch {
    return null;
  }
}
