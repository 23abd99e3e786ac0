import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RequestLoader, type RequestContext } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import { postPath } from '../posts/post-path';
import { findDraftPlaces } from './forum-draft.queries';
import type { ForumDraft } from './forum-draft.types';

/** What a draft is for, and the page where it is taken up again. */
export interface PlaceOfDraft {
  readonly subject: string;
  readonly path: string;
}

interface Asked {
  readonly accountId: string;
  readonly draft: ForumDraft;
}

/** Where drafts are taken up again: all those of a list in one statement. */
@Injectable()
export class DraftPlaces {
  private readonly loader = new RequestLoader<Asked, PlaceOfDraft | null>(async (asked) => {
    const drafts = asked.map(({ draft }) => draft);
    const found = await findDraftPlaces(this.database, asked[0]?.accountId ?? '', drafts);
    const places = new Map(found.map((place) => [place.key, place]));
    return drafts.map(({ key, postId, parentId }) => {
      const place = places.get(key);
      if (!place) return null;
      const { subject, slug, theme, topicId, messageId } = place;
      const path =
        topicId && messageId
          ? `${postPath(slug, topicId, messageId)}?brouillon=${postId ? 'modification' : parentId ? 'reponse' : 'proposition'}`
          : `/concertations/${slug}/debats/nouveau?theme=${theme ?? ''}`;
      return { subject, path };
    });
  });

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Null when what it was for can no longer be read. */
  of(context: RequestContext, accountId: string, draft: ForumDraft): Promise<PlaceOfDraft | null> {
    return this.loader.of(context, { accountId, draft });
  }
}
