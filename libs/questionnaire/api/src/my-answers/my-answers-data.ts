import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { PersonalDataSources, type DataRow } from '@preau/identity-api';
import type { SignedIn } from '@preau/shared-domain';
import { Not, type Repository } from 'typeorm';
import { QuestionnaireRow } from '../definitions/questionnaire.entity';
import { ResponsesService } from '../responses/responses.service';
import { MyAnswersService } from './my-answers.service';

/** The answers of whoever downloads their own data: found through their session, since no table says whose they are. */
@Injectable()
export class MyAnswersData implements OnModuleInit {
  constructor(
    private readonly sources: PersonalDataSources,
    private readonly answers: MyAnswersService,
    private readonly responses: ResponsesService,
    @InjectRepository(QuestionnaireRow) private readonly questionnaires: Repository<QuestionnaireRow>,
  ) {}

  onModuleInit() {
    this.sources.addForSession({
      name: 'reponses',
      about: 'vos réponses aux questionnaires et vos brouillons, retrouvés grâce à votre session.',
      columns: ['questionnaire', 'version', 'état', 'envoyée le', 'enregistrée le', 'récépissé', 'réponses'],
      rowsOf: (actor) => this.rowsOf(actor),
    });
  }

  private async *rowsOf(actor: SignedIn): AsyncGenerator<DataRow> {
    const published = await this.questionnaires.find({
      where: { status: Not('DRAFT' as const) },
      order: { id: 'ASC' },
    });
    for (const { id, title } of published) {
      const { draft, receipt } = (await this.answers.of(actor, id)) ?? {};
      const response = receipt ? await this.responses.byCode(receipt.code) : null;
      if (response && receipt) {
        yield {
          questionnaire: title,
          version: response.version,
          état: 'envoyée',
          'envoyée le': response.submittedOn,
          récépissé: receipt.code,
          réponses: response.answers,
        };
      } else if (draft) {
        yield {
          questionnaire: title,
          version: draft.version,
          état: 'brouillon',
          'enregistrée le': draft.savedAt,
          réponses: draft.answers,
        };
      }
    }
  }
}
