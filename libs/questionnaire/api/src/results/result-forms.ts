import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { resultForm, type ResultForm } from '@preau/questionnaire-domain';
import type { Repository } from 'typeorm';
import { QuestionnaireVersion } from '../definitions/questionnaire-version.entity';
import { TERRITORIES } from '../territories';

/** What reading tallies takes, per questionnaire: its versions merged, made again when one is published. */
@Injectable()
export class ResultForms {
  private readonly known = new Map<string, { version: number; form: Promise<ResultForm> }>();

  constructor(
    @InjectRepository(QuestionnaireVersion) private readonly versions: Repository<QuestionnaireVersion>,
  ) {}

  /** `currentVersion` is the latest the caller knows of. */
  of(questionnaireId: string, currentVersion: number): Promise<ResultForm> {
    const known = this.known.get(questionnaireId);
    if (known?.version === currentVersion) return known.form;
    const form = this.versions.findBy({ questionnaireId }).then((found) => resultForm(found, TERRITORIES));
    this.known.set(questionnaireId, { version: currentVersion, form });
    form.catch(() => this.known.delete(questionnaireId));
    return form;
  }
}
