import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A piece of one file of somebody's prepared data. */
@Entity('data_export_piece')
export class DataExportPiece {
  @PrimaryColumn('uuid')
  @ForeignKey('DataExport', { onDelete: 'CASCADE' })
  exportId: string;

  /** Such as `compte.csv`: never a name that somebody typed. */
  @PrimaryColumn('text')
  file: string;

  @PrimaryColumn('int')
  place: number;

  @Column('bytea')
  content: Buffer;
}
