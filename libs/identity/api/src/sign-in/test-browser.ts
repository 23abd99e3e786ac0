import { once } from 'node:events';
import type { Runner } from 'graphile-worker';
import { createLogger, Jobs } from '@preau/shared-api';
import type { TestApi } from '@preau/testing';

/** A browser in the tests: it keeps the cookies it is given and sends them back. */
export class TestBrowser {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly api: TestApi,
    private readonly userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  ) {}

  /** The same, already holding these cookies. */
  with(cookies: string): this {
    for (const cookie of cookies.split('; ')) {
      const [name = '', value = ''] = cookie.split('=');
      this.cookies.set(name, value);
    }
    return this;
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async graphql<T = Record<string, unknown>>(query: string, variables: Record<string, unknown> = {}) {
    const headers = { 'user-agent': this.userAgent, ...(this.cookie && { cookie: this.cookie }) };
    const answer = await this.api.graphql<T>(query, variables, { headers });
    this.keep(answer.headers);
    return answer;
  }

  /** An ordinary page, without following where it leads. */
  async get(url: string): Promise<Response> {
    const response = await fetch(new URL(url, this.api.url), {
      redirect: 'manual',
      headers: { 'user-agent': this.userAgent, ...(this.cookie && { cookie: this.cookie }) },
    });
    this.keep(response.headers);
    return response;
  }

  private keep(headers: Headers) {
    for (const line of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  async me<T = { email: string | null }>(fields = 'email'): Promise<T | null> {
    return (await this.graphql<{ me: T | null }>(`{ me { ${fields} } }`)).data?.me ?? null;
  }

  requestSignIn(email: string) {
    return this.graphql('mutation ($email: String!) { requestSignIn(email: $email) { expiresInMinutes } }', {
      email,
    });
  }

  confirm(proof: { token?: string; email?: string; code?: string }) {
    return this.graphql<{ confirmSignIn: Record<string, unknown> }>(CONFIRM, proof);
  }

  register(input: Record<string, unknown>) {
    return this.graphql<{ register: Record<string, unknown> }>(REGISTER, { input });
  }
}

const CONFIRM = `mutation ($token: String, $email: String, $code: String) {
  confirmSignIn(token: $token, email: $email, code: $code) {
    __typename
    ... on SignedIn { account { email displayName roles } }
    ... on SignInPending { step email proposedName professionalDomain academie }
    ... on SignInRefused { code triesLeft }
  }
}`;
const REGISTER = `mutation ($input: RegisterInput!) {
  register(input: $input) {
    __typename
    ... on SignedIn { account { email displayName isPseudonym academie charterVersion roles } }
    ... on RegistrationRefused { code faults { field code } }
  }
}`;

/** The mails of an API whose worker runs in the test. */
export class TestMails {
  private readonly handled = new Set<string>();
  private constructor(
    private readonly api: TestApi,
    private readonly worker: Runner,
  ) {
    worker.events.on('job:complete', ({ job }) => {
      const { requestId } = job.payload as { requestId?: string };
      if (requestId !== undefined) this.handled.add(requestId);
    });
  }

  static async start(api: TestApi): Promise<TestMails> {
    return new TestMails(api, await api.get(Jobs).work(createLogger({ LOG_LEVEL: 'silent' }, 'test')));
  }

  stop = () => this.worker.stop();

  /** Resolves when the worker has dealt with the newest request. */
  async newestHandled(): Promise<void> {
    const [newest] = await this.api.database.query<{ id: string }[]>(
      'SELECT id FROM sign_in_request ORDER BY id DESC LIMIT 1',
    );
    while (!this.handled.has(newest?.id ?? '')) await once(this.worker.events, 'job:complete');
  }

  /** Asks for a mail, has the worker send it, and reads it as the person would. */
  async askFrom(browser: TestBrowser, email: string) {
    await browser.requestSignIn(email);
    await this.newestHandled();
    const newest =
      /\/dev\/mail\/[^"]+\.eml(?=">Votre lien de connexion)/.exec(await this.page('/dev/mail'))?.[0] ?? '';
    const mail = await this.page(newest);
    const token = /\/connexion\/confirmer#([\w-]{43})/.exec(mail)?.[1];
    const code = /^(\d{6})$/m.exec(mail)?.[1];
    if (!token || !code) throw new Error(mail);
    return { token, code, wrongCode: code === '000000' ? '111111' : '000000' };
  }

  async page(path: string): Promise<string> {
    return (await fetch(`${this.api.url}${path}`)).text();
  }
}
