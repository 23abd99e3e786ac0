import {
  CUT_LINE,
  KIND_NAMES,
  KIND_OF,
  isChosenKind,
  notificationSentence,
  type MailStream,
  type NotificationEvent,
  type UnsubscribeScope,
} from '@preau/notifications-domain';
import { link, list, paragraph, type MailBody } from '@preau/shared-api';
import { NotificationObjects, type NotificationObject } from '../notification-objects';

export interface News {
  readonly id: string;
  readonly event: NotificationEvent;
  readonly object: string;
}

/** Beyond these a mail says how many more there are: the list itself is on the site. */
const LISTED = 30;

interface Composing {
  readonly stream: MailStream;
  readonly news: readonly News[];
  readonly objects: ReadonlyMap<string, NotificationObject>;
  readonly publicUrl: string;
  /** Null for service mails. */
  readonly unsubscribe: string | null;
  /** What the one thing it tells of says, when the mail can be answered; else null. */
  readonly words: string | null;
}

/** The mail that tells news. */
export function composeMail(given: Composing): { subject: string; body: MailBody } {
  const { stream, news, objects, publicUrl, words } = given;
  const items = news.slice(0, LISTED).map(({ event, object }) => {
    const about = objects.get(object);
    const text = notificationSentence(event, about?.label ?? null);
    return { text, url: `${publicUrl}${NotificationObjects.pathOf(about)}` };
  });
  const more = news.length - items.length;
  const [only] = items;
  const blocks =
    items.length === 1 && only
      ? [
          ...(words === null ? [] : [paragraph(CUT_LINE), paragraph(ANSWER)]),
          paragraph('Bonjour,'),
          paragraph(only.text),
          ...(words === null ? [] : [paragraph(words)]),
          link('Voir sur Préau', only.url),
        ]
      : [
          paragraph('Bonjour,'),
          paragraph(INTRODUCTIONS[stream]),
          list(items),
          ...(more > 0 ? [paragraph(`Et ${String(more)} de plus, à lire sur le site.`)] : []),
          link('Voir mes notifications', `${publicUrl}/mon-espace/notifications`),
        ];
  const subject = items.length === 1 && only ? only.text : SUBJECTS[stream](news.length);
  return { subject, body: { blocks, footer: footerOf(given) } };
}

const ANSWER =
  'Répondez à ce message pour répondre dans le débat. Votre réponse sera publique, sous le nom de votre compte.';

const INTRODUCTIONS: Record<MailStream, string> = {
  SERVICE: 'Voici ce qui vient de changer sur votre compte\u00a0:',
  IMMEDIATE: 'Voici ce qui vient d’arriver\u00a0:',
  DAILY: 'Voici ce que vous suivez et qui a changé depuis hier\u00a0:',
  WEEKLY: 'Voici ce que vous suivez et qui a changé cette semaine\u00a0:',
};

const SUBJECTS: Record<MailStream, (count: number) => string> = {
  SERVICE: () => 'Votre compte Préau a changé',
  IMMEDIATE: (count) => `${String(count)} nouvelles de ce que vous suivez sur Préau`,
  DAILY: (count) => `Préau aujourd’hui\u00a0: ${String(count)} nouvelles`,
  WEEKLY: (count) => `Préau cette semaine\u00a0: ${String(count)} nouvelles`,
};

function footerOf({ stream, news, publicUrl, unsubscribe }: Composing) {
  if (stream === 'SERVICE' || unsubscribe === null) {
    return [
      paragraph(
        'Ce message concerne la sûreté de votre compte\u00a0: il est envoyé quels que soient vos choix de courriels. Si vous n’êtes pas à l’origine de ce changement, répondez à l’équipe par la page de contact.',
      ),
      link('Contacter l’équipe', `${publicUrl}/contact`),
    ];
  }
  const kind = onlyKind(news);
  const why = kind ? `«\u00a0${KIND_NAMES[kind]}\u00a0»` : 'des nouvelles de ce que vous suivez';
  return [
    paragraph(`Vous recevez ce message parce que vous avez choisi de recevoir ${why}.`),
    link('Choisir mes courriels', `${publicUrl}/mon-espace/courriels`),
    link('Ne plus recevoir ces messages', unsubscribe),
  ];
}

/** What the mail's link ends: the one kind it tells about, or whatever came at its pace. */
export function scopeOf(stream: Exclude<MailStream, 'SERVICE'>, news: readonly News[]): UnsubscribeScope {
  return onlyKind(news) ?? stream;
}

function onlyKind(news: readonly News[]) {
  const kinds = new Set(news.map(({ event }) => KIND_OF[event]));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined && isChosenKind(kind) ? kind : null;
}
