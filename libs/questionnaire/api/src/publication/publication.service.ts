import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ConsultationsService } from '@preau/consultation-api';
import { publicResults, TOTAL_SLICE } from '@preau/questionnaire-domain';
import { transaction } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import { ResultForms } from '../results/result-forms';
import { shownQuestion } from '../results/shown-question';
import { unpack } from '../tallies/packed-counts';
import { lockTallies } from '../tallies/tally.queries';
import {
  markShown,
  questionnairesToPublish,
  readToShow,
  replacePublicResults,
  shownResponses,
  type ShownSlice,
  type ToShow,
} from './publication.queries';
import { publishTallies } from './publish-tallies';

/** Moves the public figures, and makes of them what everybody may read. */
@Injectable()
export class PublicationService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly consultations: ConsultationsService,
    private readonly forms: ResultForms,
  ) {}

  /** Questionnaires with something to do. */
  waiting(): Promise<string[]> {
    return questionnairesToPublish(this.database.manager);
  }

  /**
   * Publishes what the rule lets through. The tallies are published first, under the lock of those who count; what the
   * public reads of them is worked out without holding anybody up, and comes true at once with the large figure.
   * Interrupted in between, the next call goes on from there.
   */
  async publish(questionnaireId: string): Promise<void> {
    const toShow = await transaction(this.database, async (tx) => {
      await lockTallies(tx, questionnaireId);
      await publishTallies(tx, questionnaireId);
      return readToShow(tx, questionnaireId);
    });
    if (!toShow) return;
    const { total, slices } = await this.suppressed(questionnaireId, toShow);
    await transaction(this.database, async (tx) => {
      if (!(await markShown(tx, questionnaireId, toShow, total))) return;
      await replacePublicResults(tx, questionnaireId, slices);
      const responses = await shownResponses(tx, toShow.consultationId);
      await this.consultations.setResponses(
        tx,
        toShow.consultationId,
        responses,
        new Date(toShow.publishedAt),
      );
    });
  }

  private async suppressed(
    questionnaireId: string,
    { version, keys, slices }: ToShow,
  ): Promise<{ total: number | null; slices: ShownSlice[] }> {
    const form = await this.forms.of(questionnaireId, version);
    // A dimension no question feeds has one value, "unknown": it is no table of its own.
    const families = new Set<string>(['', ...form.dimensions.map(({ dimension }) => dimension)]);
    const counts = new Map(
      slices.filter(({ family }) => families.has(family)).map((row) => [row.slice, unpack(keys, row.counts)]),
    );
    const results = publicResults(form, counts);
    const sections = [...new Set(form.questions.map(({ section }) => section))];
    return {
      total: results.get(TOTAL_SLICE)?.responses ?? null,
      slices: [...results].flatMap(([slice, { responses, questions }]) =>
        sections.map((section) => ({
          slice,
          section,
          total: responses,
          questions: questions.filter((question) => question.section === section).map(shownQuestion),
        })),
      ),
    };
  }
}
