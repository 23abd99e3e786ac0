import { runCommand } from './run/command.ts';
import { dataFolder, inRoot } from './run/paths.ts';
import { runWithSite } from './site/with-site.ts';

/** `npm run recount -- --check`: counts everything again and compares. */
runCommand((args) =>
  runWithSite({
    command: 'recount',
    dataDir: dataFolder(),
    script: inRoot('dist/api/recount.js'),
    args,
    env: () => ({}),
  }),
);
