import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AgeBand, DeclaredRole } from '@preau/identity-domain';

@ObjectType({ description: 'A person who signs in.' })
@Entity('account')
@Index('account_deletion_due_index', { synchronize: false })
@Index('account_search_index', { synchronize: false })
@Check('account_age_band_check', `age_band IN ('minor', 'adult')`)
@Check('account_minor_check', `age_band <> 'minor' OR is_pseudonym`)
export class Account {
  @Field(() => ID)
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  /** As `normaliseEmail` writes it; shown to nobody but its owner. None: a provider told none, or the account was deleted. */
  @Field(() => String, { nullable: true })
  @Column('text', { unique: true, nullable: true })
  email: string | null;

  @Field()
  @Column('text')
  displayName: string;

  @Field({ description: 'The display name is not the person’s own; always so under 18.' })
  @Column('boolean', { default: false })
  isPseudonym: boolean;

  /** As what the person takes part, by their own word. */
  @Column('text', { nullable: true })
  declaredRole: DeclaredRole | null;

  @Field(() => String, { nullable: true, description: 'Code of the académie.' })
  @Column('text', { nullable: true })
  academie: string | null;

  @Column('text', { nullable: true })
  ageBand: AgeBand | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  charterVersion: string | null;

  @Column('timestamptz', { nullable: true })
  charterAcceptedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'The domain of the professional address that was proved, such as `ac-lyon.fr`.',
  })
  @Column('text', { nullable: true })
  professionalDomain: string | null;

  @Field(() => Date, { nullable: true })
  @Column('timestamptz', { nullable: true })
  suspendedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'In the words of whoever suspended it.' })
  @Column('text', { nullable: true })
  suspensionReason: string | null;

  /** Set when its owner asks for deletion; until then they may change their mind. */
  @Field(() => Date, { nullable: true })
  @Column('timestamptz', { nullable: true })
  deletionDueAt: Date | null;

  /** The row stays so that messages keep an author, who is then « Contributeur supprimé ». */
  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  @Field()
  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
