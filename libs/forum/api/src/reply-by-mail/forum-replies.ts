import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { HELD_BY_MAIL, isMailRefusal, MAIL_REFUSALS } from '@preau/forum-domain';
import { markdownToText, parseMarkdown } from '@preau/markdown';
import { MailReplies, type MailReply } from '@preau/notifications-api';
import type { DataSource } from 'typeorm';
import { findPlaces } from '../posts/post-places';
import { WritingService } from '../writing/writing.service';
import { findSaid } from './said.queries';

/** Characters of a message that a mail shows; the rest is on the site. */
const SHOWN = 2_000;

/** Writes in debates what people answer by mail: the same service, the same rules as on the site. */
@Injectable()
export class ForumReplies implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly replies: MailReplies,
    private readonly writing: WritingService,
  ) {}

  onModuleInit() {
    this.replies.register('post', {
      words: (ids) => this.words(ids),
      take: (reply) => this.take(reply),
    });
  }

  private async words(ids: readonly string[]): Promise<Map<string, string>> {
    const said = await findSaid(this.database, ids);
    return new Map(
      said.map(({ id, author, body }) => {
        const text = markdownToText(parseMarkdown(body));
        const shown = text.length > SHOWN ? `${Array.from(text).slice(0, SHOWN).join('')}…` : text;
        return [id, `${author} a écrit\u00a0:\n«\u00a0${shown}\u00a0»`];
      }),
    );
  }

  /** What must be told: that it was refused, and why; that it waits. What was published is on the site. */
  private async take({ actor, objectId, text, operationId, messageId }: MailReply): Promise<string | null> {
    const [place] = await findPlaces(this.database, [objectId]);
    if (!place) return MAIL_REFUSALS.UNKNOWN_POST;
    const from = { address: null, port: null, mailId: messageId };
    const { id: parentId, topicId } = place;
    const result = await this.writing.reply(actor, from, {
      id: operationId,
      topicId,
      parentId: parentId === topicId ? null : parentId,
      body: text,
    });
    if ('post' in result) return result.post.status === 'HELD' ? HELD_BY_MAIL : null;
    // Delivered again after its author changed it on the site: it was taken.
    if (result.code === 'CONFLICT') return null;
    if (!isMailRefusal(result.code)) throw new Error(`An answer by mail was refused: ${result.code}`);
    return MAIL_REFUSALS[result.code];
  }
}
