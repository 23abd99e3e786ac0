import { describe, expect, it } from '@jest/globals';
import { parseSettings } from './settings.ts';
import { Refusal } from '../run/terminal.ts';

const API = 'postgresql://api:secret@db:5432/preau';
const OWNER = 'postgresql://owner:secret@db:5432/preau';

describe('the settings of the launcher', () => {
  it('need nothing: port 3000, this machine only, embedded database with demonstration data', () => {
    expect(parseSettings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      database: null,
      demo: true,
    });
  });

  it('take an empty value for an absent one', () => {
    expect(parseSettings({ PORT: '', DATABASE_URL: ' ', LOG_LEVEL: '' }).port).toBe(3000);
  });

  it('load demonstration data into an existing database only when asked', () => {
    const existing = { DATABASE_URL: API, DATABASE_OWNER_URL: OWNER };
    expect(parseSettings(existing)).toMatchObject({
      database: { apiUrl: API, ownerUrl: OWNER },
      demo: false,
    });
    expect(parseSettings({ ...existing, DEMO: 'true' }).demo).toBe(true);
  });

  it.each([
    ['a word for a port', { PORT: 'trois' }, /PORT vaut « trois ».*PORT=3001 npm start/],
    ['a port that does not exist', { PORT: '70000' }, /de 1 à 65535/],
    ['no owner beside the API', { DATABASE_URL: API }, /Il manque DATABASE_OWNER_URL/],
    ['no API beside the owner', { DATABASE_OWNER_URL: OWNER }, /Il manque DATABASE_URL/],
    [
      'another database system',
      { DATABASE_URL: 'mysql://a:b@c/d', DATABASE_OWNER_URL: OWNER },
      /DATABASE_URL ne se lit pas/,
    ],
    [
      'no database name',
      { DATABASE_URL: 'postgresql://a:b@c', DATABASE_OWNER_URL: OWNER },
      /DATABASE_URL ne se lit pas/,
    ],
    ['one role for both', { DATABASE_URL: API, DATABASE_OWNER_URL: API }, /nomment le même rôle/],
    ['half an address', { PUBLIC_URL: 'preau.example.org' }, /PUBLIC_URL.*https:\/\/preau\.example\.org/],
    ['a short secret', { SECRET_KEY: 'court' }, /SECRET_KEY doit compter au moins 32 caractères/],
    ['files elsewhere than in a folder', { FILES_URL: 's3://seau' }, /FILES_URL/],
    ['an unknown mail server', { MAIL_URL: 'imap://serveur' }, /MAIL_URL/],
    ['a yes for a true', { DEMO: 'oui' }, /DEMO vaut « oui » ; il faut true ou false/],
    ['an unknown log level', { LOG_LEVEL: 'bavard' }, /LOG_LEVEL.*debug/],
  ])('refuse %s in one sentence', (_, environment, sentence) => {
    expect(() => parseSettings(environment)).toThrow(Refusal);
    expect(() => parseSettings(environment)).toThrow(sentence);
    expect(() => parseSettings(environment)).not.toThrow(/\n/);
  });

  it('never repeat a password or a secret', () => {
    expect(() => parseSettings({ DATABASE_URL: 'postgres:k3nnw0rt', DATABASE_OWNER_URL: OWNER })).not.toThrow(
      /k3nnw0rt/,
    );
    expect(() => parseSettings({ SECRET_KEY: 'court' })).not.toThrow(/« court »/);
  });
});
