import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalDataSources, type AccountDataSource, type DataRow } from './personal-data-sources';

const PAGE = 500;

/** All rows of a statement at once: for what an account has few of. */
const few = (sql: string) =>
  async function* rows(tx: EntityManager, accountId: string): AsyncGenerator<DataRow> {
    yield* await tx.query<DataRow[]>(sql, [accountId]);
  };

/** Entries of the audit log by this account or about it, in their order, page by page. */
async function* auditEntries(tx: EntityManager, accountId: string): AsyncGenerator<DataRow> {
  for (let after = '0'; ;) {
    const entries = await tx.query<{ rank: string }[]>(
      `SELECT rank, at AS date, action, object AS objet, account_id = $1 AS "par moi",
         CASE WHEN account_id = $1 THEN details ELSE NULL END AS "détails"
       FROM audit_entry WHERE (account_id = $1 OR object = 'account:' || $1::text) AND rank > $2
       ORDER BY rank LIMIT ${PAGE}`,
      [accountId, after],
    );
    yield* entries.map(({ rank: _rank, ...row }) => row as DataRow);
    const last = entries.at(-1);
    if (!last || entries.length < PAGE) return;
    after = last.rank;
  }
}

const OWN_SOURCES: readonly AccountDataSource[] = [
  {
    name: 'compte',
    about: 'votre compte et votre profil.',
    columns: [
      'identifiant',
      'adresse électronique',
      'nom affiché',
      'pseudonyme',
      'rôle déclaré',
      'académie',
      'tranche d’âge',
      'domaine professionnel vérifié',
      'version de la charte acceptée',
      'charte acceptée le',
      'compte ouvert le',
      'suspendu le',
      'motif de la suspension',
      'suppression prévue le',
    ],
    rows: few(
      `SELECT id AS "identifiant", email AS "adresse électronique", display_name AS "nom affiché",
         is_pseudonym AS "pseudonyme", declared_role AS "rôle déclaré", academie AS "académie",
         age_band AS "tranche d’âge", professional_domain AS "domaine professionnel vérifié",
         charter_version AS "version de la charte acceptée", charter_accepted_at AS "charte acceptée le",
         created_at AS "compte ouvert le", suspended_at AS "suspendu le", suspension_reason AS "motif de la suspension",
         deletion_due_at AS "suppression prévue le"
       FROM account WHERE id = $1`,
    ),
  },
  {
    name: 'roles',
    about: 'les rôles qui vous ont été donnés, avec leur motif et leur durée.',
    columns: ['rôle', 'niveau', 'territoire', 'thème', 'motif', 'donné le', 'jusqu’au'],
    rows: few(
      `SELECT role AS "rôle", territory_level AS "niveau", territory_code AS "territoire", theme_id AS "thème",
         reason AS "motif", granted_at AS "donné le", ends_at AS "jusqu’au"
       FROM role_grant WHERE account_id = $1 ORDER BY granted_at, id`,
    ),
  },
  {
    name: 'sessions',
    about: 'les navigateurs où vous êtes connecté ou connectée en ce moment.',
    columns: ['appareil', 'ouverte le', 'vue le'],
    rows: few(
      `SELECT device AS "appareil", created_at AS "ouverte le", last_seen_at AS "vue le"
       FROM session WHERE account_id = $1 ORDER BY created_at, id`,
    ),
  },
  {
    name: 'connexions',
    about: 'les services par lesquels vous vous connectez, et depuis quand un second facteur est demandé.',
    columns: ['service', 'identifiant chez lui', 'depuis le'],
    rows: few(
      `SELECT provider AS "service", subject AS "identifiant chez lui", created_at AS "depuis le"
       FROM provider_identity WHERE account_id = $1
       UNION ALL
       SELECT 'second facteur', NULL, confirmed_at FROM second_factor
       WHERE account_id = $1 AND confirmed_at IS NOT NULL
       ORDER BY 3, 1`,
    ),
  },
  {
    name: 'courriels',
    about: 'les messages qui vous ont été envoyés ces trente derniers jours, ou qui attendent de l’être.',
    columns: ['sorte', 'objet', 'état', 'écrit le', 'envoyé ou essayé le'],
    rows: few(
      `SELECT kind AS "sorte", subject AS "objet", state AS "état", created_at AS "écrit le",
         tried_at AS "envoyé ou essayé le"
       FROM outgoing_mail WHERE account_id = $1 ORDER BY id`,
    ),
  },
  {
    name: 'journal',
    about:
      'ce que le journal des accès dit de vous : ce que vous avez fait avec un rôle, ce qui a été décidé sur votre compte.',
    columns: ['date', 'action', 'objet', 'par moi', 'détails'],
    rows: auditEntries,
  },
];

/** What this domain keeps about people. */
@Injectable()
export class OwnData implements OnModuleInit {
  constructor(private readonly sources: PersonalDataSources) {}

  onModuleInit() {
    this.sources.add(...OWN_SOURCES);
  }
}
