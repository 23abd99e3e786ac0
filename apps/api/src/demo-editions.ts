import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConsultationToLoad } from '@preau/consultation-api';
import { z } from 'zod';
import type { OpeningDates } from './demo-dates';

/** Where the repository keeps it; programs are started from its root. */
const DEMO_DATA = 'migrations/data/demo';

export interface DemoEdition {
  readonly slug: string;
  readonly questionnaire: { readonly slug: string; readonly file: string };
  /** How many made-up answers, and what makes them the same on every machine. */
  readonly responses: number;
  readonly seed: number;
}

export const DEMO_EDITIONS: readonly DemoEdition[] = [
  {
    slug: 'numerique-2015',
    questionnaire: { slug: 'votre-avis', file: 'questionnaire-2015.json' },
    responses: 2_000,
    seed: 2015,
  },
  {
    slug: 'etats-generaux-2020',
    questionnaire: { slug: 'votre-experience', file: 'questionnaire-2020.json' },
    responses: 1_000,
    seed: 2020,
  },
];

/** What is used of an edition's file; `migrations/data/demo/README.md` describes it. */
const editionShape = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  phase: z.enum(['OPEN', 'REPORTED']),
  originalDates: z.object({ opensOn: z.iso.date(), closesOn: z.iso.date() }),
  demonstration: z.object({ notice: z.string() }),
  intro: z.array(z.string()),
  facts: z.array(z.object({ code: z.string(), label: z.string(), text: z.string() })),
  reportedFigures: z.array(z.object({ code: z.string(), value: z.int() })),
  report: z.object({ summary: z.string() }).optional(),
  themes: z.array(
    z.object({
      slug: z.string(),
      position: z.int(),
      title: z.string(),
      shortTitle: z.string(),
      summary: z.string(),
      problem: z.string(),
      challenges: z.array(z.object({ text: z.string() })).default([]),
      accent: z.string(),
      pictogram: z.string(),
    }),
  ),
  partners: z.array(z.object({ position: z.int(), name: z.string(), acronym: z.string().nullable() })),
});
export type Edition = z.infer<typeof editionShape>;

export const demoDataPath = (file: string): string => join(process.cwd(), DEMO_DATA, file);

export async function readDemoData(file: string): Promise<unknown> {
  return JSON.parse(await readFile(demoDataPath(file), 'utf8')) as unknown;
}

export async function readEdition(slug: string): Promise<Edition> {
  return editionShape.parse(await readDemoData(`${slug}.json`));
}

/** The edition as the consultation domain keeps it. */
export function toLoad(edition: Edition, dates: OpeningDates): ConsultationToLoad {
  const { slug, title, summary, intro, report, themes, partners } = edition;
  const isReported = edition.phase === 'REPORTED';
  return {
    consultation: {
      slug,
      title,
      summary,
      presentation: intro,
      opensAt: dates.opensAt,
      closesAt: dates.closesAt,
      reportedAt: isReported ? dates.closesAt : null,
      report: isReported && report ? [report.summary] : [],
      demonstrationNote: isReported
        ? edition.demonstration.notice
        : `${edition.demonstration.notice} ${originalDates(edition)}`,
    },
    themes: themes.map((theme) => ({ ...theme, challenges: theme.challenges.map(({ text }) => text) })),
    partners: partners.map(({ position, name, acronym }) => ({
      position,
      name: acronym ? `${name} (${acronym})` : name,
    })),
    participation: isReported ? reportedFigures(edition, dates.closesAt) : null,
  };
}

/** « Dates de l’édition d’origine : du 20 janvier au 9 mars 2015. » */
function originalDates({ facts }: Edition): string {
  const dates = facts.find(({ code }) => code === 'dates');
  return dates ? `${dates.label}\u00a0: ${dates.text.charAt(0).toLowerCase()}${dates.text.slice(1)}.` : '';
}

/** The large figures as they were reported; what was not counted then is 0. */
function reportedFigures({ reportedFigures: figures }: Edition, asOf: Date) {
  const reported = (code: string) => figures.find((figure) => figure.code === code)?.value ?? 0;
  return {
    responses: reported('responses'),
    posts: reported('comments'),
    participants: 0,
    events: reported('meetings'),
    syntheses: 0,
    asOf,
  };
}
