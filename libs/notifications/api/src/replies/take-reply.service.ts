import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { actorByMail } from '@preau/identity-api';
import { CONFIG, link, MailQueue, paragraph, transaction, type Config } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import { NotificationObjects } from '../notification-objects';
import { MailReplies, type ReplyClaim } from './mail-replies';
import { operationIdOf, readMail, type Envelope } from './reply-mail';

/** Bytes of a mail that is read whole. */
export const MAIL_BYTES_MAX = 1_048_576;

/** What became of a mail: `UNKNOWN` is all that is told to whoever is not its address’s owner. */
export type Taken = 'TAKEN' | 'AUTOMATIC' | 'UNKNOWN';

const TOO_LARGE =
  'Votre message dépasse un mégaoctet\u00a0: il n’a pas été publié. Envoyez votre texte seul, sans pièce jointe.';
const WITHOUT_FILES =
  'Votre réponse a été reçue, sans ses pièces jointes. Pour montrer une image, modifiez votre message sur le site.';

/** Turns a mail into an answer on the site, by whoever its address was given to. */
@Injectable()
export class TakeReply {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly replies: MailReplies,
    private readonly queue: MailQueue,
    private readonly objects: NotificationObjects,
  ) {}

  async take(raw: Buffer, envelope: Envelope, { isTooLarge = false } = {}): Promise<Taken> {
    const claim = this.replies.read(envelope.to);
    if (!claim) return 'UNKNOWN';
    const mail = await readMail(raw, envelope);
    if (mail.isAutomatic) return 'AUTOMATIC';
    const found = await this.ownerOf(claim, mail.senders);
    if (!found) return 'UNKNOWN';
    const { actor, email, object, handler } = found;
    const operationId = operationIdOf(mail.messageId, envelope.to);
    const { text, messageId } = mail;
    const said = isTooLarge
      ? TOO_LARGE
      : ((await handler.take({ actor, objectId: claim.objectId, text, operationId, messageId })) ??
        (mail.hasFiles ? WITHOUT_FILES : null));
    if (said !== null) await this.tell({ operationId, accountId: actor.accountId, email, object, said });
    return 'TAKEN';
  }

  private async ownerOf(claim: ReplyClaim, senders: readonly string[]) {
    for (const sender of senders) {
      const person = await actorByMail(this.database, sender);
      const what = person && this.replies.find(claim, person.actor.accountId);
      if (what) return { ...person, ...what };
    }
    return null;
  }

  /** One mail for one that came, however often it is delivered. */
  private async tell(about: {
    readonly operationId: string;
    readonly accountId: string;
    readonly email: string;
    readonly object: string;
    readonly said: string;
  }): Promise<void> {
    const { operationId: id, accountId, email: to, object, said } = about;
    const place = (await this.objects.describe([object])).get(object);
    const blocks = [
      paragraph('Bonjour,'),
      paragraph(`Vous avez répondu par courriel${place ? ` dans «\u00a0${place.label}\u00a0»` : ''}.`),
      paragraph(said),
      link('Ouvrir sur Préau', `${this.config.publicUrl}${NotificationObjects.pathOf(place)}`),
    ];
    await transaction(this.database, async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
      const [told] = await tx.query<unknown[]>('SELECT FROM outgoing_mail WHERE id = $1', [id]);
      if (told) return;
      const subject = 'Votre réponse par courriel';
      await this.queue.post(
        tx,
        [{ id, kind: 'notifications.REPLY', accountId, to, subject, body: { blocks } }],
        5,
      );
    });
  }
}
