import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DELETED_NAME, type DeclaredRole } from '@preau/identity-domain';
import { KeptFor, runPrepared, unseen } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import type { Author } from './post.types';

/** A page of messages shows few authors, again and again; a name that changes is shown anew within this time. */
const KEPT_MS = 5_000;

interface AuthorRow {
  readonly id: string;
  readonly name: string;
  readonly role: DeclaredRole | null;
  readonly isVerifiedTeacher: boolean;
}

const AUTHORS = {
  name: 'forum-authors',
  text: `
    SELECT a.id, a.display_name AS name, a.declared_role AS role,
      EXISTS (SELECT FROM role_grant g WHERE g.account_id = a.id AND g.role = 'teacher'
        AND (g.ends_at IS NULL OR g.ends_at > now())) AS "isVerifiedTeacher"
    FROM account a WHERE a.id = ANY(${unseen('$1', 'uuid')})`,
};

/** Who wrote what: a name and as what they take part, remembered for some seconds in each process. */
@Injectable()
export class People {
  private readonly kept = new KeptFor<Author>(KEPT_MS, async (ids) => {
    const rows = await runPrepared<AuthorRow>(this.database, AUTHORS, [ids]);
    return new Map(rows.map((row) => [row.id, authorOf(row)]));
  });

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** The authors of these ids; an account that is gone is left out. */
  of(ids: readonly string[]): Promise<ReadonlyMap<string, Author>> {
    return this.kept.of(ids);
  }
}

const authorOf = ({ id, name, role, isVerifiedTeacher }: AuthorRow): Author => ({
  id,
  name: name || DELETED_NAME,
  kind: role ? (role.toUpperCase() as Uppercase<DeclaredRole>) : null,
  isVerifiedTeacher,
});
