import { randomUUID } from 'node:crypto';
import type { Definition } from '@preau/questionnaire-domain';
import type { TestApi } from '@preau/testing';
import { Consultation } from '@preau/consultation-api';
import { QuestionnaireVersion } from './definitions/questionnaire-version.entity';
import { QuestionnaireRow } from './definitions/questionnaire.entity';

const DAY = 86_400_000;
export const daysFromNow = (days: number) => new Date(Date.now() + days * DAY);

/** A form small enough to read in a test: a profile, a condition, a choice with "other", a text. */
export const smallDefinition: Definition = {
  title: 'Un essai',
  sections: [
    {
      code: 'profile',
      title: 'Vous',
      questions: [
        {
          code: 'role',
          type: 'single',
          label: 'Vous êtes',
          required: true,
          profile: 'role',
          options: [
            { code: 'teacher', label: 'Enseignant' },
            { code: 'parent', label: 'Parent' },
            { code: 'pupil', label: 'Élève' },
          ],
        },
        {
          code: 'academie',
          type: 'territory',
          label: 'Votre académie',
          levels: ['academie'],
          profile: 'academie',
        },
      ],
    },
    {
      code: 'uses',
      title: 'Les usages',
      questions: [
        {
          code: 'tools',
          type: 'multiple',
          label: 'Vous utilisez',
          other: true,
          options: [
            { code: 'tablet', label: 'Une tablette' },
            { code: 'computer', label: 'Un ordinateur' },
            { code: 'none', label: 'Rien', exclusive: true },
          ],
        },
        {
          code: 'training',
          type: 'scale',
          label: 'Votre formation suffit',
          min: 1,
          max: 5,
          required: true,
          showIf: { question: 'role', is: 'teacher' },
        },
        { code: 'idea', type: 'longText', label: 'Une idée', max: 2000 },
      ],
    },
  ],
};

export interface TestQuestionnaire {
  readonly id: string;
  readonly consultation: string;
  readonly slug: string;
}

/** A published questionnaire, open now unless said otherwise. */
export async function aQuestionnaire(
  api: TestApi,
  given: Partial<Pick<QuestionnaireRow, 'opensAt' | 'closesAt' | 'status'>> & {
    definition?: Definition;
  } = {},
): Promise<TestQuestionnaire> {
  const { definition = smallDefinition, ...row } = given;
  const key = randomUUID().slice(0, 8);
  const times = { opensAt: daysFromNow(-1), closesAt: daysFromNow(1) };
  const ids = { consultation: randomUUID(), questionnaire: randomUUID() };
  await api.database.manager.insert(Consultation, {
    id: ids.consultation,
    slug: `edition-${key}`,
    title: 'Une concertation',
    summary: 'Un résumé',
    ...times,
  });
  await api.database.manager.insert(QuestionnaireRow, {
    id: ids.questionnaire,
    consultationId: ids.consultation,
    slug: 'questionnaire',
    title: 'Un essai',
    status: 'PUBLISHED',
    currentVersion: 1,
    ...times,
    ...row,
  });
  await api.database.manager.insert(QuestionnaireVersion, {
    questionnaireId: ids.questionnaire,
    version: 1,
    definition: definition as never,
  });
  return { id: ids.questionnaire, consultation: `edition-${key}`, slug: 'questionnaire' };
}
