import { Injectable, type OnModuleInit } from '@nestjs/common';
import { markdownToText, parseMarkdown } from '@preau/markdown';
import { SearchIndex, type FoundRef, type SearchDocument } from '@preau/search-api';
import type { EntityManager } from 'typeorm';
import { conclusionPath } from '../posts/post-path';
import {
  countConclusions,
  findConclusion,
  pageOfConclusions,
  type ReadConclusion,
} from './found-conclusions.queries';

const KIND = 'synthesis';

/** What the institution concludes from topics, among what can be found: part of its topic, under whose title it is read. */
@Injectable()
export class FoundConclusions implements OnModuleInit {
  constructor(private readonly index: SearchIndex) {}

  onModuleInit() {
    this.index.register(KIND, { resolve: pathsOf });
    this.index.registerSource(KIND, {
      count: countConclusions,
      page: async (tx, after, limit) => (await pageOfConclusions(tx, after, limit)).map(documentOf),
    });
  }

  /** Writes that of a topic which is locked, or takes it out: changed, taken back, hidden or put back with its topic. */
  async refresh(tx: EntityManager, topicId: string): Promise<void> {
    const conclusion = await findConclusion(tx, topicId);
    if (conclusion) await this.index.put(tx, [documentOf(conclusion)]);
    else await this.index.remove(tx, [{ kind: KIND, objectId: topicId }]);
  }
}

const pathsOf = (refs: readonly FoundRef[]) =>
  new Map(
    refs.flatMap(({ objectId, title, consultation }) =>
      title && consultation ? [[objectId, { title, path: conclusionPath(consultation, objectId) }]] : [],
    ),
  );

const documentOf = ({ topicId, body, ...place }: ReadConclusion): SearchDocument => ({
  kind: KIND,
  objectId: topicId,
  parentId: topicId,
  academie: null,
  title: '',
  text: markdownToText(parseMarkdown(body)),
  ...place,
});
