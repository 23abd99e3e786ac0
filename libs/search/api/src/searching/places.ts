import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ChangeFeed } from '@preau/shared-api';
import type { SearchTheme } from './search.types';

const FRESH_MS = 5_000;

interface Place {
  readonly consultationId: string;
  readonly consultation: string;
  readonly theme: SearchTheme | null;
}

/** The consultations and their themes, few and seldom changed, in memory: every search names some. */
export class Places {
  constructor(private readonly all: readonly Place[]) {}

  consultationId(slug: string): string | null {
    return this.all.find(({ consultation }) => consultation === slug)?.consultationId ?? null;
  }

  /** The slug of an edition. */
  consultation(id: string | null): string | null {
    return this.all.find(({ consultationId }) => consultationId === id)?.consultation ?? null;
  }

  /** The themes of a slug, of one consultation or of all. */
  themeIds(slug: string, consultationId: string | null): string[] {
    return this.all
      .filter((place) => consultationId === null || place.consultationId === consultationId)
      .flatMap(({ theme }) => (theme?.slug === slug ? [theme.id] : []));
  }

  theme(id: string | null): SearchTheme | null {
    return this.all.find(({ theme }) => theme?.id === id)?.theme ?? null;
  }
}

@Injectable()
export class KnownPlaces implements OnModuleInit {
  private known: { readonly places: Promise<Places>; readonly until: number } | null = null;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly feed: ChangeFeed,
  ) {}

  onModuleInit() {
    this.feed.subscribe((topic) => {
      if (topic === null || topic.startsWith('consultation')) this.known = null;
    });
  }

  places(): Promise<Places> {
    if (this.known && this.known.until > Date.now()) return this.known.places;
    const places = this.load();
    this.known = { places, until: Date.now() + FRESH_MS };
    places.catch(() => {
      this.known = null;
    });
    return places;
  }

  private async load(): Promise<Places> {
    const rows = await this.database.query<
      {
        consultationId: string;
        consultation: string;
        id: string | null;
        slug: string;
        shortTitle: string;
        accent: string;
      }[]
    >(
      `SELECT consultation.id AS "consultationId", consultation.slug AS consultation,
         theme.id, theme.slug, theme.short_title AS "shortTitle", theme.accent
       FROM consultation LEFT JOIN theme ON theme.consultation_id = consultation.id
       ORDER BY consultation.opens_at DESC, theme.position`,
    );
    return new Places(
      rows.map(({ consultationId, consultation, id, slug, shortTitle, accent }) => ({
        consultationId,
        consultation,
        theme: id === null ? null : { id, slug, shortTitle, accent },
      })),
    );
  }
}
