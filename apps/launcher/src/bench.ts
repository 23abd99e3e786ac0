import { join } from 'node:path';
import { runCommand } from './run/command.ts';
import { dataFolder, inRoot } from './run/paths.ts';
import { Refusal } from './run/terminal.ts';
import { runWithSite } from './site/with-site.ts';

/** `npm run bench`: the figures, on a database of its own that nobody's data can be lost in. */
runCommand(async (args) => {
  if (process.env.DATABASE_URL)
    throw new Refusal(
      'DATABASE_URL est indiqué : « npm run bench » écrit un million de réponses et n’emploie que sa propre base. Retirez ce réglage.',
    );
  return runWithSite({
    command: 'bench',
    dataDir: join(dataFolder(), 'bench'),
    script: inRoot('apps/bench/src/main.ts'),
    args,
    env: ({ ownerUrl }) => ({ DATABASE_OWNER_URL: ownerUrl }),
  });
});
