import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  labelText,
  publicQuery,
  resultsOf,
  slicesFor,
  type FormDimension,
  type ResultForm,
  type SliceFilter,
} from '@preau/questionnaire-domain';
import { badInput, notFound, unauthenticated } from '@preau/shared-api';
import { hasRole, type Actor } from '@preau/shared-domain';
import type { DataSource } from 'typeorm';
import { DefinitionStore } from '../definitions/definition-store';
import { unpack } from '../tallies/packed-counts';
import { ResultForms } from './result-forms';
import { readExact, readPublic } from './results.queries';
import type { QuestionResult, ResultFilter, ResultGroup, Results, ResultsRefusal } from './results.types';
import { shownQuestion, withheldQuestion } from './shown-question';

export interface ResultsQuestion {
  readonly questionnaireId: string;
  readonly by?: string | null;
  readonly where?: readonly ResultFilter[] | null;
  readonly section?: string | null;
  readonly exact: boolean;
}

/** What is asked, in the words of the form: the slices to read, and the group each of them stands for. */
interface Plan {
  readonly form: ResultForm;
  readonly whole: string;
  readonly groups: readonly { readonly slice: string; readonly code: string; readonly label: string }[];
}

/** Reading results: exact for staff, published for everybody. */
@Injectable()
export class ResultsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly store: DefinitionStore,
    private readonly forms: ResultForms,
  ) {}

  async results(asked: ResultsQuestion, actor: Actor): Promise<Results> {
    const isStaff = hasRole(actor, 'staff');
    if (asked.exact && actor.kind === 'visitor') throw unauthenticated();
    const questionnaire = await this.store.byId(asked.questionnaireId);
    const isHidden = !isStaff && (asked.exact || questionnaire?.status === 'DRAFT');
    if (!questionnaire || isHidden) throw notFound();
    const form = await this.forms.of(questionnaire.id, questionnaire.currentVersion);
    const by = asked.by == null ? null : dimensionOf(form, asked.by);
    const filters = (asked.where ?? []).map((filter) => filterOf(form, filter));
    if (by === undefined || filters.includes(undefined))
      return refusal('NOT_A_PROFILE_QUESTION', asked.exact);
    if (asked.section != null && !form.questions.some(({ section }) => section === asked.section)) {
      throw badInput(`« ${asked.section} » n'est pas une partie du questionnaire.`);
    }
    const where = filters.filter((filter) => filter !== undefined);
    if (!asked.exact && publicQuery(by?.dimension ?? null, where)) return refusal('TOO_FINE', false);
    const plan = planOf(form, by, where);
    const section = asked.section ?? null;
    return asked.exact
      ? this.exact(questionnaire.id, plan, section)
      : this.published(questionnaire.id, plan, section);
  }

  private async exact(questionnaireId: string, plan: Plan, section: string | null): Promise<Results> {
    const form = onlySection(plan.form, section);
    const slices = [plan.whole, ...plan.groups.map(({ slice }) => slice)];
    const tallies = await readExact(this.database.manager, questionnaireId, slices);
    const totalOf = (slice: string) => tallies.slices.get(slice)?.responses ?? 0;
    const questionsOf = (slice: string) =>
      resultsOf(form, unpack(tallies.keys, tallies.slices.get(slice)?.counts ?? [])).map(shownQuestion);
    const inhabited = plan.groups.filter(({ slice }) => totalOf(slice) > 0);
    return {
      asOf: tallies.talliedAt ?? new Date(),
      exact: true,
      total: totalOf(plan.whole),
      questions: questionsOf(plan.whole),
      groups: inhabited.map(({ slice, code, label }) => ({
        code,
        label,
        total: totalOf(slice),
        questions: questionsOf(slice),
      })),
      suppressed: false,
      refused: null,
    };
  }

  private async published(questionnaireId: string, plan: Plan, section: string | null): Promise<Results> {
    const form = onlySection(plan.form, section);
    const slices = [plan.whole, ...plan.groups.map(({ slice }) => slice)];
    const shown = await readPublic(this.database.manager, questionnaireId, slices, section);
    // Nobody's answers are public yet, or the form has got a value since: the questions, without a figure.
    const withheld = () => resultsOf(form, {}).map((question) => withheldQuestion(shownQuestion(question)));
    const places = new Map(form.questions.map(({ question }, place) => [question.code, place]));
    const place = ({ code }: QuestionResult) => places.get(code) ?? 0;
    const questionsOf = (slice: string): QuestionResult[] =>
      shown.slices.get(slice)?.questions.sort((a, b) => place(a) - place(b)) ?? withheld();
    const questions = questionsOf(plan.whole);
    const groups = plan.groups.map(({ slice, code, label }): ResultGroup => ({
      code,
      label,
      total: shown.slices.get(slice)?.total ?? null,
      questions: questionsOf(slice),
    }));
    const total = shown.slices.get(plan.whole)?.total ?? null;
    const isPartial = [...questions, ...groups.flatMap((group) => group.questions)].some(
      (one) => one.suppressed,
    );
    return {
      asOf: shown.shownAt ?? shown.talliedAt ?? new Date(),
      exact: false,
      total,
      questions,
      groups,
      suppressed: isPartial || total === null || groups.some((group) => group.total === null),
      refused: null,
    };
  }
}

const dimensionOf = (form: ResultForm, question: string): FormDimension | undefined =>
  form.dimensions.find((dimension) => dimension.question === question);

function filterOf(form: ResultForm, { question, is }: ResultFilter): SliceFilter | undefined {
  const dimension = dimensionOf(form, question);
  if (dimension && !dimension.values.some(({ code }) => code === is)) {
    throw badInput(`« ${is} » n'est pas une réponse à « ${question} ».`);
  }
  return dimension && { dimension: dimension.dimension, value: is };
}

function planOf(form: ResultForm, by: FormDimension | null, where: readonly SliceFilter[]): Plan {
  const family = slicesFor(by?.dimension ?? null, where);
  if (!family) throw badInput('Deux filtres sur la même question ne peuvent pas être vrais ensemble.');
  const groups = (by?.values ?? []).flatMap(({ code, label }) => {
    const slice = family.keyOf(code);
    return slice === null ? [] : [{ slice, code, label: labelText(label) }];
  });
  return { form, whole: family.whole, groups };
}

const onlySection = (form: ResultForm, section: string | null): ResultForm =>
  section === null
    ? form
    : { ...form, questions: form.questions.filter((question) => question.section === section) };

const refusal = (refused: ResultsRefusal, exact: boolean): Results => ({
  asOf: new Date(),
  exact,
  total: null,
  questions: [],
  groups: [],
  suppressed: false,
  refused,
});
