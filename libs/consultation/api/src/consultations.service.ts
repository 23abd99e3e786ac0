import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { byInterest } from '@preau/consultation-domain';
import { KeptFor, RequestLoader } from '@preau/shared-api';
import { Consultation } from './consultation.entity';
import { writePosts, writeResponses, type FigureOfPosts } from './participation.queries';
import { Theme } from './theme.entity';

const THEMES_KEPT_MS = 5_000;

@Injectable()
export class ConsultationsService {
  /** Consultations by id for lists of things that belong to one; null for an id that does not exist. */
  readonly loader = new RequestLoader<string, Consultation | null>(async (ids) => {
    const found = await this.database.manager.findBy(Consultation, { id: In([...ids]) });
    return ids.map((id) => found.find((consultation) => consultation.id === id) ?? null);
  });

  /** Themes of lists of things that belong to one, remembered: they seldom change, and every page names some. */
  readonly themeLoader = new RequestLoader<string, Theme | null>(async (ids) => {
    const found = await this.themes.of(ids);
    return ids.map((id) => found.get(id) ?? null);
  });

  private readonly themes = new KeptFor<Theme>(THEMES_KEPT_MS, async (ids) => {
    const found = await this.database.manager.findBy(Theme, { id: In([...ids]) });
    return new Map(found.map((theme) => [theme.id, theme]));
  });

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  byId(id: string): Promise<Consultation | null> {
    return this.database.manager.findOneBy(Consultation, { id });
  }

  bySlug(slug: string): Promise<Consultation | null> {
    return this.database.manager.findOneBy(Consultation, { slug });
  }

  /** All of them: open ones first, then those to come, then the latest. */
  async all(now: Date): Promise<Consultation[]> {
    const all = await this.database.manager.find(Consultation);
    return all.toSorted(byInterest(now));
  }

  /**
   * Sets the large figure of responses, in the transaction that published it. The figures of a reported
   * consultation are those of its report: they no longer move, and the call does nothing.
   */
  setResponses(tx: EntityManager, consultationId: string, responses: number, asOf: Date): Promise<void> {
    return writeResponses(tx, consultationId, responses, asOf);
  }

  /** Sets the large figures of messages, in one statement; those of reported consultations stay as their reports have them. */
  setPosts(tx: EntityManager, figures: readonly FigureOfPosts[], asOf: Date): Promise<void> {
    return writePosts(tx, figures, asOf);
  }
}
