import { describe, expect, test } from '@jest/globals';
import { displayNameFault, keptDisplayName, type DisplayNameFault } from './display-name';

describe('a display name', () => {
  test.each([
    'Camille Dupont',
    'Zoé',
    'Jean-François d’Ormesson',
    'Mme Nguyễn Thị Ánh',
    'prof_de_maths_75',
    'Олена Шевченко',
    'Ελένη Παπαδοπούλου',
    'محمد أمين',
    'דוד כהן',
    '山田 たろう',
    '김민준',
    'Łukasz Żółć',
    'Li',
    'CM2 de l’école Pergaud',
    'Directeur d’école',
    'Jean Préaux',
    'Une administrée',
  ])('%p is one', (name) => {
    expect(displayNameFault(keptDisplayName(name))).toBeNull();
  });

  test.each<[DisplayNameFault, string]>([
    ['TOO_SHORT', ''],
    ['TOO_SHORT', '   '],
    ['TOO_SHORT', 'A'],
    ['TOO_SHORT', '12345'],
    ['TOO_SHORT', '!!'],
    ['TOO_LONG', 'x'.repeat(61)],
    ['UNPRINTABLE', 'Zoé\u200d\u200d Martin'],
    ['UNPRINTABLE', 'Z\u0338\u0337\u0336\u0335\u0334oe Martin'],
    ['CONTACT', 'zoe@exemple.fr'],
    ['CONTACT', 'Zoé 06 12 34 56 78'],
    ['CONTACT', 'https://exemple.fr'],
    ['CONTACT', 'www.exemple.fr'],
    ['MIXED_SCRIPTS', 'mіnistère'],
    ['MIXED_SCRIPTS', 'Ministère\u0430'],
    ['MIXED_SCRIPTS', 'Pаul'],
    ['MIXED_SCRIPTS', 'Αlice'],
    ['RESERVED', 'Ministère'],
    ['RESERVED', 'Le ministère de l’Éducation'],
    ['RESERVED', 'M I N I S T È R E'],
    ['RESERVED', 'Min1stere'],
    ['RESERVED', 'M0dérat1on'],
    ['RESERVED', 'Éducation nationale'],
    ['RESERVED', 'Ｍｉｎｉｓｔｅｒｅ'],
    ['RESERVED', 'Modératrice'],
    ['RESERVED', 'Préau'],
    ['RESERVED', 'Contributeur supprimé'],
  ])('%s: %p', (fault, name) => {
    expect(displayNameFault(keptDisplayName(name))).toBe(fault);
  });

  test('a line end becomes a space: nothing typed begins another header', () => {
    expect(keptDisplayName('Zoé\r\nBcc: tous@exemple.fr')).toBe('Zoé Bcc: tous@exemple.fr');
    expect(displayNameFault(keptDisplayName('Zoé\r\nBcc: tous@exemple.fr'))).toBe('CONTACT');
    expect(displayNameFault('Zoé\nBcc: x')).toBe('UNPRINTABLE');
  });

  test('is kept composed and without what cannot be seen', () => {
    expect(keptDisplayName('  Zoe\u0301 \t  Martin\u200b ')).toBe('Zoé Martin');
  });
});
