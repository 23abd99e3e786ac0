import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import { RequestLoader } from '@preau/shared-api';
import { Participation } from './participation.entity';
import { Partner } from './partner.entity';
import { Theme } from './theme.entity';

const ofEach = <T extends { consultationId: string }>(ids: readonly string[], parts: T[]) =>
  ids.map((id) => parts.filter((part) => part.consultationId === id));

/** What consultations are made of, loaded for all those of a list at once. */
@Injectable()
export class ConsultationParts {
  readonly themes = new RequestLoader<string, Theme[]>(async (ids) =>
    ofEach(
      ids,
      await this.database.manager.find(Theme, {
        where: { consultationId: In([...ids]) },
        order: { position: 'ASC' },
      }),
    ),
  );

  readonly partners = new RequestLoader<string, Partner[]>(async (ids) =>
    ofEach(
      ids,
      await this.database.manager.find(Partner, {
        where: { consultationId: In([...ids]) },
        order: { position: 'ASC' },
      }),
    ),
  );

  readonly participation = new RequestLoader<string, Participation>(async (ids) => {
    const found = await this.database.manager.findBy(Participation, { consultationId: In([...ids]) });
    return ids.map((id) => found.find(({ consultationId }) => consultationId === id) ?? nobodyYet(id));
  });

  constructor(@InjectDataSource() private readonly database: DataSource) {}
}

const nobodyYet = (consultationId: string): Participation => ({
  consultationId,
  responses: 0,
  posts: 0,
  participants: 0,
  events: 0,
  syntheses: 0,
  asOf: new Date(),
});
