import { runCommand } from './run/command.ts';
import { dataFolder, inRoot } from './run/paths.ts';
import { runWithSite } from './site/with-site.ts';

/** `npm run connection-records`: takes connection records out for a legal request, with the rights of the tables' owner. */
runCommand((args) =>
  runWithSite({
    command: 'connection-records',
    dataDir: dataFolder(),
    script: inRoot('dist/api/connection-records.js'),
    args,
    env: ({ ownerUrl }) => ({ DATABASE_OWNER_URL: ownerUrl }),
  }),
);
