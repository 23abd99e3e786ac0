import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalDataSources, type DataRow } from '@preau/identity-api';
import type { SignedIn } from '@preau/shared-domain';
import { KeptAnswersService } from './kept-answers.service';

/** The answers of whoever downloads their own data: found through their session, since no table says whose they are. */
@Injectable()
export class MyAnswersData implements OnModuleInit {
  constructor(
    private readonly sources: PersonalDataSources,
    private readonly answers: KeptAnswersService,
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
    for (const { questionnaire, draft, sent, isLinked } of await this.answers.all(actor)) {
      if (sent) {
        yield {
          questionnaire: questionnaire.title,
          version: sent.row.version,
          état: isLinked ? 'ajoutée par son code' : 'envoyée',
          'envoyée le': sent.receipt.submittedOn,
          récépissé: sent.receipt.code,
          réponses: sent.row.answers,
        };
      } else if (draft) {
        yield {
          questionnaire: questionnaire.title,
          version: draft.version,
          état: 'brouillon',
          'enregistrée le': draft.savedAt,
          réponses: draft.answers,
        };
      }
    }
  }
}
