import { Entity, PrimaryColumn } from 'typeorm';

/** Who took part, apart from what was answered: the hash of a device's random token. */
@Entity('participation_token')
export class ParticipationToken {
  @PrimaryColumn('uuid')
  questionnaireId: string;

  @PrimaryColumn('bytea')
  tokenHash: Buffer;
}
