import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OPPOSITION_STATES, type OppositionState } from '@preau/identity-domain';

export const OppositionStates = Object.fromEntries(
  OPPOSITION_STATES.map((state) => [state.toUpperCase(), state]),
);
registerEnumType(OppositionStates, { name: 'OppositionState' });

/** Somebody objects to a processing of their data (GDPR article 21). One open at a time for each processing. */
@ObjectType()
@Entity('opposition')
@Check('opposition_state_check', `state IN ('open', 'accepted', 'refused')`)
@Check('opposition_answer_check', `(state = 'open') = (answered_at IS NULL)`)
@Index(['accountId'])
@Index(['answeredBy'])
@Index(['state', 'id'])
@Index('opposition_open_unique', { synchronize: false })
export class Opposition {
  @Field(() => ID)
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  /** A code of the register of processings. */
  @Column('text')
  processing: string;

  @Field()
  @Column('text')
  reason: string;

  @Field(() => OppositionStates)
  @Column('text', { default: 'open' })
  state: OppositionState;

  @Field()
  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Account', { onDelete: 'SET NULL' })
  answeredBy: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  answer: string | null;
}
