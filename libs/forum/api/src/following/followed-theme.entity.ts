import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody asked to hear of the topics that begin in a theme. */
@Entity('followed_theme')
@Index(['themeId'])
export class FollowedTheme {
  @PrimaryColumn('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Theme', { onDelete: 'CASCADE' })
  themeId: string;
}
