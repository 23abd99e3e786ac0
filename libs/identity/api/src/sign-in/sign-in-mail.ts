import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { linkRefusal, SIGN_IN_MINUTES } from '@preau/identity-domain';
import { code, CONFIG, Jobs, link, Mailer, paragraph, type Config, type MailBody } from '@preau/shared-api';
import { forgetIdleSessions } from '../sessions/session.queries';
import { Attempts } from './attempts';
import { SignInRequest } from './sign-in-request.entity';
import { SignInSecrets } from './sign-in-secrets';
import { forgetRequests } from './sign-in.queries';

export const SIGN_IN_MAIL = 'identity.sign-in-mail';
const FORGET_SIGN_INS = 'identity.forget-sign-ins';

const payloadShape = z.object({ requestId: z.uuid() });

/** Sends the mail of a sign-in request, in the worker: the same to an address that has no account yet. */
@Injectable()
export class SignInMails implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly secrets: SignInSecrets,
    private readonly mailer: Mailer,
    private readonly jobs: Jobs,
    private readonly attempts: Attempts,
  ) {}

  onModuleInit() {
    this.jobs.handle(SIGN_IN_MAIL, (payload) => this.send(payloadShape.parse(payload).requestId));
    this.jobs.handle(FORGET_SIGN_INS, () => this.forget(new Date()));
    this.jobs.every('11,41 * * * *', FORGET_SIGN_INS);
  }

  /** A mail that could not be sent while it was of use is not sent at all. */
  private async send(requestId: string): Promise<void> {
    const now = new Date();
    const request = await this.database.manager.findOneBy(SignInRequest, { id: requestId });
    if (request?.email && !linkRefusal(request, now)) {
      const url = `${this.config.publicUrl}/connexion/confirmer#${this.secrets.tokenOf(requestId)}`;
      await this.mailer.send({
        id: requestId,
        to: request.email,
        subject: 'Votre lien de connexion à Préau',
        body: signInBody(url, this.secrets.codeOf(requestId)),
      });
    }
  }

  /** Twice an hour, whether or not anybody signs in: the register of processings says for how long this is kept. */
  private async forget(now: Date): Promise<void> {
    await forgetRequests(this.database, now);
    await forgetIdleSessions(this.database, now);
    await this.attempts.forgetOld();
  }
}

/** The token follows a #, which browsers and mail scanners send to no server. */
const signInBody = (url: string, figures: string): MailBody => ({
  blocks: [
    paragraph('Bonjour,'),
    paragraph(
      'Vous avez demandé à vous connecter à Préau. Ouvrez ce lien dans le navigateur où vous l’avez demandé, puis confirmez\u00a0:',
    ),
    link('Me connecter', url),
    paragraph(
      'Vous pouvez aussi recopier ce code sur la page de connexion\u00a0; il vous sera demandé si vous ouvrez le lien ailleurs\u00a0:',
    ),
    code(figures),
    paragraph(
      `Le lien et le code servent une seule fois, pendant ${SIGN_IN_MINUTES} minutes. Si vous venez pour la première fois, quelques questions suivront pour créer votre compte.`,
    ),
    paragraph(
      'Si vous n’avez rien demandé, ignorez ce message\u00a0: sans lui, personne ne peut se connecter à votre place. Ne transmettez ce code à personne, même à quelqu’un qui se présente comme notre équipe.',
    ),
  ],
});
