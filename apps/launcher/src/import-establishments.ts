import { runCommand } from './run/command.ts';
import { dataFolder, inRoot } from './run/paths.ts';
import { runWithSite } from './site/with-site.ts';

/** `npm run import:establishments -- file.csv`: takes over the national directory of establishments. */
runCommand((args) =>
  runWithSite({
    command: 'import:establishments',
    dataDir: dataFolder(),
    script: inRoot('dist/api/import-establishments.js'),
    args,
    env: () => ({}),
  }),
);
