import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * An account whose deletion was asked for had answered this questionnaire: it may not answer again, although nobody can tell
 * any more which response was its own. Neither a moment nor a response stands here.
 */
@Entity('unlinked_answer')
@Index(['questionnaireId'])
export class UnlinkedAnswer {
  @PrimaryColumn('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('QuestionnaireRow', { onDelete: 'CASCADE' })
  questionnaireId: string;
}
