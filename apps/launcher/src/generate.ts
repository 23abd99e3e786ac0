import { runCommand } from './command.ts';
import { dataFolder, inRoot } from './paths.ts';
import { runWithSite } from './with-site.ts';

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
