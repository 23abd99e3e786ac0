import { everyone, only } from '../expected';
import type { Rows } from '../row';
import { absent } from '../stage';

export const frame: Rows = {
  'Query.site': { '': [() => ({}), everyone()] },
  'Query.mailFigures': { '': [() => ({}), only('admin')] },
  'Query.deadMails': { '': [() => ({}), only('admin', 'EMPTY')] },
  'Mutation.retryMail': { absent: [() => ({ id: absent }), only('admin', 'NOT_FOUND')] },
  'HealthController.live': { '': [() => '/health/live', everyone()] },
  'HealthController.ready': { '': [() => '/health/ready', everyone()] },
  // A demonstration on one machine: mails are shown to whoever uses it.
  'DevMailController.list': { '': [() => '/dev/mail', everyone()] },
  'DevMailController.style': { '': [() => '/dev/mail/style.css', everyone()] },
  'DevMailController.show': { absent: [() => '/dev/mail/nothing.eml', everyone('NOT_FOUND')] },
  'DevMailController.html': { absent: [() => '/dev/mail/nothing.eml/html', everyone('NOT_FOUND')] },
};
