import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Networks (« réseaux ») of establishments. */
export class Networks1795354000000 implements MigrationInterface {
  readonly name = 'Networks1795354000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE network (
        id text NOT NULL,
        name text NOT NULL,
        kind text NOT NULL,
        academie text NOT NULL,
        CONSTRAINT network_pk PRIMARY KEY (id)
      )
    `);
    await runner.query('CREATE INDEX network_academie_name_index ON network (academie, name)');
    await runner.query(`
      CREATE TABLE network_member (
        network_id text NOT NULL,
        uai text NOT NULL,
        CONSTRAINT network_member_pk PRIMARY KEY (network_id, uai)
      )
    `);
    await runner.query('CREATE INDEX network_member_uai_index ON network_member (uai)');
    await runner.query(`
      ALTER TABLE network_member
        ADD CONSTRAINT network_member_network_id_fk FOREIGN KEY (network_id) REFERENCES network(id) ON DELETE CASCADE,
        ADD CONSTRAINT network_member_uai_fk FOREIGN KEY (uai) REFERENCES establishment(uai) ON DELETE CASCADE
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE network_member, network');
  }
}
