import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const WORTH_IT = 1024;
const TEXT = /\.(?:js|css|html|svg|json|txt|webmanifest)$/;

/** Writes `.br` and `.gz` beside every text of 1 kB or more, so that serving one costs nothing. */
export function compress(): Plugin {
  let outDir = '';
  return {
    name: 'preau-compress',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        for (const name of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
          const file = join(outDir, name);
          if (!TEXT.test(name) || name.endsWith('persisted-documents.json') || statSync(file).size < WORTH_IT)
            continue;
          const bytes = readFileSync(file);
          const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
          writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: size }));
          writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
        }
      },
    },
  };
}
