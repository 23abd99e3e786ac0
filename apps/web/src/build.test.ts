import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { CHARTER_VERSION } from '@preau/identity-domain';
import { keepUsedIcons, onlyWoff2, withoutStateIdentity } from '../build/design-system-styles.ts';
import { markdownTree } from '../build/markdown-pages.ts';
import { replaceOperations } from '../build/persisted-documents.ts';

describe('operations', () => {
  test('become imports: no text of a query is left, and fragments disappear', () => {
    const code = [
      "import { graphql } from '@preau/graphql';",
      'const one = graphql(`\n  query Home {\n    me { id }\n  }\n`);',
      'const two = graphql(`fragment Hero on Consultation { title }`);',
    ].join('\n');
    expect(replaceOperations(code, '/generated/graphql.ts')).toBe(
      [
        'import { HomeDocument } from "/generated/graphql.ts";',
        "import { graphql } from '@preau/graphql';",
        'const one = HomeDocument;',
        'const two = undefined;',
      ].join('\n'),
    );
  });

  test('must have a name', () => {
    expect(() => replaceOperations('graphql(`{ me { id } }`)', '')).toThrow('without a name');
  });

  test('a module without any is left as it is', () => {
    expect(replaceOperations('const a = 1;', '')).toBeNull();
  });
});

describe('the style sheet of the design system', () => {
  const css = [
    '@font-face{font-family:Marianne;src:url("fonts/Marianne-Bold.woff2") format("woff2"), url("fonts/Marianne-Bold.woff") format("woff");}',
    'body{font-family:"Marianne", arial, sans-serif;color:red}',
    '.fr-logo::before{background-image:url("data:…")}',
    '[data-fr-theme=dark] .fr-logo--sm::after{background-position:0}',
    '.fr-logo{font-weight:700}',
  ].join('\n');

  test('loses the identity of the State in a neutral build, and nothing else', () => {
    expect(withoutStateIdentity(css).trim()).toBe(
      'body{font-family: var(--preau-font);color:red}\n.fr-logo{font-weight:700}',
    );
  });

  test('keeps it in a build of the State, as woff2', () => {
    expect(onlyWoff2(css)).toContain('src:url("fonts/Marianne-Bold.woff2") format("woff2");');
    expect(onlyWoff2(css)).not.toContain('.woff"');
  });

  test('keeps only the icons that are shown', () => {
    const icon = (name: string) => `.${name}:after,.${name}:before{mask-image:url(${name}.svg)}`;
    const sheet = `a{b:c}${icon('fr-icon-menu-fill')}${icon('fr-icon-cat-line')}`;
    expect(keepUsedIcons(sheet, new Set(['fr-icon-menu-fill']))).toBe(`a{b:c}${icon('fr-icon-menu-fill')}`);
  });
});

describe('a page in Markdown', () => {
  test('becomes a tree, with its values filled in and sections one can link to', () => {
    const tree = markdownTree(
      '## Voies de recours\n\nÉcrivez à **{{contact}}** ou [ici](/aide).\n\n- un\n- deux',
      {
        contact: 'a@b.test',
      },
    );
    expect(tree).toEqual([
      { type: 'heading', level: 2, id: 'voies-de-recours', children: ['Voies de recours'] },
      {
        type: 'paragraph',
        children: [
          'Écrivez à ',
          { type: 'strong', children: ['a@b.test'] },
          ' ou ',
          { type: 'link', to: '/aide', children: ['ici'] },
          '.',
        ],
      },
      {
        type: 'list',
        ordered: false,
        items: [[{ type: 'paragraph', children: ['un'] }], [{ type: 'paragraph', children: ['deux'] }]],
      },
    ]);
  });

  test('is refused when a value is missing, or when it holds HTML', () => {
    expect(() => markdownTree('{{dpo}}', {})).toThrow('{{dpo}}');
    expect(() => markdownTree('<script>alert(1)</script>', {})).toThrow('may not hold');
  });
});

test('the charter that people accept is the one they can read', () => {
  const charter = readFileSync('apps/web/src/content/charte.md', 'utf8');
  expect(charter).toContain(`**Version ${CHARTER_VERSION}, `);
});
