import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Topics and their messages, what people support, what they changed. */
export class ForumTables1795362000000 implements MigrationInterface {
  readonly name = 'ForumTables1795362000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE forum_service (
        id uuid NOT NULL DEFAULT uuidv7(),
        name text NOT NULL,
        CONSTRAINT forum_service_pk PRIMARY KEY (id),
        CONSTRAINT forum_service_name_unique UNIQUE (name)
      )
    `);
    await runner.query(`
      CREATE TABLE topic (
        id uuid NOT NULL DEFAULT uuidv7(),
        consultation_id uuid NOT NULL,
        theme_id uuid NOT NULL,
        author_id uuid NOT NULL,
        title text NOT NULL,
        status text NOT NULL DEFAULT 'PUBLISHED',
        created_at timestamptz NOT NULL DEFAULT now(),
        active_at timestamptz NOT NULL DEFAULT now(),
        pinned_at timestamptz,
        locked_at timestamptz,
        slow_seconds integer NOT NULL DEFAULT 0,
        solved_post_id uuid,
        post_count integer NOT NULL DEFAULT 0,
        supports integer NOT NULL DEFAULT 0,
        conclusion text,
        concluded_at timestamptz,
        concluded_by uuid,
        CONSTRAINT topic_status_check CHECK (status IN ('PUBLISHED', 'HELD', 'HIDDEN', 'DELETED')),
        CONSTRAINT topic_slow_seconds_check CHECK (slow_seconds BETWEEN 0 AND 86400),
        CONSTRAINT topic_pk PRIMARY KEY (id),
        CONSTRAINT topic_consultation_id_fk FOREIGN KEY (consultation_id) REFERENCES consultation(id),
        CONSTRAINT topic_theme_id_fk FOREIGN KEY (theme_id) REFERENCES theme(id),
        CONSTRAINT topic_author_id_fk FOREIGN KEY (author_id) REFERENCES account(id),
        CONSTRAINT topic_concluded_by_fk FOREIGN KEY (concluded_by) REFERENCES forum_service(id)
      )
    `);
    await runner.query('CREATE INDEX topic_author_id_created_at_index ON topic (author_id, created_at)');
    await runner.query('CREATE INDEX topic_concluded_by_index ON topic (concluded_by)');
    for (const scope of ['consultation_id', 'theme_id']) {
      for (const order of ['active_at', 'created_at', 'supports']) {
        await runner.query(`CREATE INDEX topic_${scope}_${order}_id_index ON topic (${scope}, ${order}, id)`);
      }
    }
    await runner.query(`
      CREATE TABLE post (
        id uuid NOT NULL DEFAULT uuidv7(),
        topic_id uuid NOT NULL,
        parent_id uuid,
        branch_id uuid,
        depth smallint NOT NULL,
        author_id uuid NOT NULL,
        service_id uuid,
        is_proposition boolean NOT NULL DEFAULT false,
        stance text,
        body text NOT NULL,
        body_hash bytea NOT NULL,
        status text NOT NULL DEFAULT 'PUBLISHED',
        created_at timestamptz NOT NULL DEFAULT now(),
        edited_at timestamptz,
        active_at timestamptz NOT NULL DEFAULT now(),
        revision_count integer NOT NULL DEFAULT 0,
        reply_count integer NOT NULL DEFAULT 0,
        branch_count integer NOT NULL DEFAULT 0,
        supports integer NOT NULL DEFAULT 0,
        CONSTRAINT post_status_check CHECK (status IN ('PUBLISHED', 'HELD', 'HIDDEN', 'DELETED')),
        CONSTRAINT post_stance_check CHECK (stance IN ('AGREE', 'DISAGREE', 'NUANCE', 'QUESTION', 'TESTIMONY')),
        CONSTRAINT post_place_check CHECK ((parent_id IS NULL) = (depth = 0)),
        CONSTRAINT post_pk PRIMARY KEY (id),
        CONSTRAINT post_topic_id_fk FOREIGN KEY (topic_id) REFERENCES topic(id) ON DELETE CASCADE,
        CONSTRAINT post_parent_id_fk FOREIGN KEY (parent_id) REFERENCES post(id) ON DELETE CASCADE,
        CONSTRAINT post_author_id_fk FOREIGN KEY (author_id) REFERENCES account(id),
        CONSTRAINT post_service_id_fk FOREIGN KEY (service_id) REFERENCES forum_service(id)
      ) WITH (fillfactor = 85)
    `);
    await runner.query('CREATE INDEX post_topic_id_created_at_id_index ON post (topic_id, created_at, id)');
    await runner.query('CREATE INDEX post_author_id_created_at_index ON post (author_id, created_at)');
    await runner.query(
      'CREATE INDEX post_official_index ON post (service_id, created_at) WHERE service_id IS NOT NULL',
    );
    await runner.query('CREATE INDEX post_parent_id_created_at_id_index ON post (parent_id, created_at, id)');
    await runner.query('CREATE INDEX post_branch_id_created_at_id_index ON post (branch_id, created_at, id)');
    // Changes with every reply or support, which only the messages of the first depth are ordered by.
    await runner.query(
      'CREATE INDEX post_by_activity_index ON post (topic_id, active_at, id) WHERE depth = 1',
    );
    await runner.query(
      'CREATE INDEX post_by_supports_index ON post (topic_id, supports, id) WHERE depth = 1',
    );
    await runner.query(`
      CREATE TABLE post_revision (
        post_id uuid NOT NULL,
        revision integer NOT NULL,
        title text,
        body text NOT NULL,
        written_at timestamptz NOT NULL,
        CONSTRAINT post_revision_pk PRIMARY KEY (post_id, revision),
        CONSTRAINT post_revision_post_id_fk FOREIGN KEY (post_id) REFERENCES post(id) ON DELETE CASCADE
      )
    `);
    await runner.query(`
      CREATE TABLE post_support (
        post_id uuid NOT NULL,
        account_id uuid NOT NULL,
        CONSTRAINT post_support_pk PRIMARY KEY (post_id, account_id),
        CONSTRAINT post_support_post_id_fk FOREIGN KEY (post_id) REFERENCES post(id) ON DELETE CASCADE,
        CONSTRAINT post_support_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id)
      )
    `);
    await runner.query('CREATE INDEX post_support_account_id_index ON post_support (account_id)');
    await runner.query(`
      CREATE TABLE contributor (
        account_id uuid NOT NULL,
        published integer NOT NULL DEFAULT 0,
        CONSTRAINT contributor_pk PRIMARY KEY (account_id),
        CONSTRAINT contributor_account_id_fk FOREIGN KEY (account_id) REFERENCES account(id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contributor, post_support, post_revision, post, topic, forum_service');
  }
}
