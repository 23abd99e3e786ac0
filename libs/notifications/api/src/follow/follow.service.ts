import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import { Consultation, ConsultationsService } from '@preau/consultation-api';
import { eventsOf } from '@preau/notifications-domain';
import { isUuid, Jobs, notFound, transaction } from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';
import { NotificationObjects } from '../notification-objects';
import { Notifications } from '../notices/notifications.service';
import { ConsultationNotice } from './consultation-notice.entity';
import type { Following } from './follow.types';
import { FollowedConsultation } from './followed-consultation.entity';

const NEWS_JOB = 'notifications.consultations';

/** Who follows which consultation, and what its followers are told. */
@Injectable()
export class FollowService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly consultations: ConsultationsService,
    private readonly notifications: Notifications,
    private readonly objects: NotificationObjects,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit() {
    this.objects.register('consultation', async (ids) => {
      const found = await this.database.manager.findBy(Consultation, { id: In([...ids]) });
      return new Map(
        found.map(({ id, slug, title }) => [id, { label: title, path: `/concertations/${slug}` }]),
      );
    });
    this.jobs.handle(NEWS_JOB, () => this.tellFollowers(new Date()));
    this.jobs.every('*/5 * * * *', NEWS_JOB);
  }

  async state({ accountId }: SignedIn, consultationId: string): Promise<Following> {
    await this.find(consultationId);
    const isFollowing = await this.database.manager.existsBy(FollowedConsultation, {
      accountId,
      consultationId,
    });
    return { consultationId, isFollowing };
  }

  /** Follows, or goes on following since then. */
  async follow({ accountId }: SignedIn, consultationId: string): Promise<Following> {
    await this.find(consultationId);
    await this.database.query(
      'INSERT INTO followed_consultation (account_id, consultation_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [accountId, consultationId],
    );
    return { consultationId, isFollowing: true };
  }

  async unfollow({ accountId }: SignedIn, consultationId: string): Promise<Following> {
    await this.find(consultationId);
    await this.database.manager.delete(FollowedConsultation, { accountId, consultationId });
    return { consultationId, isFollowing: false };
  }

  /** Tells followers what has happened and they have not been told: each event once, to those who followed before it. */
  async tellFollowers(now: Date): Promise<void> {
    const told = await this.database.manager.find(ConsultationNotice);
    const known = new Set(told.map(({ consultationId, event }) => `${consultationId} ${event}`));
    for (const consultation of await this.consultations.all(now)) {
      for (const { event, at } of eventsOf(consultation, now)) {
        if (!known.has(`${consultation.id} ${event}`)) await this.tell(consultation.id, event, at);
      }
    }
  }

  private async tell(consultationId: string, event: ReturnType<typeof eventsOf>[number]['event'], at: Date) {
    await transaction(this.database, async (tx) => {
      const inserted = await tx.query<unknown[]>(
        'INSERT INTO consultation_notice (consultation_id, event) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING event',
        [consultationId, event],
      );
      if (inserted.length === 0) return;
      await this.notifications.notifyAll(
        tx,
        { event, object: `consultation:${consultationId}` },
        'SELECT account_id FROM followed_consultation WHERE consultation_id = $4 AND followed_at <= $5',
        [consultationId, at],
      );
    });
  }

  private async find(id: string): Promise<void> {
    if (!isUuid(id) || !(await this.consultations.byId(id))) throw notFound();
  }
}
