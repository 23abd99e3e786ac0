import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { labelText } from '@preau/questionnaire-domain';
import { SearchIndex, type FoundObject, type SearchDocument } from '@preau/search-api';
import { DefinitionStore } from '../definitions/definition-store';
import { formPlaces, publishedForms, type FormPlace } from './published-form.queries';
import { sectionDocuments, sectionId } from './section-documents';

/** Sections of questionnaires among what can be found. */
@Injectable()
export class FoundSections implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly index: SearchIndex,
    private readonly definitions: DefinitionStore,
  ) {}

  onModuleInit() {
    this.index.register('questionnaire_section', {
      resolve: (refs) => this.resolve(new Set(refs.map(({ objectId }) => objectId))),
    });
    this.index.registerSource('questionnaire_section', {
      count: async (tx) => (await allSections(tx)).length,
      page: async (tx, after, limit) =>
        (await allSections(tx)).filter(({ objectId }) => after === null || objectId > after).slice(0, limit),
    });
  }

  private async resolve(ids: ReadonlySet<string>): Promise<Map<string, FoundObject>> {
    const found = new Map<string, FoundObject>();
    for (const place of await formPlaces(this.database.manager)) {
      const definition = await this.definitions.definition(place.id, place.version);
      for (const { code, title } of definition?.sections ?? []) {
        const id = sectionId(place.id, code);
        if (ids.has(id)) found.set(id, { title: labelText(title), path: pathOf(place, code) });
      }
    }
    return found;
  }
}

/** While it is answered one begins at its beginning: a section alone may not concern whoever comes. Afterwards its results are there. */
function pathOf({ consultation, slug, isOpen }: FormPlace, code: string): string {
  const path = `/concertations/${consultation}/questionnaires/${slug}`;
  return isOpen ? path : `${path}/resultats?theme=${code}`;
}

async function allSections(tx: EntityManager): Promise<SearchDocument[]> {
  const forms = await publishedForms(tx);
  return forms.flatMap(sectionDocuments).sort((a, b) => (a.objectId < b.objectId ? -1 : 1));
}
