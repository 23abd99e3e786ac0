import { runCommand } from './run/command.ts';
import { dataFolder, inRoot } from './run/paths.ts';
import { runWithSite } from './site/with-site.ts';

/** `npm run generate -- --responses 1000000`: plausible answers, from a seed. */
runCommand((args) =>
  runWithSite({
    command: 'generate',
    dataDir: dataFolder(),
    script: inRoot('dist/api/generate.js'),
    args,
    // Loading by the million needs the tables' owner.
    env: ({ ownerUrl }) => ({ DATABASE_OWNER_URL: ownerUrl }),
  }),
);
