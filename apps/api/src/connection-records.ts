import 'reflect-metadata';
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { exportConnections, type ConnectionExportFault } from '@preau/identity-api';
import { runTool, UsageError } from './tool';

/**
 * `npm run connection-records -- --reference "…" --by admin@… --object <id> --from 2026-11-01 --to 2026-11-22 --out f.csv`:
 * from where things were published (`--object`, as often as needed) or by whom (`--account`, an id or an address), for an
 * authority whose request bears that reference. The log has it before the file does.
 */
const { values } = parseArgs({
  options: {
    reference: { type: 'string', default: '' },
    by: { type: 'string', default: '' },
    object: { type: 'string', multiple: true, default: [] },
    account: { type: 'string' },
    from: { type: 'string', default: '' },
    to: { type: 'string', default: '' },
    out: { type: 'string' },
  },
});

const FAULTS: Record<ConnectionExportFault, string> = {
  REFERENCE: 'Donnez la référence de la demande légale : --reference "TJ Paris 26/1234".',
  NOTHING_NAMED: 'Dites de quoi : --object (l’identifiant d’un message ou d’une image) ou --account.',
  OBJECT: 'Un identifiant donné par --object n’en est pas un.',
  PERIOD: 'Donnez la période, jours compris : --from 2026-11-01 --to 2026-11-22.',
  UNKNOWN_ADMINISTRATOR: 'Dites qui répond à la demande : --by et l’adresse d’un administrateur du site.',
  UNKNOWN_ACCOUNT: 'Aucun compte n’a cet identifiant ou cette adresse.',
};
const { out } = values;
const STANDARD_OUTPUT = 1;

runTool(
  async (owner) => {
    // A file that cannot be written is found out before anything is read.
    const file = out === undefined ? STANDARD_OUTPUT : opened(out);
    try {
      const { reference, object: objects, account = null, from, to } = values;
      const request = { reference, objects, account, from, to };
      const given = await exportConnections(owner, request, {
        email: values.by,
        machineAccount: userInfo().username,
      });
      if (typeof given === 'string') throw new UsageError(FAULTS[given]);
      writeFileSync(file, given.csv);
      process.stderr.write(`${given.count} ligne(s), inscrites au journal sous « ${reference.trim()} ».\n`);
    } catch (error) {
      // Nothing was handed over: the name is free for the next try.
      if (out !== undefined) rmSync(out);
      throw error;
    } finally {
      if (out !== undefined) closeSync(file);
    }
  },
  { asOwner: true },
);

/** A new file, for whoever runs the command alone. */
function opened(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      code === 'EEXIST' ? `« ${path} » existe déjà.` : `« ${path} » ne peut pas être écrit (${code ?? ''}).`,
    );
  }
}
