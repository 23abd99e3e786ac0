import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { ZipFile } from 'yazl';
import { dayInParis, type SignedIn } from '@preau/shared-domain';
import type { DataExport } from './data-export.entity';
import { FORMATS, piecesOf } from './data-files';
import type { PersonalDataSources } from './personal-data-sources';

interface ZipParts {
  readonly database: DataSource;
  readonly sources: PersonalDataSources;
  readonly actor: SignedIn;
  readonly prepared: DataExport;
}

/**
 * The file somebody downloads: what was prepared, and what their session alone can find, read while it is sent. One piece is
 * in memory at a time, however much there is.
 */
export function dataZip({ database, sources, actor, prepared }: ZipParts): ZipFile {
  const zip = new ZipFile();
  const options = { mtime: prepared.readyAt ?? prepared.createdAt };
  zip.addBuffer(Buffer.from(readMe(sources, prepared)), 'LISEZ-MOI.txt', options);
  const add = (file: string, pieces: () => AsyncIterable<Buffer>) => {
    zip.addReadStreamLazy(file, options, (give) => {
      const stream = Readable.from(pieces());
      stream.once('error', (error) => zip.emit('error', error));
      give(null, stream);
    });
  };
  for (const format of FORMATS) {
    for (const { name } of sources.byAccount.filter((source) => prepared.prepared.includes(source.name))) {
      const file = `${name}.${format}`;
      add(file, () => keptPieces(database, prepared.id, file));
    }
    for (const source of sources.bySession) {
      add(`${source.name}.${format}`, () => piecesOf(format, source.columns, source.rowsOf(actor)));
    }
  }
  zip.end();
  return zip;
}

async function* keptPieces(database: DataSource, exportId: string, file: string): AsyncGenerator<Buffer> {
  for (let place = 0; ; place += 1) {
    const [piece] = await database.query<{ content: Buffer }[]>(
      'SELECT content FROM data_export_piece WHERE export_id = $1 AND file = $2 AND place = $3',
      [exportId, file, place],
    );
    if (!piece) return;
    yield piece.content;
  }
}

function readMe(sources: PersonalDataSources, { readyAt }: DataExport): string {
  const files = sources.all().map(({ name, about }) => `${name} : ${about}`);
  return [
    'Mes données sur Préau',
    '',
    `Préparées le ${dayInParis(readyAt ?? new Date())}. Chaque sujet est dans deux fichiers :`,
    'l’un en JSON, pour un programme ; l’autre en CSV, pour un tableur (UTF-8, séparateur point-virgule).',
    'Les heures sont en temps universel. Dans un CSV, une apostrophe devant = + - ou @ évite que le tableur calcule.',
    '',
    ...files,
    '',
    'Une réponse envoyée sans se connecter n’est liée à aucun compte : elle n’est pas ici. Son code de récépissé permet de la relire.',
    '',
  ].join('\r\n');
}
