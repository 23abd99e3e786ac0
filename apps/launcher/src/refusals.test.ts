import { describe, expect, it } from '@jest/globals';
import { reason } from './postgres/embedded-postgres.ts';
import { connectionRefusal } from './postgres/existing-database.ts';
import { installRefusal } from './install/install-refusal.mjs';

const URL_ = 'postgresql://api:motdepasse@db.example.org:5433/preau';
const failure = (code: string, message = '') => Object.assign(new Error(message), { code });

describe('what a person reads when something outside fails', () => {
  it.each([
    [
      'ECONNREFUSED',
      /db\.example\.org:5433 \(connexion refusée\) : démarrez PostgreSQL, ou corrigez DATABASE_URL/,
    ],
    ['ENOTFOUND', /db\.example\.org:5433 est introuvable/],
    ['28P01', /refuse le rôle « api »/],
    ['3D000', /La base « preau » n’existe pas/],
    ['57P03', /injoignable \(en cours de démarrage\)/],
  ])('database: %s', (code, sentence) => {
    const said = connectionRefusal('DATABASE_URL', URL_, failure(code, 'en cours de démarrage'));
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/motdepasse|\n/);
  });

  it.each([
    ['could not write to file: No space left on device', /disque est plein/],
    ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', /mémoire manque/],
    [
      '2026-11-22 06:00:00 UTC [1] FATAL:  data directory has wrong ownership',
      /« FATAL: {2}data directory has wrong ownership ».*\/x\.log/,
    ],
    ['', /n’a pas démarré : le détail est dans \/x\.log/],
  ])('embedded PostgreSQL: %s', (said, sentence) => {
    expect(reason(said, '/x.log')).toMatch(sentence);
  });

  it.each([
    [
      'npm error code ENOTFOUND\nnpm error request to https://registry.npmjs.org failed',
      /registre npm est injoignable \(ENOTFOUND\)/,
    ],
    ['npm error code ECONNREFUSED', /registre npm est injoignable/],
    ['npm error code E403\nnpm error 403 Forbidden', /refuse de répondre \(E403\)/],
    ['npm error code E404\nnpm error 404 Not Found - GET x', /ne fournit pas.*404 Not Found - GET x\./],
    ['npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device, write', /disque est plein/],
    ['npm error code EUSAGE\nnpm error `npm ci` can only install…', /package-lock\.json ne correspond pas/],
    [
      'npm error code EACCES\nnpm error syscall mkdir\nnpm error Error: EACCES: permission denied',
      /droit d’écrire.*permission denied/,
    ],
    ['npm error quelque chose', /a échoué : quelque chose\./],
    ['', /npm n’a rien dit/],
  ])('npm: %s', (said, sentence) => {
    expect(installRefusal(said)).toMatch(sentence);
    expect(installRefusal(said)).not.toMatch(/\n/);
  });
});
